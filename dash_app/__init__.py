"""The app: a budget workbench in the browser. One face of the model: it draws, and computes nothing of its own."""
