"""Word drafts to measure: ours, the same tables by docxtpl, and a plan ten times as large."""

import io
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.storage.file.codec import decode, dossier_from

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BEFORE = "{%p for block in blocks %}", "{%p if block.rows %}"
_ROWS = (
    ("{%tr for row in block.rows %}", "", ""),
    ("{%tc for text in row %}", "{{ text }}", "{%tc endfor %}"),
    ("{%tr endfor %}", "", ""),
)
_AFTER = "{%p else %}", "{{ block.text }}", "{%p endif %}", "{%p endfor %}"


def dossier_of(path: Path) -> Dossier:
    """The typed dossier in a file."""
    return dossier_from(decode(path.read_bytes(), path.name), path.name)


def draft_of(path: Path, day: date) -> Callable[[], float]:
    """Milliseconds of one draft."""
    dossier = dossier_of(path)
    return lambda: _timed(lambda: build(dossier, DraftOptions(day)))


def ten_times(path: Path, day: date) -> Callable[[], float]:
    """Milliseconds of one draft of a plan with ten times the speerpunten, milestones and roles."""
    dossier = dossier_of(path)
    tables = {
        name: {
            index * 10_000 + number: record.model_copy(update={"id": index * 10_000 + number})
            for index in range(10)
            for number, record in records.items()
        }
        if name in ("speerpunten", "milestones", "risks", "parties", "texts", "bodies", "goals")
        else records
        for name, records in dossier.tables.items()
    }
    large = Dossier({**dossier.tables, **tables}, dossier.key)
    return lambda: _timed(lambda: build(large, DraftOptions(day)))


def with_docxtpl(path: Path) -> Callable[[], float]:
    """Milliseconds for docxtpl to write our draft's paragraphs and tables; it makes no fields, charts or numbers."""
    from docxtpl import DocxTemplate

    written = docx.Document(io.BytesIO(build(dossier_of(path), DraftOptions(date(2026, 9, 3))).data))
    context = {"blocks": [_plain(block) for block in written.element.body]}
    template = docx.Document()
    for line in _BEFORE:
        template.add_paragraph(line)
    table = template.add_table(len(_ROWS), 3)
    for row, texts in zip(table.rows, _ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for line in _AFTER:
        template.add_paragraph(line)
    buffer = io.BytesIO()
    template.save(buffer)

    def render() -> None:
        document = DocxTemplate(io.BytesIO(buffer.getvalue()))
        document.render(context)
        document.save(io.BytesIO())

    return lambda: _timed(render)


def _plain(block: Any) -> dict[str, Any]:
    """A paragraph as its text, a table as the texts in the cells of its rows."""
    rows = [[_text(cell) for cell in row.iter(f"{_W}tc")] for row in block.iter(f"{_W}tr")]
    return {"rows": rows, "text": "" if rows else _text(block)}


def _text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{_W}t"))


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
