"""What the user reads when something went wrong that no command foresaw, and the report that stays behind."""

from sto_tui.command.caller import Caller
from sto_tui.domain.change import NotSavedError
from sto_tui.failure_report import reported


def sentence_for(error: Exception, caller: Caller) -> str:
    """The Dutch sentence for an error; what is a bug is first reported in a file, named after the time."""
    if isinstance(error, NotSavedError):
        return str(error)
    path = reported(error, caller.clock())
    where = f" Stuur dit verslag mee als je het meldt: {path}" if path else ""
    return f"sto-tui is gestopt door een fout in het programma; het dossier is niet beschadigd.{where}"
