"""The VERI matrix on the wall: one row at a time, the group says who does what, one person types the letters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Key, Resize, ScreenResume

from sto_tui.actions import VERI_WALL, writing_acts
from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.planning.veri import DECIDES, DOES, MatrixRow, about, ancestors, columns, filled, matrix_row
from sto_tui.planning.veri_views import row_errors
from sto_tui.screens.editing import EditingScreen
from sto_tui.screens.keys import action_by_label, bindings_at, footer_keys
from sto_tui.screens.veri_rows import cell_role, cell_text
from sto_tui.widgets.detail import SpelledOut
from sto_tui.widgets.large_letters import ROWS, large_lines
from sto_tui.widgets.question_card import QuestionCard
from sto_tui.widgets.raster import Raster, Run, fit, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row, wrap
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.wall import ShortQuestion, WallHead

LARGE_FROM = 34
MOST_LARGE = 2
CARD_MARGIN = 4
CODES = {f"code_{code.value.lower()}": code for code in VeriCode if len(code.value) == 1}
CODES["code_b"] = VeriCode.BEIDE
NO_PARTIES = "Nog geen partijen of organen. Voeg ze toe bij 4 Plan."
Entry = tuple[str, str, Sequence[str]]
_QUESTIONS: tuple[tuple[str, str, frozenset[VeriCode]], ...] = (
    ("E", "Wie beslist?", DECIDES),
    ("V", "Wie voert uit?", DOES),
    ("R", "Wie raadplegen we?", frozenset((VeriCode.RAADPLEGEN,))),
    ("I", "Wie informeren we?", frozenset((VeriCode.INFORMEREN,))),
    ("S", "Wie ondersteunt?", frozenset((VeriCode.SUPPORT,))),
    ("O", "Wie hoort er niet bij?", frozenset((VeriCode.OUT_OF_THE_LOOP,))),
)
_SOURCE_WIDTH = 20
_FEW_ANSWERS = 6
_MOST_NAMED = 3
_ALL_DONE = "Dit is de laatste rij. Alle rijen zijn compleet."
_LETTERS = "Typ v, e, r, i, o of s; b is V en E samen."


def _bindings() -> list[BindingType]:
    """The keys, each handled before the next is looked at; capitals are letters too, and digits lead to a party."""
    found: list[BindingType] = []
    for binding in bindings_at(VERI_WALL):
        assert isinstance(binding, Binding)
        if not binding.key.isdigit():
            keys = {binding.key, binding.key.upper()} if len(binding.key) == 1 else {binding.key}
            found += [replace(binding, key=key, priority=True) for key in keys]
    return [*found, *(Binding(digit, f"digit('{digit}')", show=False, priority=True) for digit in "0123456789")]


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


class VeriWallScreen(EditingScreen):
    """One row: what, when, who has which role, and the parties to give one. A letter is a change at once."""

    CSS_PATH = "veri_wall.tcss"
    BINDINGS = _bindings()
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-usual")]

    def __init__(self, rows_of: Callable[[], Sequence[MatrixRow]], start: Ref | None) -> None:
        """`rows_of` gives the rows of the matrix as it is now; of those the ones that ask for roles are presented."""
        super().__init__()
        self._rows_of = rows_of
        self._row = first_presented(rows_of(), start)
        self._order: list[Ref] = []
        self._digits, self._digits_at = "", -1
        self.head = WallHead()
        self.card = QuestionCard(id="card")
        self.question = ShortQuestion()
        self.question.id = "top"
        self.roles = Fitted(id="roles")
        self.list = RecordList(heads=False, id="parties")
        self.list.leaps = True
        self.standing = Fitted(id="standing")
        self.bar = KeyBar(footer_keys(VERI_WALL))

    def compose(self) -> ComposeResult:
        """What and when, who does what, the parties, and what is still wrong."""
        yield self.head
        yield self.card
        yield self.question
        yield Container(self.roles, self.list, id="middle")
        yield self.standing
        yield self.bar

    def on_mount(self) -> None:
        """Shows the first row."""
        self.update()
        self.list.focus()
        self.say(_LETTERS)

    # Showing.

    @property
    def current_ref(self) -> Ref | None:
        """The row on the wall."""
        return self._row

    @property
    def party(self) -> Ref | None:
        """The party or body of the cursor."""
        key = self.list.current_key
        return key if isinstance(key, Ref) else None

    def update(self) -> None:
        """Shows the row as it is now; when it is gone, the one after it."""
        before = self._row
        self._follow()
        self.show()
        if self._row != before:
            self.list.action_edge(0)

    def _follow(self) -> None:
        """The rows as they are now; the one on the wall stays, even when it would no longer be presented."""
        order = [row.ref for row in self._rows_of() if is_presented(row)]
        here = self._row
        if here is not None and here not in order:
            place = self._order.index(here) if here in self._order else 0
            if matrix_row(self.host.dossier, here):
                order.insert(place, here)
            else:
                later = (one for one in self._order[place:] if one in order)
                self._row = next(later, order[-1] if order else None)
        self._order = order

    def show(self) -> None:
        """Shows the row."""
        dossier = self.host.dossier
        found = matrix_row(dossier, self._row) if self._row else None
        if found is None:
            self.dismiss(None)
            return
        above = ancestors(dossier, found.ref)
        theme = dossier.name(above[-1]) if above else "wie doet wat"
        many = len(self._order)
        self.head.show(_capital(theme), (), f"{many - len(self._faulty)} van {many} compleet")
        title = dossier.caption(found.ref) if found.ref.table == "milestones" else dossier.name(found.ref)
        self._show_title(_capital(title), when(dossier, found.ref))
        parties = listed_parties(dossier, found)
        self.list.show(party_rows(dossier, found, parties), party_columns(dossier, found, parties))
        self.roles.show(partial(answer_lines, dossier, found, parties))
        place = f"rij {self._order.index(found.ref) + 1} van {many}"
        self.standing.show(partial(standing_lines, dossier, found, place))

    def _show_title(self, title: str, when: str) -> None:
        """What and when; in a tall window in letters that the last row of the room reads."""
        width, height = self.size
        large = large_lines(title, width - CARD_MARGIN, MOST_LARGE) if height >= LARGE_FROM else None
        self.card.display = bool(large)
        if large:
            self.card.styles.height = (ROWS + 1) * len(large)
            self.card.show(title)
        self.question.show("" if large else title, when)

    @property
    def _faulty(self) -> list[Ref]:
        return [ref for ref in self._order if row_errors(self.host.dossier, ref)]

    def on_resize(self, event: Resize) -> None:
        """Another window may have room for large letters."""
        if self.is_mounted:
            self.show()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """A window over the wall was closed."""
        if self.is_mounted:
            self.catch_up()

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message on the rule above the keys."""
        self.bar.say(message, error=error)

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a party."""
        self.list.go_to(ref.at(None))

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        self.bar.show_hidden(out_of_sight(event.raster))

    # Keys.

    def action_act(self, id: str) -> None:
        """Carries out an act of the registry, or says why it cannot be done now."""
        self._digits = ""
        self.say("")
        if reason := self._why_not(id):
            self.say(reason)
        elif id in CODES:
            self._fill(CODES[id])
        else:
            getattr(self, f"act_{id}")()

    def _why_not(self, id: str) -> str:
        if self.host.read_only and id in writing_acts(VERI_WALL):
            return self.host.read_only
        if (id in CODES or id == "clear") and self.party is None:
            return NO_PARTIES
        return self.host.why_no_undo() if id == "undo" else ""

    def on_key(self, event: Key) -> None:
        """A letter that is no role is explained, and changes nothing."""
        if event.is_printable and event.character and event.character.isalpha():
            self.say(f"‘{event.character}’ is geen rol. {_LETTERS}")

    def on_key_bar_key_clicked(self, event: KeyBar.KeyClicked) -> None:
        """A click on a key is that key; which letter is meant the keyboard has to say."""
        id = action_by_label(VERI_WALL, event.key)
        if id in CODES:
            self.say(_LETTERS)
        elif id:
            self.action_act(id)

    def action_digit(self, digit: str) -> None:
        """The cursor to the party with the number that is typed; a second digit completes it."""
        so_far = self._digits if self.list.cursor == self._digits_at else ""
        self._digits = next((typed for typed in (so_far + digit, digit) if 1 <= int(typed) <= self.list.row_count), "")
        if not self._digits:
            self.say(f"Er is geen partij met nummer {digit}.")
            return
        self.say("")
        self._digits_at = int(self._digits) - 1
        self.list.move_to(self._digits_at)

    def act_number(self) -> None:
        """How to go to a party by its number."""
        self.say("Typ het nummer dat voor een partij staat.")

    def act_help(self) -> None:
        """All keys."""
        from sto_tui.screens.dialogs.listing import key_list

        keys = key_list(VERI_WALL, "deze weergave")
        self.app.push_screen(keys, lambda one: self.action_act(one) if isinstance(one, str) else None)

    def act_stop(self) -> None:
        """Back to the matrix."""
        self.dismiss(None)

    # Filling in.

    def _fill(self, code: VeriCode | None) -> None:
        row, party = self._row, self.party
        if row is None or party is None:
            return
        last = self.list.cursor == self.list.row_count - 1
        if self.try_out(lambda: self.host.apply(filled(self.host.dossier, [(row, party)], code))) is None:
            return
        if not last:
            self.list.action_move(1)
        elif not self.bar.is_error:
            self.say(f"{self.bar.message} Met → verder.")

    def act_clear(self) -> None:
        """No role."""
        self._fill(None)

    def act_undo(self) -> None:
        """Takes the last change back; the group sees the row that it was about."""
        before = self.host.dossier.veri
        super().act_undo()
        after = self.host.dossier.veri
        changed = [id for id in {**before, **after} if before.get(id) != after.get(id)]
        undone = [after.get(id) or before[id] for id in changed]
        row = undone[0].row if len({role.row for role in undone}) == 1 else self._row
        if row in self._order and row != self._row:
            self._present(row)
        if len({role.party for role in undone}) == 1:
            self.list.go_to(undone[0].party)

    # From row to row.

    def _present(self, row: Ref) -> None:
        self._row = row
        self.update()
        self.list.action_edge(0)

    def _step(self, step: int, at_the_end: str) -> None:
        place = self._order.index(self._row) + step if self._row in self._order else -1
        if 0 <= place < len(self._order):
            self._present(self._order[place])
        else:
            self.say(at_the_end)

    def act_next(self) -> None:
        """The next row; after the last one, what is still open."""
        wrong = dutch.count(len(self._faulty), "rij", "rijen")
        self._step(1, f"Dit is de laatste rij. Met n naar {wrong} met een fout." if self._faulty else _ALL_DONE)

    def act_previous(self) -> None:
        """The row before it."""
        self._step(-1, "Dit is de eerste rij.")

    def act_fault(self) -> None:
        """The next row with an error; after the last one the first again."""
        faulty = self._faulty
        if not faulty:
            self.say("In geen enkele rij staat een fout.")
            return
        here = self._order.index(self._row) if self._row in self._order else -1
        row = next((ref for ref in faulty if self._order.index(ref) > here), faulty[0])
        if row == self._row:
            self.say("Alleen in deze rij staat nog een fout.")
        else:
            self._present(row)
            self.say(f"Fout {faulty.index(row) + 1} van {len(faulty)}.")


# What stands on the wall.


def is_presented(row: MatrixRow) -> bool:
    """Whether the group is asked about a row: every milestone, and what stands above it when it has its own codes."""
    return bool(row.own) or row.ref.table == "milestones"


def first_presented(rows: Sequence[MatrixRow], start: Ref | None) -> Ref | None:
    """The row to begin with: `start`, or the first one after it that is presented."""
    place = next((place for place, row in enumerate(rows) if row.ref == start), 0)
    return next((row.ref for row in (*rows[place:], *rows) if is_presented(row)), None)


def when(dossier: Dossier, row: Ref) -> str:
    """When it runs, in words; of a theme or speerpunt when its milestones run, and how many those are."""
    record = dossier.get(row)
    if isinstance(record, Milestone):
        ready = " · gereed" if record.light is Stoplicht.GEREED else ""
        return _span_in_words(record.start, record.due) + ready
    under = dossier.milestones_of(row.id) if row.table == "themes" else dossier.milestones_of_speerpunt(row.id)
    days = [day for one in under for day in (one.start, one.due) if day]
    many = dutch.count(len(under), "mijlpaal", "mijlpalen")
    return f"{many}, {dutch.brief_date(min(days))} t/m {dutch.brief_date(max(days))}" if days else many


def _span_in_words(start: date | None, due: date | None) -> str:
    if start and due:
        first = dutch.long_date(start)
        if start.year == due.year:
            first = first.rpartition(" ")[0]
        return f"van {first} tot en met {dutch.long_date(due)}"
    if due:
        return f"klaar op {dutch.long_date(due)}, nog geen begin"
    return f"vanaf {dutch.long_date(start)}, nog geen einde" if start else "nog geen datum"


def listed_parties(dossier: Dossier, row: MatrixRow) -> list[Ref]:
    """The columns of the matrix, then those left out of it that have a role in this row all the same."""
    shown = columns(dossier)
    return [*shown, *(party for party in row.shown if party not in shown)]


def party_columns(dossier: Dossier, row: MatrixRow, parties: Sequence[Ref]) -> tuple[Column, ...]:
    """Number, letter, full name, and when there is room for all names from which row it comes."""
    letters = max((cell_len(_letter(row, party)) for party in parties), default=0)
    return (
        Column("", 2, align="right"),
        Column("", max(2, letters)),
        Column("", least=max((cell_len(dossier.caption(party)) for party in parties), default=0), wrap=True),
        Column("", _SOURCE_WIDTH, drop=1),
    )


def _letter(row: MatrixRow, party: Ref) -> str:
    text = cell_text(row.shown.get(party, ()))
    return (f"({text})" if row.inherited_from else text) if text else "·"


def party_rows(dossier: Dossier, row: MatrixRow, parties: Sequence[Ref]) -> list[Row]:
    """A line per party; what comes from the row above stands in brackets."""
    if not parties:
        return [Row((NO_PARTIES,), kind="note")]
    source = f"van {about(dossier, row.inherited_from)}" if row.inherited_from else ""
    found = []
    for number, party in enumerate(parties, 1):
        codes = row.shown.get(party, ())
        name = (dossier.caption(party), "bold" if codes else "text")
        found.append(
            Row(
                (
                    (str(number), "muted"),
                    (_letter(row, party), cell_role(cell_text(codes))),
                    name,
                    (source if codes else "", "muted"),
                ),
                key=party,
            )
        )
    return found


def answer_lines(dossier: Dossier, row: MatrixRow, parties: Sequence[Ref], width: int, height: int) -> list[list[Run]]:
    """Who decides, who does and so on, with all names when there is room; in few lines the others are counted."""
    entries = _entries(dossier, row, parties, height)
    lead = max(cell_len(words) for _, words, _ in entries) + 8
    room = max(1, width - lead - 1)
    sizes = [len(wrap(_joined(names), room)) for _, _, names in entries]
    while sum(sizes) > height and max(sizes) > 1:
        sizes[sizes.index(max(sizes))] -= 1
    air = sum(sizes) + len(sizes) - 1 <= height
    lines: list[list[Run]] = []
    for (letter, words, names), size in zip(entries, sizes, strict=True):
        code = f"({letter})" if row.inherited_from and letter and names else f" {letter}"
        head: list[Run] = [(fit(f" {code}", 6), "key"), (fit(words, lead - 6), "bold" if letter else "muted")]
        for text in _names_in(names, room, size):
            lines.append([*head, (text, "bold" if letter and names else "muted")])
            head = [(" " * lead, "text")]
        lines += [[]] * air
    return lines


def _entries(dossier: Dossier, row: MatrixRow, parties: Sequence[Ref], height: int) -> list[Entry]:
    """Letter, question and names; as many of them as there are lines for."""
    asked = [
        (letter, words, [dossier.caption(party) for party in row.with_code(codes)])
        for letter, words, codes in _QUESTIONS
    ]
    free = [dossier.caption(party) for party in parties if party not in row.shown]
    if height < _FEW_ANSWERS:
        others = [f"{letter} {len(names)}" for letter, _, names in asked[2:]]
        return [*asked[:2], ("", "Anderen", [", ".join([*others, f"zonder rol {len(free)}"])])]
    without = dutch.count(len(free), "partij of orgaan", "partijen en organen")
    if height > len(_QUESTIONS):
        return [*asked, ("", "Zonder rol", free if len(free) <= _MOST_NAMED else [without])]
    *asked, (_, _, out) = asked
    return [*asked, ("", "Zonder rol", [f"{without}, en {len(out)} op O" if out else without])]


def _joined(names: Sequence[str], shown: int | None = None) -> str:
    """`A, B en C`; with `shown` only so many of them, and how many more there are."""
    if not names:
        return "–"
    left = len(names) - len(names[:shown])
    return dutch.enumerate_words([*names[:shown], *[f"nog {left}"] * bool(left)])


def _names_in(names: Sequence[str], room: int, lines: int) -> Sequence[str]:
    """As many names as fit in these lines, and how many more there are."""
    for shown in range(len(names), 0, -1):
        found = wrap(_joined(names, shown), room)
        if len(found) <= lines:
            return found
    more = f" en nog {len(names) - 1}" * (len(names) > 1)
    return [fit(_joined(names[:1]), room - cell_len(more)).rstrip() + more]


def standing_lines(dossier: Dossier, row: MatrixRow, place: str, width: int, _: int) -> list[list[Run]]:
    """In two lines what is still wrong in the row, or that it is complete; at the right which row it is."""
    errors = row_errors(dossier, row.ref)
    wrong = [piece for sentence in errors for piece in wrap(f"! {sentence}", width - 3)]
    lines = wrong or ["", _complete(dossier, row)]
    room = width - cell_len(place) - 5
    if len(lines) == 1 and cell_len(lines[0]) <= room:
        lines.insert(0, "")
    first, last = lines[0], fit(" ".join(lines[1:]), room)
    role = "error" if errors else "bold"
    return [[("  ", "text"), (first, role)], [("  ", "text"), (last, role), ("  ", "text"), (place, "bold")]]


def _complete(dossier: Dossier, row: MatrixRow) -> str:
    if not row.shown:
        return "Deze rij heeft geen eigen rollen meer."
    if row.inherited_from:
        return f"Compleet met de rollen van {about(dossier, row.inherited_from)}."
    return "Deze rij is compleet."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
