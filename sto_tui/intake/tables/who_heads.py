"""Heads that name work and then ask who does it: `Actie door`, `Taak van`, `Opdracht aan`, `Product eigenaar`.

The word for the work would make such a column the names of the milestones, or their result.
"""

import re
from collections.abc import Sequence

_WORK_WORDS = (
    "actie acties actiepunt actiepunten taak taken activiteit activiteiten werkzaamheden werkzaamheid opdracht "
    "opdrachten stap stappen werk mijlpaal mijlpalen product producten resultaat resultaten deliverable deliverables "
    "klus klussen task tasks action actions activity activities milestone milestones punt agendapunt afspraak "
    "afspraken besluit verbeterpunt maatregel knelpunt uitvoeren voeren doen oppakken"
)
_TAIL_WORDS = "door voor bij van aan met by verantwoordelijk assignee assignees lead responsible"
_DAY_WORDS = "datum date start begin einde eind deadline wanneer when periode email mail telefoon"
_WORK, _TAILS, _DAYS = frozenset(_WORK_WORDS.split()), frozenset(_TAIL_WORDS.split()), frozenset(_DAY_WORDS.split())
# These say it by themselves, whatever stands before them.
_ALWAYS_WORDS = (
    "wie who eigenaar eigenaren houder houders owner owners trekker trekkers uitvoerder uitvoerders verantwoordelijke "
    "verantwoordelijken"
)
_ALWAYS = frozenset(_ALWAYS_WORDS.split())
# So somebody is called who does it, or stands above letters of roles.
_JOB_WORDS = (
    "leider leiders leiding themaleider projectleider projectleiders deelprojectleider programmaleider "
    "programmamanager projectmanager teamleider werkgroepleider kartrekker kartrekkers portefeuillehouder docent "
    "docenten leraar leraren vakdocent coordinator coordinatoren themacoordinator contactpersoon aanspreekpunt verantw "
    "uitvoerende uitvoerenden opdrachtnemer opdrachtgever penvoerder regisseur begeleider directeur initiatiefnemer"
)
_JOBS = frozenset(_JOB_WORDS.split())
_PULLS = frozenset(("trekkend", "trekkende", "uitvoerend", "uitvoerende", "leidend", "leidende"))
# `Actie / wie`, `Wie en actie` hold both.
_BETWEEN = r"(?:[/+&,]|\b(?:en|and)\b)"
_BOTH_LAST = re.compile(rf"(\w+)\W*?\s*{_BETWEEN}\s*\w+\W*$", re.IGNORECASE)
_BOTH_FIRST = re.compile(rf"\W*(?:wie|who)\s*{_BETWEEN}", re.IGNORECASE)


def asks_who(head: str, words: Sequence[str]) -> bool:
    """Whether a head ends in, or is, the question who does the work that it names."""
    if not words or _DAYS & {*words} or {"wat", "what"} & {*words}:
        return False
    *before, last = words
    both = _BOTH_LAST.search(head)
    if _BOTH_FIRST.match(head) or (both and both[1].casefold() not in _TAILS | _ALWAYS | _JOBS):
        return False
    if last in _ALWAYS or last in _JOBS or words[0] in _PULLS or (words[0] in ("wie", "who") and _WORK & {*words}):
        return True
    return (last in _TAILS and bool(_WORK & {*before})) or _is_joined(last)


def _is_joined(word: str) -> bool:
    """Whether a word is one of work with its owner: `taakeigenaar`, `actiehouder`."""
    match = re.fullmatch(r"(.+?)s?(?:eigenaar|eigenaren|houder|houders|trekker|verantwoordelijke)", word)
    return match is not None and match[1] in _WORK
