"""What follows on Berekening: work delivered, backlog, shortfall, own resources, what lasts. Source: model, sections 3-4."""

from __future__ import annotations

import numpy as np

from model.cells import HOOFD
from model.io.excel.draft import Draft
from model.io.excel.sheets.blocks import Blocks, of_bundle, of_post
from model.io.excel.sheets.registers import register
from model.io.excel.sheets.vraag import group, invested, investments, plan_row, worth
from model.schema import KEUR
from model.text import Text
from model.words import EIGEN


def add_gevolgen(draft: Draft, blocks: Blocks) -> None:
    """Put what follows from the waterfall of all money on Berekening."""
    _delivered(draft, blocks)
    _shortfall(draft, blocks)
    _own(draft, blocks)
    _nominal(draft, blocks)
    _lasting_need(draft, blocks)
    _savings(draft, blocks)


def _delivered(draft: Draft, blocks: Blocks) -> None:
    """Put delivered, postponed and lapsed work of investment, real."""
    outcome, gathered, chosen = draft.result.outcome, draft.gathered, invested(draft)
    bundles = [draft.bundles[b] for b in chosen]
    subjects = [of_bundle(bundle) for bundle in bundles]
    unit = [of_post(bundle.post) for bundle in bundles]
    moved = [register(draft, "rekenwaarde", bundle.post, "doorschuif") for bundle in bundles]

    def price(i: int) -> str:
        return f"@{blocks.at('eenheidsprijs', unit[i])}"

    def rest(i: int) -> str:
        return f"@{blocks.at('rest', subjects[i])}"

    blocks.block(
        "geleverd", Text("Geleverd werk (reëel)", "Delivered work (real)"), KEUR, subjects,
        lambda i: f"@{blocks.at('dekking', subjects[i])}/{price(i)}", gathered.cells(outcome.geleverd)[chosen],
    )  # fmt: skip
    posts = investments(draft)
    positions = [draft.posts.index(post) for post in posts]
    blocks.block(
        "geleverd-post", Text("Geleverd werk per kostenpost (reëel)", "Delivered work by post (real)"), KEUR,
        [of_post(post) for post in posts], lambda i: f"SUM({group(draft, blocks, 'geleverd', posts[i])})", outcome.done.T[positions],
    )  # fmt: skip
    blocks.block(
        "achterstand", Text("Achterstand aan het einde van het jaar (reëel)", "Backlog at the end of the year (real)"), KEUR, subjects,
        lambda i: f"{moved[i]}*{rest(i)}/{price(i)}+@{blocks.at('wacht', subjects[i])}", gathered.cells(outcome.achterstand)[chosen],
    )  # fmt: skip
    blocks.block(
        "vervallen", Text("Vervallen werk (reëel)", "Lapsed work (real)"), KEUR, subjects,
        lambda i: f"(1-{moved[i]})*{rest(i)}/{price(i)}", gathered.cells(outcome.vervallen)[chosen],
    )  # fmt: skip


def _shortfall(draft: Draft, blocks: Blocks) -> None:
    outcome, gathered, chosen = draft.result.outcome, draft.gathered, invested(draft)
    subjects = [of_bundle(bundle) for bundle in draft.bundles]

    def formula(b: int) -> str:
        bundle, subject = draft.bundles[b], subjects[b]
        rest = f"@{blocks.at('rest', subject)}"
        if bundle.onderdeel != HOOFD or not bundle.post.investering:
            return rest
        old = f"MAX(0,~{blocks.at('achterstand', subject)}-@{blocks.at('wacht', subject)})"
        return f"MAX(0,{rest}-{old}*@{blocks.at('eenheidsprijs', of_post(bundle.post))})"

    title = Text("Tekort: wat het jaar vraagt en niemand betaalt", "Shortfall: what the year asks and nobody pays")
    blocks.block("tekort", title, KEUR, subjects, formula, gathered.cells(outcome.tekort))
    work = [subjects[b] for b in chosen]
    blocks.block(
        "inhaal", Text("Ingehaald werk", "Work caught up"), KEUR, work,
        lambda i: f"MAX(0,@{blocks.at('dekking', work[i])}-@{blocks.at('behoefte', work[i])})", gathered.cells(outcome.inhaal)[chosen],
    )  # fmt: skip


def _own(draft: Draft, blocks: Blocks) -> None:
    """Put what own resources paid, and what others covered of the need."""
    gathered, outcome = draft.gathered, draft.result.outcome
    subjects = [of_bundle(bundle) for bundle in draft.bundles]
    own = [s for s, source in enumerate(draft.sources) if source.route == EIGEN]

    def formula(b: int) -> str:
        bundle = draft.bundles[b]
        words = [(bundle.post.id, bundle.soort, bundle.who, draft.sources[s].id) for s in own]
        rows = [blocks.page.places[place] for word in words if (place := ("betaald", *word)) in blocks.page.places]
        return "+".join(f"@{row}" for row in rows) or "0"

    values = gathered.cells(outcome.eigen)
    blocks.block("eigen", Text("Betaald met eigen middelen", "Paid by own resources"), KEUR, subjects, formula, values)

    def covered(b: int) -> str:
        subject = subjects[b]
        return f"MIN(@{blocks.at('behoefte', subject)},MAX(0,@{blocks.at('dekking', subject)}-@{blocks.at('eigen', subject)}))"

    met = np.minimum(gathered.cells(outcome.behoefte), np.maximum(0.0, gathered.cells(outcome.dekking) - values))
    title = Text("Behoefte die anderen dan eigen middelen dekken", "Need covered by other than own resources")
    blocks.block("gedekt", title, KEUR, subjects, covered, met)


def _nominal(draft: Draft, blocks: Blocks) -> None:
    """Put what waits and what is left behind in money of the year, and the work that was planned."""
    gathered, outcome, chosen = draft.gathered, draft.result.outcome, invested(draft)
    bundles = [draft.bundles[b] for b in chosen]
    subjects = [of_bundle(bundle) for bundle in bundles]
    unit = np.array([outcome.unit[:, draft.posts.index(bundle.post)] for bundle in bundles]).reshape(
        len(chosen), len(outcome.unit)
    )

    def priced(name: str, i: int) -> str:
        return f"@{blocks.at(name, subjects[i])}*@{blocks.at('eenheidsprijs', of_post(bundles[i].post))}"

    blocks.block(
        "wacht-nominaal", Text("Wacht op capaciteit, in geld van het jaar", "Waits for capacity, in money of the year"), KEUR, subjects,
        lambda i: priced("wacht", i), gathered.cells(outcome.wacht)[chosen] * unit,
    )  # fmt: skip
    blocks.block(
        "achterstand-nominaal", Text("Achterstand, in geld van het jaar", "Backlog, in money of the year"), KEUR, subjects,
        lambda i: priced("achterstand", i), gathered.cells(outcome.achterstand)[chosen] * unit,
    )  # fmt: skip
    plan = draft.result.grid.values.plan[0]
    share = np.array([_share(draft, b) for b in chosen]).reshape(-1, 1)
    planned = share * np.array([plan[draft.posts.index(bundle.post)] for bundle in bundles]).reshape(
        len(chosen), len(outcome.unit)
    )
    blocks.block(
        "gepland", Text("Gepland werk (reëel)", "Planned work (real)"), KEUR, subjects,
        lambda i: f"$C{blocks.at('aandeel', subjects[i])}*{plan_row(draft, bundles[i].post)}", planned,
    )  # fmt: skip


def _share(draft: Draft, b: int) -> float:
    bundle = draft.bundles[b]
    cells = (
        cell for cell in draft.result.grid.cells if cell.post is bundle.post and cell.onderdeel == bundle.onderdeel
    )
    return sum(cell.share for cell in cells if cell.partij in bundle.parties)


def _lasting_need(draft: Draft, blocks: Blocks) -> None:
    subjects = [of_bundle(bundle) for bundle in draft.bundles]

    def formula(b: int) -> str:
        return f"$C{blocks.at('aandeel', subjects[b])}*{worth(draft, blocks, draft.bundles[b], lasting=True)}"

    title = Text("Structurele lasten", "Structural costs")
    blocks.block(
        "structurele-lasten", title, KEUR, subjects, formula, draft.gathered.cells(draft.result.outcome.lasten)
    )


def add_incidenteel(draft: Draft, blocks: Blocks) -> None:
    """Put the structural costs that are paid with money that does not last, after the second waterfall."""
    gathered, outcome = draft.gathered, draft.result.outcome
    subjects = [of_bundle(bundle) for bundle in draft.bundles]
    lasten, dekking, lasting = (gathered.cells(part) for part in (outcome.lasten, outcome.dekking, outcome.lasting))

    def formula(b: int) -> str:
        need, cover, lasts = (
            f"@{blocks.at(name, subjects[b])}" for name in ("structurele-lasten", "dekking", "structurele-dekking")
        )
        return f"MAX(0,MIN({need},{cover})-{lasts})"

    title = Text("Structurele lasten, incidenteel gedekt", "Structural costs, covered incidentally")
    values = np.maximum(0.0, np.minimum(lasten, dekking) - lasting)
    blocks.block("incidenteel-gedekt", title, KEUR, subjects, formula, values)


def _savings(draft: Draft, blocks: Blocks) -> None:
    posts, values = investments(draft), draft.result.grid.values
    subjects = [of_post(post) for post in posts]
    positions = [draft.posts.index(post) for post in posts]
    shares = draft.result.grid.layout.post_saving_share[positions][:, None]
    saved = (
        values.besparingsratio[0][positions][:, None]
        * draft.result.outcome.stock.T[positions]
        * values.price[0][positions]
    )

    def formula(i: int) -> str:
        ratio = register(draft, "rekenwaarde", posts[i], "besparingsratio")
        return f"{ratio}*@{blocks.at('voorraad', subjects[i])}*@{blocks.at('prijsfactor', subjects[i])}"

    title = Text(
        "Besparing door opgeleverd werk (niet in mindering gebracht)", "Saving by delivered work (not subtracted)"
    )
    blocks.block("besparing", title, KEUR, subjects, formula, shares * saved)
