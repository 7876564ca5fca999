"""The search of a place: what is chosen in it is kept, and gone to."""

from collections.abc import Callable

from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.host import Host
from sto_tui.screens.windows.lists_of_places import ListOfPlace
from sto_tui.screens.windows.palette_things import PlaceAct, Target, kept_name


def search(screen: EditingScreen, here: Place, go: Callable[[Target | None], None]) -> None:
    """Opens the palette; `go` goes to what is chosen."""
    from sto_tui.screens.windows.palette import Palette

    chosen = screen.host.chosen

    def keep_and_go(target: Target | None) -> None:
        if target is not None:
            chosen.add(kept_name(target))
        go(target)

    screen.app.push_screen(Palette(screen.host.dossier, here, chosen.latest(), screen.host.today), keep_and_go)


def go_to(host: Host, target: Finding | Target) -> None:
    """Goes to what was chosen in a window, and carries out what is an act."""
    if isinstance(target, Finding):
        host.going.go_to(target.ref, target.place, target.message)
    elif isinstance(target, Ref):
        host.going.go_to(target)
    elif isinstance(target, ListOfPlace):
        host.going.open_list(target.place, target.number)
    elif isinstance(target, PlaceAct):
        host.going.act_at(target.place, target.id)
    else:
        host.going.jump_to_place(target)
