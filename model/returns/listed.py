"""How findings name figures of several columns: `2027: 1.200; 2028: 900; …`."""

from __future__ import annotations

from collections.abc import Sequence

from model.errors import figure
from model.returns.columns import kop
from model.text import LANGUAGES, Language, Text

_NAMED = 3


def listed(figures: Sequence[tuple[str, float]], jaar: int) -> Text:
    """Return figures with the head of their column, the first few of them; `jaar` is that of the round."""
    return joined([(kolom, figure(value, 1)) for kolom, value in figures[: _NAMED + 1]], jaar)


def moved(figures: Sequence[tuple[str, float, float]], jaar: int) -> Text:
    """Return figures with what they were before."""
    told = [(kolom, _was(figure(now, 1), figure(was, 1))) for kolom, was, now in figures[: _NAMED + 1]]
    return joined(told, jaar)


def joined(told: Sequence[tuple[str, Text]], jaar: int) -> Text:
    """Return what is told of each column, that of the first few."""
    return Text(
        *(_few([f"{kop(kolom, jaar).say(lang)}: {text.say(lang)}" for kolom, text in told]) for lang in LANGUAGES)
    )


def columns(kolommen: Sequence[str], jaar: int) -> Text:
    """Return the heads of columns."""

    def heads(language: Language) -> str:
        return ", ".join(kop(kolom, jaar).say(language) for kolom in kolommen)

    return Text(heads("nl"), heads("en"))


def _was(now: Text, was: Text) -> Text:
    return Text(f"{now.nl} (was {was.nl})", f"{now.en} (was {was.en})")


def _few(told: Sequence[str]) -> str:
    return "; ".join([*told[:_NAMED], *(["…"] if len(told) > _NAMED else [])])
