"""What the browser holds: the open scenario, how figures are shown, what stands beside it. A link carries all of it."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from urllib.parse import parse_qs

from dash_app.context import Context, Geopend
from dash_app.werk import Werk, werk_van
from dash_app.woorden import STANDEN
from model.errors import InputError, Issue, Place, shown
from model.scenario import BASIS
from model.tables import Prices, Years
from model.text import Language, Text

Eenheid = Literal["k", "mln"]
START = "structureel"
_LARGEST = 2_000_000  # bytes that a link may unfold to
MOST_BESIDE = 4
_CHOICE = "keuze."
LINK = "link"


@dataclass(frozen=True, slots=True)
class Staat:
    """The state of a window: `naast` are references of scenarios compared with the open one, `keuze` what pages chose.

    `verwijzing` says where the open scenario comes from, `oorsprong` is its mark as it was opened: where that of `werk`
    is another, it was changed since.
    """

    werk: Werk
    verwijzing: str
    oorsprong: str
    eenheid: Eenheid = "k"
    prijzen: Prices = "constant"
    jaren: Years = "begroting"
    taal: Language = "nl"
    naast: tuple[str, ...] = (BASIS,)
    gekozen: str = ""
    keuze: Mapping[str, str] = field(default_factory=dict)

    @property
    def gewijzigd(self) -> bool:
        """Return whether the scenario was changed since it was opened or saved."""
        return self.werk.merk != self.oorsprong

    def json(self) -> dict[str, Any]:
        """Return the state as plain data."""
        return {
            "werk": self.werk.json(),
            "verwijzing": self.verwijzing,
            "oorsprong": self.oorsprong,
            "eenheid": self.eenheid,
            "prijzen": self.prijzen,
            "jaren": self.jaren,
            "taal": self.taal,
            "naast": list(self.naast),
            "gekozen": self.gekozen,
            "keuze": dict(self.keuze),
            "gewijzigd": self.gewijzigd,
        }


def staat_van(data: Mapping[str, Any]) -> Staat:
    """Return the state in plain data; raise `ValueError` where it is not of that form."""
    try:
        return Staat(
            werk=werk_van(data["werk"]),
            verwijzing=str(data["verwijzing"]),
            oorsprong=str(data["oorsprong"]),
            eenheid="mln" if data.get("eenheid") == "mln" else "k",
            prijzen="lopend" if data.get("prijzen") == "lopend" else "constant",
            jaren="alle" if data.get("jaren") == "alle" else "begroting",
            taal="en" if data.get("taal") == "en" else "nl",
            naast=tuple(str(each) for each in data.get("naast", ()))[:MOST_BESIDE],
            gekozen=str(data.get("gekozen", "")),
            keuze={str(name): str(value) for name, value in dict(data.get("keuze", {})).items()},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"no state: {error!r}") from error


def geopend(staat: Staat, opened: Geopend) -> Staat:
    """Return the state with another scenario open."""
    return replace(staat, werk=opened.werk, verwijzing=opened.verwijzing, oorsprong=opened.werk.merk, gekozen="")


def begin(context: Context, search: str, taal: Language) -> tuple[Staat, list[Issue]]:
    """Return the state that a link asks for, and what of it could not be found.

    `search` has `scenario` (a reference), `werk` (the scenario as changed), `eenheid`, `prijzen`, `jaren`, `naast`, and
    `keuze.` before the name of what was chosen on a page.
    """
    asked = {name: values[-1] for name, values in parse_qs(search.removeprefix("?"), keep_blank_values=True).items()}
    issues: list[Issue] = []
    _een_van({"taal": taal, **asked}, "taal", taal, issues)
    opened = _opened(context, asked.get("scenario", ""), issues)
    staat = Staat(
        werk=opened.werk,
        verwijzing=opened.verwijzing,
        oorsprong=opened.werk.merk,
        eenheid="mln" if _een_van(asked, "eenheid", taal, issues) == "mln" else "k",
        prijzen="lopend" if _een_van(asked, "prijzen", taal, issues) == "lopend" else "constant",
        jaren="alle" if _een_van(asked, "jaren", taal, issues) == "alle" else "begroting",
        taal=taal,
        naast=tuple(each for each in asked.get("naast", BASIS).split(",") if each)[:MOST_BESIDE],
        keuze={name.removeprefix(_CHOICE): value for name, value in asked.items() if name.startswith(_CHOICE)},
    )
    if "werk" in asked:
        try:
            staat = replace(staat, werk=werk_van(unfolded(asked["werk"])))
        except ValueError:
            issues.append(Issue("koppeling-onleesbaar", Place(LINK)))
    return staat, issues


def vanzelf(context: Context) -> str:
    """Return the scenario that opens where none is asked for."""
    return next(name for name in (START, *context.meegeleverd, BASIS) if name in context.meegeleverd or name == BASIS)


def _opened(context: Context, verwijzing: str, issues: list[Issue]) -> Geopend:
    fallback = vanzelf(context)
    try:
        opened = context.open(verwijzing or fallback)
        issues.extend(opened.opgemerkt)
        return opened
    except InputError as error:
        opened = context.open(fallback)
        issues.extend([*error.issues, Issue("koppeling-vervangen", Place(LINK), {"shown": opened.werk.naam})])
        return opened


def _een_van(asked: Mapping[str, str], naam: str, taal: Language, issues: list[Issue]) -> str | None:
    """Return what a link asks of a switch; add an issue where the switch has no such position."""
    found, (label, words) = asked.get(naam), STANDEN[naam]
    if found is not None and found not in words:
        instead = words[taal] if naam == "taal" else next(iter(words.values()))
        nl, en = " of ".join(text.nl for text in words.values()), " or ".join(text.en for text in words.values())
        values = {"name": label, "found": shown(found), "expected": Text(nl, en), "shown": instead}
        issues.append(Issue("koppeling-stand", Place(LINK), values))
    return found


def folded(data: Mapping[str, Any]) -> str:
    """Return plain data as a word that fits in a link: compressed JSON in the alphabet of addresses."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def unfolded(word: str) -> dict[str, Any]:
    """Return the data in such a word; raise `ValueError` where it is none, or too large."""
    try:
        packed = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4))
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(packed, _LARGEST)
        if unpacker.unconsumed_tail or not unpacker.eof:
            raise ValueError("too large, or not whole")
        data = json.loads(text)
    except (binascii.Error, zlib.error, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if not isinstance(data, dict):
        raise ValueError("no table")
    return data
