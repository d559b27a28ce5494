"""Along one axis at a time: what is measured, every sweep, and the search beyond them."""
