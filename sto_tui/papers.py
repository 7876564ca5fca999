"""Making a draft, a list of decisions, the sheet of a party, a workbook or a calendar, where drafts go."""

import contextlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sto_tui.documents.calendar import CalendarOptions, build_calendar
from sto_tui.documents.decision_list import list_title, markdown
from sto_tui.documents.excel import WorkbookOptions, build_workbook
from sto_tui.documents.file_names import free_pair, free_party_sheet, free_path, free_plan_file
from sto_tui.documents.word import Draft, DraftOptions, build
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.record import Ref
from sto_tui.planning.handed_in.comparison import Comparison, compared, since_handed_in
from sto_tui.planning.paper_registry import PaperKind
from sto_tui.planning.plan_status import plan_status
from sto_tui.planning.progress.period_report import reported_in
from sto_tui.storage.file.durable_write import write_all_new, write_new
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.sent_drafts import keep_sent_draft, next_mark

FOLDER = "concepten"
PARTY_GONE = "Deze partij staat niet meer in het dossier. Kies een andere."
_PAPERS = (".docx", ".xlsx", ".ics", ".md")


def draft_folder(dossier_path: Path) -> Path:
    """The folder beside a dossier in which its drafts stand."""
    return dossier_path.parent / FOLDER


def earlier_papers(dossier_path: Path) -> list[tuple[Path, datetime]]:
    """The papers beside a dossier with the moment at which each was written, the newest first."""
    times: list[tuple[Path, datetime]] = []
    folder = draft_folder(dossier_path)
    for path in folder.iterdir() if folder.is_dir() else ():
        # Word and LibreOffice keep a file of their own beside one that is open.
        if path.suffix.lower() in _PAPERS and not path.name.startswith(("~$", ".~")):
            with contextlib.suppress(OSError):
                times.append((path, datetime.fromtimestamp(path.stat().st_mtime).astimezone()))
    return sorted(times, key=lambda item: (item[1], item[0].name), reverse=True)


def write_draft(
    dossier: Dossier, options: DraftOptions, dossier_path: Path, moment: datetime, target: Path | None = None
) -> tuple[Path, Draft]:
    """Writes a draft to `target`, or to a free name beside the dossier. Raises NotSavedError.

    Whoever stops it finds nothing written. `moment` is now; a draft says when it was written, so that it can come back.
    """
    if target is None:
        _check_folder(draft_folder(dossier_path))
    if options.paper.kind is not PaperKind.WHOLE:
        options = _beside_handed_in(dossier, dossier_path, options)
    if options.template is not None:
        from sto_tui.documents.word.template import Template

        # What is no Word file is refused before a mark is held for the draft.
        Template(options.template, options.template_name)
    with next_mark(dossier_path, dossier.key) as mark:
        return _written_under_mark(dossier, replace(options, mark=mark), dossier_path, moment, target)


def _written_under_mark(
    dossier: Dossier, options: DraftOptions, dossier_path: Path, moment: datetime, target: Path | None
) -> tuple[Path, Draft]:
    draft = build(dossier, options)
    manifest = b""
    if draft.fields:
        from sto_tui.sent_papers import made_readable

        draft, manifest = made_readable(dossier, options, draft, moment)
    options.how_far.tell(99, "opslaan")
    path = target or free_path(draft_folder(dossier_path), dossier, options)
    write_new(path, draft.data, of=dossier_path)
    if manifest:
        keep_sent_draft(dossier_path, options.mark, manifest)
    return path, draft


def _beside_handed_in(dossier: Dossier, dossier_path: Path, options: DraftOptions) -> DraftOptions:
    """With whether the plan is still what was handed in, and for a report what changed; the kept plan is read once."""
    from sto_tui.storage.handing_in import handed_in_dossier

    kept: dict[Ref, Dossier] = {}

    def read(submission: Submission) -> Dossier:
        place = ref_of(submission)
        if place not in kept:
            kept[place] = handed_in_dossier(dossier_path, submission)
        return kept[place]

    seen = dossier.seen_in(dossier.lens)
    if plan_status(seen).is_handed_in:
        options = replace(options, since=since_handed_in(seen, read))
    if options.paper.reports:
        options = replace(options, compared=_compared(seen, read, options))
    return options


def _compared(seen: Dossier, read: Callable[[Submission], Dossier], options: DraftOptions) -> Comparison:
    """What changed since the plan was handed in, beside the plan as it was kept then; how far it is on its last day."""
    stood = reported_in(options.paper, seen, options.date, options.span).standing
    plan = seen.with_tables({name: dict(stood.dossier.tables[name]) for name in ("milestones", "progress")})
    return compared(plan, read, stood.day, stood.day)


def write_decision_list(dossier: Dossier, options: DraftOptions, dossier_path: Path) -> tuple[Path, Path]:
    """Writes the decisions and actions as Word and Markdown, both or neither. Raises NotSavedError."""
    from sto_tui.documents.word.decision_list import build_decision_list

    folder = draft_folder(dossier_path)
    _check_folder(folder)
    data = build_decision_list(dossier, options)
    text = markdown(dossier, list_title(dossier), options.date)
    word_path, markdown_path = free_pair(folder, options.date)
    write_all_new({word_path: data, markdown_path: text.encode()}, of=dossier_path)
    return word_path, markdown_path


def write_party_sheet(dossier: Dossier, party: Ref, options: DraftOptions, dossier_path: Path) -> Path:
    """Writes what is asked of a party or body as a Word document. Raises NotSavedError."""
    from sto_tui.documents.word.party_sheet import build_party_sheet

    if dossier.get(party) is None:
        raise DossierError(PARTY_GONE)
    folder = draft_folder(dossier_path)
    _check_folder(folder)
    data = build_party_sheet(dossier, party, options)
    path = free_party_sheet(folder, dossier.caption(party), options.date)
    write_new(path, data, of=dossier_path)
    return path


def write_workbook(dossier: Dossier, options: WorkbookOptions, dossier_path: Path, target: Path | None = None) -> Path:
    """Writes the workbook to `target`, or to a free name beside the dossier. Raises NotSavedError."""
    folder = draft_folder(dossier_path)
    if target is None:
        _check_folder(folder)
    data = build_workbook(dossier, options)
    path = target or free_plan_file(folder, "werkmap", dossier, options.date, ".xlsx")
    write_new(path, data, of=dossier_path)
    return path


def write_calendar(dossier: Dossier, options: CalendarOptions, dossier_path: Path, target: Path | None = None) -> Path:
    """Writes the calendar to `target`, or to a free name beside the dossier. Raises NotSavedError."""
    folder = draft_folder(dossier_path)
    if target is None:
        _check_folder(folder)
    data = build_calendar(dossier, options)
    kind = f"agenda-{dossier.caption(options.party)}" if options.party else "agenda"
    path = target or free_plan_file(folder, kind, dossier, options.date, ".ics")
    write_new(path, data, of=dossier_path)
    return path


def _check_folder(folder: Path) -> None:
    """Raises DossierError when something else stands where the folder must come; a link may be of someone else."""
    if folder.is_symlink():
        raise DossierError(f"{folder} is een koppeling (link). Zet daar een echte map neer voor de concepten.")
    if os.path.lexists(folder) and not folder.is_dir():
        raise DossierError(f"{folder} is geen map, en daar komen de concepten. Hernoem dat bestand.")
