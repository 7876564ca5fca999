"""Drafts that are sent and come back: what they carry along, and what is read in them when they do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sto_tui import __version__
from sto_tui.documents.word import Draft, DraftOptions
from sto_tui.domain.dossier import Dossier
from sto_tui.intake.returned_draft.carrying import draft_as_sent, with_manifest
from sto_tui.intake.returned_draft.manifest import manifest_xml
from sto_tui.intake.returned_draft.reading import kept_manifest, read_returned_draft, revision_in
from sto_tui.intake.returned_draft.returned import ManifestHead, ReturnedDraft
from sto_tui.intake.returned_draft.sent import SentDraft
from sto_tui.storage.file.sent_drafts import sent_draft_kept, sent_drafts
from sto_tui.waste import nothing_collected

MOST_TRIED = 20
"""A text without a mark is sought in so many drafts; each costs some hundredths of a second."""


def made_readable(dossier: Dossier, options: DraftOptions, draft: Draft, moment: datetime) -> tuple[Draft, bytes]:
    """A draft with in it what is needed to read it back, and that by itself, to be kept beside the dossier.

    A draft that does not tell its day does not carry it along; what is kept does.
    """
    period = dossier.seen_in(dossier.lens).current_period
    head = ManifestHead(
        dossier=dossier.key,
        period=str(period.id) if period else "",
        part=options.part,
        export=options.mark.rpartition("-")[2],
        mark=options.mark,
        moment=moment.isoformat(timespec="seconds"),
        program=f"sto-tui {__version__}",
    )
    with nothing_collected():
        sent = draft_as_sent(draft.data, draft.fields, head, lambda address: revision_in(dossier, address))
        manifest = kept = manifest_xml(sent)
        if not options.state:
            manifest = manifest_xml(replace(sent, head=replace(head, moment="", program="")))
        return replace(draft, data=with_manifest(draft.data, head, manifest)), kept


def returned_draft(dossier: Dossier, dossier_path: Path, path: Path) -> ReturnedDraft:
    """A draft of this dossier that came back from Word. Raises IntakeError with one Dutch sentence."""

    def kept(mark: str) -> Iterator[SentDraft]:
        for each in [mark] if mark else sent_drafts(dossier_path)[:MOST_TRIED]:
            manifest = sent_draft_kept(dossier_path, each)
            sent = kept_manifest(manifest) if manifest is not None else None
            if sent is not None:
                yield sent

    return read_returned_draft(path, dossier, kept)
