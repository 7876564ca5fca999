"""The window with all keys of a place, and from there its page of the manual."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from sto_tui.acts import KEY_NAMES, KEYS, KeyAct, acts_at
from sto_tui.acts.manual_pages import MANUAL_PAGES
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.region import Region
from sto_tui.domain.text import clean_line, path_from_left
from sto_tui.screens.windows.listing import Listing
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row
from sto_tui.widgets.signs import with_plain_arrows

KeyGroup = tuple[str, Sequence[KeyAct]]
ROW_BY_ROW = KeyAct(
    "", ("up",), "Regel", "Een regel omhoog of omlaag; pagina en begin en einde werken ook.", shown="↑↓"
)


class _Kept(Static):
    """What opens the dossier again, with as much of the folder as there is room for."""

    def __init__(self, address: str) -> None:
        super().__init__(classes="lead", markup=False)
        self._address = address

    def on_mount(self) -> None:
        """Takes a line, before it is known how long that is."""
        self._show(0)

    def on_resize(self, event: Resize) -> None:
        """As much as fits."""
        self._show(self.content_size.width)

    def _show(self, width: int) -> None:
        head = "Dossier: "
        self.update(Content(head + clean_line(path_from_left(self._address, width - len(head)))))


class KeyList(Listing):
    """All keys that work at a place; enter carries one out, one more `?` shows its page of the manual."""

    where = KEYS

    def __init__(
        self,
        where: str,
        name: str = "",
        groups: Sequence[KeyGroup] = (),
        told: str = "",
        address: str = "",
        region: Region | None = None,
    ) -> None:
        """The acts of `where` called `name`; or `groups` of them, where what keys do depends on the moment.

        They are told in the words of the `region`, where there is a dossier.

        What is `told` is a message that had no room on the screen below, `address` what opens the dossier again.
        """
        columns = (Column("", 17), Column("", 16, wrap=True), Column("", wrap=True))
        super().__init__("Toetsen", "Enter voert een regel uit; nog eens ? toont de uitleg.", columns, ())
        self._place, self._region = where, region
        self._above = [*([lead(f"{told}\n")] if told else []), *([_Kept(address)] if address else []), *self._above]
        self._groups = groups or [*_groups_at(where, name), ("In een lijst", [ROW_BY_ROW])]

    def fill(self) -> None:
        """An arrow is told apart from the keys `<` and `>` in ASCII too."""
        self._list.show(_rows(self._groups, self._said))

    def _said(self, text: str) -> str:
        own = in_own_words(text, self._region) if self._region else text
        return with_plain_arrows(own, self)

    def act_manual(self) -> None:
        """The page of the manual about this place."""
        from sto_tui.screens.windows.manual import ManualWindow

        self.app.push_screen(ManualWindow(MANUAL_PAGES[self._place]))


def _groups_at(where: str, name: str) -> list[KeyGroup]:
    acts = list(acts_at(where))
    own, others = ([act for act in acts if (where in act.where) == here] for here in (True, False))
    return [(heading, group) for heading, group in ((f"In {name}", own), ("Overal", others)) if group]


def _rows(groups: Sequence[KeyGroup], said: Callable[[str], str]) -> list[Row]:
    rows = []
    for heading, acts in groups:
        rows.append(Row((heading,), kind="group"))
        for act in acts:
            keys = " ".join(dict.fromkeys((act.key, *(KEY_NAMES.get(key, key) for key in act.keys[1:]))))
            rows.append(Row(((said(keys), "key"), act.label, (said(act.help), "muted")), key=act.id or None))
    return rows
