"""Random budgets for property tests: small datasets built in memory, by hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from model.baseline import Amount, Baseline, Dekkingsbron, Kostenpost, Partij
from model.parameters import Parameter, ParameterRow

PARTIES = ("rijk", "gemeenten", "waterschappen")
YEARS = range(2024, 2030)

amounts = st.floats(0, 1e6, allow_subnormal=False).map(lambda value: round(value, 3))
fractions = st.floats(0, 1, allow_subnormal=False).map(lambda value: round(value, 6))


@st.composite
def posts(draw: st.DrawFn, ident: str) -> Kostenpost:
    soort = draw(st.sampled_from(["beheer", "doorontwikkeling", "vernieuwing"]))
    rates: dict[str, Any] = {}
    if soort == "beheer":
        rates["volumegroei"] = draw(st.floats(-0.2, 0.3))
    else:
        rates = {
            "kostenfactor": draw(st.floats(0.5, 3)),
            "beheerratio": draw(st.sampled_from([None, 0.0, 0.15, 0.4])),
            "doorlooptijd": draw(st.integers(1, 3)),
            "levensduur": draw(st.sampled_from([None, 1, 3])),
            "doorschuif": draw(fractions),
            "besparingsratio": draw(st.sampled_from([None, 0.1])),
            "capaciteit": draw(st.one_of(st.none(), amounts)),
        }
    return Kostenpost(
        id=ident,
        naam=ident,
        programma=draw(st.sampled_from(["GDI", "NDS"])),
        thema="t",
        kostensoort=soort,
        rang=draw(st.integers(1, 3)),
        verloop=draw(st.sampled_from(["structureel", "incidenteel"])),
        sleutel=draw(st.sampled_from(["rijk", "gemeenten", "samen"])),
        index=draw(st.sampled_from([None, "prijs"])),
        prijspeil=2024,
        **rates,
    )


@st.composite
def sources(draw: st.DrawFn, ident: str) -> Dekkingsbron:
    return Dekkingsbron(
        id=ident,
        naam=ident,
        betaler=draw(st.sampled_from(PARTIES)),
        besluitstatus=draw(st.sampled_from(["vastgesteld", "gevraagd"])),
        volgorde=draw(st.integers(1, 4)),
        verloop=draw(st.sampled_from(["structureel", "incidenteel"])),
        route=draw(st.sampled_from([None, "begroting", "eigen"])),
        index=draw(st.sampled_from([None, "prijs"])),
        prijspeil=2025,
        compensatie=draw(st.one_of(st.none(), fractions)),
        eindejaarsmarge=draw(st.one_of(st.none(), fractions)),
        voor_programma=draw(st.sampled_from([(), ("GDI",), ("NDS",)])),
        voor_kostensoort=draw(st.sampled_from([(), ("beheer",), ("vernieuwing", "doorontwikkeling")])),
        voor_partij=draw(st.sampled_from([(), ("rijk",), ("gemeenten", "waterschappen")])),
    )


def _series(draw: st.DrawFn) -> tuple[Amount, ...]:
    given = draw(st.dictionaries(st.sampled_from(list(YEARS)), amounts, max_size=4))
    return tuple(Amount(jaar=year, bedrag=given[year], status="aanname", toelichting="x") for year in sorted(given))


@st.composite
def budgets(draw: st.DrawFn) -> Baseline:
    """Return a baseline with posts, sources, keys and indices; its first year is 2024."""
    some_posts = [draw(posts(f"post-{i}")) for i in range(draw(st.integers(1, 5)))]
    some_sources = [draw(sources(f"bron-{i}")) for i in range(draw(st.integers(0, 4)))]
    share = draw(fractions)
    growth = draw(st.floats(-0.05, 0.1))
    post_series = {post.id: _series(draw) for post in some_posts}
    first = Amount(jaar=2024, bedrag=draw(amounts), status="aanname", toelichting="x")
    post_series[some_posts[0].id] = (first,)
    row = ParameterRow(jaar=None, waarde=growth, status="aanname", toelichting="x")
    return Baseline(
        name="willekeurig",
        posts={post.id: post for post in some_posts},
        sources={source.id: source for source in some_sources},
        post_series=post_series,
        source_series={source.id: _series(draw) for source in some_sources},
        parties={name: Partij(id=name, naam=name, soort=name) for name in PARTIES},
        keys={name: {name: 1.0} for name in PARTIES} | {"samen": {"rijk": share, "gemeenten": 1 - share}},
        parameters={"index.prijs": Parameter(id="index.prijs", naam="prijs", eenheid="fractie", rows=(row,))},
        references={},
    )
