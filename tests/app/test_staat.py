"""A link carries the whole state of a window; one that cannot be read is said to be so."""

from __future__ import annotations

import json
import shutil
import zlib
from base64 import urlsafe_b64encode
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_app.context import Context, context_of
from dash_app.keuze import zonder_vreemde_keuzes
from dash_app.staat import MOST_BESIDE, START, Staat, begin, folded, staat_van, unfolded
from dash_app.werk import erbij, geschakeld
from model.io.shipped import shipped_dataset
from model.scenario import BASIS

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), PLAIN, max_size=4))
def test_what_is_folded_unfolds_to_the_same(data: dict[str, object]) -> None:
    word = folded(data)
    assert word.isascii()
    assert unfolded(word) == data


@pytest.mark.parametrize(
    "word",
    [
        "onzin",
        "",
        "====",
        urlsafe_b64encode(b"geen zlib").decode(),
        urlsafe_b64encode(zlib.compress(b"[1, 2]")).decode(),
        urlsafe_b64encode(zlib.compress(b"{" * 100_000)).decode(),
        urlsafe_b64encode(zlib.compress(json.dumps({"a": "x" * 3_000_000}).encode())).decode(),
        urlsafe_b64encode(zlib.compress(b'{"a": 1}')).decode()[:-6],
    ],
)
def test_what_is_no_word_of_ours_is_refused(word: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        unfolded(word)


def test_a_link_without_questions_opens_the_shipped_story(context: Context) -> None:
    staat, issues = begin(context, "", "nl")
    assert (staat.verwijzing, staat.eenheid, staat.prijzen, issues) == (START, "k", "constant", [])
    assert not staat.gewijzigd
    assert staat_van(staat.json()) == staat


def test_a_link_carries_everything(context: Context) -> None:
    staat, _ = begin(context, "", "en")
    changed, _ = erbij(staat.werk, {"soort": "parameter", "parameter": "index.prijs", "waarde": 0.03})
    changed = geschakeld(changed, changed.kaarten[0].sleutel)
    wanted = replace(
        staat,
        werk=changed,
        eenheid="mln",
        prijzen="lopend",
        jaren="alle",
        naast=("basis", "kasschuif"),
        keuze={"kerncijfer": "dekking"},
    )
    asked = {
        "scenario": wanted.verwijzing, "werk": folded(wanted.werk.json()), "eenheid": "mln", "prijzen": "lopend",
        "jaren": "alle", "naast": ",".join(wanted.naast), "keuze.kerncijfer": "dekking",
    }  # fmt: skip
    found, issues = begin(context, "?" + urlencode(asked), "en")
    assert issues == []
    assert found == wanted
    assert found.gewijzigd
    assert not found.werk.kaarten[0].aan


def test_what_a_link_asks_and_is_not_there_is_told(context: Context) -> None:
    staat, issues = begin(context, "?scenario=weg&werk=onzin&naast=" + ",".join("abcdefgh"), "nl")
    assert [issue.code for issue in issues] == ["scenario-niet-hier", "koppeling-vervangen", "koppeling-onleesbaar"]
    assert "--" not in " ".join(issue.say("nl") for issue in issues)
    assert staat.verwijzing == START
    assert len(staat.naast) == MOST_BESIDE


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("eenheid=euro", "link: bij Eenheid is 'euro' geen keuze; verwacht x € 1.000 of mln. U ziet x € 1.000"),
        ("prijzen=reëel", "link: bij Prijzen is 'reëel' geen keuze; verwacht constant of lopend. U ziet constant"),
        ("jaren=2033", "link: bij Jaren is '2033' geen keuze; verwacht begroting of alle. U ziet begroting"),
        ("taal=fr", "link: bij Taal is 'fr' geen keuze; verwacht Nederlands of Engels. U ziet Nederlands"),
        ("keuze.kerncijfr=tekort", "link: geen pagina kent een keuze 'kerncijfr'; verwacht een link"),
        ("keuze.kerncijfer=tekrot", "link: bij Kerncijfer is 'tekrot' hier geen keuze"),
        ("keuze.periode=2099", "link: bij Periode is '2099' hier geen keuze"),
        ("keuze.partij=alle&keuze.moment=2027&keuze.van=B&keuze.kerncijfer=tekort&taal=en&eenheid=mln", ""),
    ],
)
def test_a_word_in_a_link_that_nothing_knows_is_told(context: Context, search: str, told: str) -> None:
    staat, issues = begin(context, f"?{search}", "nl")
    staat, strange = zonder_vreemde_keuzes(context, staat)
    said = [issue.say("nl") for issue in (*issues, *strange)]
    assert len(said) == bool(told)
    assert all(each.startswith(told) for each in said)
    assert "kerncijfr" not in staat.keuze
    assert all("{" not in issue.say("en") for issue in (*issues, *strange))


@pytest.mark.parametrize(
    "data", [{}, {"werk": 3}, {"werk": {"kop": {}, "kaarten": [1]}, "verwijzing": "", "oorsprong": ""}]
)
def test_a_state_of_another_form_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        staat_van(data)


def test_the_baseline_and_every_shipped_scenario_can_be_run(context: Context) -> None:
    for verwijzing, naam in context.scenarios():
        opened = context.open(verwijzing)
        found = context.uitkomst(opened.werk)
        assert found.issues == ()
        assert found.result is not None
        assert found.result.scenario.naam == naam
    assert context.open(BASIS).werk.kaarten == ()


def test_a_result_is_kept_and_says_what_it_is_of(context: Context) -> None:
    staat: Staat = begin(context, "", "nl")[0]
    assert context.uitkomst(staat.werk) is context.uitkomst(staat_van(staat.json()).werk)


@pytest.fixture
def elders(context: Context, tmp_path: Path) -> Context:
    """Return a context on the same store, of another dataset with the tables of the shipped one but for a word."""
    folder = tmp_path / "anders"
    shutil.copytree(shipped_dataset(), folder)
    table = folder / "kostenposten.csv"
    table.write_text(table.read_text("utf-8").replace("Toegang", "Ingang", 1), "utf-8")
    return context_of(folder, context.store)


def test_shipped_scenarios_belong_to_the_shipped_dataset(elders: Context) -> None:
    assert elders.scenarios() == [(BASIS, "Basis")]
    assert begin(elders, "", "nl")[0].verwijzing == BASIS


def test_a_kept_scenario_is_not_worked_out_on_another_dataset(context: Context, elders: Context) -> None:
    kept = context.store.add("Plan", begin(context, "", "nl")[0].werk.json(), dataset="basis", fingerprint="oud")
    assert elders.scenarios() == [(BASIS, "Basis")]
    staat, issues = begin(elders, f"?scenario=bewaard:{kept.id}", "nl")
    assert staat.verwijzing == BASIS
    assert "bewaard op dataset 'basis', en Dekking draait op 'anders'" in issues[0].say("nl")
    staat, issues = begin(context, f"?scenario=bewaard:{kept.id}", "nl")
    assert staat.verwijzing == f"bewaard:{kept.id}@1"
    assert "toen dataset basis iets anders zei (kenmerk oud" in issues[0].say("nl"), "never in silence"
