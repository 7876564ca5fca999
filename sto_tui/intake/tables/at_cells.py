"""What hangs at the cells of a sheet and is not their text: comments, and links to a page or a file."""

from collections.abc import Iterable, Mapping

from sto_tui.domain.text import clean_line, shortened
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.sheet_looks import TabLooks
from sto_tui.intake.tables.table_tab import first_named, named_rows

_LONGEST = 40
_LONGEST_LINK = 60


def told_at_cells(looks: TabLooks, rows: Iterable[SheetRow]) -> list[str]:
    """What hangs at cells of these rows and is not taken in, in Dutch; an address that the cell itself shows is."""
    by_number = {row.number: row for row in rows}
    comments = {place: text for place, text in looks.comments.items() if place[0] in by_number}
    links = {
        place: target
        for place, target in looks.links.items()
        if place[0] in by_number and not _is_shown(target, by_number[place[0]].text(place[1]))
    }
    told = [_told("Opmerkingen", comments, _LONGEST)] if comments else []
    return [*told, _told("Koppelingen", links, _LONGEST_LINK)] if links else told


def _is_shown(target: str, text: str) -> bool:
    bare = target.casefold().removeprefix("mailto:").split("://")[-1].rstrip("/")
    return bare in text.casefold()


def _told(what: str, by_place: Mapping[tuple[int, int], str], longest: int) -> str:
    by_row = {place[0]: text for place, text in sorted(by_place.items())}
    texts = [f"‘{shortened(clean_line(text), longest)}’" for text in dict.fromkeys(by_row.values())]
    return f"{what} bij cellen zijn niet overgenomen: {first_named(texts)} ({named_rows([*by_row])})."
