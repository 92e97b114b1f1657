"""Workbooks: what stands where, written and read back."""
