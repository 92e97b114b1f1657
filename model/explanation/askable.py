"""What can be asked of a result: the words that name a figure, and which of them there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from model.cells import BEHEERLAST, HOOFD
from model.explanation.asked import Asked
from model.explanation.bill import PARTS
from model.explanation.combined import SHARE, TOGETHER, halves
from model.explanation.dataset import CONTROL
from model.explanation.parameter import DATASET, PLAN
from model.explanation.quantities import OTHER_NAMES, SUMS
from model.explanation.sources import NAMES
from model.explanation.terms import About
from model.indicators import INDICATORS
from model.overviews import CEILING
from model.parameters import INDEX, INDEX_BBP
from model.result import Result
from model.words import EXTRAPOLATED, KOSTENSOORTEN, ROUTES, STATUSSEN

_OF_CELLS = SUMS | set(OTHER_NAMES)
_OF_POSTS = _OF_CELLS | {"stock", "besparing"}

# Whether there is such a word in a result, after the words before it.
Test = Callable[[Asked, Sequence[str], str], bool]


def _given_for(asked: Asked, before: Sequence[str], word: str) -> bool:
    """Return whether an indicator is given for a group."""
    groups = asked.result.groups
    given = asked.result.indicators.get(before[-1], groups)
    return word in groups[: len(given)]


def _fraction(word: str) -> bool:
    return word.replace(".", "", 1).isdecimal()


_TESTS: Mapping[str, Test] = {
    "kerncijfer": lambda _, __, word: word in SUMS or word in INDICATORS,
    "groep": _given_for,
    "programma": lambda asked, _, word: word in asked.result.groups,
    "grootheid": lambda _, __, word: word in _OF_CELLS,
    "postgrootheid": lambda _, __, word: word in _OF_POSTS,
    "brongrootheid": lambda _, __, word: word in NAMES,
    "kostenpost": lambda asked, _, word: word in asked.result.plan.posts,
    "onderdeel": lambda _, __, word: word in (HOOFD, BEHEERLAST),
    "partij": lambda asked, _, word: word in asked.result.plan.baseline.parties,
    "klasse": lambda _, __, word: word in KOSTENSOORTEN or word == BEHEERLAST,
    "dekkingsbron": lambda asked, _, word: word in asked.result.plan.sources,
    "soort": lambda _, __, word: word in ("kostenpost", "dekkingsbron"),
    "eigenaar": lambda asked, before, word: (before[-1], word) in asked.result.plan.series,
    "index": lambda asked, _, word: f"{INDEX}{word}" in {INDEX_BBP, *asked.result.plan.parameters},
    "jaar": lambda _, __, word: word.isdecimal() and len(word) == 4,
    "rekeningdeel": lambda _, __, word: word in PARTS,
    "route": lambda _, __, word: word in ROUTES,
    "programmadeel": lambda _, __, word: word in CEILING,
    "eigen_programma": lambda asked, _, word: word in asked.result.grid.programmas,
    "parameter": lambda asked, _, word: word in asked.result.plan.parameters,
    "van": lambda asked, before, word: (
        word == PLAN or (word == DATASET and before[-1] in asked.result.plan.baseline.parameters)
    ),
    "status": lambda _, __, word: word in (*STATUSSEN, EXTRAPOLATED),
    "controle": lambda asked, _, word: word.isdecimal() and int(word) < len(asked.result.plan.baseline.controls),
    "controledeel": lambda _, __, word: word in CONTROL,
    "compensatie": lambda asked, _, word: word in asked.result.plan.parameters or _fraction(word),
}

# The words of each sort of figure in order; those with a question mark may be empty or left out.
SORTS: Mapping[str, str] = {
    "kerncijfer": "kerncijfer groep?",
    "kostensoort": "klasse grootheid programma?",
    "partij": "partij grootheid",
    "cellen": "grootheid kostenpost? onderdeel? partij? programma? klasse?",
    "kostenpost": "kostenpost postgrootheid? onderdeel? partij? programma? klasse?",
    "dekkingsbron": "dekkingsbron brongrootheid",
    "bijdrager": "partij dekkingsbron?",
    "betaling": "dekkingsbron kostenpost? onderdeel? partij? programma? klasse?",
    "betaling_blijvend": "dekkingsbron kostenpost? onderdeel? partij? programma? klasse?",
    "rekening": "rekeningdeel partij?",
    "route": "partij route? partij?",
    "bijdrage": "partij partij dekkingsbron?",
    "programmageld": "programmadeel eigen_programma",
    "plan": "soort eigenaar",
    "gegeven": "soort eigenaar",
    "gegevens": "soort",
    "status": "soort status",
    "controle": "controle controledeel",
    "parameter": "parameter van?",
    "blijvend": "soort eigenaar",
    "prijs": "index jaar compensatie?",
}


# What is asked of the dataset or the plan has every year that is simulated, or any year at all.
OF_SERIES = frozenset({"plan", "gegeven", "gegevens", "status"})
ANY_YEAR = frozenset({"parameter", "controle"})


def has_year(result: Result, about: About, year: int) -> bool:
    """Return whether a figure of this sort can be asked for in a year."""
    if about[0] in ANY_YEAR:
        return True
    return year in (result.plan.horizon.simulated if about[0] in OF_SERIES else result.plan.horizon)


def _figure(asked: Asked, about: About) -> bool:
    return bool(about) and askable(asked, about[0], about[1:])


def askable(asked: Asked, sort: str, words: About) -> bool:
    """Return whether these words name a figure of the result."""
    if sort == TOGETHER:
        return _figure(asked, words)
    if sort == SHARE:
        return (
            bool(words) and words[0].isdecimal() and all(_figure(asked, half) for half in halves(words[0], words[1:]))
        )
    declared = SORTS.get(sort, "").split()
    if not declared or len(words) > len(declared):
        return False
    for at, (name, word) in enumerate(zip_longest(declared, words, fillvalue="")):
        if not word and name.endswith("?"):
            continue
        if not _TESTS[name.rstrip("?")](asked, words[:at], word):
            return False
    return True
