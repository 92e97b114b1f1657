"""Published budget tables: read, placed in a hierarchy, reconciled, and made into dataset rows."""
