"""The window with all keys of a place, and from there its page of the manual."""

from collections.abc import Callable

from sto_tui.acts import KEY_NAMES, KEYS, acts_at
from sto_tui.acts.manual_pages import MANUAL_PAGES
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row
from sto_tui.widgets.signs import with_plain_arrows


class KeyList(Listing):
    """All keys that work at a place; enter carries one out, one more `?` shows its page of the manual."""

    where = KEYS

    def __init__(self, where: str, name: str) -> None:
        columns = (Column("", 17), Column("", 16, wrap=True), Column("", wrap=True))
        lead = "Enter voert een regel uit; nog eens ? toont de uitleg."
        super().__init__("Toetsen", lead, columns, ())
        self._place = where
        self._place_name = name

    def fill(self) -> None:
        """An arrow is told apart from the keys `<` and `>` in ASCII too."""
        self._list.show(_rows(self._place, self._place_name, lambda text: with_plain_arrows(text, self)))

    def act_manual(self) -> None:
        """The page of the manual about this place."""
        from sto_tui.screens.windows.manual import ManualWindow

        self.app.push_screen(ManualWindow(MANUAL_PAGES[self._place]))


def _rows(where: str, name: str, said: Callable[[str], str]) -> list[Row]:
    rows = []
    for heading, everywhere in ((f"In {name}", False), ("Overal", True)):
        acts = [act for act in acts_at(where) if (where not in act.where) == everywhere]
        rows += [Row((heading,), kind="group")] * bool(acts)
        for act in acts:
            keys = " ".join(dict.fromkeys((act.key, *(KEY_NAMES.get(key, key) for key in act.keys[1:]))))
            rows.append(Row(((said(keys), "key"), act.label, (said(act.help), "muted")), key=act.id))
    line = "Een regel omhoog of omlaag; pagina en begin en einde werken ook."
    rows += [Row(("In een lijst",), kind="group"), Row(((said("↑↓"), "key"), "Regel", (line, "muted")))]
    return rows
