"""The workbench: measures as cards, forms made of the measures' own declarations, and figures that follow."""
