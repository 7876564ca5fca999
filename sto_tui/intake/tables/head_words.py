"""What the word above a column says that stands in it, in Dutch and English: by itself it is never enough.

Source: the two milestone plan formats of Sterk Techniekonderwijs, 2020 and 2022, and the heads of 135 public planning
sheets and of the exports of usual programs.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sto_tui.domain.text import plain
from sto_tui.intake.tables.who_heads import asks_who

HeadKind = Literal[
    "number", "wbs", "level", "title", "tangible_result", "start", "due", "date", "done_on", "never", "after", "theme",
    "speerpunt", "deelproject", "group", "light", "percent", "who", "duration", "effort", "note", "obstacle",
    "active", "inactive",
]  # fmt: skip
DATE_KINDS: tuple[HeadKind, ...] = ("start", "due", "date", "done_on", "never")

# Of several names the first here is the most likely one. Words are letters and digits only.
_WORDS: dict[HeadKind, str] = {
    "title": "mijlpaal mijlpalen titel taaknaam taak taken activiteit activiteiten actie acties actiepunt actiepunten "
    "werkzaamheden werkzaamheid opdracht stap stappen onderdeel wat watgaanwedoen omschrijving beschrijving onderwerp "
    "doelstelling naam milestone milestones milestonename taskname tasktitle task tasks activity activities "
    "activityname action actions actionitem actionitems workitem story userstory issue feature deliverable "
    "deliverables item summary subject title description descr desc what "
    "cardname cardtitle name aufgabe vorgangsname vorgang meilenstein tache",
    "number": "nr nummer mijlpaalnr mijlpaalnummer volgnr volgnummer id taaknr taakid taaknummer no num number "
    "uniqueid uniekeid taskid taskno tasknumber issuekey key issueid code item# itemno ref",
    "wbs": "wbs wbscode structuurcode overzichtsnummer outlinenumber wbsnummer wbsnumber psp",
    "level": "overzichtsniveau niveau outlinelevel level",
    "tangible_result": "resultaat resultaten tastbaarresultaat beoogdresultaat output outcome opbrengst "
    "product producten",
    "start": "start begin startdatum begindatum aanvang aanvangsdatum van vanaf geplandestart geplandbegin "
    "datumvan datumvanaf startdate begindate begins "
    "from plannedstart scheduledstart estimatedstart starts startson kickoff "
    "beginn anfang debut startjaar beginjaar aanvangsjaar jaarvan",
    "due": "klaar einde eind gereed klaarop einddatum deadline tot totenmet tm oplevering opleverdatum oplevermoment "
    "datumtot datumtotenmet datumtm "
    "streefdatum uiterlijk geplandeinde geplandeinddatum finish end due enddate finishdate duedate dueon until "
    "targetdate to ends plannedend plannedfinish plannedcompletion eta ende fin vervaldatum gereeddatumgepland "
    "gepland geplandedatum planned planneddate eindjaar jaargereed opleverjaar streefjaar jaartot jaartm",
    "date": "datum wanneer periode moment planning date when period timing tijdstip dag maand kwartaal week "
    "data datums plandatum uitvoerdatum uitvoeringsdatum inleverdatum trimester semester trimesters tertaal",
    "done_on": "gereedop gereeddatum datumgereed gereedgemeldop afgerondop datumafgerond voltooidop datumvoltooid "
    "opgeleverdop datumklaar completedat completedon completeddate completiondate datecompleted voltooiingsdatum "
    "voltooidedatum "
    "afrondingsdatum",
    "after": "na wachtop namijlpaal afhankelijkvan afhankelijkheid afhankelijkheden voorganger voorgangers "
    "voorafgaandetaken voorafgaandetaak predecessor predecessors dependson dependency dependencies blockedby after "
    "vorganger",
    "theme": "thema themas actielijn programmalijn",
    "deelproject": "deelproject deelprojecten",
    "speerpunt": "speerpunt speerpunten",
    "group": "fase project projectfase werkpakket categorie groep sprint hoofdtaak phase epic stage workstream section "
    "sectioncolumn category swimlane parent parenttask list listname bucket bucketname bucketnaam group milestonegroup",
    "light": "stoplicht status stand af afgerond gedaan voltooid state rag ragstatus health done stoplichtstatus "
    "taskstatus completed complete duecomplete hoever hoeverishet hoeverzijnwe hoeverzijnweermee hoeverzijnwemet "
    "hoeverisdat standvanzaken stavaza voortgangsstatus verkeerslicht smiley kleur hoestaathetervoor hoegaathet "
    "hoeloopthet loopthet",
    "percent": "percentage percentagevoltooid voltooidpercentage percentagegereed pctgereed pctvoltooid pctcomplete "
    "percentcomplete percentdone progress completion pctdone pct voltooiing completionpercentage",
    "who": "wie eigenaar verantwoordelijk verantwoordelijke trekker uitvoerder uitvoering actiehouder door "
    "toegewezenaan resourcenamen resources owner responsible assigned assignedto assignee resource resourcenames lead "
    "who members assignees teamlid medewerker doorwie wiedoethet wiedoetwat wiepaktop wiepakthetop verantwortlich "
    "aanzet wieisaanzet",
    "duration": "duur doorlooptijd looptijd tijdsduur dagen weken maanden duration days weeks "
    "aantalweken aantaldagen aantalmaanden",
    "effort": "uren effort estimate inspanning werk work hours",
    "note": "toelichting toelichtingvoortgang voortgang opmerking opmerkingen opm toel notitie notities notes note "
    "comment comments remarks remark bijzonderheden",
    "obstacle": "knelpunt knelpunten blocker blockers belemmering belemmeringen",
    "active": "actief active isactief isactive",
    "inactive": "archived gearchiveerd isarchived inactief inactive geannuleerd cancelled canceled vervallen",
    "never": "aangemaakt aangemaaktop aangemaaktdoor gewijzigd gewijzigdop laatstgewijzigd toegevoegd created "
    "createdat createddate creationdate added addedon raised updated updatedat lastmodified lastupdated viewed "
    "lastviewed tijdstempel timestamp resolved resolvedat "
    "dateadded datecreated voltooiddoor completedby afgeronddoor gemaaktdoor createdby",
}  # fmt: skip
_EXACT: dict[str, tuple[HeadKind, int]] = {
    word: (kind, rank) for kind, words in _WORDS.items() for rank, word in enumerate(words.split())
}
RESOLVED = frozenset(("resolved", "resolvedat", "resolvedon", "resolveddate", "dateresolved"))
"""Heads of the day on which an issue was closed: it is no planned day, and may be the one on which it was ready."""
# A head that holds one of these never gives a planned day, whatever else it says.
_NEVER = frozenset(
    ("werkelijk", "werkelijke", "gerealiseerd", "gerealiseerde", "realisatie", "daadwerkelijk", "daadwerkelijke",
     "actual", "baseline", "basislijn", "late", "created", "creation", "added", "raised",
     "updated", "viewed", "resolved", "aangemaakt", "gewijzigd", "toegevoegd", "modified", "oorspronkelijk",
     "oorspronkelijke", "original")
)  # fmt: skip
# But the day on which something really ended is when it was ready.
_REAL = frozenset(
    (
        "werkelijk",
        "werkelijke",
        "gerealiseerd",
        "gerealiseerde",
        "realisatie",
        "daadwerkelijk",
        "daadwerkelijke",
        "actual",
    )
)
# Beside it these say nothing more.
_ONLY_A_DAY = frozenset(("datum", "date", "op"))
_ENDS = frozenset(("eind", "einde", "einddatum", "end", "finish", "opleverdatum", "oplevering", "gereed"))
_BEGINNINGS: tuple[tuple[str, HeadKind], ...] = (
    ("start", "start"), ("begin", "start"), ("aanvang", "start"), ("eind", "due"), ("oplever", "due"),
    ("streef", "due"), ("deadline", "due"), ("uiterlijk", "due"), ("uiterste", "due"),
)  # fmt: skip
# Beside a word for any date these say which: `Wanneer gereed`, `Periode (uiterlijk)`, `Wanneer starten`.
_END_WORDS = (
    "klaar gereed af afgerond afronden deadline einde eind eindigt oplevering opleveren uiterlijk voltooid tot finish "
    "finished end due ready done completed until"
)
_SAYS_END = frozenset(_END_WORDS.split())
_SAYS_BEGIN = frozenset(("start", "starten", "begin", "beginnen", "aanvang", "vanaf", "begins", "starts"))
# A unit of time with the edge of it beside it is a begin or an end: `van week`, `Week t/m`, `Maand tot en met`.
_UNITS = frozenset(("week", "weken", "weeknr", "weeknummer", "wk", "maand", "mnd", "kwartaal", "month", "quarter"))
_BEGIN_EDGES, _END_EDGES = ("van", "vanaf", "from"), ("t m", "tm", "tem", "tot", "tot en met", "to", "until")
_PERCENT_WORDS = "gereed voltooid complete completed done klaar af completion voortgang progress work werk afgerond"
_BESIDE_PERCENT = frozenset(_PERCENT_WORDS.split())
# Words that say little by themselves, and nothing as a part of a longer head.
_NOT_IN_PARTS = frozenset(
    ("na", "van", "tot", "to", "from", "no", "in", "af", "door", "wat", "what", "start", "item", "id", "code", "key",
     "list", "week", "dag", "maand", "werk", "work", "naam", "name", "ref", "level", "tm", "fin", "num", "who", "wie",
     "project", "date", "datum", "planning", "desc", "group", "groep", "days", "dagen", "weken", "maanden", "weeks",
     "data", "complete", "completed")
)  # fmt: skip
# A number of notes or tasks is none of them.
_COUNTS = frozenset(("count", "aantal", "total", "totaal"))
_COUNTED: tuple[HeadKind, ...] = ("note", "title", "who", "obstacle", "after")
_BRACKETS = re.compile(r"(?<=\S)\s*(?:\([^)]*\)|\[[^\]]*\])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_HEAD = 60


@dataclass(frozen=True, slots=True)
class HeadWord:
    """What a head says: `rank` is its place among the names of its kind; a part of a head says less than all of it."""

    kind: HeadKind
    is_exact: bool
    rank: int


def words_of(kind: HeadKind) -> tuple[str, ...]:
    """The words that say it, letters and digits only."""
    return tuple(_WORDS[kind].split())


@lru_cache(maxsize=4096)
def head_word(head: str) -> HeadWord | None:
    """What a head says that stands below it; None when nobody knows."""
    if not head or len(head) > _LONGEST_HEAD:
        return None
    words = _words(head)
    whole = "".join(words)
    if whole in _EXACT:
        return _which_date(head, HeadWord(_EXACT[whole][0], True, _EXACT[whole][1]))
    if (edge := _edge_of(words)) is not None:
        return HeadWord(edge, False, 99)
    if "%" in head and {*words} - {"pct"} <= _BESIDE_PERCENT:
        return HeadWord("percent", True, 0)
    if head.strip().rstrip(".:") in ("#", "№"):
        return HeadWord("number", True, 0)
    if _REAL & {*words} and (_ENDS & {*words} or {*words} - _REAL <= _ONLY_A_DAY):
        return HeadWord("done_on", False, 99)
    if _NEVER & {*words}:
        return HeadWord("never", True, 0)
    if asks_who(head, words):
        return HeadWord("who", False, 99)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            part = "".join(words[at : at + size])
            if part in _EXACT and part not in _NOT_IN_PARTS:
                if _COUNTS & {*words} and _EXACT[part][0] in _COUNTED:
                    return None
                return _which_date(head, HeadWord(_EXACT[part][0], False, _EXACT[part][1]))
    for word in words:
        kind = next((kind for begin, kind in _BEGINNINGS if word.startswith(begin)), None)
        if kind:
            return HeadWord(kind, False, 99)
    return None


def _edge_of(words: list[str]) -> HeadKind | None:
    rest = [word for word in words if word not in _UNITS]
    edge = " ".join(rest) if len(rest) + 1 == len(words) else ""
    return "start" if edge in _BEGIN_EDGES else "due" if edge in _END_EDGES else None


def _which_date(head: str, word: HeadWord) -> HeadWord:
    """A head of any date as that of a begin or an end, when a word beside it, also in brackets, says only one."""
    if word.kind != "date":
        return word
    words = {*re.findall(r"[a-z]+", plain(head))}
    ends, begins = bool(words & _SAYS_END), bool(words & _SAYS_BEGIN)
    return HeadWord("start" if begins else "due", word.is_exact, 99) if begins != ends else word


def _words(head: str) -> list[str]:
    """Letters and digits, split where a program writes words together; what stands in brackets only with Jira."""
    match = re.fullmatch(r"Custom field \((.*)\)", head.strip())
    text = match[1] if match else _BRACKETS.sub(" ", head)
    text = plain(_CAMEL.sub(" ", text)).replace("%", " pct ").replace("'", "")
    return re.findall(r"[a-z0-9]+", text)
