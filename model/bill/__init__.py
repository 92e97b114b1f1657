"""Who is left with the bill: accounts per partij, the tables made of them, and what they rest on."""
