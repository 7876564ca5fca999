"""Findings that a region looked at and leaves as they are, with the reason why."""

from sto_tui.domain.record import Line, PastDay, Record, Text, field


class SetAside(Record):
    """A finding that was set aside; it comes back by itself when the facts that it was found in change.

    `finding` is its sentence, and `facts` what it was found in, so that another finding, or the same in other facts, is
    not this one.
    """

    facts: Line = field("Kenmerk van de feiten", hidden=True, printed=False)
    finding: Text = field("Melding", default="", hidden=True, printed=False)
    reason: Text = field("Reden", "Waarom hoeft hier niets aan te gebeuren?", printed=False)
    by: Line = field("Door", default="", hidden=True, printed=False)
    set_aside_on: PastDay | None = field("Opzijgezet op", default=None, hidden=True, printed=False)
