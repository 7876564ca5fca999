"""Moving and numbering in the tree: what also changes is proposed when a text names it, and else done at once."""

from collections.abc import Callable
from typing import Any

from sto_tui.domain.change import NotSavedError, Occasion
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Line, Part, Ref, field
from sto_tui.planning.plan_tree.moving import moved, numbered_after_theme
from sto_tui.planning.plan_tree.numbering import Renumbering, in_order, renumbered
from sto_tui.screens.editing.entry_window import EntryWindow
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.windows.proposed_numbers import NumbersWindow
from sto_tui.screens.windows.unasked import ask_unasked

_CHANGED = "Intussen is gewijzigd waar dit voorstel over gaat. Bekijk het opnieuw."
Make = Callable[[Occasion], Renumbering]


class NumberEntry(Part):
    """What `N` asks."""

    number: Line = field(
        "Nieuw nummer",
        "Het laatste deel is genoeg. Leeg: wat eronder staat wordt doorgenummerd, zonder gaten.",
        default="",
    )


class TreeNumbers:
    """Proposes, and carries out as one change what was chosen."""

    def __init__(self, place: PlaceScreen, go_to: Callable[[Ref, Ref | None], object]) -> None:
        self._place = place
        self._go_to = go_to

    def move(self, ref: Ref, under: Ref | None, step: int) -> None:
        """A row one place down or up; the cursor follows it, also under a row that was folded."""
        served = self._served(ref)

        def follow() -> None:
            gained = [goal for goal in self._served(ref) if goal not in served]
            self._go_to(ref, Ref("goals", gained[0]) if gained else under)

        self._propose(lambda occasion: moved(occasion, ref, under, step), only_when_named=True, then=follow)

    def _served(self, ref: Ref) -> tuple[int, ...]:
        """The goals of a speerpunt."""
        record = self._place.host.dossier.get(ref)
        return record.goals if isinstance(record, Speerpunt) else ()

    def renumber(self, ref: Ref) -> None:
        """Asks which number, and proposes what follows from it; without a record everything is numbered in order."""
        dossier = self._place.host.dossier
        if dossier.get(ref) is None:
            self._propose(lambda occasion: in_order(occasion, ref.table))
            return

        wanted = ""

        def make(occasion: Occasion) -> Renumbering:
            return renumbered(occasion, ref, wanted) if wanted else in_order(occasion, ref.table, ref)

        def look(typed: dict[str, Any]) -> None:
            nonlocal wanted
            wanted = typed["number"].strip()
            _made(make, self._place.occasion)

        def propose(done: bool | None) -> None:
            if done:
                self._propose(make)

        word = word_of_table(dossier.region, ref.table).singular
        heading = f"Welk nummer krijgt {word} {dossier.caption(ref)}?"
        window = EntryWindow(heading, NumberEntry, {}, dossier, self._place.host.today, look)
        self._place.app.push_screen(window.name_act("Voorstel tonen"), propose)

    def offer(self, before: Speerpunt) -> None:
        """After its form put a speerpunt under another theme: the next number there, or the one it has."""
        if numbered_after_theme(self._place.occasion, before) is None:
            return

        def make(occasion: Occasion) -> Renumbering:
            proposal = numbered_after_theme(occasion, before)
            if proposal is None:
                raise ValueError(_CHANGED)
            return proposal

        self._ask(make, make(self._place.occasion), None, f"Het nummer blijft {before.number}.", is_saved=True)

    def _propose(self, make: Make, *, only_when_named: bool = False, then: Callable[[], object] | None = None) -> None:
        try:
            proposal = make(self._place.occasion)
        except ValueError as error:
            self._place.say(str(error))
            return
        if only_when_named and not proposal.mentions:
            self._place.try_out(lambda: self._carry_out(make, proposal, []), then)
        else:
            self._ask(make, proposal, then)

    def _ask(
        self,
        make: Make,
        proposal: Renumbering,
        then: Callable[[], object] | None,
        left: str = "Er is niets gewijzigd.",
        *,
        is_saved: bool = False,
    ) -> None:
        """Shows what is proposed; `left` is said when it is not carried out.

        With `is_saved` what it follows from stands whatever is answered.
        """

        def chosen(places: list[int] | None) -> None:
            if places is None:
                self._place.say(left)
            else:
                self._place.try_out(lambda: self._carry_out(make, proposal, places), then)

        if not proposal.numbers and not proposal.mentions:
            self._place.say("Alles is al op volgorde genummerd.")
        else:
            ask_unasked(self._place.app, NumbersWindow(proposal), chosen, lambda places: is_saved or places is not None)

    def _carry_out(self, make: Make, seen: Renumbering, places: list[int]) -> object:
        """Carries it out in the dossier as it is now, unless others changed what it is about. Raises NotSavedError."""
        now = _made(make, self._place.occasion)
        if (now.numbers, now.mentions) != (seen.numbers, seen.mentions):
            raise NotSavedError(_CHANGED)
        return self._place.host.changes.apply(now.change(places))


def _made(make: Make, occasion: Occasion) -> Renumbering:
    """Raises NotSavedError with the sentence that says why it cannot be."""
    try:
        return make(occasion)
    except ValueError as error:
        raise NotSavedError(str(error), "number") from error
