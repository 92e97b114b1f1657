"""Whether people can see what stands in a cell: its font beside its fill, and how small it is."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

_CONTRAST = 1.5  # of WCAG; text that can be read has 4.5, our grey marks 7
_POINTS = 3.0  # smaller is no text
_BLACK, _WHITE = "000000", "FFFFFF"
_PLAIN = (_WHITE, _BLACK, "E7E6E6", "44546A")  # of a theme that does not say
_SCHEME = re.compile(rb"<(?:\w+:)?(?:lt|dk|accent)[1-6]>.*?(?:lastClr|srgbClr val)=\"([0-9A-Fa-f]{6})\"", re.DOTALL)


class Palette(NamedTuple):
    """The colours of a workbook by number: those of its theme, and those in its list."""

    theme: Sequence[str]
    listed: Sequence[str]


def faint_styles(workbook: Any) -> Iterator[bool]:
    """Yield for each style of the cells of a workbook whether people can hardly see what is in them."""
    palette = Palette(_theme(workbook.loaded_theme), workbook._colors)
    for style in workbook._cell_styles:
        yield _faint(workbook._fonts[style.fontId], workbook._fills[style.fillId], palette)


def _theme(part: bytes | None) -> Sequence[str]:
    """Return the colours of a theme by number; it lists each dark one before its light one, the numbers do not."""
    found = [colour.decode() for colour in _SCHEME.findall(part or b"")]
    return [found[1], found[0], found[3], found[2], *found[4:]] if len(found) >= len(_PLAIN) else _PLAIN


def _faint(font: Any, fill: Any, palette: Palette) -> bool:
    """Return whether text in a font can hardly be told from a fill, or is too small to read."""
    if font.sz is not None and font.sz < _POINTS:
        return True
    solid = getattr(fill, "patternType", None) == "solid"
    ground = _colour(fill.fgColor, palette, _WHITE) if solid else _WHITE
    dark, light = sorted(map(_luminance, (_colour(font.color, palette, _BLACK), ground)))
    return (light + 0.05) / (dark + 0.05) < _CONTRAST


def _colour(colour: Any, palette: Palette, automatic: str) -> str:
    """Return a colour as six digits, whichever way it was said."""
    if colour is None or colour.type == "auto":
        return automatic
    if colour.type == "rgb":
        return _tinted(str(colour.rgb)[-6:], colour.tint)
    numbered = palette.listed if colour.type == "indexed" else palette.theme
    return _tinted(numbered[colour.value][-6:], colour.tint) if 0 <= colour.value < len(numbered) else automatic


def _tinted(colour: str, tint: float) -> str:
    """Return a colour made lighter (a tint above 0) or darker (below)."""
    if not tint:
        return colour
    hue, light, full = colorsys.rgb_to_hls(*_parts(colour))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(255 * part):02X}" for part in colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), full))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _luminance(colour: str) -> float:
    """Return how much light a colour gives, as WCAG reckons."""
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
