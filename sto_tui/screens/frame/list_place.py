"""A place of lists: which there are, their rows and columns, and the lines that spell out the row of the cursor."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual.events import Resize
from textual.widget import Widget

from sto_tui.domain.dossier import list_of
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen
from sto_tui.planning.beginnings import beginning
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.frame.section import Offer, Section, note
from sto_tui.screens.host.sheets import KIND_OF, SheetKind
from sto_tui.widgets.detail import Detail, SectionBar
from sto_tui.widgets.record_list import Column, RecordList, Row

TALL_FROM = 32
ADDING = "Opnemen"
NOTHING_LEFT = "Hiervan is niets meer over. Esc toont weer alles."
DETAIL, TALL_DETAIL = 2, 9


@frozen
class ShownPart:
    """The records of a list that are shown, and what they are."""

    refs: frozenset[Ref]
    about: str


@frozen
class StandingInList:
    """Where someone was: in which list, at which row, and of which the rest was left out."""

    section: int
    key: object
    part: ShownPart | None


class PlaceScreen(PlaceFrame):
    """A place of lists: its `sections`.

    Large because: each key that lists share, and each hook of a place with lists, is a method.
    """

    sections: ClassVar[tuple[Section, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.list = RecordList(id="list")
        self.detail = Detail()
        self.section_bar = SectionBar([section.title for section in self.sections])
        self.section_number = 0
        self._roomy_detail = DETAIL
        self._cursors: dict[int, Any] = {}
        self._part: ShownPart | None = None

    @property
    def main(self) -> RecordList:
        """The list."""
        return self.list

    @property
    def section(self) -> Section:
        """The list that is shown."""
        return self.sections[self.section_number]

    @property
    def list_number(self) -> int:
        """Which of its lists is shown."""
        return self.section_number

    def body(self) -> Sequence[Widget]:
        """The names of the lists when there are several, the list, and the row of the cursor spelled out."""
        bar = (self.section_bar,) if len(self.sections) > 1 else ()
        return (*bar, *self.panes(), self.detail)

    def panes(self) -> Sequence[Widget]:
        """One list, unless a place has more."""
        return (self.list,)

    def on_resize(self, event: Resize) -> None:
        """A tall window has room for more detail, where the list leaves it."""
        self._roomy_detail = TALL_DETAIL if event.size.height >= TALL_FROM else DETAIL
        self.show_detail()

    def show_rows(self) -> None:
        """Fills the list of this section."""
        self.section_bar.show(self.section_number, f"{self._part.about}; esc toont alles" if self._part else "")
        rows = self.section_rows()
        self.list.show(part_of(rows, self._part.refs) if self._part else rows, self.section_columns())
        self.show_detail()

    def section_rows(self) -> Sequence[Row]:
        """The rows of this list; a place may add what it asks of the app."""
        return self.section.rows(self.host.dossier, self.host.today)

    def section_columns(self) -> Sequence[Column]:
        """The columns of this list, under the words of the region."""
        region = self.host.dossier.region
        return [replace(column, head=in_own_words(column.head, region)) for column in self.section.columns]

    def show_detail(self) -> None:
        """What stands in the record of the cursor, and what is wrong with it."""
        row = self.list.current
        ref = row.key if row and isinstance(row.key, Ref) else None
        self.spell_out(ref)
        if offer := self.offer:
            self.detail.show_sentence(offer.sentence)

    def spell_out(self, ref: Ref | None) -> None:
        """A record in the lines under the list, which have the height that the longest finding in the list needs."""
        dossier, findings = self.host.dossier, self.host.findings.latest
        self.fit_detail(self.detail, *self.detail_lines())
        self.detail.show(dossier, ref, findings, self.host.today)

    def detail_lines(self) -> tuple[int, int, int]:
        """How many lines the detail has, how many it should have, and how many where the list leaves room."""
        wanted = self.detail.wanted(self.host.dossier, self.host.findings.latest, self.spelled_tables())
        return DETAIL, wanted, self._roomy_detail

    def spelled_tables(self) -> set[str]:
        """The tables of which the list shows records."""
        return {self.section.table, *(row.key.table for row in self.list.rows if isinstance(row.key, Ref))}

    def why_not(self, id: str) -> str:
        """The keys between lists need more than one, and one step back something to go back from."""
        if id in ("next_list", "previous_list") and len(self.sections) > 1:
            return ""
        if id == "step_back" and self._part:
            return ""
        if id == "edit" and self.offer:
            return self.host.changes.read_only
        if id == "take_in" and not self.takes_in:
            lists = enumerate_words([section.title for section in self.sections if section.table in KIND_OF], "of")
            return f"Dat kan in de lijst {lists}; met tab ga je naar een andere lijst."
        return super().why_not(id)

    @property
    def takes_in(self) -> bool:
        """Whether something can be taken in for the list."""
        return self.sheet_of_list is not None

    @property
    def sheet_of_list(self) -> SheetKind | None:
        """That of the place, else what goes into the table of the list."""
        return self.sheet_kind or KIND_OF.get(self.section.table)

    @property
    def offer(self) -> Offer | None:
        """What the row of the cursor offers, when it is no record."""
        key = self.list.current_key
        return key if isinstance(key, Offer) else None

    @property
    def called_here(self) -> Mapping[str, str]:
        """Enter on what is no record yet makes one."""
        return {"edit": ADDING} if self.offer else {}

    def act_edit(self) -> None:
        """The form of the record at the cursor, or of the one that its row offers."""
        if offer := self.offer:
            begun = beginning(self.host.dossier, TABLES[offer.table].model, offer.values)
            self.open_new(offer.table, {**begun, **offer.values})
        else:
            super().act_edit()

    def to_add(self) -> tuple[str, Mapping[str, Any]]:
        """A record of this list, with what the row of the cursor gives to any record there."""
        if (offer := self.offer) and offer.takes_more:
            return offer.table, offer.values
        dossier, at = self.host.dossier, self.current_ref
        return self.section.table_at(dossier, at), self.section.new(dossier, at)

    def act_next_list(self) -> None:
        """The next list of this place."""
        self.show_section((self.section_number + 1) % len(self.sections))

    def act_previous_list(self) -> None:
        """The list before it."""
        self.show_section((self.section_number - 1) % len(self.sections))

    def show_section(self, number: int) -> None:
        """Shows another list; each keeps its own cursor."""
        if number != self.section_number:
            self._cursors[self.section_number] = self.list.cursor
            self.section_number = number
            self._part = None
            self.list.cursor = 0
            self.show_rows()
            self.list.move_to(self._cursors.get(number, self.list.cursor))
            self.section_changed()
            self.show_keys()

    def section_changed(self) -> None:
        """For places that show something else beside another list."""

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record, in the list where it stands; with a field, opens its form there.

        The address of a whole table shows its list.
        """
        numbers = [number for number, section in enumerate(self.sections) if section.table == ref.table]
        if ref == list_of(ref.table) and numbers:
            # A list that is no list of records, such as that of chapters, only stands at a table.
            self.show_section(next((number for number in numbers if self.sections[number].fields), numbers[0]))
            return
        if self._part and ref.at(None) not in self._part.refs:
            self.show_all()
        for number in (self.section_number, *(numbers or self._with_row_of(ref.at(None)))):
            self.show_section(number)
            if self.list.go_to(ref.at(None)):
                break
        if ref.field:
            self.open_form(ref)

    def _with_row_of(self, ref: Ref) -> list[int]:
        """The lists of other tables that have a row of a record: a contribution stands among what was realised."""
        dossier, today = self.host.dossier, self.host.today
        return [
            number
            for number, section in enumerate(self.sections)
            if any(row.key == ref for row in section.rows(dossier, today))
        ]

    @property
    def standing(self) -> StandingInList:
        """The list, the row, and whether only a part is shown."""
        return StandingInList(self.section_number, self.list.current_key, self._part)

    def stand_at(self, standing: Any) -> None:
        """Shows that list again, with the cursor where it was."""
        self.show_section(standing.section)
        if self._part != standing.part:
            self._part = standing.part
            self.show_rows()
        self.list.go_to(standing.key)

    def show_part(self, ref: Ref, only: frozenset[Ref], about: str) -> None:
        """Shows only these records of the list of a record, until escape or another list."""
        self.show_record(ref)
        self._part = ShownPart(only, about)
        self.show_rows()

    def show_all(self) -> None:
        """The whole list again, with the cursor where it is."""
        self._part = None
        self.show_rows()

    def on_section_bar_clicked(self, event: SectionBar.Clicked) -> None:
        """A click on a list shows it."""
        self.show_section(event.number)


def part_of(rows: Sequence[Row], refs: frozenset[Ref]) -> list[Row]:
    """The rows of these records, under the heads of their groups."""
    kept: list[Row] = []
    head: Row | None = None
    for row in rows:
        if row.kind == "group":
            head = row
        elif row.kind == "record" and row.key in refs:
            kept += [head, row] if head else [row]
            head = None
    return kept or [note(NOTHING_LEFT)]
