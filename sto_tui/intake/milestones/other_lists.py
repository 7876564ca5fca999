"""Lists that are no plan, such as of risks or of a budget, by the words above their columns."""

from collections.abc import Sequence

_HITS = 2
_SHARE_OF_HEADS = 0.15
ADDRESSES = "een adressenlijst"
_NO_PLANS = {
    "een lijst van risico’s": "risico risicos kans impact ernst mitigatie beheersmaatregel raid risk probability "
    "likelihood severity exposure",
    "een lijst van belanghebbenden": "stakeholder stakeholders belang invloed influence interest belanghebbende",
    "een communicatieplan": "doelgroep kanaal frequentie boodschap audience channel frequency message",
    "een begroting": "post aantal prijs totaal bedrag kosten budget price amount cost btw",
    "een urenregistratie": "medewerker uren ma di wo do vr totaal hours",
    "een lijst van uitgaven": "leverancier bedrag factuur factuurnummer factuurdatum bon bonnummer betaald betaaldop "
    "supplier vendor invoice amount paid",
    "een lijst van personeel": "functie dienst indienst indienstsinds contract contracttot fte aanstelling salaris "
    "geboortedatum",
    ADDRESSES: "email emailadres telefoon telefoonnummer functie phone adres mobiel",
}


def kind_of_list(keys: Sequence[str]) -> str:
    """What a sheet with these heads is instead of a plan."""
    for kind, words in _NO_PLANS.items():
        # A sum that stands behind every quarter says it once.
        hits = len({*keys} & {*words.split()})
        if hits >= _HITS and hits >= _SHARE_OF_HEADS * len(keys):
            return kind
    return ""
