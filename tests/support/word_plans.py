"""Plans as Word files, laid out as people lay them out; the words are those of a dossier."""

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

import docx
from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Goal, Risk, Speerpunt, Theme
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.plan_sections import PlanWords
from sto_tui.intake.plan_document.word_reading import read_blocks
from sto_tui.intake.plan_document.written_plan import WrittenPlan


def new_document() -> Document:
    """An empty document of python-docx, without what nothing here looks at; that takes a fifth of the time."""
    return docx.Document(BytesIO(_lean_template()))


@cache
def _lean_template() -> bytes:
    """Nearly all of its template is a hundred looks of tables, twice over."""
    document = docx.Document()
    for style in [style for style in document.styles if style.type is WD_STYLE_TYPE.TABLE]:
        if style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    relations = document.part.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/stylesWithEffects")]:
        relations.pop(key)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class Layout(Protocol):
    """Writes the heading of a part, and a speerpunt with all that stands under it."""

    def heading(self, document: Document, text: str, level: int) -> None:
        """A heading."""

    def speerpunt(self, document: Document, point: Speerpunt, partners: Sequence[str]) -> None:
        """A speerpunt."""


def write_plan(dossier: Dossier, layout: Layout, path: Path) -> Path:
    """The plan of a dossier as a Word file in this layout."""
    path.write_bytes(_plan(dossier, type(layout)))
    return path


@cache
def _plan(dossier: Dossier, kind: type[Layout]) -> bytes:
    """Made once for whoever reads it: that takes longer than reading."""
    layout, document = kind(), new_document()
    document.add_paragraph("Activiteitenplan", style="Title")
    layout.heading(document, "1. Doelen", 1)
    document.add_paragraph("Het project heeft deze doelen.")
    for goal in dossier.of(Goal).values():
        document.add_paragraph(f"{goal.number}. {goal.text}")
    layout.heading(document, "2. Uitwerking per thema", 1)
    for theme in dossier.of(Theme).values():
        layout.heading(document, f"Thema {theme.number}: {theme.title}", 2)
        document.add_paragraph(theme.result)
        for point in dossier.speerpunten_of(theme.id):
            layout.speerpunt(document, point, [*partner_lines(dossier, point)])
    layout.heading(document, "3. Organisatie", 1)
    for body in dossier.of(Body).values():
        layout.heading(document, body.name, 2)
        meets = f" Komt {body.meets} keer per jaar bijeen." if body.meets else ""
        document.add_paragraph(body.task + meets)
    layout.heading(document, "4. Risicoanalyse", 1)
    _risks(document, dossier.of(Risk).values())
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def partner_lines(dossier: Dossier, point: Speerpunt) -> Iterable[str]:
    """The partners of a speerpunt as a plan writes them."""
    for partner in point.partners:
        name = dossier.of(Party)[partner.party].name if partner.party else ""
        yield ": ".join(part for part in (name, partner.role) if part)


def _risks(document: Document, risks: Iterable[Risk]) -> None:
    """A row per risk, and below it a row of one cell with what is to be known of it."""
    table = document.add_table(1, 5)
    for cell, text in zip(
        table.rows[0].cells, ("", "Item risico", "Kans", "Impact", "Te treffen maatregelen"), strict=True
    ):
        cell.text = text
    for number, risk in enumerate(risks, 1):
        texts = (f"{number}.", risk.text, risk.probability.label.capitalize(), risk.impact.label, risk.measure)
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
        row = table.add_row().cells
        row[0].merge(row[4]).text = risk.note


def bold(document: Document | BlockItemContainer, text: str) -> None:
    """A paragraph that is bold, and has no style of a heading."""
    document.add_paragraph().add_run(text).bold = True


class Headings:
    """Heading styles, a line `Partners:` with a list, and a list per period."""

    def heading(self, document: Document, text: str, level: int) -> None:
        document.add_heading(text, level)

    def speerpunt(self, document: Document, point: Speerpunt, partners: Sequence[str]) -> None:
        document.add_heading(f"Speerpunt {point.number}: {point.title}", 3)
        document.add_paragraph(point.result)
        document.add_paragraph("Partners:")
        for line in partners:
            document.add_paragraph(line, style="List Bullet")
        for phase in point.phases:
            bold(document, phase.label)
            for act in phase.acts:
                document.add_paragraph(act.text, style="List Bullet")


class LabelTables:
    """Bold text for headings, and a table per speerpunt: its name, its result, then a row per label."""

    def heading(self, document: Document, text: str, level: int) -> None:
        bold(document, text)

    def speerpunt(self, document: Document, point: Speerpunt, partners: Sequence[str]) -> None:
        table = document.add_table(0, 3)
        for text in (f"Speerpunt {point.number}: {point.title}", point.result):
            cells = table.add_row().cells
            merged = cells[0].merge(cells[2])
            merged.paragraphs[0].add_run(text).bold = text != point.result
        half = (len(partners) + 1) // 2
        cells = table.add_row().cells
        bold(cells[0], "Betrokken partners")
        cells[1].text, cells[2].text = (
            "\n".join(f"▪ {line}" for line in side) for side in (partners[:half], partners[half:])
        )
        for phase in point.phases:
            cells = table.add_row().cells
            bold(cells[0], phase.label)
            cells[1].merge(cells[2]).text = " ".join(f"▪ {act.text}" for act in phase.acts)
        document.add_paragraph()


class ColumnTables:
    """Numbers typed by hand in bold, and columns for partner, act and period with cells merged downwards."""

    def heading(self, document: Document, text: str, level: int) -> None:
        bold(document, text)

    def speerpunt(self, document: Document, point: Speerpunt, partners: Sequence[str]) -> None:
        bold(document, f"{point.number} {point.title}")
        document.add_paragraph(point.result)
        table = document.add_table(1, 3)
        for cell, text in zip(table.rows[0].cells, ("Partners", "Actie", "Periode"), strict=True):
            cell.text = text
        rows = [(phase.label, act.text) for phase in point.phases for act in phase.acts]
        for label, act in rows:
            cells = table.add_row().cells
            cells[1].text, cells[2].text = act, label
        _merged(table.columns[0].cells[1:], "\n".join(partners))
        place = 1
        for phase in point.phases:
            _merged(table.columns[2].cells[place : place + len(phase.acts)], phase.label)
            place += len(phase.acts)


def _merged(cells: Sequence[Any], text: str) -> None:
    """Cells below each other as one, with this text."""
    for cell in cells:
        cell.text = ""
    (cells[0].merge(cells[-1]) if len(cells) > 1 else cells[0]).text = text


def read(document: Document, folder: Path) -> WrittenPlan:
    """What is read of a document."""
    path = folder / "plan.docx"
    document.save(str(path))
    return read_plan(read_blocks(path), PlanWords())


class TakesTables(Protocol):
    """A document, or a cell of a table."""

    def add_table(self, rows: int, cols: int) -> Any:
        """A table at its end."""


def table(
    document: TakesTables,
    rows: Sequence[Sequence[str]],
    merges: Sequence[tuple[int, int, int, int]] = (),
) -> None:
    """A table with these texts; a merge is top, left, bottom and right."""
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for top, left, bottom, right in merges:
        text = made.cell(top, left).text
        made.cell(top, left).merge(made.cell(bottom, right)).text = text


def told(plan: WrittenPlan) -> dict[str, tuple[list[str], list[tuple[str, list[str]]]]]:
    """The partners and acts of every speerpunt, by its number and title."""
    return {
        f"{point.number} {point.title}": (point.partners, [(phase.label, phase.acts) for phase in point.phases])
        for point in plan.speerpunten
    }
