"""What was changed before, and other copies of the dossier: windows that every place opens."""

from collections.abc import Callable, Sequence

from sto_tui.domain.change import NotSavedError
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.host.changing import PastChange


def show_history(screen: EditingScreen) -> None:
    """Who changed what and when; a line leads back to before it."""
    from sto_tui.screens.windows.history import MOST, ask_about_history

    try:
        changes = screen.host.history.latest(MOST)
    except NotSavedError as error:
        screen.say(str(error), error=True)
        return

    def put_back(taken: Sequence[PastChange]) -> None:
        screen.try_out(lambda: screen.host.history.put_back([change.key for change in taken]))

    ask_about_history(screen.app, changes, put_back)


def show_copies(screen: EditingScreen, try_and_say: Callable[[Callable[[], str]], None]) -> None:
    """Brings in another copy, or makes a choice that bringing one in left open."""
    from sto_tui.screens.windows.copies import ask_about_copies

    if screen.host.file.trouble:
        screen.say("Kies eerst met ctrl+o welke versie van het dossier geldt.")
    else:
        ask_about_copies(screen.app, screen.host.copies, try_and_say)
