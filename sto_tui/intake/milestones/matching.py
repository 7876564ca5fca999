"""Which milestone every row of a sheet is about, and what the row makes of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import long_date, short_date
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.light_and_log import why_not_ready_on
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import fields_of
from sto_tui.domain.text import cut, plain
from sto_tui.domain.validation import problems
from sto_tui.intake.milestones.belonging import MOST_NAMED, Places, names_part, place_remarks
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.milestones.numbers_and_names import looks_like_number, read_number, without_bullet
from sto_tui.intake.milestones.other_group import NEW, OtherGroup
from sto_tui.intake.milestones.period_columns import PeriodColumn
from sto_tui.intake.milestones.rows import Line, RowError
from sto_tui.intake.proposal import FieldChange
from sto_tui.intake.telling import first_of


@dataclass
class Taken:
    """A row that is taken in: its milestone before and after, and what changes beside it (links, log, roles)."""

    line: Line
    block: Block
    before: Milestone | None
    after: Milestone
    # What goes with it in the log.
    said: dict[str, str] = field(default_factory=dict)
    beside: list[FieldChange] = field(default_factory=list)


class Matcher:
    """Finds the milestone of every row by number or title; `refused` are the rows that are not taken in.

    `moved` is what was answered about rows that are found by a title that stands `elsewhere` in the dossier.
    """

    def __init__(self, dossier: Dossier, today: date, moved: str = "") -> None:
        self.refused: list[Line] = []
        self.elsewhere: list[OtherGroup] = []
        self._moved = moved
        self._dossier, self._today = dossier, today
        self._places = Places(dossier)
        self._by_number: dict[str, list[Milestone]] = defaultdict(list)
        self._by_title: dict[str, list[Milestone]] = defaultdict(list)
        for milestone in dossier.of(Milestone).values():
            self._by_number[plain(milestone.number)].append(milestone)
            self._by_title[plain(without_bullet(milestone.title))].append(milestone)
        self._often: set[str] = set()
        self._numbered: list[tuple[int, str]] = []
        self._comma: tuple[str, str] | None = None
        self._of_numbers: dict[str, str] = {}
        self._nowhere: dict[int, str] = {}
        self._bare: set[int] = set()

    def match(self, lines: Iterable[tuple[Line, Block]]) -> list[Taken]:
        """The rows that are taken in, in order; call it once. A row that is refused keeps its number to itself."""
        lines = list(lines)
        taken: list[Taken] = []
        seen: dict[tuple[str, str], int] = {}
        used: dict[int, int] = {}
        self._often = {title for title, times in Counter(plain(line.title) for line, _ in lines).items() if times > 1}
        numbers = _Numbers([*self._by_number, *(plain(line.number) for line, _ in lines)])
        for line, block in lines:
            try:
                self._number_from_title(line)
                line.number = self._as_in_dossier(line)
                _refuse_double(line, seen)
                before = self._existing(line)
                if before and used.setdefault(before.id, line.row) != line.row:
                    raise RowError(f"mijlpaal {before.number} staat ook op regel {used[before.id]}.")
                after = self._changed(line, before) if before else self._new(line, numbers, -1 - len(taken))
                if why_backwards := _goes_backwards(before, after):
                    line.leave_days(why_backwards)
                    after = self._changed(line, before) if before else self._new(line, numbers, -1 - len(taken))
            except ValidationError as error:
                line.wrong += why(error)
            except RowError as error:
                line.wrong += error.reasons
            if line.wrong:
                self.refused.append(line)
                continue
            if not before and not line.number:
                self._numbered.append((line.row, numbers.take()))
            taken.append(Taken(line, block, before, after))
        return taken

    def remarks(self, taken: Sequence[Taken]) -> Iterator[str]:
        """What is to be told about the numbers, themes and speerpunten of these rows: a Dutch sentence each."""
        if self._comma:
            typed, read = self._comma
            yield f"Nummers met een komma zijn gelezen met een punt: {typed} is {read}."
        if len(self._numbered) == 1:
            yield f"Regel {self._numbered[0][0]} krijgt in het dossier nummer {self._numbered[0][1]}."
        elif self._numbered:
            first, last = self._numbered[0][1], self._numbered[-1][1]
            rows = dutch.count(len(self._numbered), "regel", "regels")
            yield f"{rows} krijgen in het dossier een nummer: {first} tot en met {last}."
        yield from self._told_of_numbers()
        are_placed = any(row.after.theme or row.after.speerpunt for row in taken if not row.before)
        if are_placed and (bare := [row.line.row for row in taken if row.line.row in self._bare]):
            yield f"{in_own_words('Zonder thema', self._dossier.region)} overgenomen: {rows_named(bare)}."
        yield from place_remarks((taken_row.line for taken_row in taken), self._dossier.region)

    def _told_of_numbers(self) -> Iterator[str]:
        """Where milestones were put by their number alone, and which stand nowhere though it names a part."""
        of_part = in_own_words("speerpunt", self._dossier.region)
        if self._of_numbers:
            shown = first_of([f"{number} bij {there}" for number, there in self._of_numbers.items()], MOST_NAMED)
            yield f"Bij welk {of_part} een mijlpaal hoort, is uit het nummer gelezen: {dutch.enumerate_words(shown)}."
        if self._nowhere:
            shown = first_of([f"{number} (regel {row})" for row, number in self._nowhere.items()], MOST_NAMED)
            without = in_own_words("Zonder thema", self._dossier.region)
            yield f"{without} overgenomen, want er is geen {of_part} met dat nummer: {dutch.enumerate_words(shown)}."

    def _number_from_title(self, line: Line) -> None:
        """A number of the dossier in the column of the title is meant as that number; any other is a mistake."""
        if line.number or not line.title:
            return
        number, comma = read_number(line.title)
        if {plain(line.title), plain(number)} & self._by_number.keys():
            line.number, line.comma, line.title = number, comma, ""
        elif looks_like_number(line.title) and plain(line.title) not in self._by_title:
            raise RowError(
                f"‘{cut(line.title, 40)}’ bij Mijlpaal is een nummer dat er nog niet is. "
                "Zet het nummer in een kolom Nr en de naam bij Mijlpaal."
            )

    def _as_in_dossier(self, line: Line) -> str:
        """A number with a comma in it stays so when the dossier has it like that."""
        if not line.comma:
            return line.number
        typed = line.number.replace(".", ",")
        if plain(typed) in self._by_number:
            return typed
        self._comma = self._comma or (typed, line.number)
        return line.number

    def _existing(self, line: Line) -> Milestone | None:
        """The milestone that a row is about; of several with one number the one with the same title."""
        names, name = (self._by_number, line.number) if line.number else (self._by_title, line.title)
        milestones = names.get(plain(name), [])
        if not line.number:
            milestones = self._in_group(line, milestones)
        if len(milestones) > 1 and line.number:
            milestones = [
                milestone for milestone in milestones if plain(milestone.title) == plain(line.title)
            ] or milestones
        if len(milestones) > 1:
            subject = f"nummer {cut(line.number, 40)}" if line.number else "deze mijlpaal"
            raise RowError(
                f"{subject} staat in het dossier bij {len(milestones)} mijlpalen; geef ze eerst elk een eigen nummer."
            )
        return milestones[0] if milestones else None

    def _in_group(self, line: Line, milestones: list[Milestone]) -> list[Milestone]:
        """Of milestones with the same title those of the group of the row.

        A title that stands in the sheet once may have moved to another group.
        """
        if not line.group:
            return milestones
        same = [milestone for milestone in milestones if line.group in self._groups(milestone)]
        if same or plain(line.title) in self._often:
            return same
        if len(milestones) != 1 or not self._is_elsewhere(line, milestones[0]):
            return milestones
        self.elsewhere.append(OtherGroup(line, milestones[0], self._placed(milestones[0])))
        return [] if self._moved == NEW else milestones

    def _is_elsewhere(self, line: Line, milestone: Milestone) -> bool:
        """Whether the row and the milestone each stand under something, and nothing of that is the same."""
        said = {plain(name) for name in (line.deelproject, line.theme, line.speerpunt)}
        groups = self._groups(milestone) - {""}
        return bool(groups) and not said & groups

    def _placed(self, milestone: Milestone) -> str:
        theme = self._dossier.theme_of(milestone)
        return f"‘{cut(milestone.deelproject or (theme.title if theme else ''), 40)}’"

    def _groups(self, milestone: Milestone) -> set[str]:
        theme = self._dossier.theme_of(milestone)
        speerpunt = self._dossier.of(Speerpunt).get(milestone.speerpunt or 0)
        names = {plain(milestone.deelproject)}
        for place, word in ((theme, "thema"), (speerpunt, "speerpunt")):
            if place:
                names |= {plain(place.title), plain(self._dossier.caption(ref_of(place)))}
                own = in_own_words(word, self._dossier.region)
                names |= {plain(str(place.number)), plain(f"{word} {place.number}"), plain(f"{own} {place.number}")}
        return names

    def _new(self, line: Line, numbers: "_Numbers", milestone_id: int) -> Milestone:
        if not line.title:
            raise RowError(f"nummer {cut(line.number, 40)} is er nog niet en de mijlpaal is leeg.")
        number = line.number or numbers.next
        places = self._places.values(line, None) or self._by_own_number(line)
        if not (places or line.group or line.headings or line.no_place or line.row in self._nowhere):
            self._bare.add(line.row)
        values = _values(line) | places | {"number": number, "title": line.title}
        self._settle_ready(line, None, values.get("due"))
        light = line.light or Stoplicht.NIET_GESTART
        return Milestone(id=milestone_id, **values, light=light, done_on=line.done_on)

    def _by_own_number(self, line: Line) -> dict[str, Any]:
        """Of a row that does not say where it belongs: the speerpunt that its number names."""
        if line.group or line.headings or line.no_place or not names_part(line.number):
            return {}
        speerpunt = self._places.by_number(line.number)
        if speerpunt is None:
            self._nowhere |= {line.row: line.number} if self._dossier.of(Speerpunt) else {}
            return {}
        self._of_numbers[line.number] = speerpunt.number
        return {"speerpunt": speerpunt.id}

    def _changed(self, line: Line, before: Milestone) -> Milestone:
        _keep_exact_dates(line, before)
        values = _values(line) | self._places.values(line, before)
        values.pop("number", None)
        if line.light not in (None, before.light) and not self._is_newest(before):
            line.refused.append("het stoplicht is niet overgenomen: het logboek heeft al een regel van een latere dag.")
            line.light = line.done_on = None
        self._settle_ready(line, before, values.get("due", before.due))
        values |= {"light": line.light or before.light, "done_on": line.done_on or before.done_on}
        return before.changed(**values).settled_after(before)

    def _settle_ready(self, line: Line, before: Milestone | None, due: date | None) -> None:
        """The day on which it was ready, when that can be; without one the due date, when that can be."""
        is_other = line.done_on is not None and line.done_on != (before.done_on if before else None)
        if line.done_on and is_other and (why := self._not_ready_on(line.done_on, before)):
            line.refused.append(f"‘Gereed op’ is niet overgenomen. {why}")
            line.done_on = None
            if line.light_follows:
                line.light = None
            return
        is_new = line.light is Stoplicht.GEREED and not (before and before.light is Stoplicht.GEREED)
        if is_new and not line.done_on and due and not self._not_ready_on(due, before):
            line.done_on, line.proposed = due, True

    def _not_ready_on(self, day: date, before: Milestone | None) -> str:
        """Why a milestone can't have been ready on a day, as a Dutch sentence; empty when it can."""
        if day > self._today:
            return f"{long_date(day)} moet nog komen."
        log = self._dossier.progress_of(before.id) if before else []
        return why_not_ready_on(before, log, day, self._today)

    def _is_newest(self, milestone: Milestone) -> bool:
        return not any(entry.date > self._today for entry in self._dossier.progress_of(milestone.id))


def why(error: ValidationError) -> list[str]:
    """All that is wrong with a record from a sheet, a Dutch sentence each."""
    specs = {**fields_of(Milestone), **fields_of(Progress), **fields_of(Party)}
    return [f"{specs[name].label}: {reason}." if name in specs else f"{reason}." for name, reason in problems(error)]


class _Numbers:
    """Numbers for rows without one: on from the highest whole number."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._last = max((int(number) for number in taken if number.isdecimal() and len(number) < 7), default=0)

    @property
    def next(self) -> str:
        return str(self._last + 1)

    def take(self) -> str:
        self._last += 1
        return str(self._last)


def _values(line: Line) -> dict[str, Any]:
    """The fields that a row sets; what it leaves empty stays as it is."""
    names = ("number", "title", "tangible_result", "start", "due")
    return {name: value for name in names if (value := getattr(line, name))}


def _refuse_double(line: Line, seen: dict[tuple[str, str], int]) -> None:
    key = (plain(line.number), "") if line.number else (f"\n{line.group}", plain(line.title))
    if key in seen and line.number:
        hint = f" Was het {line.number}0, maak dan de kolom Nr op als tekst." if _may_have_lost_a_zero(line) else ""
        raise RowError(f"nummer {cut(line.number, 40)} staat ook op regel {seen[key]}.{hint}")
    if key in seen:
        raise RowError(f"deze mijlpaal staat ook op regel {seen[key]}; geef ze elk een nummer.")
    seen[key] = line.row


def _may_have_lost_a_zero(line: Line) -> bool:
    """Excel takes `1.10` for a number and drops its last zero."""
    whole, _, rest = line.number.partition(".")
    return whole.isdecimal() and len(rest) == 1 and rest.isdecimal()


def _keep_exact_dates(line: Line, before: Milestone) -> None:
    """A period says less than a day: the day stays when it lies in the period, and when it is fixed."""
    kept = []
    if line.start_span and before.start and _stays(before, before.start, line.start_span):
        if not _lies_in(before.start, line.start_span):
            kept.append(f"begin blijft {short_date(before.start)}")
        line.start = None
    if line.due_span and before.due and _stays(before, before.due, line.due_span):
        if not _lies_in(before.due, line.due_span):
            kept.append(f"‘klaar op’ blijft {short_date(before.due)}")
        line.due = None
    if kept:
        line.remarks.append(
            f"Regel {line.row}: de datum van mijlpaal {cut(before.number, 40)} staat vast en volgt de perioden niet; "
            f"{' en '.join(kept)}."
        )


def _stays(milestone: Milestone, day: date, span: PeriodColumn) -> bool:
    return milestone.fixed_date or _lies_in(day, span)


def _lies_in(day: date, span: PeriodColumn) -> bool:
    return span.start <= day <= span.end


def _goes_backwards(before: Milestone | None, after: Milestone) -> str:
    """Why the days of a row can't be; when the dossier already has them so, that is not of the row."""
    if before and (before.start, before.due) == (after.start, after.due):
        return ""
    if after.start and after.due and after.start > after.due:
        return f"begin {short_date(after.start)} ligt na ‘klaar op’ {short_date(after.due)}."
    return ""
