"""Edits of a Word file in the ways in which programs write them, on the XML itself.

Word splits runs and puts proofErr between them; with tracking on it writes w:ins, w:del and moves. LibreOffice gives
styles ids of its own. Google Docs and pandoc leave neither marks nor parts nor styles, only what can be seen.
"""

import copy
import io
import re
import zipfile
from enum import Enum
from typing import Any

from lxml import etree

from sto_tui.documents.word.xml_reading import W

AUTHOR, MOMENT = "Fatima Aydin", "2027-06-03T10:15:00Z"
_FIRST_NUMBER = 90_000
_STYLE_ID = re.compile(rb'w:styleId="(STO\w+|Heading\d|ListBullet)"')
_STYLED = re.compile(rb'w:val="(STO\w+|Heading\d|ListBullet)"')


class Way(Enum):
    """How a program writes an edit, and what it leaves of the rest of the file."""

    WORD = "Word"
    TRACKED = "Word, met bijhouden"
    LIBRE_OFFICE = "LibreOffice"
    LIBRE_OFFICE_TRACKED = "LibreOffice, met bijhouden"
    GOOGLE_DOCS = "Google Docs"
    PANDOC = "pandoc"


def text_of(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def text_in(data: bytes) -> str:
    """What stands in a file for people to read, a line per paragraph: without the reader that is tried on it."""
    texts = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in ("word/document.xml", "word/footnotes.xml", "word/comments.xml"):
            if name in package.namelist():
                root = etree.fromstring(package.read(name))
                texts += [text_of(paragraph) for paragraph in root.iter(f"{W}p")]
    return "\n".join(texts)


class WordEdits:
    """A document that somebody has open in a program."""

    def __init__(self, data: bytes, way: Way) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root: Any = etree.fromstring(self.parts["word/document.xml"])
        self.body: Any = self.root.find(f"{W}body")
        self.way = way
        self._numbers = _FIRST_NUMBER

    @property
    def tracked(self) -> bool:
        return self.way in (Way.TRACKED, Way.LIBRE_OFFICE_TRACKED)

    # Finding.

    def paragraph(self, text: str, nth: int = 0) -> Any:
        return [p for p in self.root.iter(f"{W}p") if text in text_of(p) and not self.in_contents(p)][nth]

    def in_contents(self, paragraph: Any) -> bool:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return style is not None and style.get(f"{W}val").startswith("TOC")

    def row(self, *texts: str) -> Any:
        """The row that has these texts in its cells."""
        return next(row for row in self.root.iter(f"{W}tr") if set(texts) <= {text_of(c) for c in row.iter(f"{W}tc")})

    def cell(self, row: Any, number: int) -> Any:
        return list(row.iterchildren(f"{W}tc"))[number]

    def lines(self, cell: Any) -> list[Any]:
        return list(cell.iterchildren(f"{W}p"))

    # Writing.

    def _change(self, tag: str, *children: Any) -> Any:
        self._numbers += 1
        about = {f"{W}id": str(self._numbers), f"{W}author": AUTHOR, f"{W}date": MOMENT}
        element = etree.Element(f"{W}{tag}", about)
        element.extend(children)
        return element

    def runs(self, text: str) -> list[Any]:
        """A text as this program writes it: Word cuts it in pieces and marks what it would spell otherwise."""
        if self.way not in (Way.WORD, Way.TRACKED) or len(text) < 6:
            return [self._run(text)]
        cut = len(text) // 2
        wrong = [etree.Element(f"{W}proofErr", {f"{W}type": kind}) for kind in ("spellStart", "spellEnd")]
        first, second = self._run(text[:cut]), self._run(text[cut:])
        first.set(f"{W}rsidR", "00AB12CD")
        return [first, wrong[0], second, wrong[1]]

    def _run(self, text: str, tag: str = "t") -> Any:
        run = etree.Element(f"{W}r")
        for place, line in enumerate(text.split("\n")):
            if place:
                etree.SubElement(run, f"{W}br")
            element = etree.SubElement(run, f"{W}{tag}")
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            element.text = line
        return run

    def _put(self, parent: Any, place: int, text: str) -> None:
        runs = self.runs(text)
        for offset, element in enumerate([self._change("ins", *runs)] if self.tracked else runs):
            parent.insert(place + offset, element)

    def _take_away(self, run: Any) -> None:
        parent = run.getparent()
        if not self.tracked or not text_of(run):
            parent.remove(run)
            return
        place = parent.index(run)
        parent.remove(run)
        parent.insert(place, self._change("del", self._run(text_of(run), "delText")))

    def retype(self, paragraph: Any, text: str) -> None:
        """Everything selected and typed over: what is a mark of it goes along, when nothing is tracked."""
        marks = [*paragraph.iter(f"{W}bookmarkStart"), *paragraph.iter(f"{W}bookmarkEnd")]
        for run in list(paragraph.iter(f"{W}r")):
            self._take_away(run)
        if not self.tracked:
            for mark in marks:
                mark.getparent().remove(mark)
        if text:
            self._put(paragraph, len(paragraph), text)

    def replace(self, paragraph: Any, old: str, new: str) -> None:
        """Some words typed over."""
        for run in list(paragraph.iter(f"{W}r")):
            if old in text_of(run):
                before, _, after = text_of(run).partition(old)
                parent, place = run.getparent(), run.getparent().index(run)
                look = run.find(f"{W}rPr")
                parent.remove(run)
                pieces = [self._run(before)]
                pieces += [self._change("del", self._run(old, "delText"))] if self.tracked else []
                made = self.runs(new) if new else []
                pieces += [self._change("ins", *made)] if self.tracked and made else made
                pieces.append(self._run(after))
                for piece in pieces:
                    if look is not None and piece.tag == f"{W}r":
                        piece.insert(0, copy.deepcopy(look))
                parent[place:place] = [piece for piece in pieces if piece.tag != f"{W}r" or text_of(piece)]
                return
        raise AssertionError(f"{old} stands in no run")

    def add_to(self, paragraph: Any, text: str) -> None:
        self._put(paragraph, len(paragraph), text)

    def add_before(self, paragraph: Any, text: str) -> None:
        self._put(paragraph, 1, text)

    def new_below(self, paragraph: Any, text: str, style: str = "") -> Any:
        """Enter, and a text."""
        fresh: Any = etree.Element(f"{W}p")
        about = paragraph.find(f"{W}pPr")
        if about is not None:
            fresh.append(copy.deepcopy(about))
        if style:
            fresh.find(f"{W}pPr/{W}pStyle").set(f"{W}val", style)
        if self.tracked:
            look = etree.SubElement(fresh.find(f"{W}pPr"), f"{W}rPr")
            look.append(self._change("ins"))
        self._put(fresh, len(fresh), text)
        paragraph.addnext(fresh)
        return fresh

    def delete(self, paragraph: Any) -> None:
        """A whole paragraph, with its end."""
        if not self.tracked:
            paragraph.getparent().remove(paragraph)
            return
        for run in list(paragraph.iter(f"{W}r")):
            self._take_away(run)
        self._delete_end(paragraph)

    def _delete_end(self, paragraph: Any) -> None:
        look = etree.SubElement(paragraph.find(f"{W}pPr"), f"{W}rPr")
        look.append(self._change("del"))

    def join_next(self, paragraph: Any) -> None:
        """Delete at the end of a paragraph."""
        if self.tracked:
            self._delete_end(paragraph)
            return
        following = paragraph.getnext()
        paragraph.extend([child for child in following if child.tag != f"{W}pPr"])
        following.getparent().remove(following)

    def move_below(self, paragraph: Any, above: Any) -> None:
        if not self.tracked:
            above.addnext(paragraph)
            return
        text = text_of(paragraph)
        moved = etree.Element(f"{W}p")
        moved.append(copy.deepcopy(paragraph.find(f"{W}pPr")))
        etree.SubElement(moved[0], f"{W}rPr").append(self._change("moveTo"))
        moved.append(self._change("moveTo", self._run(text)))
        above.addnext(moved)
        for run in list(paragraph.iter(f"{W}r")):
            parent, place = run.getparent(), run.getparent().index(run)
            parent.remove(run)
            parent.insert(place, self._change("moveFrom", run))
        etree.SubElement(paragraph.find(f"{W}pPr"), f"{W}rPr").append(self._change("moveFrom"))

    def new_row(self, like: Any, *texts: str) -> Any:
        """A row below another one, with these texts."""
        fresh = self._without_marks(copy.deepcopy(like))
        for cell, text in zip(fresh.iterchildren(f"{W}tc"), texts, strict=True):
            lines = self.lines(cell)
            for line in lines[1:]:
                cell.remove(line)
            for child in [child for child in lines[0] if child.tag != f"{W}pPr"]:
                lines[0].remove(child)
            self._put(lines[0], len(lines[0]), f"\u200d{text}" if self.way is Way.LIBRE_OFFICE_TRACKED else text)
        if self.tracked:
            self._about_row(fresh).append(self._change("ins"))
        like.addnext(fresh)
        return fresh

    def copy_row(self, row: Any) -> Any:
        fresh = self._without_marks(copy.deepcopy(row))
        row.addnext(fresh)
        return fresh

    def copy_table(self, row: Any, below: Any) -> Any:
        table = next(row.iterancestors(f"{W}tbl"))
        fresh = self._without_marks(copy.deepcopy(table))
        below.addnext(fresh)
        fresh.addnext(etree.Element(f"{W}p"))
        return fresh

    def _about_row(self, row: Any) -> Any:
        about = row.find(f"{W}trPr")
        if about is None:
            about = etree.Element(f"{W}trPr")
            row.insert(0, about)
        return about

    def _without_marks(self, element: Any) -> Any:
        for mark in [*element.iter(f"{W}bookmarkStart"), *element.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        return element

    def delete_row(self, row: Any) -> None:
        if not self.tracked:
            row.getparent().remove(row)
            return
        for run in list(row.iter(f"{W}r")):
            self._take_away(run)
        self._about_row(row).append(self._change("del"))

    def comment(self, paragraph: Any, text: str) -> None:
        """A comment on a whole paragraph."""
        first = next(iter(paragraph.iterchildren(f"{W}r", f"{W}bookmarkStart")))
        first.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": "0"}))
        paragraph.append(etree.Element(f"{W}commentRangeEnd", {f"{W}id": "0"}))
        reference = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": "0"})
        comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        about = {f"{W}id": "0", f"{W}author": AUTHOR, f"{W}date": MOMENT}
        comment = etree.SubElement(comments, f"{W}comment", about)
        etree.SubElement(comment, f"{W}p").append(self._run(text))
        self.parts["word/comments.xml"] = etree.tostring(comments)

    # Saving.

    def saved(self) -> bytes:
        """The file as the program leaves it."""
        if self.way in (Way.GOOGLE_DOCS, Way.PANDOC):
            self._without_marks(self.root)
            for name in [name for name in self.parts if name.startswith(("customXml/", "docProps/"))]:
                del self.parts[name]
        if self.way is Way.PANDOC:
            for style in [*self.root.iter(f"{W}pStyle"), *self.root.iter(f"{W}rStyle")]:
                if not style.get(f"{W}val").startswith("Heading"):
                    style.getparent().remove(style)
        if self.way is Way.GOOGLE_DOCS:
            for number, run in enumerate(list(self.root.iter(f"{W}r"))):
                if number % 2 and text_of(run):
                    self._wrap(run, number)
        body = etree.tostring(self.root, encoding="UTF-8", xml_declaration=True)
        if self.way in (Way.LIBRE_OFFICE, Way.LIBRE_OFFICE_TRACKED):
            body = _STYLED.sub(rb'w:val="lo_\1"', body)
            styles = self.parts["word/styles.xml"]
            self.parts["word/styles.xml"] = _STYLE_ID.sub(rb'w:styleId="lo_\1"', styles)
        self.parts["word/document.xml"] = body
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            for name, content in self.parts.items():
                target.writestr(name, content)
        return buffer.getvalue()

    def _wrap(self, run: Any, number: int) -> None:
        control = etree.Element(f"{W}sdt")
        about = etree.SubElement(control, f"{W}sdtPr")
        etree.SubElement(about, f"{W}tag", {f"{W}val": f"goog_rdk_{number}"})
        content = etree.SubElement(control, f"{W}sdtContent")
        run.addprevious(control)
        content.append(run)
