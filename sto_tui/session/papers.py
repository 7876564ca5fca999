"""What is written as a file for others to read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice, takewhile
from pathlib import Path

from sto_tui import settings
from sto_tui.documents.word import DraftOptions
from sto_tui.documents.word.how_far import SILENT, HowFar
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.evaluation import Action, Decision
from sto_tui.domain.record import Ref
from sto_tui.planning.paper_registry import PaperPart, paper_of
from sto_tui.screens.host.papers import EarlierPaper, MadeDraft, PaperChoices
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.errors import DossierError

MOST_CHANGES = 200
"""Of more changes since a paper it is only said that there are so many."""


class SessionPapers:
    """Writes papers from the dossier that is open; Word is loaded with the first of them."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._chosen: dict[tuple[Path, str], PaperChoices] = {}
        self._earlier: Sequence[EarlierPaper] = ()

    @property
    def house_style(self) -> str:
        """The path of the template that papers of this dossier have; empty for our own look."""
        template = settings.template_of(self._opened.store.place)
        return str(template) if template else ""

    def choose_house_style(self, typed: str) -> None:
        """Keeps another template for this dossier, or none. Raises NotSavedError, at its field."""
        if typed == self.house_style:
            return
        from sto_tui.chosen_template import NONE, usable_template

        try:
            house = usable_template(typed or NONE, self._opened.store.place)
        except NotSavedError as error:
            raise NotSavedError(str(error), "template") from error
        settings.remember_template(self._opened.store.place, house.path)

    def chosen(self, paper: str) -> PaperChoices:
        """What was chosen for a paper of this dossier since the app began."""
        return self._chosen.get((self._opened.store.place, paper), PaperChoices())

    def choose(self, paper: str, choices: PaperChoices) -> None:
        """Keeps what was chosen for a paper of this dossier."""
        self._chosen[self._opened.store.place, paper] = choices

    def earlier(self, most: int) -> Sequence[EarlierPaper]:
        """The newest papers beside the dossier, at most so many; while its disk is silent those of the last look."""
        from sto_tui.papers import earlier_papers

        if self._opened.is_out_of_reach:
            return self._earlier[:most]
        newest = earlier_papers(self._opened.store.place)[:most]
        if not newest:
            self._earlier = ()
            return self._earlier
        moments = self._changes_since(min(when for _, when in newest))
        papers = []
        for path, when in newest:
            changes = None if moments is None else sum(moment > when for moment in moments)
            papers.append(EarlierPaper(path.name, when, changes, many=changes is not None and changes >= MOST_CHANGES))
        self._earlier = papers
        return papers

    def _changes_since(self, moment: datetime) -> list[datetime] | None:
        """When the dossier changed after a moment, the newest first; None when the history cannot be read."""
        try:
            moments = (entry.at.astimezone() for entry in islice(self._opened.store.history.entries(), MOST_CHANGES))
            return list(takewhile(lambda at: at > moment, moments))
        except DossierError:
            return None

    def make(self, paper: str, party: Ref | None = None, told: Callable[[int, str], bool] | None = None) -> MadeDraft:
        """Writes a paper, about a party or body when one is given; `told` hears how far it is. Raises NotSavedError."""
        from sto_tui import papers
        from sto_tui.documents.calendar import CalendarOptions
        from sto_tui.documents.excel import WorkbookOptions

        dossier, path, today = self._opened.dossier, self._opened.store.place, self._opened.today
        if paper_of(paper).is_draft:
            options, remarks = self._in_house_style(paper)
            if party and dossier.get(party) is None:
                raise DossierError(papers.PARTY_GONE)
            how = self.chosen(paper)
            options = replace(
                options,
                party=party,
                template_text=how.with_text and options.template is not None,
                contacts=how.contacts,
                state=how.state,
                commenting=how.commenting,
                span=how.span,
                how_far=HowFar(told) if told else SILENT,
            )
            written, draft = papers.write_draft(dossier, options, path, self._opened.store.clock())
            return MadeDraft(str(written), draft.missing, (*remarks, *draft.notices))
        if paper == "besluiten":
            options, remarks = self._in_house_style()
            document, text = papers.write_decision_list(dossier, options, path)
            return MadeDraft(str(document), (), (f"Ook als tekst: {text.name}.", *remarks))
        if paper == "partijblad" and party:
            options, remarks = self._in_house_style()
            return MadeDraft(str(papers.write_party_sheet(dossier, party, options, path)), (), remarks)
        if paper == "werkmap":
            return MadeDraft(str(papers.write_workbook(dossier, WorkbookOptions(today), path)), (), ())
        return MadeDraft(str(papers.write_calendar(dossier, CalendarOptions(today), path)), (), ())

    def _in_house_style(self, part: PaperPart = "alles") -> tuple[DraftOptions, tuple[str, ...]]:
        """How a paper is written: in the house style of the last time, and a line that says so."""
        from sto_tui.chosen_template import earlier_template

        house = earlier_template(self._opened.store.place)
        options = DraftOptions(self._opened.today, part, template=house.data, template_name=house.name)
        return options, (house.told,) if house.told else ()

    def open_with_desktop(self, name: str) -> str:
        """Opens a paper with the program of the desktop; without a desktop its path. Raises NotSavedError."""
        from sto_tui.outside_program import opened_with_desktop
        from sto_tui.papers import draft_folder

        path = draft_folder(self._opened.store.place) / name
        if not path.exists():
            raise DossierError(f"{name} staat niet meer in de map {path.parent.name}. Schrijf het stuk opnieuw.")
        return "" if opened_with_desktop(path) else str(path.absolute())

    def write_decision_list(self) -> tuple[str, str, bool]:
        """Writes the list of decisions and actions; the names of both files, and whether anything is in them.

        Raises NotSavedError.
        """
        from sto_tui.documents.decision_list import open_points
        from sto_tui.papers import write_decision_list

        dossier, (options, _) = self._opened.dossier, self._in_house_style()
        document, text = write_decision_list(dossier, options, self._opened.store.place)
        return document.name, text.name, bool(dossier.of(Decision) or dossier.of(Action) or open_points(dossier))
