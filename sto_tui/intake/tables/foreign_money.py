"""Money of another country: in a column that says the currency of its row, or in the head above amounts."""

import re

from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.amounts import written_number

CURRENCY_HEADS = ("valuta", "valutacode", "munt", "muntsoort", "munteenheid", "currency", "currencycode")
"""What a column is called in which the currency of each row stands."""

_EURO = frozenset(("eur", "euro", "euros", "€", "e"))
_CODES = "USD|GBP|CHF|DKK|SEK|NOK|PLN|CZK|HUF|RON|BGN|JPY|CNY|CAD|AUD|NZD|TRY|INR|ZAR|MAD|SRD|ANG|XCG|AWG"
_FOREIGN = re.compile(
    rf"(?:US|AU|CA)?\$|£|¥|\b(?:{_CODES})\b"
    r"|\b(?i:\w*dollars?|ponds?(?: sterling)?|ponden|pounds?|(?:zwitserse )?franken?|kronen)\b"
)
_SAYS_EURO = re.compile(r"€|\beur(?:o|os)?\b", re.IGNORECASE)
_LONGEST = 20


def is_currency_head(cell: Cell) -> bool:
    """Whether a head is that of a column with the currency of each row."""
    return head_key(str(cell)) in CURRENCY_HEADS


def is_currency(cell: Cell) -> bool:
    """Whether a cell says nothing but a currency: `USD`, `euro`, `£`."""
    text = clean_line(str(cell)).strip(" .")
    return plain(text) in _EURO or _FOREIGN.fullmatch(text) is not None


def told_foreign(cell: Cell) -> str:
    """Why amounts in the currency of this cell are not taken in; empty for euros, and for an empty cell."""
    text = clean_line(str(cell))
    is_euro = not text or plain(text).strip(" .") in _EURO
    return "" if is_euro else f"het bedrag is in ‘{cut(text, _LONGEST)}’. Reken het om naar euro."


def currency_of_head(head: Cell) -> str:
    """The foreign currency that the head of amounts names, and no euro beside it: `Bedrag (USD)`; empty without."""
    text = clean_line(str(head))
    named = None if _SAYS_EURO.search(text) else _FOREIGN.search(text)
    return named[0] if named else ""


def says_euro(head: Cell) -> bool:
    """Whether the head of amounts says that they are euros, whatever a currency beside it says."""
    return _SAYS_EURO.search(str(head)) is not None


def is_foreign_amount(cell: Cell) -> bool:
    """Whether a cell is an amount with another currency in it: `$ 500`, `500 USD`."""
    text = clean_line(str(cell))
    return _FOREIGN.search(text) is not None and written_number(_FOREIGN.sub("", text)) is not None
