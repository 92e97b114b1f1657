"""`dekking check`: a dataset validated, reconciled with published totals, and how much of it is published."""

from __future__ import annotations

from pathlib import Path

from model.cli.terminal import draw, heading, say, sentences
from model.io.dataset import read_dataset
from model.reconciliation import given, parameter_statuses, reconcile, status_tables
from model.text import Language, Text


def check(*, data: Path, language: Language) -> int:
    """Check and print; return 0 where every total reconciles, 1 where one does not."""
    baseline = read_dataset(data)
    say(heading(Text("Dataset {name}", "Dataset {name}").say(language, name=baseline.name)))
    counts = Text(
        "kostenposten: {posts} (bedragen: {costs}) · dekkingsbronnen: {sources} (bedragen: {money}) · parameters:"
        " {parameters} · referenties: {references} · geen fouten gevonden",
        "posts: {posts} (amounts: {costs}) · sources: {sources} (amounts: {money}) · parameters: {parameters} ·"
        " references: {references} · no mistakes found",
    )
    say(
        counts.say(
            language,
            posts=len(baseline.posts),
            costs=given(baseline.post_series),
            sources=len(baseline.sources),
            money=given(baseline.source_series),
            parameters=len(baseline.parameters),
            references=len(baseline.references),
        )
    )
    for table in status_tables(baseline):
        say()
        say(draw(table, language))
    say()
    say(parameter_statuses(baseline).say(language))
    if baseline.notices:
        say()
        say(sentences(baseline.notices, language))
    reconciled = reconcile(baseline)
    say()
    if not reconciled:
        none = Text("Er zijn geen controletotalen opgegeven.", "No control totals were given.")
        say(none.say(language))
    else:
        title = Text("Aansluiting op gepubliceerde totalen", "Reconciliation with published totals")
        unit = Text("x € 1.000", "x € 1,000")
        say(f"{title.say(language)} ({unit.say(language)})")
    say(sentences((total.say() for total in reconciled), language))
    return 0 if all(total.agrees for total in reconciled) else 1
