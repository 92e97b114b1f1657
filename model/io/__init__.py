"""Readers and writers: files on one side, records of the model on the other."""
