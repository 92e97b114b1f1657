"""The hidden sheet of a return: everything that its department was sent of the round, so that it can be read alone.

Rows begin with their sort; a row of sort `KOP` names what the rows of a sort hold. Everything is text, so that no
program can round it. Who reads it makes the round anew, and its version says whether anyone changed the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from model.io.program import program_version
from model.io.returns.sheets import FEIT, FORMAAT, HERKOMST, KOP, POST_RIJ, REGEL_RIJ, herkomst_tekst, herkomst_uit
from model.returns.basis import versie
from model.returns.columns import KOLOMMEN
from model.returns.edition import EDITIES, Sleutel, sleutel
from model.returns.fields import POST_VELDEN
from model.returns.opgave import Cel, Herkomst, Post
from model.returns.ronde import Controletotaal, Departement, Drempel, Ronde, Samen
from model.text import Language

AARD_RIJ, SAMEN_RIJ, CONTROLE_RIJ = "aard", "samen", "controle"
_VELDEN = tuple(veld.ident for veld in POST_VELDEN)
_HEADS: Mapping[str, Sequence[str]] = {
    FEIT: ("naam", "waarde"),
    AARD_RIJ: ("kolom", "aard"),
    POST_RIJ: ("tabel", "post", *_VELDEN),
    REGEL_RIJ: ("sleutel", *KOLOMMEN),
    SAMEN_RIJ: ("sleutels", "kolom", "cel", "was", "editie"),
    CONTROLE_RIJ: ("artikel", "grootheid", "kolom", "bedrag", "toets", "referentie"),
}
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verborgen:
    """What the hidden sheet says: its facts, the origin, and the round that it was made from.

    There is no round where the sheet is not what it was: `heel` says whether it is.
    """

    feiten: Mapping[str, str]
    herkomst: Herkomst | None
    ronde: Ronde | None

    @property
    def heel(self) -> bool:
        """Return whether nobody changed the sheet."""
        return self.ronde is not None


def hidden_rows(ronde: Ronde, departement: str, language: Language) -> Iterator[Words]:
    """Yield the rows of the hidden sheet of a department's return."""
    content: Mapping[str, Iterable[Words]] = {
        FEIT: _facts(ronde, departement, language),
        AARD_RIJ: ((kolom, ronde.aard[kolom]) for kolom in KOLOMMEN),
        POST_RIJ: (
            (post.tabel, post.ident, *(post.velden.get(veld, "") for veld in _VELDEN))
            for post in ronde.posten.get(departement, ())
        ),
        REGEL_RIJ: _last(ronde.vorige.get(departement, {})),
        SAMEN_RIJ: (
            (" ".join(key.tekst() for key in each.sleutels), each.kolom, _word(each.cel), each.was.tekst(), each.editie)
            for each in ronde.samen.get(departement, ())
        ),
        CONTROLE_RIJ: (
            (each.artikel, each.grootheid, each.kolom, repr(each.bedrag), each.toets, each.referentie)
            for each in ronde.controles.get(departement, ())
        ),
    }
    for sort, rows in content.items():
        yield (KOP, sort, *_HEADS[sort])
        yield from ((sort, *row) for row in rows)


def _facts(ronde: Ronde, departement: str, language: Language) -> Iterator[Words]:
    found = Herkomst(ronde.editie.nummer, ronde.naam, departement, versie(ronde, departement))
    about = ronde.departementen[departement]
    yield from (
        ("formaat", FORMAAT), (HERKOMST, herkomst_tekst(found)), ("editie", found.editie), ("ronde", ronde.naam),
        ("departement", departement), ("basis", found.basis), ("jaar", str(ronde.jaar)), ("taal", language),
        ("fictief", "ja" if ronde.fictief else "nee"), ("programma", program_version()), ("naam", about.naam),
        ("hoofdstuk", about.hoofdstuk), ("fase", ronde.fase), ("prijzen", ronde.prijzen),
        *((f"drempel-{name}", repr(size)) for name, size in ronde.drempel.gegeven().items()),
    )  # fmt: skip


def _last(vorige: Mapping[tuple[Sleutel, str], Cel]) -> Iterator[Words]:
    for key in dict.fromkeys(key for key, _ in vorige):
        yield (key.tekst(), *(_word(vorige.get((key, kolom))) for kolom in KOLOMMEN))


def _word(cel: Cel | None) -> str:
    """Return a cell as text: its number, or its state; empty where nothing is known of it."""
    if cel is None:
        return ""
    return repr(cel.waarde) if cel.staat == "waarde" else cel.staat


def read_hidden(rows: Iterable[Sequence[str]]) -> Verborgen:
    """Return what the rows of a hidden sheet say, however they are ordered."""
    by_sort: dict[str, list[Sequence[str]]] = {}
    for sort, *words in rows:
        by_sort.setdefault(sort, []).append(words)
    facts = {words[0]: words[1] if len(words) > 1 else "" for words in by_sort.get(FEIT, ()) if words}
    origin = herkomst_uit(facts.get(HERKOMST, ""))
    try:
        ronde = _ronde(facts, by_sort)
        made = Herkomst(facts["editie"], ronde.naam, facts["departement"], versie(ronde, facts["departement"]))
        whole = facts[HERKOMST] == herkomst_tekst(made) and facts["basis"] == made.basis
    except (KeyError, ValueError, IndexError, TypeError):  # someone changed it: then nothing in it is taken for true
        return Verborgen(facts, origin, None)
    return Verborgen(facts, origin, ronde if whole else None)


def _ronde(facts: Mapping[str, str], by_sort: Mapping[str, list[Sequence[str]]]) -> Ronde:
    departement = facts["departement"]
    return Ronde(
        facts["ronde"],
        int(facts["jaar"]),
        EDITIES[facts["editie"]],
        {departement: Departement(departement, facts["naam"], facts["hoofdstuk"])},
        fase=facts["fase"],
        prijzen=facts["prijzen"],
        aard={words[0]: words[1] for words in by_sort.get(AARD_RIJ, ())},
        drempel=_drempel(facts),
        fictief=facts["fictief"] == "ja",
        posten={departement: tuple(map(_post, by_sort.get(POST_RIJ, ())))},
        vorige={departement: dict(_figures(by_sort.get(REGEL_RIJ, ())))},
        samen={departement: tuple(map(_samen, by_sort.get(SAMEN_RIJ, ())))},
        controles={departement: tuple(map(_controle, by_sort.get(CONTROLE_RIJ, ())))},
    )


def _drempel(facts: Mapping[str, str]) -> Drempel:
    named = {each.name: f"drempel-{each.name}" for each in fields(Drempel)}
    return Drempel(**{name: float(facts[fact]) for name, fact in named.items() if fact in facts})


def _post(words: Sequence[str]) -> Post:
    tabel, ident, *fields = words
    return Post(tabel, ident, {veld: text for veld, text in zip(_VELDEN, fields, strict=False) if text})


def _figures(rows: Iterable[Sequence[str]]) -> Iterator[tuple[tuple[Sleutel, str], Cel]]:
    for key, *figures in rows:
        for kolom, word in zip(KOLOMMEN, figures, strict=False):
            if word:
                yield (sleutel(key), kolom), _cel(word)


def _cel(word: str) -> Cel:
    for staat in ("nihil", "nvt", "ontbreekt"):
        if word == staat:
            return Cel(staat)
    return Cel("waarde", float(word))


def _samen(words: Sequence[str]) -> Samen:
    keys, kolom, cel, was, editie = words
    return Samen(tuple(map(sleutel, keys.split())), kolom, _cel(cel), sleutel(was), editie)


def _controle(words: Sequence[str]) -> Controletotaal:
    artikel, grootheid, kolom, bedrag, toets, referentie = words
    return Controletotaal(artikel, grootheid, kolom, float(bedrag), toets, referentie)
