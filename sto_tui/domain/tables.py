"""The tables of a dossier: stored name, model, and what people call them."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from sto_tui.domain.communication import Communication
from sto_tui.domain.evaluation import Action, Answer, Decision, Meeting, Question, Score
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.learning import Lesson, Training
from sto_tui.domain.milestones import Milestone, Progress, Veri
from sto_tui.domain.money import BudgetLine, Cofinancing, Equipment, Payment, Realised
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import ChapterText, Goal, Risk, Speerpunt, Support, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.region import Deadline, FreeDay, PlanPeriod, Region
from sto_tui.domain.set_aside import SetAside
from sto_tui.domain.steering import Resolution
from sto_tui.domain.vision import Indicator, VisionSection
from sto_tui.frozen import frozen
from sto_tui.places import Place

_DIGITS = re.compile(r"(\d+)")


@frozen
class Table:
    """A table. `caption` names the fields that together call a record by its name, with `between` between them.

    `single` names fields in which no record may be added that is the same as one that is there. `order` sorts the
    records as people expect them; without it they stand in the order in which they were added.
    """

    name: str
    model: type[Record]
    place: Place
    dutch: str
    singular: str
    plural: str
    caption: tuple[str, ...]
    new: str = "Nieuwe"
    single: tuple[str, ...] = ()
    order: Callable[[Any], Any] | None = None
    between: str = " "


@lru_cache(maxsize=65_536)
def natural_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts `1.2`, `1.10`, `1.10a` as people do."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(number) if part)


def _by_number(record: Any) -> object:
    return natural_key(str(record.number))


def _by_order(section: VisionSection) -> object:
    return section.order, section.id


def _by_part(question: Question) -> object:
    return question.part.position, question.order, question.id


def _by_chapter(text: ChapterText) -> object:
    return text.chapter.position, text.order, text.id


def _by_year(line: Any) -> object:
    return line.year, line.id


def _by_day(record: Any) -> object:
    """Oldest first; what has no day yet stands last."""
    return record.date is None, record.date, record.id


def _by_start(free: FreeDay) -> object:
    return free.start, free.id


def _by_year_and_number(line: BudgetLine) -> object:
    return line.year, natural_key(line.number), line.id


def _newest_first(entry: Any) -> object:
    return -entry.date.toordinal(), -entry.id


def _newest_handed_in_first(submission: Submission) -> object:
    return -submission.handed_in_on.toordinal(), -submission.id


_ALL = (
    Table("region", Region, Place.OVERZICHT, "regio", "regioprofiel", "regioprofiel", ("name",), new="Nieuw"),
    Table("periods", PlanPeriod, Place.OVERZICHT, "perioden", "planperiode", "planperioden", ("label",)),
    Table(
        "submissions",
        Submission,
        Place.OVERZICHT,
        "ingediend",
        "ingediend plan",
        "ingediende plannen",
        ("period", "handed_in_on"),
        new="Nieuw",
        order=_newest_handed_in_first,
    ),
    Table("deadlines", Deadline, Place.OVERZICHT, "termijnen", "termijn", "termijnen", ("title",)),
    Table(
        "free_days",
        FreeDay,
        Place.OVERZICHT,
        "vrije-dagen",
        "vrije dag",
        "vrije dagen",
        ("title",),
        order=_by_start,
    ),
    Table(
        "set_aside",
        SetAside,
        Place.OVERZICHT,
        "opzijgezet",
        "opzijgezette melding",
        "opzijgezette meldingen",
        ("finding",),
        single=("facts",),
    ),
    Table("parties", Party, Place.PLAN, "partijen", "partij", "partijen", ("name",)),
    Table("bodies", Body, Place.PLAN, "organen", "orgaan", "organen", ("name",), new="Nieuw"),
    Table("goals", Goal, Place.PLAN, "doelen", "doel", "doelen", ("number", "text"), new="Nieuw", order=_by_number),
    Table(
        "themes",
        Theme,
        Place.PLAN,
        "themas",
        "thema",
        "thema’s",
        ("number", "title"),
        new="Nieuw",
        order=_by_number,
    ),
    Table(
        "speerpunten",
        Speerpunt,
        Place.PLAN,
        "speerpunten",
        "speerpunt",
        "speerpunten",
        ("number", "title"),
        new="Nieuw",
        order=_by_number,
    ),
    Table(
        "milestones",
        Milestone,
        Place.MIJLPALEN,
        "mijlpalen",
        "mijlpaal",
        "mijlpalen",
        ("number", "title"),
        order=_by_number,
    ),
    Table(
        "veri",
        Veri,
        Place.VERI,
        "veri",
        "VERI-rol",
        "VERI-rollen",
        ("row", "party", "code"),
        single=("row", "party"),
    ),
    Table(
        "progress",
        Progress,
        Place.VOORTGANG,
        "voortgang",
        "voortgangsregel",
        "voortgangsregels",
        ("milestone", "date"),
        order=_newest_first,
    ),
    Table(
        "resolutions",
        Resolution,
        Place.VOORTGANG,
        "stuurgroepbesluiten",
        "stuurgroepbesluit",
        "stuurgroepbesluiten",
        ("number", "text"),
        new="Nieuw",
        order=_by_day,
    ),
    Table("reasons", ChangeReason, Place.VOORTGANG, "redenen", "reden", "redenen", ("reason",)),
    Table("questions", Question, Place.EVALUATIE, "vragen", "vraag", "vragen", ("text",), order=_by_part),
    Table("answers", Answer, Place.EVALUATIE, "antwoorden", "antwoord", "antwoorden", ("text",), new="Nieuw"),
    Table("scores", Score, Place.EVALUATIE, "scores", "score", "scores", ("statement",)),
    Table("sessions", Meeting, Place.EVALUATIE, "bijeenkomsten", "bijeenkomst", "bijeenkomsten", ("title",)),
    Table("decisions", Decision, Place.EVALUATIE, "besluiten", "besluit", "besluiten", ("text",), new="Nieuw"),
    Table("actions", Action, Place.EVALUATIE, "acties", "actie", "acties", ("text",)),
    Table(
        "vision",
        VisionSection,
        Place.REGIOVISIE,
        "visie",
        "onderdeel van de visie",
        "onderdelen van de visie",
        ("section",),
        new="Nieuw",
        order=_by_order,
    ),
    Table(
        "indicators",
        Indicator,
        Place.REGIOVISIE,
        "cijfers",
        "cijfer",
        "cijfers",
        ("title",),
        new="Nieuw",
        single=("title", "unit", "kind"),
    ),
    Table(
        "communication",
        Communication,
        Place.PLAN,
        "communicatie",
        "communicatiemoment",
        "communicatiemomenten",
        ("audience", "message"),
        new="Nieuw",
        order=_by_day,
        between=" · ",
    ),
    Table(
        "training",
        Training,
        Place.PLAN,
        "scholing",
        "scholing",
        "scholingen",
        ("who", "what"),
        order=_by_day,
        between=" · ",
    ),
    Table("lessons", Lesson, Place.PLAN, "voorbeelden", "voorbeeld", "voorbeelden", ("title",), new="Nieuw"),
    Table("risks", Risk, Place.PLAN, "risicos", "risico", "risico’s", ("text",), new="Nieuw"),
    Table(
        "budget",
        BudgetLine,
        Place.PLAN,
        "begroting",
        "begrotingsregel",
        "begrotingsregels",
        ("number", "title", "year"),
        order=_by_year_and_number,
    ),
    Table(
        "cofinancing",
        Cofinancing,
        Place.PLAN,
        "cofinanciering",
        "bijdrage",
        "bijdragen",
        ("title", "year"),
        order=_by_year,
    ),
    Table("equipment", Equipment, Place.PLAN, "apparatuur", "apparaat", "apparaten", ("title",), new="Nieuw"),
    Table(
        "payments",
        Payment,
        Place.VOORTGANG,
        "uitgaven",
        "uitgave",
        "uitgaven",
        ("budget_line", "date", "amount"),
        order=_newest_first,
    ),
    Table(
        "realised",
        Realised,
        Place.VOORTGANG,
        "gerealiseerd",
        "gerealiseerde bijdrage",
        "gerealiseerde bijdragen",
        ("contribution", "date", "amount"),
        order=_newest_first,
    ),
    Table(
        "support",
        Support,
        Place.PLAN,
        "ondersteuning",
        "ondersteuningsvraag",
        "ondersteuningsvragen",
        ("question",),
    ),
    Table(
        "texts",
        ChapterText,
        Place.CONCEPT,
        "teksten",
        "tekst",
        "teksten",
        ("chapter", "heading"),
        order=_by_chapter,
    ),
)

TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in _ALL})
BY_DUTCH_NAME: Mapping[str, Table] = MappingProxyType({table.dutch: table for table in _ALL})
BY_MODEL: Mapping[type[Record], Table] = MappingProxyType({table.model: table for table in _ALL})
