"""Small dossiers whose figures were worked out on paper, and where people read them: Word tables and screen rows."""

import io
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from sto_tui.app import StoApp
from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Record
from sto_tui.domain.region import Region
from sto_tui.domain.tables import BY_MODEL
from sto_tui.places import Place
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW
from tests.support.docx_gaps import element_of
from tests.support.screens import app_on, seen, show_list

DAY = date(2026, 11, 22)
Cells = list[list[str]]


def dossier_with(*records: Record, **region: object) -> Dossier:
    """A new dossier with these records, and these values in the profile of the region."""
    began = new_dossier("Proefland", "2027-2028")
    tables = {name: dict(found) for name, found in began.tables.items()}
    tables["questions"] = {}
    for record in records:
        tables[BY_MODEL[type(record)].name][record.id] = record
    subsidy, version = region.pop("subsidy", None), region.pop("version", "")
    tables["region"][1] = Region.model_validate({**dict(began.region), **region})
    dossier = Dossier(tables)
    if (period := dossier.current_period) and (subsidy or version):
        tables["periods"][period.id] = period.changed(subsidy=subsidy, version=version)
    return Dossier(tables)


def tables_of(data: bytes) -> Mapping[str, Cells]:
    """The tables of a Word document by their title, cell by cell; a title that comes again is numbered."""
    found: dict[str, Cells] = {}
    for table in docx.Document(io.BytesIO(data)).tables:
        title = str(next(element_of(table).iter(qn("w:tblCaption"))).get(qn("w:val")))
        again = sum(name.startswith(title) for name in found)
        found[f"{title} ({again + 1})" if again else title] = [
            [_text(cell) for cell in row.cells] for row in table.rows
        ]
    return found


def _text(cell: Any) -> str:
    """All of its text, that of fields included; lines are joined."""
    lines = ("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in element_of(cell).iter(qn("w:p")))
    return " / ".join(lines)


def paragraphs_of(data: bytes) -> list[str]:
    """The paragraphs outside tables."""
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(one.text or "" for one in line.iter(qn("w:t"))) for line in body.findall(qn("w:p"))]


def draft_of(dossier: Dossier, day: date = DAY) -> bytes:
    """The draft of the whole plan."""
    return build(dossier, DraftOptions(day)).data


def app_of(path: Path, dossier: Dossier, place: Place = Place.PLAN) -> StoApp:
    """The app on a file with this dossier."""
    DossierStore.create(path, dossier)
    return app_on(path, place)


async def rows_on_screen(
    path: Path, dossier: Dossier, title: str, place: Place = Place.PLAN, now: datetime = NOW
) -> list[str]:
    """The lines of a list of a place, with one blank between words."""
    DossierStore.create(path, dossier)
    app = app_on(path, place, clock=lambda: now)
    async with app.run_test(size=(120, 80)) as pilot:
        show_list(app, title)
        await pilot.press("end")
        await pilot.pause()
        return [" ".join(line.replace("›", " ").split()) for line in seen(app).splitlines()]
