"""How severe, how many, in which order, and what sort of repair."""
