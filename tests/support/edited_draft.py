"""A draft as colleagues give it back: other words in its paragraphs and cells, rows that came or went, comments."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn


class EditedDraft:
    """A Word file that is opened, changed and saved under another name."""

    def __init__(self, path: Path) -> None:
        self._document = docx.Document(str(path))
        self._body: Any = self._document.element.body

    def replace(self, old: str, new: str) -> None:
        """Other words in the first paragraph that has the old ones; its text becomes one run, as when it is retyped."""
        paragraph = self._paragraph(old)
        texts = list(paragraph.iter(qn("w:t")))
        whole = "".join(text.text or "" for text in texts)
        kept = next(text for text in texts if (text.text or "").strip())
        start = 0
        if paragraph.find(qn("w:bookmarkStart")) is not None:
            # The label before it keeps its own run.
            start = next(place for place, text in enumerate(texts) if old[:5] in (text.text or ""))
            kept, whole = texts[start], "".join(text.text or "" for text in texts[start:])
        kept.text = whole.replace(old, new)
        kept.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for text in texts[start:]:
            if text is not kept:
                text.text = ""

    def add_row(self, below: str, *texts: str) -> None:
        """A row under the one that has some words, with other texts in its cells."""
        row = next(self._paragraph(below).iterancestors(qn("w:tr")))
        copy = deepcopy(row)
        for mark in [*copy.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)
        for cell, text in zip(copy.iterchildren(qn("w:tc")), texts, strict=True):
            first, *others = cell.iter(qn("w:t"))
            first.text = text
            for other in others:
                other.text = ""
        row.addnext(copy)

    def remove_row(self, words: str) -> None:
        """Takes away the row that has some words."""
        row = next(self._paragraph(words).iterancestors(qn("w:tr")))
        row.getparent().remove(row)

    def comment(self, words: str, text: str, author: str) -> None:
        """A comment in the margin of a paragraph of the body."""
        paragraph = next(each for each in self._document.paragraphs if words in each.text)
        self._document.add_comment(paragraph.runs, text=text, author=author)

    def save(self, path: Path) -> Path:
        """Writes it."""
        self._document.save(str(path))
        return path

    def _paragraph(self, words: str) -> Any:
        return next(
            each
            for each in self._body.iter(qn("w:p"))
            if words in "".join(text.text or "" for text in each.iter(qn("w:t")))
        )
