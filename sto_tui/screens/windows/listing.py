"""Windows that are a list: the keys of a place."""

from collections.abc import Sequence
from typing import Any

from sto_tui.acts import DIALOG, KEY_NAMES, acts_at
from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row


class Listing(ListWindow[Any]):
    """A list in a window; enter closes with the key of the row."""

    where = DIALOG

    def __init__(self, heading: str, sentence: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        super().__init__(heading, [lead(sentence)] * bool(sentence), columns)
        self._rows = rows

    def fill(self) -> None:
        """The rows are what they are."""
        self._list.show(self._rows)

    def on_raster_chosen(self) -> None:
        """A second click chooses."""
        self.act_choose()

    def act_choose(self) -> None:
        """Closes with the chosen row."""
        row = self._list.current
        self.dismiss(row.key if row else None)


def key_list(where: str, name: str) -> Listing:
    """All keys that work at a place; enter carries one out."""
    rows = []
    for heading, everywhere in ((f"In {name}", False), ("Overal", True)):
        acts = [act for act in acts_at(where) if (where not in act.where) == everywhere]
        rows += [Row((heading,), kind="group")] * bool(acts)
        for act in acts:
            keys = " ".join(dict.fromkeys((act.key, *(KEY_NAMES.get(key, key) for key in act.keys[1:]))))
            rows.append(Row(((keys, "key"), act.label, (act.help, "muted")), key=act.id))
    rows += [
        Row(("In een lijst",), kind="group"),
        Row((("↑ ↓", "key"), "Regel", ("Een regel omhoog of omlaag; pagina en begin en einde werken ook.", "muted"))),
    ]
    columns = (Column("", 17), Column("", 16, wrap=True), Column("", wrap=True))
    return Listing("Toetsen", "Enter voert een regel meteen uit.", columns, rows)
