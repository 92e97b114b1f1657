"""Parties on Berekening: which share of a post each group of parties bears, and what falls to each partij.

Source: model, section 2; contract, section 3 (`per_partij`, `betaald_door`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.cells import HOOFD
from model.io.excel.book import letters
from model.io.excel.bundles import Bundle
from model.io.excel.draft import INVOER, Draft
from model.io.excel.frame import CONSTANTE, ID, LABEL, PARTIJ, YEARS
from model.io.excel.layout import Item, Key, line
from model.io.excel.sheets.blocks import Blocks, Subject, of_bundle, of_source
from model.io.excel.sheets.headings import headed, section
from model.io.excel.sheets.registers import contributions, own_keys, register
from model.schema import KEUR
from model.text import Text

Floats = NDArray[np.float64]

PER_PARTIJ = {
    "behoefte": Text("Behoefte per partij", "Need by partij"),
    "dekking": Text("Dekking per partij", "Cover by partij"),
    "tekort": Text("Tekort per partij", "Shortfall by partij"),
    "eigen": Text("Eigen middelen per partij", "Own resources by partij"),
}


def add_aandelen(draft: Draft, blocks: Blocks) -> None:
    """Put the shares of every bundle on Berekening: per partij, and together as the constant."""
    parties = list(draft.plan.baseline.parties)
    title = Text(
        "Aandeel per partij in de kosten (constante: samen)", "Share of each partij in the costs (constant: together)"
    )
    first, head = _matrix_head(draft, blocks, title, parties)
    for bundle in draft.bundles:
        shares = bundle_shares(draft, bundle)
        row = line(blocks.key("aandeel", of_bundle(bundle)), of_bundle(bundle).label, "aandeel")
        for position, partij in enumerate(parties):
            if partij in bundle.parties:
                row.items[YEARS + position] = _share(draft, bundle, position, head, shares[partij])
        number = blocks.page.next
        ends = f"${letters(YEARS)}{number}:${letters(YEARS + len(parties) - 1)}{number}"
        row.items[CONSTANTE] = Item(sum(shares.values()), f"SUM({ends})", "share")
        blocks.page.add(row)
    if draft.bundles:
        blocks.ranges["aandeel"] = (first, blocks.page.next - 1)
    _divided(draft, blocks, parties)


def _matrix_head(draft: Draft, blocks: Blocks, title: Text, parties: list[str]) -> tuple[int, int]:
    """Put a section with a column per partij; return the numbers of its first row and of its head."""
    section(draft, blocks.page, title)
    heads: dict[int, str | int] = {LABEL: draft.say(Text("kostenpost en partijen", "post and parties"))}
    head = headed(blocks.page, heads | {YEARS + i: partij for i, partij in enumerate(parties)}, "partijen")
    return blocks.page.next, head


def bundle_shares(draft: Draft, bundle: Bundle) -> dict[str, float]:
    """Return what each partij of a bundle bears of its post."""
    sleutel = bundle.post.sleutel
    if bundle.onderdeel != HOOFD:
        sleutel = bundle.post.sleutel_beheer or sleutel
    return {partij: draft.plan.keys[sleutel].get(partij, 0.0) for partij in bundle.parties}


def _share(draft: Draft, bundle: Bundle, position: int, head: int, value: float) -> Item:
    name = "sleutel" if bundle.onderdeel == HOOFD else "sleutel_beheer"
    chosen = register(draft, "kostenpost", bundle.post, name)
    partij = f"{letters(YEARS + position)}${head}"
    rows = [draft.invoer("aandeel", sleutel, "", p) for sleutel in own_keys(draft) for p in draft.plan.baseline.parties]
    if not rows:
        return Item(value, f"IF({chosen}={partij},1,0)", "share")
    first, last = min(rows), max(rows)
    columns = ("C", draft.frame.key(ID), draft.frame.key(PARTIJ))
    shares, keys, owners = (f"{INVOER}!${column}${first}:${column}${last}" for column in columns)
    return Item(value, f"SUMIFS({shares},{keys},{chosen},{owners},{partij})+IF({chosen}={partij},1,0)", "share")


def _divided(draft: Draft, blocks: Blocks, parties: list[str]) -> None:
    """Put how the outcome of a bundle is divided over its parties."""
    title = Text("Verdeling van de uitkomst over partijen", "Division of the outcome over parties")
    first, _ = _matrix_head(draft, blocks, title, parties)
    for bundle in draft.bundles:
        subject, shares = of_bundle(bundle), bundle_shares(draft, bundle)
        row, total = line(blocks.key("verdeling", subject), subject.label, "aandeel"), sum(shares.values())
        for position, partij in enumerate(parties):
            if partij in bundle.parties:
                column, source = letters(YEARS + position), blocks.at("aandeel", subject)
                formula = f"IF($C{source}=0,0,{column}{source}/$C{source})"
                row.items[YEARS + position] = Item(shares[partij] / total if total else 0.0, formula, "share")
        blocks.page.add(row)
    if draft.bundles:
        blocks.ranges["verdeling"] = (first, blocks.page.next - 1)


def of_partij(draft: Draft, partij: str) -> Subject:
    """Return a partij as the subject of rows."""
    return Subject(("", "", partij), draft.plan.baseline.parties[partij].naam)


def add_partijen(draft: Draft, blocks: Blocks) -> None:
    """Put what falls to each partij, and what each bijdrager pays, on Berekening."""
    parties = list(draft.plan.baseline.parties)
    subjects = [of_partij(draft, partij) for partij in parties]
    for name, title in PER_PARTIJ.items():
        totals = _per_partij(draft, name)
        rows = f"{name}-partij"

        def formula(i: int, name: str = name) -> str:
            if "verdeling" not in blocks.ranges:
                return "0"
            return f"SUMPRODUCT({blocks.fixed('verdeling', letters(YEARS + i))},{blocks.column(name)})"

        blocks.block(rows, title, KEUR, subjects, formula, np.array([totals[partij] for partij in parties]))
    _contributed(draft, blocks)


def _per_partij(draft: Draft, name: str) -> dict[str, Floats]:
    """Return a quantity per partij, shape (simulated years,)."""
    grid, amounts = draft.result.grid, getattr(draft.result.outcome, name)
    totals = {partij: np.zeros(len(amounts)) for partij in draft.plan.baseline.parties}
    for c, cell in enumerate(grid.cells):
        totals[cell.partij] = totals[cell.partij] + amounts[:, c]
    return totals


def _contributed(draft: Draft, blocks: Blocks) -> None:
    pairs = list(contributions(draft))
    position = {source.id: s for s, source in enumerate(draft.sources)}
    used = draft.result.outcome.ingezet.T
    parties = draft.plan.baseline.parties
    names = [f"{draft.plan.sources[ident].naam}: {parties[partij].naam}" for ident, partij, _ in pairs]
    subjects = [Subject((ident, "", partij), name) for (ident, partij, _), name in zip(pairs, names, strict=True)]
    values = np.array([used[position[ident]] * share for ident, _, share in pairs]).reshape(len(pairs), used.shape[1])

    def formula(i: int) -> str:
        ident, partij, _ = pairs[i]
        key: Key = ("bijdrage", ident, "", partij, "")
        paid = blocks.at("ingezet", of_source(draft.plan.sources[ident], draft))
        return f"{INVOER}!$C${draft.page(INVOER).places[key]}*@{paid}"

    title = Text("Wie betaalt: inzet van elke bron per bijdrager", "Who pays: use of each source by contributor")
    blocks.block("bijdrage", title, KEUR, subjects, formula, values)
    paid_by = {partij: np.zeros(used.shape[1]) for partij in parties}
    for (_, partij, _), amounts in zip(pairs, values, strict=True):
        paid_by[partij] = paid_by[partij] + amounts

    def total(i: int) -> str:
        if "bijdrage" not in blocks.ranges:
            return "0"
        return f"SUMIFS({blocks.column('bijdrage')},{blocks.words('bijdrage', PARTIJ)},${draft.frame.key(PARTIJ)}{blocks.at('betaald-door', totals[i])})"

    totals = [of_partij(draft, partij) for partij in parties]
    title = Text("Betaald door", "Paid by")
    blocks.block("betaald-door", title, KEUR, totals, total, np.array(list(paid_by.values())))
