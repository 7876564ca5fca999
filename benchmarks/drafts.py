"""Word drafts to measure: ours, the same tables by docxtpl, and a plan ten times as large."""

import io
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml.parser import parse_xml
from lxml import etree

from benchmarks.measuring import ALMERE, Row, Spent, in_turns, limit_row, processor_milliseconds, ratio_row, spent_by
from benchmarks.terminal import sto
from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.storage.file.codec import decode, dossier_from

TODAY = date(2026, 9, 3)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# In how many elements a statement about one of these stands.
_HELD = {"p": 2, "tc": 3, "tr": 4}
_NAMES = re.compile(r' xmlns:\w+="[^"]*"')


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
    yield ratio_row("Word draft, Almere, in process (baseline: docxtpl, same content)", ours, theirs, 0.55)
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
    """Milliseconds for docxtpl to write our draft: its texts and tables with their styles, widths and colours.

    The template has our styles, headers and footers. What docxtpl cannot do, it need not: it reckons no page numbers
    and makes no charts, bookmarks, links or fields. How everything looks stands ready for it, and is not measured.
    """
    from docxtpl import DocxTemplate

    written = docx.Document(io.BytesIO(build(dossier_of(path), DraftOptions(TODAY)).data))
    body = written.element.body
    context = {"blocks": [_block(block) for block in body if block.tag in (f"{_W}p", f"{_W}tbl")]}
    last = etree.tostring(body[-1])
    for element in list(body):
        body.remove(element)
    start = etree.tostring(body).removesuffix(b"/>") + b">"
    body.getparent().replace(body, parse_xml(start + _template().encode() + last + b"</w:body>"))
    buffer = io.BytesIO()
    written.save(buffer)

    def render() -> None:
        document = DocxTemplate(io.BytesIO(buffer.getvalue()))
        document.render(context)
        document.save(io.BytesIO())

    return lambda: _timed(render)


def _template() -> str:
    """The body of the template: a loop over paragraphs and tables, in it over rows and cells, and over runs."""
    # Between the runs, where docxtpl would leave empty ones beside a statement that stands in one.
    run = '<w:r>{{ run.look }}<w:t xml:space="preserve">{{ run.text }}</w:t></w:r>'
    runs = f"{{% for run in paragraph.runs %}}{run}{{% endfor %}}"
    paragraph = f"<w:p><w:pPr>{{{{ paragraph.look }}}}</w:pPr>{runs}</w:p>"
    paragraphs = f"{_said('p', 'for paragraph in cell.paragraphs')}{paragraph}{_said('p', 'endfor')}"
    cells = f"{_said('tc', 'for cell in row.cells')}<w:tc>{{{{ cell.look }}}}{paragraphs}</w:tc>{_said('tc', 'endfor')}"
    rows = f"{_said('tr', 'for row in block.rows')}<w:tr>{{{{ row.look }}}}{cells}</w:tr>{_said('tr', 'endfor')}"
    table = f"<w:tbl>{{{{ block.look }}}}{rows}</w:tbl>"
    parts = ("for block in blocks", "if block.rows"), ("else", "for paragraph in block.paragraphs")
    before, between = ("".join(_said("p", words) for words in part) for part in parts)
    return f"{before}{table}{between}{paragraph}{_said('p', 'endfor') + _said('p', 'endif') + _said('p', 'endfor')}"


def _said(kind: str, words: str) -> str:
    """A statement in the place of a paragraph, cell or row, as people type it in a template."""
    inside = f"<w:t>{{%{kind} {words} %}}</w:t>"
    for name in ("r", "p", "tc", "tr")[: _HELD[kind]]:
        inside = f"<w:{name}>{inside}</w:{name}>"
    return inside


def _block(block: Any) -> dict[str, Any]:
    """A paragraph, or a table with its rows; each with how it looks, and with its text."""
    if block.tag == f"{_W}p":
        return {"paragraphs": [_paragraph(block)]}
    rows = [
        {
            "look": _look(row.find(f"{_W}trPr")),
            "cells": [
                {"look": _look(cell.find(f"{_W}tcPr")), "paragraphs": [_paragraph(one) for one in cell.iter(f"{_W}p")]}
                for cell in row.iter(f"{_W}tc")
            ],
        }
        for row in block.iter(f"{_W}tr")
    ]
    return {"look": _look(block.find(f"{_W}tblPr")) + _look(block.find(f"{_W}tblGrid")), "rows": rows}


def _paragraph(paragraph: Any) -> dict[str, Any]:
    runs = [
        {"look": _look(run.find(f"{_W}rPr")) + _look(run.find(f"{_W}br")), "text": escape(run.findtext(f"{_W}t") or "")}
        for run in paragraph.iter(f"{_W}r")
        if run.find(f"{_W}t") is not None
    ]
    return {"look": "".join(map(_look, paragraph.find(f"{_W}pPr"))), "runs": runs}


def _look(element: Any) -> str:
    return "" if element is None else _NAMES.sub("", etree.tostring(element, encoding="unicode"))


def _timed(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    plan = many_times(ALMERE, int(sys.argv[1]))
    if sys.argv[2]:
        build(plan, DraftOptions(TODAY))
