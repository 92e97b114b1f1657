"""How the tables came to be, one step a file in `versions`; they travel with the package.

To change a table: change `model.io.store.tables`, write the next file here, and `tests/store` says where they differ.
A step takes the operations as its argument and runs within the one transaction of the opening, so that two programs
that open a file at once, or one that is killed, leave it either as it was or whole.
"""
