"""Making a population of fictitious households; `maak` is the whole walk."""
