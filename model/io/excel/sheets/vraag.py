"""Need on Berekening: the stock of delivered work, what each post asks, what capacity allows. Source: model, section 3."""

from __future__ import annotations

import numpy as np

from model.baseline import Kostenpost
from model.cells import BEHEERLAST, HOOFD
from model.io.excel.bundles import Bundle
from model.io.excel.draft import INVOER, Draft
from model.io.excel.sheets.blocks import Blocks, of_bundle, of_post
from model.io.excel.sheets.prijzen import YEAR_ROW, year_row
from model.io.excel.sheets.registers import register
from model.schema import KEUR
from model.text import Text


def add_vraag(draft: Draft, blocks: Blocks) -> None:
    """Put the blocks of need on Berekening."""
    _stock(draft, blocks)
    _asked(draft, blocks)
    _work(draft, blocks)
    _needed(draft, blocks)


def investments(draft: Draft) -> list[Kostenpost]:
    """Return the investment posts."""
    return [post for post in draft.posts if post.investering]


def invested(draft: Draft) -> list[int]:
    """Return the positions of the bundles of investment itself."""
    return [b for b, bundle in enumerate(draft.bundles) if bundle.onderdeel == HOOFD and bundle.post.investering]


def group(draft: Draft, blocks: Blocks, name: str, post: Kostenpost) -> str:
    """Return the range of a post's own bundles in a block, in the column of the year."""
    rows = [blocks.at(name, of_bundle(draft.bundles[b])) for b in draft.gathered.of_post(post)]
    return f"@{min(rows)}:@{max(rows)}"


def plan_row(draft: Draft, post: Kostenpost) -> str:
    """Return the address of a post's plan in the column of the year."""
    return f"{INVOER}!@{draft.page(INVOER).places['bedrag', post.id, 'kostenpost', '', post.programma]}"


def _stock(draft: Draft, blocks: Blocks) -> None:
    posts = investments(draft)
    subjects = [of_post(post) for post in posts]
    positions = [draft.posts.index(post) for post in posts]

    def formula(i: int) -> str:
        done, newest = blocks.at("geleverd-post", subjects[i]), f"{year_row()}-{_rate(draft, posts[i], 'doorlooptijd')}"
        life = _rate(draft, posts[i], "levensduur")
        past, years = f"$C{done}:~{done}", f"$C${YEAR_ROW}:~${YEAR_ROW}"
        upto = f"SUMPRODUCT({past},({years}<={newest})"
        return f"IF(ISNUMBER({life}),{upto}*({years}>{newest}-{life})),{upto}*1))"

    title = Text("Opgeleverd werk in gebruik (reëel)", "Delivered work in use (real)")
    blocks.block("voorraad", title, KEUR, subjects, formula, draft.result.outcome.stock.T[positions])


def _rate(draft: Draft, post: Kostenpost, name: str) -> str:
    return register(draft, "rekenwaarde", post, name)


def _asked(draft: Draft, blocks: Blocks) -> None:
    subjects = [of_bundle(bundle) for bundle in draft.bundles]
    values = draft.gathered.cells(draft.result.outcome.behoefte)

    def formula(b: int) -> str:
        return f"$C{blocks.at('aandeel', subjects[b])}*{worth(draft, blocks, draft.bundles[b], lasting=False)}"

    blocks.block("behoefte", Text("Behoefte", "Need"), KEUR, subjects, formula, values)


def worth(draft: Draft, blocks: Blocks, bundle: Bundle, *, lasting: bool) -> str:
    """Return what a post asks in money, of its whole plan or of the part that lasts."""
    subject = of_post(bundle.post)
    if bundle.onderdeel == BEHEERLAST:
        ratio = _rate(draft, bundle.post, "beheerratio")
        return f"{ratio}*@{blocks.at('voorraad', subject)}*@{blocks.at('prijsfactor', subject)}"
    plan = f"@{blocks.at('blijvend-plan', subject)}" if lasting else plan_row(draft, bundle.post)
    if bundle.post.investering:
        return f"{plan}*@{blocks.at('eenheidsprijs', subject)}"
    return f"{plan}*@{blocks.at('volume', subject)}*@{blocks.at('prijsfactor', subject)}"


def _work(draft: Draft, blocks: Blocks) -> None:
    """Put open work, what capacity allows of it, and what waits."""
    outcome, gathered = draft.result.outcome, draft.gathered
    chosen = invested(draft)
    bundles = [draft.bundles[b] for b in chosen]
    subjects = [of_bundle(bundle) for bundle in bundles]
    wait = gathered.cells(outcome.wacht)[chosen]
    before = np.hstack([np.zeros((len(chosen), 1)), gathered.cells(outcome.achterstand)[chosen][:, :-1]])
    plan = np.array([_planned(draft, b) for b in chosen]).reshape(before.shape)

    def open_work(i: int) -> str:
        return f"$C{blocks.at('aandeel', subjects[i])}*{plan_row(draft, bundles[i].post)}+~{blocks.at('achterstand', subjects[i])}"

    blocks.block(
        "open-werk",
        Text("Open werk: plan en achterstand (reëel)", "Open work: plan and backlog (real)"),
        KEUR,
        subjects,
        open_work,
        plan + before,
    )
    _capacity(draft, blocks)

    def work(i: int) -> str:
        return f"@{blocks.at('open-werk', subjects[i])}*@{blocks.at('uitvoerbaar', of_post(bundles[i].post))}"

    blocks.block(
        "werk",
        Text("Werk dat kan worden gedaan (reëel)", "Work that can be done (real)"),
        KEUR,
        subjects,
        work,
        plan + before - wait,
    )
    blocks.block(
        "wacht", Text("Wacht op capaciteit (reëel)", "Waits for capacity (real)"), KEUR, subjects,
        lambda i: f"@{blocks.at('open-werk', subjects[i])}-@{blocks.at('werk', subjects[i])}", wait,
    )  # fmt: skip


def _planned(draft: Draft, b: int) -> list[float]:
    """Return a bundle's part of its post's plan, real, per simulated year."""
    bundle = draft.bundles[b]
    share = sum(
        cell.share for cell in draft.result.grid.cells if _in(bundle, cell.post.id, cell.onderdeel, cell.partij)
    )
    return [share * float(amount) for amount in draft.result.grid.values.plan[0][draft.posts.index(bundle.post)]]


def _in(bundle: Bundle, post: str, onderdeel: str, partij: str) -> bool:
    return bundle.post.id == post and bundle.onderdeel == onderdeel and partij in bundle.parties


def _capacity(draft: Draft, blocks: Blocks) -> None:
    posts = investments(draft)
    subjects = [of_post(post) for post in posts]
    positions = [draft.posts.index(post) for post in posts]
    total = draft.result.outcome.open.T[positions]
    limits = draft.result.grid.values.capaciteit[0][positions][:, None]
    blocks.block(
        "open-post", Text("Open werk per kostenpost (reëel)", "Open work by post (real)"), KEUR, subjects,
        lambda i: f"SUM({group(draft, blocks, 'open-werk', posts[i])})", total,
    )  # fmt: skip

    def formula(i: int) -> str:
        limit, work = _rate(draft, posts[i], "capaciteit"), f"@{blocks.at('open-post', subjects[i])}"
        return f"IF(AND(ISNUMBER({limit}),{work}>{limit}),{limit}/{work},1)"

    over = total > limits
    values = np.where(over, np.broadcast_to(limits, total.shape) / np.where(over, total, 1.0), 1.0)
    title = Text("Deel van het open werk dat de capaciteit toelaat", "Part of the open work that capacity allows")
    blocks.block("uitvoerbaar", title, "aandeel", subjects, formula, values, style="factor")


def _needed(draft: Draft, blocks: Blocks) -> None:
    subjects = [of_bundle(bundle) for bundle in draft.bundles]

    def formula(b: int) -> str:
        bundle, subject = draft.bundles[b], subjects[b]
        if bundle.onderdeel == HOOFD and bundle.post.investering:
            return f"@{blocks.at('werk', subject)}*@{blocks.at('eenheidsprijs', of_post(bundle.post))}"
        return f"@{blocks.at('behoefte', subject)}"

    title = Text("Nodig: wat dit jaar aan geld wordt gevraagd", "Needed: what is asked of money this year")
    blocks.block("nodig", title, KEUR, subjects, formula, draft.gathered.cells(draft.result.outcome.need))
