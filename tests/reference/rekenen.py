"""Cells and the years one by one: model.md sections 2 and 3."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from inlezen import Rij, tarief, waarde_in_jaar
from planvorming import Lijn, Plan, structureel_deel

Celsleutel = tuple[str, str, str]
"""(kostenpost, onderdeel, partij)."""

Betaling = tuple[int, str, Celsleutel]
"""(jaar, dekkingsbron, cell): what `paid` is kept under."""


@dataclass
class Cel:
    """Somebody's share of a post or of the beheerlast that it leaves (section 2)."""

    sleutel: Celsleutel
    rij: Rij
    kostensoort: str
    rang: int
    aandeel: float

    @property
    def post(self) -> str:
        """Return the id of the kostenpost."""
        return self.sleutel[0]

    @property
    def onderdeel(self) -> str:
        """Return `hoofd` or `beheerlast`."""
        return self.sleutel[1]

    @property
    def partij(self) -> str:
        """Return who owes the cost."""
        return self.sleutel[2]

    @property
    def investering(self) -> bool:
        """Return whether the cell is doorontwikkeling or vernieuwing."""
        return self.kostensoort != "beheer"


@dataclass
class Celjaar:
    """What section 3 computes for one cell in one year."""

    gepland: float = 0.0
    prijs: float = 1.0
    behoefte: float = 0.0
    behoefte_structureel: float = 0.0
    need: float = 0.0
    dekking: float = 0.0
    rest: float = 0.0
    tekort: float = 0.0
    inhaal: float = 0.0
    geleverd: float = 0.0
    achterstand: float = 0.0
    vervallen: float = 0.0
    wacht: float = 0.0


@dataclass
class Bronjaar:
    """What section 3 computes for one source in one year."""

    nieuw_geld: float = 0.0
    beschikbaar: float = 0.0
    ingezet: float = 0.0
    over: float = 0.0
    meegenomen: float = 0.0
    onderuitputting: float = 0.0


@dataclass
class Uitkomst:
    """A simulated scenario."""

    plan: Plan
    cellen: list[Cel]
    per_cel: dict[tuple[Celsleutel, int], Celjaar] = field(default_factory=dict)
    per_bron: dict[tuple[str, int], Bronjaar] = field(default_factory=dict)
    betaald: dict[Betaling, float] = field(default_factory=dict)
    werk: dict[tuple[str, int], float] = field(default_factory=dict)

    def celjaar(self, cel: Cel, jaar: int) -> Celjaar:
        """Return what was computed for a cell in a year."""
        return self.per_cel[cel.sleutel, jaar]


def maak_cellen(plan: Plan) -> list[Cel]:
    """Section 2: one cell per post, onderdeel and partij with a share that is not zero."""
    cellen = []
    for post, lijn in plan.posten.items():
        rij = lijn.rij
        for partij, aandeel in plan.dataset.sleutels[rij["sleutel"]].items():
            if aandeel != 0.0:
                sleutel = (post, "hoofd", partij)
                cellen.append(Cel(sleutel, rij, rij["kostensoort"], int(rij["rang"]), aandeel))
        if rij["kostensoort"] == "beheer" or tarief(rij, "beheerratio", plan.parameters, 0.0) <= 0.0:
            continue
        rang = int(rij.get("rang_beheer") or rij["rang"])
        verdeling = plan.dataset.sleutels[rij.get("sleutel_beheer") or rij["sleutel"]]
        for partij, aandeel in verdeling.items():
            if aandeel != 0.0:
                cellen.append(Cel((post, "beheerlast", partij), rij, "beheer", rang, aandeel))
    return cellen


def samengesteld(van: int, naar: int, groei: Callable[[int], float]) -> float:
    """Section 3: compound 1 + growth over the years after `van` up to `naar`; backwards: divide."""
    factor = 1.0
    for jaar in range(van + 1, naar + 1):
        factor *= 1.0 + groei(jaar)
    for jaar in range(naar + 1, van + 1):
        factor /= 1.0 + groei(jaar)
    return factor


def indexgroei(plan: Plan, index: str, jaar: int) -> float:
    """Section 3: `index.<i>(y)`; index.bbp is 0 where the dataset has none."""
    naam = f"index.{index}"
    if index == "bbp" and naam not in plan.parameters:
        return 0.0
    return waarde_in_jaar(plan.parameters[naam], jaar)


def prijsfactor(plan: Plan, rij: Rij, jaar: int) -> float:
    """Section 3, price factor X of a post."""
    index = rij.get("index", "")
    if index in ("", "geen"):
        return 1.0
    return samengesteld(int(rij["prijspeil"]), jaar, lambda t: indexgroei(plan, index, t))


def geldfactor(plan: Plan, rij: Rij, jaar: int) -> float:
    """Section 3, money factor M of a source."""
    index = rij.get("index", "")
    if index in ("", "geen"):
        return 1.0

    def groei(t: int) -> float:
        return tarief(rij, "compensatie", plan.parameters, 1.0, t) * indexgroei(plan, index, t)

    return samengesteld(int(rij["prijspeil"]), jaar, groei)


def eenheidsprijs(plan: Plan, rij: Rij, jaar: int) -> float:
    """Section 3, unit price u of investment."""
    return tarief(rij, "kostenfactor", plan.parameters, 1.0) * prijsfactor(plan, rij, jaar)


def volume(plan: Plan, lijn: Lijn, jaar: int) -> float:
    """Section 3, volume V of a beheer post; 1 where no amount was given."""
    if lijn.laatste_jaar is None:
        return 1.0
    groei = tarief(lijn.rij, "volumegroei", plan.parameters, 0.0)
    return float((1.0 + groei) ** max(0, jaar - lijn.laatste_jaar))


def opgeleverd(uitkomst: Uitkomst, post: str, jaar: int) -> float:
    """Section 3, S: delivered work whose doorlooptijd has passed and whose levensduur has not."""
    rij, parameters = uitkomst.plan.posten[post].rij, uitkomst.plan.parameters
    doorlooptijd = int(tarief(rij, "doorlooptijd", parameters, 1.0))
    levensduur = tarief(rij, "levensduur", parameters, float("inf"))
    som = 0.0
    for (ander, t), geleverd in uitkomst.werk.items():
        if ander == post and jaar - doorlooptijd - levensduur < t <= jaar - doorlooptijd:
            som += geleverd
    return som


def besparing(uitkomst: Uitkomst, post: str, jaar: int) -> float:
    """Section 3: the savings that delivered work of a post yields, before distribution."""
    rij = uitkomst.plan.posten[post].rij
    ratio = tarief(rij, "besparingsratio", uitkomst.plan.parameters, 0.0)
    return ratio * opgeleverd(uitkomst, post, jaar) * prijsfactor(uitkomst.plan, rij, jaar)


def vraag_beheer(uitkomst: Uitkomst, cel: Cel, jaar: int) -> Celjaar:
    """Section 3, ask and need of a beheer cell."""
    plan, lijn = uitkomst.plan, uitkomst.plan.posten[cel.post]
    factor = cel.aandeel * volume(plan, lijn, jaar) * prijsfactor(plan, lijn.rij, jaar)
    uit = Celjaar(gepland=cel.aandeel * lijn.plan[jaar])
    uit.behoefte = uit.need = lijn.plan[jaar] * factor
    uit.behoefte_structureel = structureel_deel(lijn, jaar) * factor
    return uit


def vraag_beheerlast(uitkomst: Uitkomst, cel: Cel, jaar: int) -> Celjaar:
    """Section 3, ask and need of a beheerlast cell; structural in full (section 2)."""
    plan = uitkomst.plan
    ratio = tarief(cel.rij, "beheerratio", plan.parameters, 0.0)
    bedrag = cel.aandeel * ratio * opgeleverd(uitkomst, cel.post, jaar) * prijsfactor(plan, cel.rij, jaar)
    return Celjaar(behoefte=bedrag, behoefte_structureel=bedrag, need=bedrag)


def vraag_investering(uitkomst: Uitkomst, cel: Cel, jaar: int) -> Celjaar:
    """Section 3, ask and need of an investment cell, with what capacity allows."""
    plan, lijn = uitkomst.plan, uitkomst.plan.posten[cel.post]
    uit = Celjaar(gepland=cel.aandeel * lijn.plan[jaar], prijs=eenheidsprijs(plan, cel.rij, jaar))
    uit.behoefte = uit.gepland * uit.prijs
    uit.behoefte_structureel = cel.aandeel * structureel_deel(lijn, jaar) * uit.prijs
    open_werk = uit.gepland + vorige_achterstand(uitkomst, cel, jaar)
    uit.wacht = open_werk - open_werk * doenbaar(uitkomst, cel.post, jaar)
    uit.need = (open_werk - uit.wacht) * uit.prijs
    return uit


def vorige_achterstand(uitkomst: Uitkomst, cel: Cel, jaar: int) -> float:
    """Return k[y-1]; nothing before the simulation starts (section 1)."""
    vorig = uitkomst.per_cel.get((cel.sleutel, jaar - 1))
    return vorig.achterstand if vorig else 0.0


def doenbaar(uitkomst: Uitkomst, post: str, jaar: int) -> float:
    """Section 3: min(1, K / open work of the whole post), 1 without a capaciteit."""
    lijn = uitkomst.plan.posten[post]
    capaciteit = tarief(lijn.rij, "capaciteit", uitkomst.plan.parameters, float("inf"))
    som = 0.0
    for cel in uitkomst.cellen:
        if cel.post == post and cel.onderdeel == "hoofd":
            som += cel.aandeel * lijn.plan[jaar] + vorige_achterstand(uitkomst, cel, jaar)
    return min(1.0, capaciteit / som) if som > 0.0 else 1.0


def bepaal_vraag(uitkomst: Uitkomst, cel: Cel, jaar: int) -> Celjaar:
    """Section 3, "Ask and need": by kind of cell."""
    if cel.onderdeel == "beheerlast":
        return vraag_beheerlast(uitkomst, cel, jaar)
    if cel.investering:
        return vraag_investering(uitkomst, cel, jaar)
    return vraag_beheer(uitkomst, cel, jaar)


def telt(plan: Plan, bron: Lijn) -> bool:
    """Section 1: only sources whose besluitstatus is in telt_mee have money."""
    return bron.rij["besluitstatus"] in plan.scenario.telt_mee


def bepaal_geld(uitkomst: Uitkomst, naam: str, jaar: int) -> Bronjaar:
    """Section 3, "Money": f * M + carry of last year."""
    plan, bron = uitkomst.plan, uitkomst.plan.bronnen[naam]
    if not telt(plan, bron):
        return Bronjaar()
    vorig = uitkomst.per_bron.get((naam, jaar - 1), Bronjaar())
    nieuw = bron.plan[jaar] * geldfactor(plan, bron.rij, jaar)
    return Bronjaar(nieuw_geld=nieuw, beschikbaar=nieuw + vorig.meegenomen)


def mag_betalen(bron: Lijn, cel: Cel) -> bool:
    """Contract section 1: every `voor_` cell that is filled must match."""
    eigenschappen = {
        "voor_programma": cel.rij["programma"],
        "voor_thema": cel.rij["thema"],
        "voor_kostensoort": cel.kostensoort,
        "voor_partij": cel.partij,
        "voor_kostenpost": cel.post,
    }
    for kolom, eigenschap in eigenschappen.items():
        beperking = bron.rij.get(kolom, "")
        if beperking and eigenschap not in beperking.split("|"):
            return False
    return True


@dataclass
class Waterval:
    """The outcome of one waterfall: what is paid, still needed, and left."""

    betaald: dict[tuple[str, Celsleutel], float]
    nog_nodig: dict[Celsleutel, float]
    over: dict[str, float]


def waterval(plan: Plan, cellen: list[Cel], nodig: dict[Celsleutel, float], geld: dict[str, float]) -> Waterval:
    """Section 3, "Coverage": sources by volgorde (ties: file order), within a source cells by rang."""
    uit = Waterval({}, dict(nodig), dict(geld))
    for naam in sorted(plan.bronnen, key=lambda naam: int(plan.bronnen[naam].rij["volgorde"])):
        bron = plan.bronnen[naam]
        if not telt(plan, bron):
            continue
        mogelijk = [cel for cel in cellen if mag_betalen(bron, cel)]
        for rang in sorted({cel.rang for cel in mogelijk}):
            betaal(uit, naam, [cel for cel in mogelijk if cel.rang == rang])
    return uit


def betaal(uit: Waterval, bron: str, groep: list[Cel]) -> None:
    """Section 3, "Coverage": cells of equal rang share pro rata; no rounding residue stays behind."""
    som = sum(uit.nog_nodig[cel.sleutel] for cel in groep)
    if som <= 0.0:
        return
    genoeg = uit.over[bron] >= som
    phi = 1.0 if genoeg else uit.over[bron] / som
    for cel in groep:
        nodig = uit.nog_nodig[cel.sleutel]
        uit.betaald[bron, cel.sleutel] = phi * nodig
        uit.nog_nodig[cel.sleutel] = 0.0 if genoeg else nodig - phi * nodig
    uit.over[bron] = uit.over[bron] - som if genoeg else 0.0


def sluit_cel_af(cel: Cel, uit: Celjaar, vorige: float, doorschuif: float) -> None:
    """Section 3, "Afterwards", per cell."""
    if not cel.investering:
        uit.tekort = uit.rest
        return
    uit.geleverd = uit.dekking / uit.prijs
    uit.achterstand = doorschuif * uit.rest / uit.prijs + uit.wacht
    uit.vervallen = (1.0 - doorschuif) * uit.rest / uit.prijs
    uit.tekort = max(0.0, uit.rest - max(0.0, vorige - uit.wacht) * uit.prijs)
    uit.inhaal = max(0.0, uit.dekking - uit.behoefte)


def sluit_bron_af(bron: Bronjaar, over: float, marge: float) -> None:
    """Section 3, "Per source"."""
    bron.over = over
    bron.ingezet = bron.beschikbaar - over
    bron.meegenomen = min(over, marge * bron.beschikbaar)
    bron.onderuitputting = over - bron.meegenomen


def reken_jaar(uitkomst: Uitkomst, jaar: int) -> None:
    """Section 3: one year."""
    plan, cellen = uitkomst.plan, uitkomst.cellen
    vraag = {cel.sleutel: bepaal_vraag(uitkomst, cel, jaar) for cel in cellen}
    geld = {naam: bepaal_geld(uitkomst, naam, jaar) for naam in plan.bronnen}
    nodig = {sleutel: uit.need for sleutel, uit in vraag.items()}
    verdeeld = waterval(plan, cellen, nodig, {naam: bron.beschikbaar for naam, bron in geld.items()})
    for (naam, sleutel), bedrag in verdeeld.betaald.items():
        uitkomst.betaald[jaar, naam, sleutel] = bedrag
        vraag[sleutel].dekking += bedrag
    for cel in cellen:
        uit = vraag[cel.sleutel]
        uit.rest = verdeeld.nog_nodig[cel.sleutel]
        doorschuif = tarief(cel.rij, "doorschuif", plan.parameters, 1.0)
        sluit_cel_af(cel, uit, vorige_achterstand(uitkomst, cel, jaar), doorschuif)
        uitkomst.per_cel[cel.sleutel, jaar] = uit
        if cel.investering:
            werk = uitkomst.werk.get((cel.post, jaar), 0.0)
            uitkomst.werk[cel.post, jaar] = werk + uit.geleverd
    for naam, bron in geld.items():
        marge = tarief(plan.bronnen[naam].rij, "eindejaarsmarge", plan.parameters, 0.0)
        sluit_bron_af(bron, verdeeld.over[naam], marge)
        uitkomst.per_bron[naam, jaar] = bron


def simuleer(plan: Plan) -> Uitkomst:
    """Section 1, last paragraph: from the earlier of the dataset's and the horizon's first year."""
    uitkomst = Uitkomst(plan, maak_cellen(plan))
    for jaar in range(plan.begin, plan.scenario.horizon[1] + 1):
        reken_jaar(uitkomst, jaar)
    return uitkomst
