"""The rows of the window with findings: counted by level, and those that were set aside with why."""

from datetime import date

from sto_tui.domain.set_aside import SetAside
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Level
from sto_tui.screens.windows.findings import aside_rows, open_rows
from tests.support.findings import a_finding

ERROR = a_finding(Level.FOUT, Place.PLAN, "Doel 1 heeft geen streefwaarde.")
TIPS = [a_finding(Level.TIP, Place.PLAN, message) for message in ("Eén.", "Twee.")]


def test_each_level_says_how_many_there_are() -> None:
    heads = [row.cells[0] for row in open_rows([TIPS[0], ERROR, TIPS[1]]) if row.kind == "group"]
    assert heads == ["Fouten (1)", "Tips (2)"]


def test_what_was_set_aside_says_why_by_whom_and_when() -> None:
    """A reason of two lines stands on one; of older files nobody knows when."""
    known = SetAside(id=1, facts="a", reason="Volgt\nlater", by="Anja", set_aside_on=date(2027, 2, 1))
    head, first, second = aside_rows([(ERROR, known), (TIPS[0], SetAside(id=2, facts="b", reason="Klopt zo"))])
    assert head.cells[0] == "Opzijgezet (2); komt terug als de feiten veranderen"
    assert (first.key, first.below) == (ERROR, "reden: Volgt later; Anja, 01-02-2027")
    assert (second.key, second.below) == (TIPS[0], "reden: Klopt zo")
    assert list(aside_rows([])) == []
