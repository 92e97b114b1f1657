"""What people read: Dutch and English side by side, and numbers as Dutch budget tables print them."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")

# The figure dash and a space, as rijksfinancien.nl prints a minus.
MINUS = "‒ "
_MARKS = {"nl": (".", ","), "en": (",", ".")}


class Text(NamedTuple):
    """One sentence or label in both languages; declared where the thing it names is declared."""

    nl: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        """Return the text in `language`; `values` fill its placeholders."""
        template = self.nl if language == "nl" else self.en
        if not values:
            return template
        return template.format(**{k: v.say(language) if isinstance(v, Text) else v for k, v in values.items()})

    def filled(self, **values: object) -> Text:
        """Return the text with its placeholders filled, in both languages."""
        return Text(self.say("nl", **values), self.say("en", **values))


def same(word: str) -> Text:
    """Return a text that reads the same in both languages, such as an id or a Dutch budget term."""
    return Text(word, word)


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Return `value` rounded to `decimals`, with the thousands and decimal marks of `language`.

    A value that rounds to zero is printed without a minus sign.
    """
    thousands, decimal = _MARKS[language]
    plain = f"{abs(settled(value, decimals)):,.{decimals}f}"
    digits = plain.replace(",", "\0").replace(".", decimal).replace("\0", thousands)
    negative = value < 0 and float(plain.replace(",", "")) != 0
    return (MINUS if negative else "") + digits


def euro(amount: float) -> Text:
    """Return an amount in k€ as people say it: € 1.035,9 mln, or € 740.000 where it is less than a million."""
    if round(abs(amount)) >= 1000:
        return Text(*(f"€ {number(amount / 1000, language, 1)} mln" for language in LANGUAGES))
    return Text(*(f"€ {number(round(amount) * 1000, language)}" for language in LANGUAGES))


def settled(value: float, decimals: int = 0) -> float:
    """Return `value` without the noise of its last digits, so that two sums of one amount are rounded alike."""
    return round(value, decimals + 6)


def percent(value: float, language: Language, decimals: int = 0) -> str:
    """Return the fraction `value` as a percentage; what is not quite whole is never rounded up to that."""
    said, whole = (number(each, language, decimals) for each in (value * 100, 100))
    almost = said == whole and settled(value * 100, decimals) < 100
    return ("< " if almost else "") + said + " %"


def joined(items: list[str], language: Language) -> str:
    """Return an enumeration: a, b en c."""
    if len(items) < 2:
        return "".join(items)
    word = {"nl": "en", "en": "and"}[language]
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
