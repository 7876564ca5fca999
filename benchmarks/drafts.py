"""Word drafts to measure: ours, the same tables by docxtpl, and a plan ten times as large."""

import io
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx

from benchmarks.measuring import ALMERE, Row, Spent, in_turns, limit_row, processor_milliseconds, ratio_row, spent_by
from benchmarks.terminal import sto
from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.storage.file.codec import decode, dossier_from

TODAY = date(2026, 9, 3)
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


def draft_rows(work: Path) -> Iterator[Row]:
    """The Word draft of the Almere plan beside docxtpl and pandoc with the same content, and of larger plans."""
    ours, theirs = in_turns(draft_of(ALMERE, TODAY), with_docxtpl(ALMERE), 5)
    yield ratio_row("Word draft, Almere, in process (baseline: docxtpl, same tables)", ours, theirs, 0.55)
    yield from _whole_process(work)
    once = _draft_alone(1)
    for times, budget in ((10, 12.0), (100, 130.0)):
        found = _draft_alone(times)
        yield ratio_row(
            f"Word draft of {times} times the plan (baseline: once)", found.seconds, once.seconds, budget, "s"
        )
    yield limit_row("the memory of that", found.megabytes, 1_000, "MB")


def _whole_process(work: Path) -> Iterator[Row]:
    """From the command to the file; pandoc gets the same text and tables in its own form."""
    if not shutil.which("pandoc"):
        yield Row("sto concept (baseline: pandoc, which is not there)", "", "", "", "0.60x", kept=True)
        return
    path, text, made = work / "concept.sto.json", work / "concept.html", work / "concept.docx"
    path.write_bytes(ALMERE.read_bytes())
    made.write_bytes(build(dossier_of(path), DraftOptions(TODAY)).data)
    subprocess.run(["pandoc", str(made), "-o", str(text)], check=True, capture_output=True)
    times = iter(range(1_000))
    ours, theirs = in_turns(
        lambda: processor_milliseconds(sto("concept", str(path), "-o", str(work / f"ours-{next(times)}.docx"))),
        lambda: processor_milliseconds(["pandoc", str(text), "-o", str(made)]),
        5,
    )
    yield ratio_row("sto concept, whole process (baseline: pandoc, same content)", ours, theirs, 0.6)


def _draft_alone(times: int) -> Spent:
    """The draft of so many times the plan in a process of its own, less what it takes to read that plan."""
    reading, writing = (
        spent_by([sys.executable, "-m", "benchmarks.drafts", str(times), what]) for what in ("", "draft")
    )
    return Spent(writing.seconds - reading.seconds, writing.megabytes)


def many_times(path: Path, times: int) -> Dossier:
    """A plan with so many times the speerpunten, milestones and roles."""
    dossier = dossier_of(path)
    tables = {
        name: {
            index * 10_000 + number: record.model_copy(update={"id": index * 10_000 + number})
            for index in range(times)
            for number, record in records.items()
        }
        if name in ("speerpunten", "milestones", "risks", "parties", "texts", "bodies", "goals")
        else records
        for name, records in dossier.tables.items()
    }
    return Dossier({**dossier.tables, **tables}, dossier.key)


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
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    plan = many_times(ALMERE, int(sys.argv[1]))
    if sys.argv[2]:
        build(plan, DraftOptions(TODAY))
