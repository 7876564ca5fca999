"""Drafts that came back: a line for each thing that is different, to take or to leave."""

from collections.abc import Iterator, Mapping, Sequence

from sto_tui.acts import RETURNED
from sto_tui.domain.dutch import capital, count, enumerate_words
from sto_tui.domain.text import shortened
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding
from sto_tui.intake.returned_draft.wording import LEFT, TAKEN, grouped, marked_details
from sto_tui.screens.host.returned import BackFromWord
from sto_tui.screens.returned.line_window import LineWindow
from sto_tui.screens.windows.choices import ChoicesWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.raster import Raster, Run, fit
from sto_tui.widgets.record_list import Row

# What a narrow window has no room for among its keys.
_KEYS = "k kiest een hoofdstuk, p wat een persoon schreef."
_LONGEST_NAMES = 36
_GRAVE = (LineStanding.EMPTIED, LineStanding.CONFLICT)
_ROLES = {"same": "muted", "added": "added", "removed": "removed"}


class ReturnedWindow(ChoicesWindow[str]):
    """Closes with the text to take by the number of a line; None when nothing is taken."""

    DEFAULT_CSS = """
    ReturnedWindow {
        &.-low .title { padding: 0 1; }
        & .keys { display: none; }
        &.-narrow .keys { display: block; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-usual")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    where = RETURNED
    of_a_line = frozenset({"toggle", "read", "chapter", "person"})

    def __init__(self, back: BackFromWord, begun: Mapping[int, str], sentence: str = "") -> None:
        above = [lead(f"{sentence} {_counts(back.laid)}".strip()), lead(_KEYS)]
        above[-1].add_class("keys")
        super().__init__(_heading(back.laid.names), above, begun)
        self._back = back
        self._told_of: int | None = None

    def fill(self) -> None:
        """The lines of each chapter, as they are chosen."""
        self._list.show(list(self._rows()))
        self._tell_where()

    def _tell_where(self) -> None:
        """How much is chosen, and the chapter of the cursor, of which the head may be out of sight."""
        lines = [line for line in self._back.laid.lines if line.standing.can_be_taken]
        told = f"{len(self._chosen)} van {len(lines)} gekozen" if lines else "Er is niets om over te nemen."
        chapter = self._at.chapter if self._at and lines else ""
        self._bar.say(fit(f"{told} · {chapter}", self._bar.room).rstrip() if chapter else told)

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight, and of another line where it is."""
        super().on_raster_moved(event)
        if self._list.current_key != self._told_of:
            self._told_of = self._list.current_key
            self._tell_where()

    def _rows(self) -> Iterator[Row]:
        if remarks := self._back.laid.remarks:
            yield Row(("Let op",), kind="group")
            yield from (Row((remark,), kind="note") for remark in remarks)
        for heading, lines in grouped(self._back.laid):
            yield Row((heading,), kind="group")
            yield from map(self._row, lines)

    def _row(self, line: DraftLine) -> Row:
        role = "error" if line.standing in _GRAVE else "text"
        about = f"{line.told} · {enumerate_words(line.people)}"
        if not line.standing.can_be_taken:
            # There is nothing to choose; enter shows the text.
            return Row((" ", line.label), key=line.number, below=about, below_in_full=True)
        mark = TAKEN if line.number in self._chosen else LEFT
        told: list[tuple[Run, ...]] = [((about, "error" if line.standing in _GRAVE else "muted"),)]
        told += [
            tuple((text, _ROLES[kind]) for kind, text in pieces) for pieces in marked_details(line, is_numbered=False)
        ]
        own = self._chosen.get(line.number)
        if own is not None and own not in [wording.to_take for wording in line.wordings]:
            told += [((text, "muted"),) for text in (f"zelf bewerkt: {own}", *self._back.outcome(line, own))]
        return Row(((mark, "key"), (line.label, role)), key=line.number, below_that=tuple(told))

    @property
    def _at(self) -> DraftLine | None:
        number = self._list.current_key
        return next((line for line in self._back.laid.lines if line.number == number), None)

    @property
    def has_line(self) -> bool:
        """Whether the cursor is on a line."""
        return self._at is not None

    def why_not(self, id: str) -> str:
        """What there is only to know cannot be taken."""
        line = self._at
        if id == "toggle" and line and not line.standing.can_be_taken:
            return line.note or "Dit is alleen ter kennis."
        return super().why_not(id)

    def act_toggle(self) -> None:
        """Takes the line of the cursor or leaves it; of several texts, or one not understood, that is asked first."""
        line = self._at
        assert line is not None
        if line.number in self._chosen:
            del self._chosen[line.number]
        elif line.has_to_be_read:
            self.act_read()
            return
        else:
            self._chosen[line.number] = line.wordings[0].to_take
        self.fill()

    def act_read(self) -> None:
        """Shows the texts of the line word by word."""
        line = self._at
        assert line is not None

        def closed(text: str | bool | None) -> None:
            if isinstance(text, str):
                self._chosen[line.number] = text
            elif text is False:
                self._chosen.pop(line.number, None)
            self.fill()

        window = LineWindow(self._back, line, self._chosen.get(line.number))
        self.app.push_screen(window, closed)

    def act_chapter(self) -> None:
        """What is sure of the chapter of the cursor, or nothing of it."""
        at = self._at
        assert at is not None
        self._turn([line for line in self._back.laid.lines if line.chapter == at.chapter], f"‘{at.chapter}’")

    def act_person(self) -> None:
        """What is sure of who wrote the line of the cursor, or nothing of it."""
        at = self._at
        assert at is not None
        people = set(at.people)
        lines = [line for line in self._back.laid.lines if people & set(line.people)]
        self._turn(lines, enumerate_words(at.people))

    def _turn(self, lines: list[DraftLine], whose: str) -> None:
        """Takes all that is sure, or leaves all when that was taken."""
        sure = {line.number: line.default for line in lines if line.default is not None}
        if set(sure) <= set(self._chosen):
            for line in lines:
                self._chosen.pop(line.number, None)
            self.fill()
            self._bar.say(f"Van {whose} wordt niets overgenomen.")
            return
        self._chosen |= {number: text for number, text in sure.items() if number not in self._chosen}
        self.fill()
        asked = sum(line.standing.can_be_taken and line.number not in self._chosen for line in lines)
        rest = f" Kies {count(asked, 'regel', 'regels')} zelf: die is niet zeker." if asked == 1 else ""
        rest = f" Kies {count(asked, 'regel', 'regels')} zelf: die zijn niet zeker." if asked > 1 else rest
        self._bar.say(f"Van {whose}: {len(sure)} gekozen.{rest}")


def _heading(names: Sequence[str]) -> str:
    """The files by their names while those fit on one line; each line says who wrote it."""
    words = enumerate_words(names)
    if len(words) > _LONGEST_NAMES:
        words = shortened(words, _LONGEST_NAMES) if len(names) == 1 else count(len(names), "concept", "concepten")
    return f"Terug uit Word: {words}"


def _counts(laid: LaidBeside) -> str:
    """How much is different and how much is not; what is taken of it stands above the keys."""
    parts = [count(len(laid.lines), "verschil", "verschillen") if laid.lines else "geen verschillen"]
    parts += [f"{count(laid.untouched, 'veld', 'velden')} ongewijzigd"]
    parts += [f"{laid.already} al in het dossier"] * bool(laid.already)
    return f"{capital(', '.join(parts))}."
