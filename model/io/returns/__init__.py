"""Rounds and returns on disk: the workbooks that go out and come back, and the tables of a round."""
