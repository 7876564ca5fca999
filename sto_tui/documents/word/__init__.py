"""The papers in Word: each a pure function of the dossier."""

from collections.abc import Sequence
from dataclasses import field
from datetime import date
from importlib import import_module

from sto_tui.documents.word.contacts_left_out import without_contacts
from sto_tui.documents.word.how_far import SILENT, HowFar
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.printed import PrintedField
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.handed_in.comparison import NOTHING_HANDED_IN, Comparison
from sto_tui.planning.paper_registry import Paper, PaperPart, paper_of
from sto_tui.planning.plan_status import SinceHandedIn
from sto_tui.planning.progress.period_report import ReportPeriod
from sto_tui.waste import nothing_collected


@frozen
class DraftOptions:
    """Which part, on which day, and in which house style (the bytes of a .docx or .dotx), with its text or its cover.

    `span` is the period of a report; without it that of the latest one. `compared` is what a report tells of what
    changed since the plan was handed in, and `since` whether the plan is still what was. `party` is the one that a
    paper is about, when it is about one.
    `contacts` says that people’s e-mail and telephone stand in it, `state` that it tells its status, version and day.
    `commenting` adds a page for colleagues: how to comment in it, so that it can be read back.
    `mark` is by which a draft is known when it comes back (`7F3A-12`); empty when it does not say.
    `how_far` hears how far it is, and may stop it.
    """

    date: date
    part: PaperPart = "alles"
    template: bytes | None = None
    template_name: str = ""
    template_text: bool = False
    span: ReportPeriod | None = None
    compared: Comparison = NOTHING_HANDED_IN
    since: SinceHandedIn = SinceHandedIn.UNKNOWN
    party: Ref | None = None
    contacts: bool = True
    state: bool = True
    commenting: bool = False
    mark: str = ""
    how_far: HowFar = field(default=SILENT, compare=False, repr=False)

    @property
    def paper(self) -> Paper:
        """What the registry says of the part."""
        return paper_of(self.part)


@frozen
class Draft:
    """The bytes of the document, what is missing in it, remarks about how it was made, and where its fields stand."""

    data: bytes
    missing: tuple[Finding, ...]
    notices: tuple[str, ...]
    fields: tuple[PrintedField, ...] = ()


class TemplateError(NotSavedError):
    """A template that can't be used; `str()` is the Dutch sentence."""


def build(dossier: Dossier, options: DraftOptions) -> Draft:
    """Make the draft. The same dossier and options give the same bytes. Raises TemplateError or StoppedError."""
    with nothing_collected():
        draft: Draft = import_module(f"{__name__}.{options.paper.writer}").build(_plan(dossier, options), options)
    return draft


def printed_fields(dossier: Dossier, options: DraftOptions) -> Sequence[PrintedField]:
    """What a draft prints of each field, without making its file; nothing for a paper that can't be read back.

    Raises TemplateError.
    """
    writer = import_module(f"{__name__}.{options.paper.writer}")
    if not hasattr(writer, "printed_fields"):
        return ()
    with nothing_collected():
        fields: Sequence[PrintedField] = writer.printed_fields(_plan(dossier, options), options)
    return fields


def _plan(dossier: Dossier, options: DraftOptions) -> Dossier:
    plan = dossier.seen_in(dossier.lens, as_plan=True)
    return plan if options.contacts else without_contacts(plan)
