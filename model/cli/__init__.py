"""The command line: a face without arithmetic."""
