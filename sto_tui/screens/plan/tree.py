"""The tree of place 4: how it is ordered, folded and filtered, and the pane that spells out its row."""

from collections.abc import Sequence

from textual.geometry import Size

from sto_tui.domain.dossier import list_of
from sto_tui.domain.dutch import count
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Ref
from sto_tui.planning.plan_tree.branches import SPOT, Branch, Ordering, Tree, tree_of
from sto_tui.planning.plan_tree.filtering import Filter, wanted_by
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.plan.tree_detail import page_of
from sto_tui.screens.plan.tree_filter import ask_filter
from sto_tui.screens.plan.tree_rows import has_record, rows_of_tree, tree_columns
from sto_tui.widgets.detail import FindingsByRecord
from sto_tui.widgets.reading_pane import Reading
from sto_tui.widgets.record_list import Column, Row

TALL_FROM, SMALL_UNTIL = 32, 22
SMALL_PANE, PANE, TALL_PANE = 5, 7, 14
_LEVELS = ("Alleen {top}.", "Tot en met {speerpunten}.", "Alles is opengevouwen.")


class PlanTree:
    """What the person made of the tree, on the list of its place. It opens down to the speerpunten."""

    def __init__(self, place: PlaceScreen, reading: Reading) -> None:
        self._place = place
        self._reading = reading
        self._level = 1
        self._turned: set[SPOT | None] = set()
        self._filter: Filter | None = None
        self._by_record = FindingsByRecord()
        self.ordering = Ordering.THEMA

    def fit(self, size: Size, *, beside: bool) -> None:
        """The pane takes the whole height beside the tree, and some lines under it."""
        lines = TALL_PANE if size.height >= TALL_FROM else SMALL_PANE if size.height < SMALL_UNTIL else PANE
        self._reading.styles.height = "100%" if beside else lines

    # Showing.

    @property
    def _tree(self) -> Tree:
        return tree_of(self._place.host.dossier, self.ordering)

    def rows(self) -> Sequence[Row]:
        """The rows as they are folded."""
        dossier, chosen = self._place.host.dossier, self._filter
        shown_dossier = as_of_today(dossier, self._place.host.today)
        if chosen is None:
            return rows_of_tree(shown_dossier, self.ordering, self._is_open)
        findings = self._place.host.findings.now() if chosen.with_finding else ()
        wanted = wanted_by(dossier, chosen, [finding.ref for finding in findings])
        shown = sum(branch.ref in wanted for branch in self._tree)
        found = count(shown, "regel", "regels") if shown else "niets gevonden"
        return rows_of_tree(shown_dossier, self.ordering, self._is_open, wanted, f"Filter: {chosen.label} · {found}")

    def columns(self) -> Sequence[Column]:
        """The columns."""
        return tree_columns(self._place.host.dossier, self.ordering)

    def _is_open(self, branch: Branch) -> bool:
        return (branch.depth < self._level) != (branch.spot in self._turned)

    def show_page(self) -> None:
        """Spells out the row of the cursor."""
        dossier, ref = self._place.host.dossier, self._place.current_ref
        findings = self._place.host.findings.latest
        own = self._by_record.of(dossier, ref, findings) if ref else ()
        shown = as_of_today(dossier, self._place.host.today)
        self._reading.show((ref, id(findings)), lambda width: page_of(shown, ref, own, width))

    def go_to(self, ref: Ref, under: Ref | None = None) -> bool:
        """Puts the cursor on a record, under this goal if it can, and opens what it stands under.

        False when it is not in the tree.
        """
        if self._filter is not None and not self._place.list.go_to(ref):
            self._filter = None
            self._place.show_rows()
        if ref.table in ("themes", "goals") and ref.table != self.ordering.table:
            self._turn_to(self.ordering.turned)
        places = [place for place, branch in enumerate(self._tree) if branch.ref == ref]
        if not places or (under is None and self._place.list.go_to(ref)):
            return self._place.list.go_to(ref)
        place = next((place for place in places if self._tree[place].under == under), places[0])
        self._open_above(place)
        return self._place.list.go_to(ref, self._tree[place].under)

    def _open_above(self, place: int) -> None:
        closed = {above.spot for above in self._tree[:place] if above.end > place and not self._is_open(above)}
        if closed:
            self._turned ^= closed
            self._place.show_rows()

    @property
    def here(self) -> tuple[Ref, Ref | None] | None:
        """The record of the cursor, and what it stands under; None at the whole plan."""
        row = self._place.list.current
        return (row.key, row.under) if row and has_record(self._place.host.dossier, row.key) else None

    # Acts.

    @property
    def is_filtered(self) -> bool:
        """Whether only some rows are shown."""
        return self._filter is not None

    def filter(self) -> None:
        """Lets the person choose what is shown; shows everything again when there is a filter."""
        if self._filter is not None:
            self._let_through(None)
            self._place.say("Alles is weer te zien.")
            return
        ask_filter(self._place, self._let_through)

    def _let_through(self, chosen: Filter | None) -> None:
        self._filter = chosen
        if chosen is not None:
            self._level = len(_LEVELS) - 1
            self._turned.clear()
        self._show_again()
        if chosen is not None:
            self._place.say(f"Alleen {chosen.label}; met esc zie je weer alles.")

    def fold(self) -> None:
        """Folds or opens the row of the cursor; of a milestone what it stands under."""
        place = self._place_of_cursor()
        if place is None:
            self.fold_all()
            return
        branch = self._tree[place]
        if branch.end == place + 1:
            above = [branch for branch in self._tree[:place] if branch.end > place and branch.ref]
            if not above:
                self._place.say("Hier staat niets onder.")
                return
            branch = above[-1]
        self._turned ^= {branch.spot}
        self._place.show_rows()
        self._place.list.go_to(branch.ref, branch.under)

    def _place_of_cursor(self) -> int | None:
        row = self._place.list.current
        spot = (row.key, row.under) if row else None
        return next((place for place, branch in enumerate(self._tree) if branch.spot == spot), None)

    def fold_all(self) -> None:
        """Down to the next level; after the last one only the top."""
        self._level = (self._level + 1) % len(_LEVELS)
        self._turned.clear()
        self._show_again()
        words = [branch.ref for branch in self._tree if branch.ref]
        self._place.say(_LEVELS[self._level].format(**self._words()) if words else "Er is nog niets om te vouwen.")

    def _words(self) -> dict[str, str]:
        region = self._place.host.dossier.region
        return {
            "top": word_of_table(region, self.ordering.table).plural,
            "speerpunten": word_of_table(region, "speerpunten").plural,
        }

    def _show_again(self) -> None:
        """Shows the rows anew, with the cursor on the same record, or on the nearest one above it that is shown."""
        before = self._place.list.current
        place = self._place_of_cursor()
        self._place.show_rows()
        if before is None or self._place.list.go_to(before.key, before.under) or place is None:
            return
        for branch in reversed(self._tree[:place]):
            if branch.end > place and branch.ref and self._place.list.go_to(branch.ref, branch.under):
                return

    def turn(self) -> None:
        """The same plan by goal, or by theme."""
        here = self._place.current_ref
        self._turn_to(self.ordering.turned)
        if here:
            self.go_to(
                here if here.table == "speerpunten" or here.table == "milestones" else list_of(self.ordering.table)
            )
        top = "Per doel" if self.ordering is Ordering.DOEL else f"Per {self._singular()}"
        self._place.say(f"{top}; met o wissel je.")

    def _singular(self) -> str:
        return word_of_table(self._place.host.dossier.region, self.ordering.table).singular

    def _turn_to(self, ordering: Ordering) -> None:
        self.ordering = ordering
        self._place.show_rows()
