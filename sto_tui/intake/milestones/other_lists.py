"""Lists that are no plan, such as of risks or of a budget, by the words above their columns."""

from collections.abc import Sequence

from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.amounts import written_number

_HITS = 2
_SHARE_OF_HEADS = 0.15
ADDRESSES = "een adressenlijst"
BUDGET = "een begroting"
_RISKS, _SPENDING = "een lijst van risico’s", "een lijst van uitgaven"
# What takes such a list in.
_COMMANDS = {BUDGET: "begroting", _RISKS: "risicos", _SPENDING: "uitgaven"}
# Above the names of what money goes to.
_COST_WORDS = (
    "post kostensoort kostenpost kostenposten kostensoorten kostencategorie begrotingspost begrotingsposten "
    "begrotingsregel begroting budget kosten uitgaven lasten"
)
_OF_COSTS = frozenset(_COST_WORDS.split())
# Hours and pieces below a period are seldom so many.
_LEAST_AMOUNT = 1000
_NO_PLANS = {
    _RISKS: "risico risicos kans impact ernst mitigatie beheersmaatregel raid risk probability "
    "likelihood severity exposure",
    "een lijst van belanghebbenden": "stakeholder stakeholders belang invloed influence interest belanghebbende",
    "een communicatieplan": "doelgroep kanaal frequentie boodschap audience channel frequency message",
    BUDGET: "post aantal prijs totaal bedrag kosten budget price amount cost btw",
    "een urenregistratie": "medewerker uren ma di wo do vr totaal hours",
    _SPENDING: "leverancier bedrag factuur factuurnummer factuurdatum bon bonnummer betaald betaaldop "
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


def is_budget(keys: Sequence[str], cells: Sequence[Cell]) -> bool:
    """Whether below periods stand amounts of money, and a head says of what: `Kostensoort | 2027 | 2028`."""
    filled = [str(cell) for cell in cells if cell]
    amounts = [number.value("komma") for cell in filled if (number := written_number(cell))]
    is_large = 2 * len(amounts) > len(filled) and any(abs(amount) >= _LEAST_AMOUNT for amount in amounts)
    return is_large and bool({*keys} & _OF_COSTS)


def told_command(kind: str) -> str:
    """How to take in a list of this kind, as the begin of what can be typed; empty when there is no such command."""
    command = _COMMANDS.get(kind)
    return f"{kind[:1].upper()}{kind[1:]} neem je over met: sto invoer {command}. " if command else ""
