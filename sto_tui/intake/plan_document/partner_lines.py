"""Which lines where partners stand name no partner, and why."""

import re

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.ditto import has_ditto
from sto_tui.intake.plan_document.no_words import AMOUNT
from sto_tui.intake.plan_document.plan_words import NO_PARTY

_LONGEST = 200
_ELSEWHERE = re.compile(
    r"zie (?:ook )?(?:de |het )?(?:bijlage|hoofdstuk|paragraaf|tabel|overzicht|onder|speerpunt)", re.I
)
# Among partners `Penvoerder: ROC Noord` names one; these name none.
_BESIDE = re.compile(rf"(?:{NO_PARTY})\s*:\s*\S")
# Of a partner what it puts in stands behind the colon, and none is called `Samenwerking` or `Aanspreekpunt`.
_OTHER_LABEL = re.compile(
    r"(?!stichting|vereniging|werkgroep|kerngroep|projectgroep|stuurgroep)"
    r"[a-z]+(?:ing|punt|houder|atie|heid|groep|kader|wijze|risico(?:'s)?|plan)\s*:\s*\S"
)


def why_no_partner(line: str, no_field: str) -> tuple[str, str] | None:
    """What to tell of a line that names no partner, and why; `no_field` is the reason for other labels."""
    if len(line) > _LONGEST:
        return line, "dit is te lang voor een partner"
    if has_ditto(line):
        return f"partner: {line}", "wie hiermee is bedoeld, staat er niet boven"
    if _ELSEWHERE.match(line):
        return f"partner: {line}", "het staat op een andere plek"
    if _BESIDE.match(plain(line)) or _OTHER_LABEL.match(plain(line)):
        return line, no_field
    if AMOUNT.fullmatch(line):
        return line, "dit is een getal, geen partner"
    return None
