"""Lines under the chapters in which they stand in the drafts that came back, which in a report are not the plan's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.text import plain
from sto_tui.intake.returned_draft.chapters import chapter_headings
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding
from sto_tui.intake.returned_draft.returned import ReturnedDraft

_LAST_STEP = re.compile(r"[/#][^/#]*$")


def as_in_documents(laid: LaidBeside, drafts: Sequence[ReturnedDraft], dossier: Dossier) -> LaidBeside:
    """The lines by the chapters of the drafts and numbered anew; what is only told comes after all that is chosen."""
    of_plan = chapter_headings(dossier)
    numbered = {plain(heading).partition(" ")[2]: heading for heading in of_plan if heading[:1].isdecimal()}
    homes: dict[str, str] = {}
    headings: dict[str, str] = {}
    for draft in drafts:
        for chapter in draft.chapters:
            heading = numbered.get(plain(chapter.heading), chapter.heading)
            headings[chapter.heading] = heading
            for address in chapter.addresses:
                for step in _steps(address):
                    homes.setdefault(step, heading)
    places = {heading: place for place, heading in enumerate(dict.fromkeys([*headings.values(), *of_plan]))}
    lines = [replace(line, chapter=_chapter(line, homes, headings)) for line in (*laid.lines, *laid.done)]
    lines.sort(key=lambda line: (not line.standing.can_be_taken, places[line.chapter], line.number))
    return laid.with_lines(lines)


def _steps(address: str) -> Iterator[str]:
    """An address and those of the part, the list, the record and the table that it is in."""
    while address:
        yield address
        shorter = _LAST_STEP.sub("", address)
        address = shorter if shorter != address else ""


def _chapter(line: DraftLine, homes: Mapping[str, str], headings: Mapping[str, str]) -> str:
    """That of its field or of the row that went; a new row, and a text outside the fields, say where they stand."""
    if line.new and line.new.chapter in headings:
        return headings[line.new.chapter]
    is_at_home = line.standing is LineStanding.REMOVED or (line.standing.is_of_a_field and line.standing.can_be_taken)
    stands_there = line.chapter in headings.values() and not is_at_home
    return line.chapter if stands_there else homes.get(line.address, line.chapter)
