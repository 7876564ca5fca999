"""Plans as they were handed in, and why the dossier differs from them. Source: subsidieregeling, the duty to report."""

from typing import Annotated

from sto_tui.domain.record import Line, PastDay, Record, Text, field, refers_to


class Submission(Record):
    """A plan that was handed in: of which period, when, and the file in which it is kept word for word.

    `file` stands in the folder beside the dossier and `hash` is its SHA-256; both are empty when nothing was kept.
    """

    period: Annotated[int, refers_to("periods")] = field("Planperiode")
    handed_in_on: PastDay = field("Ingediend op", "De dag waarop het plan naar DUS-I ging.")
    version: Line = field("Versie", "De versie van het plan die is ingediend.", default="")
    file: Line = field(
        "Bewaard plan", "Het bestand in de map naast het dossier.", default="", hidden=True, printed=False
    )
    hash: Line = field("Vingerafdruk", "SHA-256 van het bewaarde plan.", default="", hidden=True, printed=False)


class ChangeReason(Record):
    """Why the dossier differs in one thing from the plan that was handed in; `about` is the key of that difference."""

    submission: Annotated[int, refers_to("submissions")] = field("Ingediend plan", hidden=True)
    about: Line = field("Verschil", hidden=True, printed=False)
    reason: Text = field("Reden", "Waarom is dit veranderd? Komt in de voortgangsrapportage.", default="")
    reported_on: PastDay | None = field("Gemeld op", "De dag waarop dit aan DUS-I is gemeld.", default=None)
