"""The lines above the keys that spell out the row of the cursor, and the names of the lists of a place."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from rich.cells import cell_len
from textual.events import Click, Resize
from textual.geometry import Region
from textual.message import Message

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.checks.finding import Finding, Level, about_milestone
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.record_list import most_lines, wrap
from sto_tui.widgets.shell import Drawn

MOST_LINES = 12
"""A finding of the longest in the narrowest window."""
LABEL = 22
"""Cells for the name of a field."""
MORE = "(nog 99)"
"""As long as what says that there are more."""


class SpelledOut(Drawn):
    """A few lines of text that follow the cursor; only what changed of them is drawn again."""

    DEFAULT_CSS = "SpelledOut { height: 2; }"

    class Resized(Message):
        """It has room for more or fewer lines, or for longer ones."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[list[Run]] = []

    def show_lines(self, lines: list[list[Run]]) -> None:
        """Shows other lines."""
        old, self._lines = self._lines, lines
        for y in range(self.size.height):
            before, after = (block[y] if y < len(block) else [] for block in (old, lines))
            if before != after:
                width = max(sum(cell_len(text) for text, _ in runs) for runs in (before, after))
                self.refresh(Region(0, y, min(width, self.size.width), 1))

    def on_resize(self, event: Resize) -> None:
        """What was fitted for another size no longer holds."""
        self.post_message(self.Resized())

    def line(self, y: int, width: int) -> Sequence[Run]:
        """One line."""
        return self._lines[y] if y < len(self._lines) else ()


class Fitted(SpelledOut):
    """Lines that depend on the room there is for them."""

    def __init__(self, *, id: str) -> None:
        super().__init__()
        self.id = id
        self._arrange: Callable[[int, int], list[list[Run]]] = lambda width, height: []

    def show(self, arrange: Callable[[int, int], list[list[Run]]]) -> None:
        """Shows other lines: those that `arrange` gives for a width and a height."""
        self._arrange = arrange
        self.show_lines(arrange(*self.size))

    def on_resize(self, event: Resize) -> None:
        """Arranges them for the new size."""
        self.show_lines(self._arrange(*event.size))


class FindingsByRecord:
    """The findings of each record, sorted out once for every new set of findings."""

    def __init__(self) -> None:
        self._sorted_for: object = None
        self._sorted: dict[Ref, list[Finding]] = {}
        self._measured_for: object = None
        self._longest = 0

    def of(self, dossier: Dossier, ref: Ref, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Those of one record, worst first; a milestone also has those of its log and its roles."""
        if self._sorted_for is not findings:
            self._sorted_for = findings
            self._sorted = {}
            for finding in findings:
                own = finding.ref.at(None)
                self._sorted.setdefault(own, []).append(finding)
                milestone = about_milestone(dossier, own)
                if milestone is not None and own != Ref("milestones", milestone):
                    self._sorted.setdefault(Ref("milestones", milestone), []).append(finding)
        return self._sorted.get(ref.at(None), ())

    def longest(self, dossier: Dossier, findings: Sequence[Finding], tables: Collection[str], width: int) -> int:
        """How many lines the longest finding of any record of these tables takes; 0 without one."""
        about = (id(findings), frozenset(tables), width)
        if about != self._measured_for:
            self._measured_for = about
            own = (
                f"! {finding.message} {MORE}"
                for finding in findings
                if finding.ref.table in tables
                or ("milestones" in tables and about_milestone(dossier, finding.ref.at(None)) is not None)
            )
            self._longest = 0
            for text in own:
                if most_lines(text, width) > self._longest:
                    self._longest = max(self._longest, len(wrap(text, width)))
        return self._longest


def finding_lines(own: Sequence[Finding], width: int, most: int = MOST_LINES) -> list[list[Run]]:
    """The worst of a record's findings in at most so many lines, and how many more there are."""
    if not own:
        return []
    mark, role = ("!", "error") if own[0].level is Level.FOUT else ("?", "hint")
    more = f"  (nog {len(own) - 1})" if len(own) > 1 else ""
    return first_lines(f"{mark} {own[0].message}{more}", width, most, role)


class Detail(SpelledOut):
    """What stands in the record at the cursor, and what is wrong with it, in as many lines as there are."""

    def __init__(self) -> None:
        super().__init__()
        self._about: tuple[object, ...] = ()
        self._by_record = FindingsByRecord()

    def show(self, dossier: Dossier, ref: Ref | None, findings: Sequence[Finding], today: date) -> None:
        """Shows another record; a milestone as it is today."""
        about = (dossier, ref, id(findings), self.size, today)
        if about == self._about:
            return
        self._about = about
        self.show_lines(self._lines_of(dossier, ref, findings, today) if ref else [])

    def show_sentence(self, sentence: str) -> None:
        """Shows a sentence in the place of a record."""
        about = (sentence, self.size)
        if about != self._about:
            self._about = about
            self.show_lines(first_lines(sentence, self.size.width - 3, self.size.height, "text"))

    def wanted(self, dossier: Dossier, findings: Sequence[Finding], tables: Collection[str]) -> int:
        """How many lines it takes to show the longest finding of a record of these tables in full, under its name."""
        if not self.size.width:
            return 0
        return 1 + self._by_record.longest(dossier, findings, tables, self.size.width - 3)

    def _lines_of(self, dossier: Dossier, ref: Ref, findings: Sequence[Finding], today: date) -> list[list[Run]]:
        record = (as_of_today(dossier, today) if ref.table == "milestones" else dossier).get(ref)
        height, width = self.size.height, self.size.width
        if record is None or not height:
            return []
        wrong = finding_lines(self._by_record.of(dossier, ref, findings), width - 3, max(1, height - 1))
        room = height - len(wrong)
        name = first_lines(dossier.caption(ref), width - 3, 2 if room > 1 else 1, "bold")
        if room < 3:
            return [*name, *wrong][:height]
        values: list[tuple[str, str]] = []
        specs = own_fields(TABLES[ref.table].model, dossier.region)
        for field, spec in specs.items():
            value = record.as_shown(field)
            if not spec.hidden and value != spec.default and field not in TABLES[ref.table].caption:
                values.append((spec.label, dossier.shown(spec, value)))
        return [*name, *_value_lines(values, width, room - len(name)), *wrong]


def _value_lines(values: Sequence[tuple[str, str]], width: int, room: int) -> list[list[Run]]:
    """The values with the names of their fields before them."""
    texts = lines_each([value for _, value in values], width - LABEL - 5, room)
    return [
        [("  ", "text"), (fit(label if place == 0 else "", LABEL), "muted"), (" ", "text"), (line, "text")]
        for (label, _), lines in zip(values, texts, strict=False)
        for place, line in enumerate(lines)
    ]


def lines_each(texts: Sequence[str], width: int, room: int) -> list[Sequence[str]]:
    """The lines of each text: one, as far as there is room, and what is left goes to those that would be cut."""
    each: list[Sequence[str]] = []
    left = max(0, room - len(texts))
    for text in texts[: max(0, room)]:
        # Blanks that put what follows below each other stay on one line.
        is_one_line = "\n" not in text and (not left or cell_len(text) <= width)
        each.append((fit(text, width).rstrip(),) if is_one_line else _at_most(text, width, 1 + left))
        left -= len(each[-1]) - 1
    return each


def first_lines(text: str, width: int, most: int, role: str) -> list[list[Run]]:
    """The lines of a text, with `…` at the end of the last one when there are more."""
    return [[("  ", "text"), (line, role)] for line in _at_most(text, width, most)]


def _at_most(text: str, width: int, most: int) -> Sequence[str]:
    lines = wrap(text, width)
    return lines if len(lines) <= most else (*lines[: most - 1], fit(" ".join(lines[most - 1 :]), width).rstrip())


class SectionBar(Drawn):
    """The lists of a place by name; the current one bold and underlined by its colour."""

    DEFAULT_CSS = "SectionBar { height: 1; }"

    class Clicked(Message):
        """Someone clicked a name."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._current = 0
        self._remark = ""

    def show(self, number: int, remark: str = "") -> None:
        """Marks another list; with a remark on what is shown of it in the place of the other names."""
        if (number, remark) != (self._current, self._remark):
            self._current, self._remark = number, remark
            self.refresh()

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The names that fit around the current one."""
        runs: list[Run] = [("  ", "text")]
        if self._remark:
            title = self._titles[self._current]
            return [*runs, (title, "here"), ("  ", "text"), (fit(self._remark, width - cell_len(title) - 5), "hint")]
        for index, _, text in self._placed(width):
            runs += [(text, "here" if index == self._current else "muted"), ("  ", "text")]
        return runs

    def _placed(self, width: int) -> list[tuple[int, int, str]]:
        """Which names, where they begin, and their text; `‹` and `›` say that there are more."""
        first = 0
        while True:
            placed: list[tuple[int, int, str]] = []
            start = 2
            for index in range(first, len(self._titles)):
                text = ("‹ " if index == first and first else "") + self._titles[index]
                last = index == len(self._titles) - 1
                if start + cell_len(text) + (0 if last else 3) > width:
                    placed.append((index, start, "›"))
                    break
                placed.append((index, start, text))
                start += cell_len(text) + 2
            if any(index == self._current and text != "›" for index, _, text in placed) or first >= self._current:
                return placed
            first += 1

    def on_click(self, event: Click) -> None:
        """A click on a name shows that list."""
        for index, start, text in self._placed(self.size.width) if not self._remark else ():
            if start <= event.x < start + cell_len(text):
                self.post_message(self.Clicked(index))
