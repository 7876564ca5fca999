"""Texts of a Word file that stand in none of its lines: struck, deleted, hidden, on every page, in a diagram."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import DRAWN, EDGED, Paragraph, Spot
from sto_tui.intake.plan_document.word_styles import is_on
from sto_tui.intake.word_file.package import W, WordParts

PARTS = r"word/(?:header|footer)\d*\.xml|word/diagrams/data\d*\.xml"
"""The parts of a file in which such texts stand."""
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_WORD = re.compile(r"\w+")
# What stands at the edge of a page only to number it.
_PAGING = re.compile(r"(?:\W|\d|\b(?:pagina|page|blz|bladzijde|p|van|of|totaal)\b)*")


def is_hidden(run: etree._Element) -> bool:
    """Whether its letters are hidden."""
    return bool(is_on(run.find(f"{W}rPr"), "vanish"))


def is_struck(element: etree._Element) -> bool:
    """Whether a run is struck through."""
    letters = element.find(f"{W}rPr") if element.tag == f"{W}r" else None
    return bool(is_on(letters, "strike") or is_on(letters, "dstrike"))


def struck(element: etree._Element) -> str:
    """What is struck through in a paragraph."""
    runs = (run for run in element.iter(f"{W}r") if is_struck(run) and not is_hidden(run))
    return _texts_of(runs)


def hidden(element: etree._Element) -> str:
    """What has hidden letters in a paragraph."""
    return _texts_of(run for run in element.iter(f"{W}r") if is_hidden(run))


def deleted(element: etree._Element) -> str:
    """What was deleted in a paragraph with tracking on."""
    return "".join(part.text or "" for part in element.iter(f"{W}delText"))


def deleted_row(row: etree._Element) -> str:
    """What stands in a row that was deleted with tracking on, cell by cell."""
    tags = (f"{W}t", f"{W}delText")
    cells = ("".join(part.text or "" for part in cell.iter(*tags)).strip() for cell in row.iter(f"{W}tc"))
    return " | ".join(filter(None, cells))


def texts_around(parts: WordParts, text_of: Callable[[etree._Element], str]) -> Iterator[Paragraph]:
    """What stands on every page or in a diagram, each text once; what the text itself has too is passed over."""
    said = {*_WORD.findall(plain(" ".join(map(str, parts.document.itertext()))))}
    for name, root in parts.others.items():
        if "diagrams/" in name:
            lines, reason = [" | ".join(filter(None, (part.text for part in root.iter(_DRAWN_TEXT))))], DRAWN
        elif "header" in name or "footer" in name:
            lines, reason = [text_of(line) for line in root.iter(f"{W}p")], EDGED
        else:
            continue
        for line in (" ".join(line.split()) for line in lines):
            words = _WORD.findall(plain(line))
            if not said.issuperset(words) and not _PAGING.fullmatch(plain(line)):
                said.update(words)
                yield Paragraph(line, Spot(), apart=reason)


def _texts_of(runs: Iterator[etree._Element]) -> str:
    return "".join(part.text or "" for run in runs for part in run.iter(f"{W}t"))
