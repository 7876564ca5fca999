"""A proposal of other numbers: each from old to new, and the texts that name one, which can be left as they are."""

from collections.abc import Sequence

from sto_tui.acts import NUMBERING
from sto_tui.domain.dutch import count
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.tables import TABLES
from sto_tui.planning.plan_tree.numbering import NewNumber, Renumbering
from sto_tui.screens.windows.ticked import ALWAYS, TickedWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row

_COLUMNS = (Column("", 1), Column("", 13), Column("", wrap=True))
_TEXTS = "Deze teksten noemen een nummer dat verandert. Kies welke meegaan."


class NumbersWindow(TickedWindow[list[int]]):
    """Closes with the places of the texts that change; None when nothing is to change."""

    where = NUMBERING
    nothing_else = "Geen tekst noemt een van deze nummers."
    always_so = "Dit nummer gaat altijd mee; met esc gebeurt er niets."

    def __init__(self, proposal: Renumbering) -> None:
        above = [lead(_TEXTS)] if proposal.mentions else []
        super().__init__(proposal.heading, above, _COLUMNS, len(proposal.mentions))
        self._proposal = proposal

    def certain_rows(self) -> Sequence[Row]:
        """The numbers; those of the texts stand below."""
        rows = [self._number(number) for number in self._proposal.heads]
        return [*rows, Row(("Teksten",), kind="group")] if self._proposal.mentions else rows

    def _number(self, number: NewNumber) -> Row:
        record = self._proposal.occasion.dossier.get(number.ref)
        name = str(getattr(record, "title", "") or getattr(record, "text", ""))
        also = count(number.followed_by, "nummer", "nummers")
        name += f" (met {also} eronder)" if number.followed_by else ""
        return Row(((ALWAYS, "key"), (f"{number.before} → {number.after}", "bold"), name), key=str(number.ref))

    def line(self, place: int, mark: str) -> Row:
        """A text before and after, and where it stands."""
        mention = self._proposal.mentions[place]
        dossier = self._proposal.occasion.dossier
        spec = own_fields(TABLES[mention.ref.table].model, dossier.region)[mention.ref.field or ""]
        where = f"{dossier.name(mention.ref)}, {spec.label_in_text}"
        return Row(((mark, "key"), "tekst", f"{mention.before}\n→ {mention.after}"), key=place, below=where)

    def result(self, places: list[int]) -> list[int]:
        """The places of the texts."""
        return places
