"""Which way out reaches a harsh outcome, and how strong it is."""
