"""wetsanalyse: from regulation text in controlled Dutch to a report on where a law is hard.

Read ``wetsanalyse.chain`` first: it is the whole pipeline as a short list of typed functions.
"""

__version__ = "0.1.0"
