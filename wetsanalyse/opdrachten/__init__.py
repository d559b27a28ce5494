"""The commands, one module each: only the one that is called is loaded.

``OPDRACHTEN`` in `wetsanalyse.cli` says which there are, in the order of the help text.
"""
