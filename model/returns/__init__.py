"""The departments' return: what is asked, what came back, what may be added up."""
