"""The patterns about ways out and the list of hidden limits: what they are. What they look at is
not a pair of citizens; their findings are made in `uitwegen`, `dode_clausule` and `verborgen`."""

from __future__ import annotations

from wetsanalyse.analyses.patronen.basis import Patroon

P14 = Patroon(
    "P14",
    "discretievacuüm",
    "G",
    "Is er tegen een hard gevolg geen uitweg van genoeg sterkte?",
    "de tabel met alle uitwegen, en waarom elke wel of niet helpt",
    "een vaste praktijk van de uitvoerder die niet in het model staat",
)
P15 = Patroon(
    "P15",
    "clausule buiten bereik",
    "G",
    "Heeft de regeling een clausule die dit gevolg niet bereikt, of te zwak is?",
    "de reikwijdte van de clausule naast de artikelen die het gevolg geven",
    "een reikwijdte die te smal is overgenomen",
)
P16 = Patroon(
    "P16",
    "dode clausule",
    "P",
    "Is er een clausule die nooit kan gelden?",
    "het bewijs dat geen burger binnen het bereik aan de voorwaarde voldoet",
    "een open norm: die is een oordeel, en telt als mogelijk",
)
P18 = Patroon(
    "P18",
    "verborgen drempel",
    "G/P",
    "Is er een grens die in geen artikel staat?",
    "elke grens één keer, met per soort huishouden waar zij ligt; een lijst, geen bevinding",
    "een grens zonder gevolg van belang",
)
