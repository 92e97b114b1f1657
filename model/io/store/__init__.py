"""What the app keeps in one SQLite file: scenarios with all their versions, and the rounds of the return."""
