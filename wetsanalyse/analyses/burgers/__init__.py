"""Who is looked at: households, populations, and how to come to somebody else."""
