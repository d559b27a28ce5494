"""The plan for millions of citizens: scaled whole numbers in columns, compiled.

    rollen   which steps are of the household and which of each member of a list
    vertaal  the plan as source text, every number with its scale and proven bounds
    compileer  source text to machine code (numba; nowhere else)
    kern     columns in, columns out; what does not fit is told, row by row

What it gives is what the exact interpreter gives, or it says that it does not know: then the
exact interpreter runs that row.
"""
