"""The departments' return as the analyst at the centre sees it: what came, what is wrong, what it adds up to."""
