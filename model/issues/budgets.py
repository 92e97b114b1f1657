"""What can be wrong with, or unclear in, a published budget table."""

from model.text import Text

BUDGETS: dict[str, Text] = {}
