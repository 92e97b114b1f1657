"""Indicators: model.md section 4."""

from __future__ import annotations

from collections.abc import Iterable

from inlezen import Scenario, waarde_in_jaar
from planvorming import Plan, maak_plan, structureel_deel
from rekenen import Cel, Uitkomst, Waterval, besparing, geldfactor, indexgroei, samengesteld, telt, waterval

Waarden = dict[str, float]
KLEIN = 1e-6
"""Ratios treat less than this in a denominator as 0 (section 4)."""

BIJNA_GELIJK = 1e-6
TEKORT_VANAF = 0.5
"""eerste_tekortjaar: first year with a tekort above this (section 4)."""


def verhouding(teller: float, noemer: float, anders: float) -> float:
    """Return a ratio, or `anders` where the denominator counts as 0."""
    return anders if noemer < KLEIN else teller / noemer


def begrotingsjaar(plan: Plan) -> int:
    """Contract section 1: the key of the scenario or its basis, else the parameter, else the first year."""
    if plan.scenario.begrotingsjaar is not None:
        return plan.scenario.begrotingsjaar
    if "begrotingsjaar" in plan.parameters:
        return int(waarde_in_jaar(plan.parameters["begrotingsjaar"], plan.scenario.horizon[0]))
    return plan.scenario.horizon[0]


def eigen_betaald(uitkomst: Uitkomst, cel: Cel, jaar: int) -> float:
    """Return what sources of route `eigen` paid for a cell."""
    som = 0.0
    for naam, bron in uitkomst.plan.bronnen.items():
        if bron.rij.get("route") == "eigen":
            som += uitkomst.betaald.get((jaar, naam, cel.sleutel), 0.0)
    return som


def structurele_waterval(uitkomst: Uitkomst, jaar: int) -> Waterval:
    """Section 4, structurele_dekking: a waterfall with only structural money and structural needs."""
    plan = uitkomst.plan
    nodig = {cel.sleutel: uitkomst.celjaar(cel, jaar).behoefte_structureel for cel in uitkomst.cellen}
    geld = {}
    for naam, bron in plan.bronnen.items():
        bedrag = structureel_deel(bron, jaar) * geldfactor(plan, bron.rij, jaar)
        geld[naam] = bedrag if telt(plan, bron) else 0.0
    return waterval(plan, uitkomst.cellen, nodig, geld)


def structurele_dekking(verdeeld: Waterval, cel: Cel) -> float:
    """Return the structural cover of a cell."""
    return sum(bedrag for (_, sleutel), bedrag in verdeeld.betaald.items() if sleutel == cel.sleutel)


def dekkingscijfers(uitkomst: Uitkomst, cellen: list[Cel], jaar: int) -> Waarden:
    """Section 4: behoefte .. tekort_vernieuwing of one year."""
    per_cel = [(cel, uitkomst.celjaar(cel, jaar)) for cel in cellen]
    behoefte = sum(uit.behoefte for _, uit in per_cel)
    dekking = sum(uit.dekking for _, uit in per_cel)
    eigen = {cel.sleutel: eigen_betaald(uitkomst, cel, jaar) for cel in cellen}
    gedekt = sum(min(uit.behoefte, uit.dekking - eigen[cel.sleutel]) for cel, uit in per_cel)
    op_beheer = sum(uit.dekking for cel, uit in per_cel if not cel.investering)
    op_investering = sum(uit.dekking for cel, uit in per_cel if cel.investering)
    return {
        "behoefte": behoefte,
        "dekking": dekking,
        "tekort": sum(uit.tekort for _, uit in per_cel),
        "inhaal": sum(uit.inhaal for _, uit in per_cel),
        "eigen_middelen": sum(eigen.values()),
        "dekkingsgraad": verhouding(gedekt, behoefte, 1.0),
        "beheeraandeel": verhouding(op_beheer, dekking, 0.0),
        "vernieuwingsaandeel": verhouding(op_investering, dekking, 0.0),
        "tekort_vernieuwing": sum(uit.tekort for cel, uit in per_cel if cel.investering),
    }


def structuurcijfers(uitkomst: Uitkomst, cellen: list[Cel], jaar: int, verdeeld: Waterval) -> Waarden:
    """Section 4: structurele_lasten .. incidenteel_gedekt of one year."""
    lasten = gedekt = incidenteel = 0.0
    for cel in cellen:
        uit = uitkomst.celjaar(cel, jaar)
        structureel = structurele_dekking(verdeeld, cel)
        lasten += uit.behoefte_structureel
        gedekt += structureel
        incidenteel += max(0.0, min(uit.behoefte_structureel, uit.dekking) - structureel)
    return {
        "structurele_lasten": lasten,
        "structurele_dekking": gedekt,
        "saldo_structurele_dekking": gedekt - lasten,
        "incidenteel_gedekt": incidenteel,
    }


def werkcijfers(uitkomst: Uitkomst, cellen: list[Cel], jaar: int) -> Waarden:
    """Section 4: geleverd .. besparing of one year."""
    per_cel = [uitkomst.celjaar(cel, jaar) for cel in cellen if cel.investering]
    posten = {cel.post for cel in cellen}
    return {
        "geleverd": sum(uit.geleverd for uit in per_cel),
        "achterstand": sum(uit.achterstand for uit in per_cel),
        "vervallen": sum(uit.vervallen for uit in per_cel),
        "wacht_op_capaciteit": sum(uit.wacht * uit.prijs for uit in per_cel),
        "besparing": sum(besparing(uitkomst, post, jaar) for post in uitkomst.plan.posten if post in posten),
    }


def terugval(tekort: dict[int, float]) -> dict[int, float]:
    """Section 4, terugval: rise of the tekort over the year before; 0 in the horizon's first year."""
    uit = {}
    for jaar, bedrag in tekort.items():
        uit[jaar] = max(0.0, bedrag - tekort.get(jaar - 1, bedrag))
    return uit


def contante_waarde(plan: Plan, tekort: dict[int, float]) -> float:
    """Section 4, contante_waarde_tekort: D is 1 in the horizon's first year."""
    som, noemer = 0.0, 1.0
    for jaar in plan.scenario.jaren():
        if jaar > plan.scenario.horizon[0]:
            voet = waarde_in_jaar(plan.parameters.get("discontovoet", {None: 0.0}), jaar)
            noemer *= (1.0 + voet) * (1.0 + indexgroei(plan, "bbp", jaar))
        som += tekort[jaar] / noemer
    return som


def vertraging_en_einde(uitkomst: Uitkomst, cellen: list[Cel]) -> Waarden:
    """Section 4: gemiddelde_vertraging and achterstand_einde."""
    achterstand = gepland = einde = 0.0
    for cel in cellen:
        if not cel.investering:
            continue
        for jaar in uitkomst.plan.scenario.jaren():
            achterstand += uitkomst.celjaar(cel, jaar).achterstand
            gepland += uitkomst.celjaar(cel, jaar).gepland
        laatste = uitkomst.celjaar(cel, uitkomst.plan.scenario.horizon[1])
        einde += laatste.achterstand * laatste.prijs
    return {
        "gemiddelde_vertraging": verhouding(achterstand, gepland, 0.0),
        "achterstand_einde": einde,
    }


def horizoncijfers(
    uitkomst: Uitkomst, cellen: list[Cel], tekort: dict[int, float]
) -> Iterable[tuple[int | None, str, float]]:
    """Section 4, "Over the horizon": (jaar or None, kerncijfer, waarde)."""
    yield None, "contante_waarde_tekort", contante_waarde(uitkomst.plan, tekort)
    for naam, waarde in vertraging_en_einde(uitkomst, cellen).items():
        yield None, naam, waarde
    met_tekort = [jaar for jaar, bedrag in tekort.items() if bedrag > TEKORT_VANAF]
    if met_tekort:
        yield None, "eerste_tekortjaar", float(met_tekort[0])
    sprongen = terugval(tekort)
    grootste = max(sprongen.values())
    jaar = min(jaar for jaar, sprong in sprongen.items() if sprong >= grootste - BIJNA_GELIJK)
    yield jaar, "grootste_terugval", sprongen[jaar]


def rijksgeld(plan: Plan, jaar: int) -> float:
    """Section 4, kadereffect: f * M of counted sources whose betaler is of soort `rijk`."""
    som = 0.0
    for bron in plan.bronnen.values():
        if telt(plan, bron) and plan.dataset.partijen[bron.rij["betaler"]] == "rijk":
            som += bron.plan[jaar] * geldfactor(plan, bron.rij, jaar)
    return som


def cijfers_voor_alles(uitkomst: Uitkomst, jaar: int, verdeeld: Waterval) -> Waarden:
    """Section 4, "For everything only", of one year."""
    plan = uitkomst.plan
    basis = maak_plan(plan.dataset, Scenario("basis", plan.scenario.horizon))
    bronjaren = [uitkomst.per_bron[naam, jaar] for naam in plan.bronnen]
    return {
        "onderuitputting": sum(bron.onderuitputting for bron in bronjaren),
        "structurele_ruimte": sum(verdeeld.over.values()),
        "kadereffect": rijksgeld(plan, jaar) - rijksgeld(basis, jaar),
        "deflator": samengesteld(begrotingsjaar(plan), jaar, lambda t: indexgroei(plan, "bbp", t)),
    }


def kerncijfers(uitkomst: Uitkomst) -> Iterable[tuple[int | None, str, str, float]]:
    """Section 4: (jaar or None, programma or "", kerncijfer, waarde), for everything and per programma."""
    programmas = sorted({lijn.rij["programma"] for lijn in uitkomst.plan.posten.values()})
    jaren = uitkomst.plan.scenario.jaren()
    watervallen = {jaar: structurele_waterval(uitkomst, jaar) for jaar in jaren}
    for programma in ["", *programmas]:
        cellen = [cel for cel in uitkomst.cellen if programma in ("", cel.rij["programma"])]
        tekort: dict[int, float] = {}
        for jaar in jaren:
            waarden = dekkingscijfers(uitkomst, cellen, jaar)
            tekort[jaar] = waarden["tekort"]
            waarden.update(structuurcijfers(uitkomst, cellen, jaar, watervallen[jaar]))
            waarden.update(werkcijfers(uitkomst, cellen, jaar))
            if programma == "":
                waarden.update(cijfers_voor_alles(uitkomst, jaar, watervallen[jaar]))
            for naam, waarde in waarden.items():
                yield jaar, programma, naam, waarde
        for jaar, sprong in terugval(tekort).items():
            yield jaar, programma, "terugval", sprong
        for moment, naam, waarde in horizoncijfers(uitkomst, cellen, tekort):
            yield moment, programma, naam, waarde
