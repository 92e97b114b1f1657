"""Charts as plain Plotly figures: pure functions of a table. They draw its numbers and compute none."""
