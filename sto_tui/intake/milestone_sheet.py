"""Milestones from a sheet: what would be new, what would change, and what is refused and why.

Pure: from a sheet, a dossier and today always follows the same proposal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri
from sto_tui.domain.parties import Party
from sto_tui.domain.record import LINE_LIMIT, Record, fields_of
from sto_tui.domain.text import clean_text, cut, plain
from sto_tui.domain.validation import problems
from sto_tui.intake.milestone_columns import Block, blocks_of, head_key, head_score
from sto_tui.intake.milestone_links import Wish, dependencies, shown_links
from sto_tui.intake.milestone_places import Places
from sto_tui.intake.milestone_rows import FootnoteError, Line, RowError, read_line
from sto_tui.intake.proposal import Added, Changed, Difference, Proposal, Refusal
from sto_tui.intake.sheet import IntakeError, Sheet, read_table
from sto_tui.intake.veri_cells import QUESTION, Legend, is_raci, letters_of

SHEET_NAME = "Mijlpalen"
LONGEST_SHOWN = 120
_RACI = (
    "De rollen zijn niet overgenomen: het blad heeft een A of C en geen V of E, en lijkt dus een RACI-matrix. "
    "Daarin is R wie het werk doet; in VERI is R wie je om raad vraagt. Zet de letters eerst om naar V, E, R en I."
)


def read_sheet(path: Path) -> Sheet:
    """The sheet with milestones in a file. Raises IntakeError with one Dutch sentence."""
    sheet = read_table(path, head_score, SHEET_NAME)
    if not any(head_score(row.cells) for row in sheet.rows):
        raise IntakeError(
            f"{path.name} heeft geen regel met de koppen van een mijlpalenplan. "
            "Zet boven de kolommen minstens Nr en Mijlpaal."
        )
    return sheet


def proposal_of(sheet: Sheet, dossier: Dossier, today: date, legend: str | None = None, by: str = "") -> Proposal:
    """What taking in a sheet would do. `legend` is `veri` or `veori`, or None as long as nobody has said it."""
    return _Intake(sheet, dossier, today, Legend(legend) if legend else None, by).proposal()


class _Intake:
    """The work on one sheet: every step adds to what is proposed, refused and remarked."""

    def __init__(self, sheet: Sheet, dossier: Dossier, today: date, legend: Legend | None, by: str) -> None:
        self.sheet, self.dossier, self.today, self.legend, self.by = sheet, dossier, today, legend, by
        self.blocks = blocks_of(sheet.rows, dossier)
        self.places = Places(dossier)
        self.refused: list[Refusal] = []
        self.remarks: list[str] = []
        self.lines: dict[int, tuple[Line, Block]] = {}
        # What every accepted row makes of its milestone, by the row in the sheet.
        self.before: dict[int, Milestone | None] = {}
        self.after: dict[int, Milestone] = {}
        self.extras: dict[int, list[Difference]] = defaultdict(list)
        self.others: list[Edit] = []
        self.parties: dict[str, Party] = {}
        self.commas: list[tuple[str, str]] = []

    def proposal(self) -> Proposal:
        letters = {letter for text in self._role_cells() for letter in letters_of(text)}
        raci = is_raci(letters)
        if raci:
            self.refused.append(Refusal(0, _RACI))
        self._read_lines(with_roles=not raci)
        self._match()
        self._link()
        for row, milestone in list(self.after.items()):
            line, block = self.lines[row]
            self._add_progress(row, line, milestone)
            self._add_roles(line, block, milestone)
            self.remarks += line.remarks
            self.refused += [Refusal(row, reason) for reason in line.refused]
        return self._finished(QUESTION if "O" in letters and not raci and self.legend is None else "")

    def _role_cells(self) -> Iterator[str]:
        for block in self.blocks:
            for row, _ in block.rows:
                yield from (row.text(index) for index in block.columns.parties)

    # Rows.

    def _read_lines(self, *, with_roles: bool) -> None:
        for block in self.blocks:
            for row, deelproject in block.rows:
                try:
                    line = read_line(row, deelproject, block.columns, self.legend, with_roles=with_roles)
                    self.lines[row.number] = (line, block)
                except FootnoteError as error:
                    self.remarks.append(f"Regel {row.number}: {error}")
                except RowError as error:
                    self.refused.append(Refusal(row.number, str(error)))

    def _match(self) -> None:
        by_number, by_title = self._existing()
        seen: dict[tuple[str, str], int] = {}
        used: dict[int, int] = {}
        numbers = _Numbers([*by_number, *(plain(line.number) for line, _ in self.lines.values())])
        for row, (line, _) in self.lines.items():
            try:
                line.number = self._as_in_dossier(line, by_number)
                _refuse_double(line, seen)
                found = by_number.get(plain(line.number), []) if line.number else by_title.get(plain(line.title), [])
                before = _the_one(line, found)
                if before and before.id in used:
                    raise RowError(f"mijlpaal {before.number} staat ook op regel {used[before.id]}.")
                self.after[row] = self._changed(line, before) if before else self._new(line, numbers)
            except ValidationError as error:
                self.refused.append(Refusal(row, _why(error)))
            except RowError as error:
                self.refused.append(Refusal(row, str(error)))
            else:
                self.before[row] = before
                if before:
                    used[before.id] = row

    def _existing(self) -> tuple[dict[str, list[Milestone]], dict[str, list[Milestone]]]:
        by_number: dict[str, list[Milestone]] = defaultdict(list)
        by_title: dict[str, list[Milestone]] = defaultdict(list)
        for milestone in self.dossier.milestones.values():
            by_number[plain(milestone.number)].append(milestone)
            by_title[plain(milestone.title)].append(milestone)
        return by_number, by_title

    def _as_in_dossier(self, line: Line, by_number: dict[str, list[Milestone]]) -> str:
        """A number with a comma in it stays so when the dossier has it like that."""
        if not line.comma:
            return line.number
        typed = line.number.replace(".", ",")
        if plain(typed) in by_number:
            return typed
        self.commas.append((typed, line.number))
        return line.number

    def _new(self, line: Line, numbers: "_Numbers") -> Milestone:
        if not line.title:
            raise RowError(f"nummer {cut(line.number, 40)} is er nog niet en de mijlpaal is leeg.")
        number = line.number
        if not number:
            number = numbers.next()
            line.remarks.append(f"Regel {line.row} heeft geen nummer en krijgt nummer {number}.")
        values = _values(line) | self.places.values(line, None)
        light = line.light or Stoplicht.NIET_GESTART
        done_on = self.today if light is Stoplicht.GEREED else None
        return Milestone(
            id=-1 - len(self.after), **{**values, "number": number, "title": line.title}, light=light, done_on=done_on
        )

    def _changed(self, line: Line, before: Milestone) -> Milestone:
        values = _values(line) | self.places.values(line, before)
        values.pop("number", None)
        light = line.light or before.light
        if light is not before.light and not self._is_newest(before):
            line.refused.append("het stoplicht is niet overgenomen: het logboek heeft al een regel van een latere dag.")
            line.light, light = None, before.light
        if light is not before.light:
            values |= {"light": light, "done_on": self.today if light is Stoplicht.GEREED else None}
        return before.changed(**values)

    def _is_newest(self, milestone: Milestone) -> bool:
        return not any(entry.date > self.today for entry in self.dossier.progress_of(milestone.id))

    # Links between rows, the log and the roles.

    def _link(self) -> None:
        numbers: dict[str, int | None] = {}
        known = {one.id: one for one in self.dossier.milestones.values()}
        known |= {one.id: one for one in self.after.values()}
        for milestone in known.values():
            key = plain(milestone.number)
            numbers[key] = None if key in numbers else milestone.id
        names = {one.id: one.number for one in known.values()}
        rows = {one.id: row for row, one in self.after.items()}
        wishes = [Wish(one, after) for row, one in self.after.items() if (after := self.lines[row][0].after)]
        for wish, links, reasons in dependencies(wishes, self.dossier, numbers):
            row, milestone = rows[wish.milestone.id], wish.milestone
            self.lines[row][0].refused += reasons
            if links != milestone.after and (links or not reasons):
                old, new = (shown_links(one, names) for one in (milestone.after, links))
                self.extras[row].append(Difference(fields_of(Milestone)["after"].label, old, new))
                self.after[row] = milestone.model_copy(update={"after": links})

    def _add_progress(self, row: int, line: Line, milestone: Milestone) -> None:
        """A line of today, when the sheet says something that the newest line of the log up to today does not."""
        log = [entry for entry in self.dossier.progress_of(milestone.id) if entry.date <= self.today]
        before = self.before[row]
        was = before.light if before else Stoplicht.NIET_GESTART
        note, obstacle = log[0].note if log else "", log[0].obstacle if log else ""
        texts_differ = (line.note and line.note != note) or (line.obstacle and line.obstacle != obstacle)
        if not texts_differ and milestone.light is was:
            return
        try:
            entry = Progress(
                id=-1 - len(self.others),
                milestone=milestone.id,
                date=self.today,
                light=milestone.light,
                note=line.note,
                obstacle=line.obstacle,
                by=self.by[:LINE_LIMIT],
            )
        except ValidationError as error:
            line.refused.append(_why(error))
            return
        self.others.append(Edit(ref_of(entry), None, entry))
        if line.note and line.note != note:
            self.extras[row].append(Difference("Toelichting in het logboek", note, line.note))
        if line.obstacle and line.obstacle != obstacle:
            self.extras[row].append(Difference("Knelpunt in het logboek", obstacle, line.obstacle))

    def _add_roles(self, line: Line, block: Block, milestone: Milestone) -> None:
        here = ref_of(milestone)
        for index, code in line.roles:
            head, known = block.columns.parties[index]
            try:
                party = known or ref_of(self._new_party(head))
            except ValidationError as error:
                line.refused.append(f"partij {cut(head, 40)} is niet toegevoegd: {_why(error)}")
                continue
            held = [role for role in self.dossier.veri_row(here) if role.party == party]
            if any(role.code == code for role in held):
                continue
            if held:
                edit = Edit(ref_of(held[0]), held[0], held[0].changed(code=code))
            else:
                role = Veri(id=-1 - len(self.others), row=here, party=party, code=code)
                edit = Edit(ref_of(role), None, role)
            self.others.append(edit)
            old = held[0].code.value if held else ""
            self.extras[line.row].append(Difference(f"VERI {cut(head, 40)}", old, code.value))

    def _new_party(self, head: str) -> Party:
        key = head_key(head)
        if key not in self.parties:
            self.parties[key] = Party(id=-1 - len(self.parties), name=head)
        return self.parties[key]

    # What is told.

    def _finished(self, question: str) -> Proposal:
        added, changed, edits = [], [], []
        for row, after in self.after.items():
            before = self.before[row]
            caption = f"{after.number} {cut(after.title, 60)}"
            if before is None:
                added.append(Added(row, caption, tuple(self._details(row, after))))
                edits.append(Edit(ref_of(after), None, after))
                continue
            differences = (*self._differences(before, after), *self.extras[row])
            if after != before:
                edits.append(Edit(ref_of(before), before, after))
            if differences:
                changed.append(Changed(row, caption, differences))
        parties = [Edit(ref_of(party), None, party) for party in self.parties.values()]
        label = f"Mijlpalen uit {cut(self.sheet.name, 60)}: {len(added)} nieuw, {len(changed)} gewijzigd"
        return Proposal(
            Change(label, (*parties, *edits, *self.others)),
            tuple(added),
            tuple(changed),
            tuple(sorted(self.refused, key=lambda one: one.row)),
            tuple(self._all_remarks()),
            question,
        )

    def _details(self, row: int, milestone: Milestone) -> Iterator[str]:
        """What stands in a new milestone, short: its days, where it belongs, the rest by label."""
        days = [dutch.short_date(day) if day else "…" for day in (milestone.start, milestone.due)]
        if milestone.start or milestone.due:
            yield " – ".join(days)
        for name in ("speerpunt", "theme", "deelproject", "light"):
            spec = fields_of(Milestone)[name]
            value = getattr(milestone, name)
            if value and value != spec.default:
                yield f"{spec.label.lower()} {cut(self.dossier.shown(spec, value), 60)}"
        roles = [f"{one.new} {one.label.removeprefix('VERI ')}" for one in self.extras[row] if _is_role(one)]
        yield from (f"{one.label.lower()} {_short(one.new)}" for one in self.extras[row] if not _is_role(one))
        if roles:
            yield f"VERI {', '.join(roles)}"

    def _differences(self, before: Record, after: Record) -> Iterator[Difference]:
        for name, spec in fields_of(type(before)).items():
            old, new = getattr(before, name), getattr(after, name)
            if old != new and name != "after":
                yield Difference(spec.label, *(_short(self.dossier.shown(spec, value)) for value in (old, new)))

    def _all_remarks(self) -> Iterator[str]:
        if self.parties:
            names = dutch.enumerate_words([cut(party.name, 40) for party in self.parties.values()])
            yield f"Nieuw als partij: {names}. Geef ze daarna een soort bij 4 Plan."
        unknown = list(dict.fromkeys(cut(head, 40) for block in self.blocks for head in block.columns.unknown))
        if unknown:
            yield f"Niet overgenomen, want geen kolom van een mijlpalenplan: {dutch.enumerate_words(unknown)}."
        empty = [row for row in self.after if self.lines[row][1].columns.spans and not self.lines[row][0].due]
        if empty:
            yield (
                f"{dutch.count(len(empty), 'regel heeft', 'regels hebben')} geen gevulde periode. "
                "Kleuren worden niet gelezen; zet in het rekenblad een x in de cellen."
            )
        if self.commas:
            typed, read = self.commas[0]
            yield f"Nummers met een komma zijn gelezen met een punt: {typed} is {read}."
        yield from self.places.remarks()
        yield from self.remarks


class _Numbers:
    """Numbers for rows without one: on from the highest whole number."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._last = max((int(one) for one in taken if one.isdecimal() and len(one) < 7), default=0)

    def next(self) -> str:
        self._last += 1
        return str(self._last)


def _values(line: Line) -> dict[str, Any]:
    """The fields that a row sets; what it leaves empty stays as it is."""
    values = {
        "number": line.number,
        "title": line.title,
        "tangible_result": clean_text(line.tangible_result),
        "start": line.start,
        "due": line.due,
    }
    return {name: value for name, value in values.items() if value}


def _refuse_double(line: Line, seen: dict[tuple[str, str], int]) -> None:
    key = (plain(line.number), "") if line.number else ("", plain(line.title))
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


def _the_one(line: Line, found: list[Milestone]) -> Milestone | None:
    """The milestone that a row is about; of several with one number the one with the same title. Raises RowError."""
    if len(found) > 1 and line.number:
        found = [one for one in found if plain(one.title) == plain(line.title)] or found
    if len(found) > 1:
        what = f"nummer {cut(line.number, 40)}" if line.number else "deze mijlpaal"
        raise RowError(f"{what} staat in het dossier bij {len(found)} mijlpalen; geef ze eerst elk een eigen nummer.")
    return found[0] if found else None


def _is_role(difference: Difference) -> bool:
    return difference.label.startswith("VERI ")


def _short(text: str) -> str:
    return cut(" ".join(text.split()), LONGEST_SHOWN)


def _why(error: ValidationError) -> str:
    name, reason = problems(error)[0]
    specs = {**fields_of(Milestone), **fields_of(Progress), **fields_of(Party)}
    return f"{specs[name].label}: {reason}." if name in specs else f"{reason}."
