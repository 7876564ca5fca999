"""The comments of a Word file: who said what, and whether it was marked as done."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from lxml import etree

from sto_tui.frozen import frozen
from sto_tui.intake.returned_draft.paragraph_text import author_of, moment_of
from sto_tui.intake.word_file.package import W

COMMENTS, ANSWERS = "word/comments.xml", "word/commentsextended.xml"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@frozen
class WrittenComment:
    """A comment by its number in the file."""

    number: str
    author: str
    moment: datetime | None
    text: str
    is_done: bool


def comments_in(parts: Mapping[str, etree._Element]) -> Iterator[WrittenComment]:
    """The comments, in the order of the file."""
    answers = parts.get(ANSWERS)
    done = {
        element.get(f"{_W15}paraId")
        for element in (() if answers is None else answers)
        if element.get(f"{_W15}done") == "1"
    }
    for comment in parts.get(COMMENTS, ()):
        if comment.tag != f"{W}comment":
            continue
        paragraphs = list(comment.iter(f"{W}p"))
        lines = ("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in paragraphs)
        yield WrittenComment(
            comment.get(f"{W}id") or "",
            author_of(comment),
            moment_of(comment.get(f"{W}date")),
            "\n".join(line for line in lines if line.strip()),
            bool(paragraphs) and paragraphs[-1].get(f"{_W14}paraId") in done,
        )
