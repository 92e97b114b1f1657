"""The pages of a workbook, one module each."""
