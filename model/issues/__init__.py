"""The sentences for everything a person can mend: one per code, in Dutch and English.

A sentence says what was found, what was expected and how to mend it; `{names}` are filled by the place that found it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from model.issues.app import APP
from model.issues.budget_tables import BUDGET_TABLES
from model.issues.budgets import BUDGETS
from model.issues.datasets import DATASETS
from model.issues.files import FILES
from model.issues.returned import RETURNED
from model.issues.scenarios import SCENARIOS
from model.issues.store import STORE
from model.issues.uitvraag import UITVRAAG
from model.issues.uitvraag_cellen import UITVRAAG_CELLEN
from model.issues.uitvraag_inhoud import UITVRAAG_INHOUD
from model.issues.uitvraag_lezen import UITVRAAG_LEZEN
from model.issues.uitvraag_maken import UITVRAAG_MAKEN
from model.issues.uitvraag_samen import UITVRAAG_SAMEN
from model.issues.uitvraag_vast import UITVRAAG_VAST
from model.issues.workbooks import WORKBOOKS
from model.text import Text

ISSUES: Mapping[str, Text] = MappingProxyType(
    FILES
    | DATASETS
    | SCENARIOS
    | WORKBOOKS
    | RETURNED
    | BUDGETS
    | BUDGET_TABLES
    | STORE
    | APP
    | UITVRAAG
    | UITVRAAG_LEZEN
    | UITVRAAG_CELLEN
    | UITVRAAG_VAST
    | UITVRAAG_MAKEN
    | UITVRAAG_INHOUD
    | UITVRAAG_SAMEN
)
