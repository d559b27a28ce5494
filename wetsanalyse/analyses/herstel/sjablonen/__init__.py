"""The templates, one module each, all of the same shape. No template knows a law."""

from wetsanalyse.analyses.herstel.sjablonen.afbouw import AFBOUW
from wetsanalyse.analyses.herstel.sjablonen.bodem import BODEM
from wetsanalyse.analyses.herstel.sjablonen.clausule import CLAUSULE
from wetsanalyse.analyses.herstel.sjablonen.evenredig import EVENREDIG
from wetsanalyse.analyses.herstel.sjablonen.kap import KAP
from wetsanalyse.analyses.herstel.sjablonen.marge import MARGE_SJABLOON
from wetsanalyse.analyses.herstel.sjablonen.maximum import MAXIMUM
from wetsanalyse.analyses.herstel.sjablonen.overheidsfout import OVERHEIDSFOUT
from wetsanalyse.analyses.herstel.sjablonen.tijdsevenredig import TIJDSEVENREDIG
from wetsanalyse.analyses.herstel.sjablonen.tolerantie import TOLERANTIE
from wetsanalyse.analyses.herstel.sjablonen.verschoonbaar import VERSCHOONBAAR
from wetsanalyse.analyses.herstel.sjablonen.wachttijd import WACHTTIJD

SJABLONEN = (
    KAP, AFBOUW, EVENREDIG, TOLERANTIE, TIJDSEVENREDIG, MAXIMUM, BODEM, OVERHEIDSFOUT,
    VERSCHOONBAAR, WACHTTIJD, MARGE_SJABLOON, CLAUSULE,
)  # fmt: skip
PER_ID = {s.id: s for s in SJABLONEN}
