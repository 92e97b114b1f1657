"""The baseline: posts, sources, parties and parameters as a dataset gives them. Source: contract, section 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.parameters import Parameter
from model.text import Text
from model.words import BEHEER

Rate = float | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenpost:
    """A cost line; its fields are the columns of `kostenposten`."""

    id: str
    naam: str
    programma: str
    thema: str
    kostensoort: str
    rang: int
    verloop: str
    sleutel: str
    voorziening: str | None = None
    hoofdstuk: str | None = None
    artikel: str | None = None
    instrument: str | None = None
    index: str | None = None
    prijspeil: int | None = None
    sleutel_beheer: str | None = None
    rang_beheer: int | None = None
    sleutel_besparing: str | None = None
    volumegroei: Rate | None = None
    kostenfactor: Rate | None = None
    beheerratio: Rate | None = None
    doorlooptijd: Rate | None = None
    levensduur: Rate | None = None
    doorschuif: Rate | None = None
    besparingsratio: Rate | None = None
    capaciteit: Rate | None = None
    toelichting: str | None = None

    @property
    def investering(self) -> bool:
        """Return whether the post is an investment: doorontwikkeling or vernieuwing."""
        return self.kostensoort != BEHEER


@dataclass(frozen=True, slots=True, kw_only=True)
class Dekkingsbron:
    """A funding source; its fields are the columns of `dekkingsbronnen`."""

    id: str
    naam: str
    betaler: str
    besluitstatus: str
    volgorde: int
    verloop: str
    route: str | None = None
    hoofdstuk: str | None = None
    artikel: str | None = None
    index: str | None = None
    prijspeil: int | None = None
    compensatie: Rate | None = None
    eindejaarsmarge: Rate | None = None
    voor_programma: tuple[str, ...] = ()
    voor_thema: tuple[str, ...] = ()
    voor_kostensoort: tuple[str, ...] = ()
    voor_partij: tuple[str, ...] = ()
    voor_kostenpost: tuple[str, ...] = ()
    toelichting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount of a series, in k€ at its own price level, with its provenance."""

    jaar: int
    bedrag: float
    status: str
    stand: str | None = None
    referentie: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partij:
    """Who owes a cost or pays for it."""

    id: str
    naam: str
    soort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Referentie:
    """A publication that figures come from."""

    id: str
    titel: str
    kenmerk: str | None = None
    datum: str | None = None
    uitgever: str | None = None
    url: str | None = None
    vindplaats: str | None = None
    citaat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Controletotaal:
    """A total that a publication states, and the rows of the dataset that must agree with it."""

    id: str
    naam: str
    jaar: int
    bedrag: float
    toets: str
    tabel: str
    selectie: str
    referentie: str
    toelichting: str | None = None


Series = Mapping[str, tuple[Amount, ...]]
Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A dataset, read and checked. Mappings are by id, in the order of the files.

    `keys` holds every distribution key, each partij's own id (100 %) included; `contributions` the shares of who
    fills a source; `groupings` per grouping the group of each post; `notices` what is well formed but may be meant
    otherwise.
    """

    name: str
    posts: Mapping[str, Kostenpost]
    sources: Mapping[str, Dekkingsbron]
    post_series: Series
    source_series: Series
    parties: Mapping[str, Partij]
    keys: Mapping[str, Shares]
    parameters: Mapping[str, Parameter]
    references: Mapping[str, Referentie]
    contributions: Mapping[str, Shares] = field(default_factory=dict)
    groupings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    controls: tuple[Controletotaal, ...] = ()
    notices: tuple[Text, ...] = ()

    @property
    def first_year(self) -> int | None:
        """Return the first year in the two series tables, if they hold any."""
        series = (*self.post_series.values(), *self.source_series.values())
        return min((amount.jaar for amounts in series for amount in amounts), default=None)
