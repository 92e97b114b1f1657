"""A workbook of ours that came back: what people changed in it, as measures, and everything that was found."""
