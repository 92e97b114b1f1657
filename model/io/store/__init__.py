"""Kept scenarios: a SQLite file to which versions are only ever added."""
