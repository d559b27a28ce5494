"""Layer 1: from text to a tree. Declarations give the vocabulary, the vocabulary the tokens."""

from wetsanalyse.syntax.lexicon import Betekenis, Lexicon
from wetsanalyse.syntax.ontleden import Ontleding, ontleed, ontleed_tekst
from wetsanalyse.syntax.samenvoegen import voeg_samen
from wetsanalyse.syntax.tonen import toon_boom, toon_tokens

__all__ = [
    "Betekenis",
    "Lexicon",
    "Ontleding",
    "ontleed",
    "ontleed_tekst",
    "toon_boom",
    "toon_tokens",
    "voeg_samen",
]
