"""What can be wrong with a workbook: as a file, and as one of ours that comes back."""

from model.text import Text

WORKBOOKS: dict[str, Text] = {}
