"""What every page of a workbook is made from: a result, its years, its bundles, and the pages made so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.baseline import Dekkingsbron, Kostenpost
from model.io.excel.bundles import Bundle, Gathered, Turn, bundles_of, turns_of
from model.io.excel.frame import Frame
from model.io.excel.layout import Page
from model.ledger import Plan
from model.parameters import INDEX_BBP, NO_INDEX
from model.result import Result
from model.tables import Prices
from model.text import Language, Text

INVOER, BEREKENING, KERNCIJFERS, RESULTAAT = "Invoer", "Berekening", "Kerncijfers", "Resultaat"
LEESWIJZER, MAATREGELEN, CONTROLES, BRONNEN, GRAFIEKEN = (
    "Leeswijzer", "Maatregelen", "Controles", "Bronnen", "Grafieken",
)  # fmt: skip
META = "_dekking"
PAGES = (LEESWIJZER, INVOER, MAATREGELEN, BEREKENING, RESULTAAT, KERNCIJFERS, CONTROLES, BRONNEN, GRAFIEKEN)

Years = tuple[int, ...]


@dataclass(slots=True)
class Draft:
    """A workbook under construction."""

    result: Result
    frame: Frame
    bundles: list[Bundle]
    turns: list[list[Turn]]
    gathered: Gathered
    fingerprint: str = ""
    prices: Prices = "constant"
    pages: dict[str, Page] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        """Return the plan that the workbook is about."""
        return self.result.plan

    @property
    def posts(self) -> tuple[Kostenpost, ...]:
        """Return the posts, in order."""
        return self.result.grid.posts

    @property
    def sources(self) -> tuple[Dekkingsbron, ...]:
        """Return the sources, in the order of the waterfall."""
        return self.result.grid.sources

    def page(self, name: str) -> Page:
        """Return a page, made where it is not there yet."""
        return self.pages.setdefault(name, Page(name, self.frame))

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the language of the workbook."""
        return self.frame.say(text, **values)

    def invoer(self, *key: str) -> int:
        """Return the number of a row of Invoer."""
        return self.page(INVOER).at(*key)

    def berekening(self, *key: str) -> int:
        """Return the number of a row of Berekening."""
        return self.page(BEREKENING).at(*key)


def draft_of(
    result: Result, language: Language, fingerprint: str = "", *, years: Years = (), prices: Prices = "constant"
) -> Draft:
    """Return the draft of a result, its pages in order and still empty.

    `fingerprint` is that of the dataset; `years` must have columns, also where nothing asks for them; `prices` are
    those of the page Resultaat.
    """
    horizon, grid = result.plan.horizon, result.grid
    owners: tuple[Kostenpost | Dekkingsbron, ...] = (*grid.posts, *grid.sources)
    levels = [owner.prijspeil for owner in owners if indexed(owner) and owner.prijspeil is not None]
    spanned = (horizon.start, horizon.last, result.begrotingsjaar, *levels, *years)
    parties = result.plan.baseline.parties
    frame = Frame(min(spanned), max(spanned), horizon.start, horizon.first, horizon.last, language, len(parties))
    bundles = bundles_of(grid.posts, grid.sources, tuple(parties))
    turns = [turns_of(source, bundles) for source in grid.sources]
    draft = Draft(result, frame, bundles, turns, Gathered(grid, bundles), fingerprint, prices)
    for name in PAGES:
        draft.page(name)
    return draft


def indexed(owner: Kostenpost | Dekkingsbron) -> bool:
    """Return whether the amounts of a post or source have a price level and an index that moves it."""
    return owner.index not in (None, NO_INDEX) and owner.prijspeil is not None


def index_of(owner: Kostenpost | Dekkingsbron) -> str:
    """Return the index of a post or source; `geen` where it has none."""
    return owner.index if indexed(owner) and owner.index is not None else NO_INDEX


def indexes(draft: Draft) -> list[str]:
    """Return every index in use, that of bbp included, and `geen`."""
    owners: tuple[Kostenpost | Dekkingsbron, ...] = (*draft.posts, *draft.sources)
    used = [index_of(owner) for owner in owners]
    return list(dict.fromkeys([*used, INDEX_BBP.removeprefix("index."), NO_INDEX]))
