"""What may be filled in in a cell that is open."""

from __future__ import annotations

from dataclasses import dataclass

from model.text import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be filled in: one of `options` (or of the cells of a range), or a number within bounds.

    Or whatever makes a `formula` true, in which @ stands for the cell; `said` is then what is expected, in words.
    """

    options: tuple[str, ...] = ()
    source: str = ""
    low: float | None = None
    high: float | None = None
    above: bool = False  # `low` itself is not allowed
    whole: bool = False
    also: str = ""  # a word that is allowed beside numbers
    formula: str = ""
    said: Text | None = None

    @property
    def expected(self) -> Text:
        """Return in words what may be filled in."""
        if self.said is not None:
            return self.said
        if self.options:
            return Text(*(f"{word} {', '.join(self.options)}" for word in ("een van", "one of")))
        if self.source:
            return Text("een sleutel of partij uit de lijst op Invoer", "a key or partij from the list on Invoer")
        nl, en = ("een geheel getal", "a whole number") if self.whole else ("een getal", "a number")
        if self.low is not None:
            low = f"{self.low:g}"
            nl, en = (
                (f"{nl} groter dan {low}", f"{en} greater than {low}")
                if self.above
                else (f"{nl} van ten minste {low}", f"{en} of at least {low}")
            )
        if self.high is not None:
            nl, en = f"{nl} en ten hoogste {self.high:g}", f"{en} and at most {self.high:g}"
        return Text(f"{nl}, of {self.also}", f"{en}, or {self.also}") if self.also else Text(nl, en)
