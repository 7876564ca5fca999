"""What was answered about a milestone sheet, as the reader of it needs it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import fields_of
from sto_tui.domain.typed_dates import parse_date
from sto_tui.domain.typed_names import typed_name
from sto_tui.intake.questions import Answers
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.column_kinds import column_index
from sto_tui.intake.tables.day_heads import WEEK_DAY, Edge
from sto_tui.intake.tables.head_words import HeadKind
from sto_tui.intake.tables.held_cells import HELD, HELD_DAYS
from sto_tui.intake.tables.numbered_parts import COUNTED_PARTS, CountedParts
from sto_tui.intake.tables.period_cells import Unit
from sto_tui.intake.tables.period_heads import PeriodAnswers
from sto_tui.intake.tables.sheet_questions import ORDER
from sto_tui.intake.tables.sub_heads import Split
from sto_tui.intake.tables.week_rows import Counted
from sto_tui.intake.tables.written_dates import DayOrder

TAB, HEAD_ROW, YEAR, WEEK, NUMBERS = "tab", "koprij", "jaar", "week1", "getallen"
TOGETHER = "samen"
LINKS, GROUPS, PART, HIDDEN, UNDATED, SIDE = "koppelingen", "groepen", "deel", "verborgen", "zonderdatum", "tabel"
OWN_NUMBERS, GAPS, LINK_KINDS, WHO, HEADINGS = "nummers", "gaten", "koppelsoort", "wie", "kopjes"
BARE = "naamalleen"
DURATION, DAYS = "duur", "duurdagen"
COLUMN, COLOUR, MARK, STATE, ROLES, ROLE = "kolom:", "kleur:", "teken:", "stand:", "rollen", "rol:"
INACTIVE, UNDERWAY, SKIP = "inactief", "onderweg", "overslaan"
STRUCK, TURNED = "doorgestreept", "gekanteld"
ROW, TAIL, MEE, PARTS, STRANGE_YEARS = "rij:", "onderaan", "mee", "onderdelen", "verrejaren"
WEEKS_OR_MONTHS, CELLS, SUB_HEADS, PARTS_OF_YEARS = "weekofmaand", "vakken", "onderkoppen", "jaardelen"
WEEK_YEAR = "weekjaar"
READY, TOTALS, LINES, AGAIN, SAME = "gereedheid", "totalen", "regels", "dubbel", "zelfde"
LETTERS = "letters"
NONE = "geen"
ALL_TABS = "alle"
OF_THE_YEAR = "jaar"
_PAIRS = """mijlpaal=title, nr=number, begin=start, klaar=due, gereed-op=done_on, na=after, thema=theme,
speerpunt=speerpunt, deelproject=deelproject, groep=group, stoplicht=light, procent=percent,
resultaat=tangible_result, toelichting=note, knelpunt=obstacle, niveau=level, wbs=wbs, wie=who"""
FIELDS: Mapping[str, HeadKind] = {
    name: cast(HeadKind, kind) for name, kind in (pair.strip().split("=") for pair in _PAIRS.split(","))
}
"""What is typed for a field, and what it is in the tables."""
NAMES: Mapping[HeadKind, str] = {kind: name for name, kind in FIELDS.items()}


def _field_of(typed: str) -> HeadKind | None:
    """The field that is meant: by the word for it, or by its label, such as `Klaar op`."""
    word = typed_name(typed)
    labels = {typed_name(spec.label): name for name, spec in fields_of(Milestone).items() if name in NAMES}
    return FIELDS.get(word) or cast(HeadKind | None, labels.get(word))


# What can be answered; empty where the sheet gives the choices.
_CHOICES: Mapping[str, str] = {
    TAB: "", HEAD_ROW: "", YEAR: "", WEEK: "", ORDER: "dm md ymd", NUMBERS: "dag week maand delen geen",
    LINKS: "nr wbs rij volgorde geen", LINK_KINDS: "geen einde-begin", GROUPS: "thema deelproject speerpunt geen",
    PART: "alles mijlpalen niveau1 niveau2", HIDDEN: "mee niet", UNDATED: "mee niet", SIDE: "",
    OWN_NUMBERS: "blad dossier", GAPS: "door geen", ROLES: "raci geen", "legenda": "veri veori geen",
    WHO: "v e ve geen", LETTERS: "veri geen",
    HEADINGS: "kopje mijlpaal",
    STRUCK: "overslaan gereed mee", TURNED: "ja nee",
    HELD: "door geen", HELD_DAYS: "door geen", BARE: "kopje mijlpaal",
    TAIL: "overslaan mee", PARTS: "mijlpaal overslaan",
    STRANGE_YEARS: "geen mee", READY: "gereed stand", TOTALS: "overslaan mee", LINES: "los een",
    AGAIN: "samen los eerste", SAME: "nieuw zelfde",
    DURATION: "weken dagen maanden geen", DAYS: "werkdagen kalenderdagen geen", WEEKS_OR_MONTHS: "week maand",
    WEEK_DAY: "begin eind", WEEK_YEAR: "jaar weken",
    CELLS: "mijlpalen rijen", SUB_HEADS: "heel delen", PARTS_OF_YEARS: "delen maanden weken dagen heel",
    INACTIVE: "overslaan mee", UNDERWAY: "niet-gestart groen oranje rood gereed geen",
}  # fmt: skip
_CHOICES_BY_KIND: Mapping[str, str] = {
    COLOUR: "balk geen", MARK: "balk geen",
    STATE: "niet-gestart groen oranje rood gereed geen overslaan",
    ROLE: "v e r i o s geen",
    ROW: "overslaan mee",
    f"{WHO}:": "v e ve geen",
}  # fmt: skip
_LETTERS = re.compile(r"[a-z]{1,3}", re.IGNORECASE)
_YEARS = re.compile(r"\d{4}(-\d{4})?")


@dataclass(frozen=True)
class SheetAnswers:
    """The answers, by key in lower case; what is no answer to its question counts as not answered."""

    given: Answers = field(default_factory=dict)
    titled: str = ""
    """The calendar year that the title or the name of the tab says."""

    def get(self, key: str) -> str:
        """The answer in lower case; empty as long as there is none."""
        return self.given.get(key.lower(), "").strip().casefold()

    @property
    def columns(self) -> dict[HeadKind, int | None]:
        """In which column a field stands, from zero; None when it stands nowhere."""
        columns: dict[HeadKind, int | None] = {}
        for key, answer in self.given.items():
            kind = _field_of(key.removeprefix(COLUMN)) if key.startswith(COLUMN) else None
            if kind and answer.strip().casefold() == NONE:
                columns[kind] = None
            elif kind and _LETTERS.fullmatch(answer.strip()):
                columns[kind] = column_index(answer)
        return columns

    @property
    def order(self) -> DayOrder | None:
        """The order of day and month."""
        return cast(DayOrder, self.get(ORDER)) if self.get(ORDER) in ("dm", "md", "ymd") else None

    @property
    def years(self) -> str:
        """The year or school year of what has none."""
        return self.get(YEAR) if _YEARS.fullmatch(self.get(YEAR)) else ""

    @property
    def periods(self) -> PeriodAnswers:
        """What the period columns need."""
        counted: Mapping[str, Unit] = {"dag": "dag", "week": "week", "maand": "maand", "delen": "deel"}
        return PeriodAnswers(
            years=self.years,
            titled=self.titled,
            weeks_alone=self.counted == "week",
            numbers=counted.get(self.get(NUMBERS)),
            first=self.first_day,
            order=self.order,
            week_of_year=self.get(WEEK) == OF_THE_YEAR,
            edge=cast(Edge, self.get(WEEK_DAY)) if self.get(WEEK_DAY) in ("begin", "eind") else None,
        )

    @property
    def counted(self) -> Counted | None:
        """What counts where weeks do not lie in the months above them."""
        return cast(Counted, self.get(WEEKS_OR_MONTHS)) if self.get(WEEKS_OR_MONTHS) in ("week", "maand") else None

    @property
    def split(self) -> Split | None:
        """Whether heads that come again below each period are parts of it."""
        return cast(Split, self.get(SUB_HEADS)) if self.get(SUB_HEADS) in ("heel", "delen") else None

    @property
    def counted_parts(self) -> CountedParts | None:
        """What numbers below years are."""
        return cast(CountedParts, self.get(PARTS_OF_YEARS)) if self.get(PARTS_OF_YEARS) in COUNTED_PARTS else None

    @property
    def first_day(self) -> date | None:
        """The day on which week or number 1 begins."""
        answer = self.get(WEEK)
        try:
            return date.fromisoformat(answer)
        except ValueError:
            pass
        try:
            return parse_date(answer, "start") if answer[:1].isdigit() else None
        except ValueError:
            return None

    @property
    def has_no_heads(self) -> bool:
        """Whether it was answered that no row of heads is there: the first row is one of the table."""
        return self.get(HEAD_ROW) == NONE

    def head_row(self, rows: Sequence[SheetRow]) -> int | None:
        """The place of the row that was pointed at as that of the heads."""
        number = self.get(HEAD_ROW)
        return next((at for at, row in enumerate(rows) if str(row.number) == number), None)


NO_ANSWERS = SheetAnswers()


def why_no_answer(key: str, answer: str) -> str:
    """Why an answer that was typed can be none, as a Dutch sentence; empty when it can be one."""
    if key.startswith(COLUMN):
        if _field_of(key.removeprefix(COLUMN)) is None:
            return f"‘{key.removeprefix(COLUMN)}’ is geen kolom die wordt gelezen. Kies uit {', '.join(FIELDS)}."
        if not _LETTERS.fullmatch(answer.strip()) and answer.strip().casefold() != NONE:
            return f"‘{answer}’ is geen kolom. Schrijf de letter van de kolom, bijvoorbeeld C, of {NONE}."
        return ""
    kind = next((kind for kind in _CHOICES_BY_KIND if key.startswith(kind)), None)
    if kind is None and key not in _CHOICES:
        return f"‘{key}’ is geen vraag over een blad. Kies uit {', '.join(_CHOICES)}, of een vraag die sto-tui stelt."
    choices = (_CHOICES_BY_KIND[kind] if kind else _CHOICES[key]).split()
    if choices and answer.strip().casefold() not in choices:
        return f"‘{answer}’ is geen antwoord op {key}. Kies uit {', '.join(choices)}."
    return ""
