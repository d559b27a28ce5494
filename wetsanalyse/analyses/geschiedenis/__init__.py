"""What happened one after the other, and what could have gone otherwise."""
