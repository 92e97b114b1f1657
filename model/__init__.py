"""Dekking: what programmes need, what pays for it and what is left uncovered, year by year."""
