"""The findings of a place in a window: going to what one is about, setting one aside, and taking that back."""

from collections.abc import Callable
from typing import Any

from sto_tui.domain.change import Change, adding, removing
from sto_tui.domain.record import Line, Part, field
from sto_tui.domain.set_aside import SetAside
from sto_tui.domain.text import shortened
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.set_aside import facts_of, set_aside_as
from sto_tui.screens.editing.editing_screen import EditingScreen

_LONGEST_SENTENCE = 80


class ReasonEntry(Part):
    """What setting a finding aside asks."""

    reason: Line = field(
        "Reden", "Waarom hoeft hier niets aan te gebeuren? De melding komt terug als de feiten veranderen."
    )


def show_findings(screen: EditingScreen, place: Place | None, go: Callable[[Finding | None], None]) -> None:
    """Lists the findings of a place, None for all of them; `go` goes to the one that is chosen."""
    from sto_tui.screens.editing.entry_window import EntryWindow
    from sto_tui.screens.windows.findings import FindingsWindow

    def shown() -> tuple[list[Finding], list[tuple[Finding, SetAside]]]:
        every = screen.host.findings.now()
        wanted = [finding for finding in every if place in (None, finding.place)]
        return wanted, [both for both in screen.host.findings.aside if place in (None, both[0].place)]

    def set_aside(finding: Finding) -> None:
        dossier = screen.host.dossier
        facts = facts_of(dossier, finding.check, finding.ref, finding.message)

        def save(typed: dict[str, Any]) -> None:
            now = screen.host.dossier
            if theirs := set_aside_as(now, finding.check, finding.ref, finding.message):
                screen.update()
                screen.say(f"{theirs.by or 'Iemand'} zette deze melding al opzij: ‘{_short(theirs.reason)}’.")
                return
            aside = SetAside(
                facts=facts,
                finding=finding.message,
                reason=ReasonEntry.model_validate(typed).reason,
                by=screen.host.user,
                set_aside_on=screen.host.today,
            )
            change = Change(f"Melding opzijgezet: {_short(finding.message)}", adding(now, aside).edits)
            screen.carry_out(lambda: screen.host.changes.apply(change))

        window = EntryWindow("Melding opzijzetten", ReasonEntry, {}, dossier, screen.host.today, save)
        screen.app.push_screen(window.name_act("Opzijzetten"))

    def take_back(aside: SetAside) -> None:
        count_again(screen, aside)

    screen.host.findings.now()
    if fault := screen.host.findings.fault:
        screen.say(fault, error=True)
        return
    name = place.title if place else "alle plaatsen"
    window = FindingsWindow(name, shown, set_aside, take_back, read_only=screen.host.changes.read_only)
    screen.app.push_screen(window, go)


def count_again(screen: EditingScreen, aside: SetAside) -> None:
    """A finding that was set aside is open again."""
    label = f"Melding telt weer mee: {_short(aside.finding)}"
    edits = removing(screen.host.dossier, aside).edits
    screen.try_out(lambda: screen.host.changes.apply(Change(label, edits)))


def _short(sentence: str) -> str:
    """The beginning of a sentence, without the mark at its end."""
    return shortened(sentence.rstrip(".?"), _LONGEST_SENTENCE)
