"""Texts of people in tables: behind an apostrophe where a program would take them for a formula."""

from __future__ import annotations

_RISKY = frozenset("=+-@\t\r")


def safe(text: str) -> str:
    """Return a text that no program takes for a formula."""
    return f"'{text}" if text[:1] in _RISKY else text


def unsafe(text: str) -> str:
    """Return a text as it was before it was made safe."""
    return text[1:] if text.startswith("'") and text[1:2] in _RISKY else text
