"""Word drafts to measure: ours, the same tables by docxtpl, and a plan ten times as large."""

import io
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.storage.file.codec import decode, dossier_from

_TEMPLATE = """{%p for sp in speerpunten %}
{{ sp.title }}
{%p for line in sp.lines %}
{{ line }}
{%p endfor %}
{%p endfor %}"""


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
    """Milliseconds for docxtpl to write our draft's paragraphs; it makes no tables, fields or controls."""
    from docxtpl import DocxTemplate

    written = docx.Document(io.BytesIO(build(dossier_of(path), DraftOptions(date(2026, 9, 3))).data))
    element = written.element.body
    namespace = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    lines = ["".join(node.text or "" for node in one.iter(f"{namespace}t")) for one in element.iter(f"{namespace}p")]
    context = {"speerpunten": [{"title": "Alles", "lines": lines}]}
    template = docx.Document()
    for line in _TEMPLATE.split("\n"):
        template.add_paragraph(line)
    buffer = io.BytesIO()
    template.save(buffer)

    def render() -> None:
        document = DocxTemplate(io.BytesIO(buffer.getvalue()))
        document.render(context)
        document.save(io.BytesIO())

    return lambda: _timed(render)


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
