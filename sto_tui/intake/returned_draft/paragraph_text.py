"""The text of one paragraph of a Word file, and the marks, comments and tracked changes in it."""

import contextlib
import re
from datetime import datetime

from lxml import etree

from sto_tui.domain.printed import PREFIX
from sto_tui.frozen import frozen
from sto_tui.intake.returned_draft.returned import EditWay, TrackedEdit
from sto_tui.intake.word_file.package import W, child_of
from sto_tui.intake.word_file.style_names import StyleNames

# LibreOffice and Word make the name of a second bookmark another.
_COPY = re.compile(r"_Copy_\d+$")
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
RUN, RUN_STYLE, _LOOK = f"{W}r", f"{W}rStyle", f"{W}rPr"
_COMMENT = f"{W}commentReference"
_TEXTS = (f"{W}t", f"{W}delText")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset(
    (*(f"{W}{name}" for name in ("pPr", "rPr", "instrText", "delInstrText", "txbxContent", "sdtPr")), _FALLBACK)
)
_DELETED, _INSERTED = (f"{W}del", f"{W}moveFrom"), (f"{W}ins", f"{W}moveTo")
# LibreOffice puts it in the cells of a row that was added with tracking on; it is no text.
_JOINER = "\u200d"
_DERIVED = "sto afgeleid"
# What Word and LibreOffice write for somebody who gave no name, or whose name was taken out of the file.
_NOBODY = ("unknown author", "onbekende auteur", "unknown", "onbekend", "author", "auteur")


@frozen
class Mark:
    """The bookmark of a field or record, and the words that it stands around; None when it stands between paragraphs.

    `is_renamed` says that a program gave it another name, because it stands in the document already.
    """

    name: str
    label: str | None
    is_renamed: bool = False

    @classmethod
    def named(cls, name: str, label: str | None) -> "Mark":
        """From a name as it stands in the file."""
        bare = _COPY.sub("", name)
        return cls(bare, label, bare != name)


@frozen
class _Change:
    """The tracked change in which a run stands."""

    is_deleted: bool
    author: str
    moment: datetime | None
    way: EditWay = EditWay.TRACKED


def author_of(change: etree._Element) -> str:
    """Who made a change or a comment; empty where a program only says that it does not know."""
    name = (change.get(f"{W}author") or "").strip()
    return "" if name.casefold() in _NOBODY else name


def moment_of(text: str | None) -> datetime | None:
    """A moment as Word writes it, without a zone as it stood on the clock there; None for what is none."""
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(text or "")
    return None


def bare_text(text: str) -> str:
    """The text of a piece of a run as people read it."""
    return text.replace(_JOINER, "")


CHANGED_BY_HAND = ("strike", "dstrike", "vanish")
"""What the properties of a run say when somebody took its text away without tracking."""


def way_by_hand(run: etree._Element) -> EditWay | None:
    """How somebody took the text of a run away without tracking; None when it stands there."""
    return way_of_look(child_of(run, _LOOK))


def way_of_look(look: etree._Element | None) -> EditWay | None:
    """The same of the properties of a run."""
    if _is_on(look, "strike") or _is_on(look, "dstrike"):
        return EditWay.STRUCK
    return EditWay.HIDDEN if _is_on(look, "vanish") else None


def _is_on(look: etree._Element | None, name: str) -> bool:
    switch = child_of(look, f"{W}{name}")
    return switch is not None and switch.get(f"{W}val") not in ("0", "false", "off")


class ParagraphReading:
    """Reads the pieces of a paragraph one after another. `about` and `open_comments` go on over paragraphs."""

    def __init__(self, styles: StyleNames, about: dict[str, list[str]], open_comments: set[str]) -> None:
        self._styles, self._about, self._open = styles, about, open_comments
        self._pieces: list[str] = []
        # With the piece at which each begins, so that only what stands within a mark is joined for it.
        self._begun: dict[str, tuple[str, int]] = {}
        self.marks: list[Mark] = []
        self.comments: list[str] = [*open_comments]
        self.tracked: list[TrackedEdit] = []
        self.copies: list[str] = []

    @property
    def text(self) -> str:
        """What can be read, tracked changes taken as accepted."""
        return "".join(self._pieces)

    def read(self, paragraph: etree._Element) -> None:
        """Reads a paragraph, or a piece of one whose end was deleted."""
        for element in paragraph:
            self._read(element, None)
        for name, start in self._begun.values():
            # It ends in a later paragraph.
            self.marks.append(Mark.named(name, "".join(self._pieces[start:])))
        self._begun.clear()

    def _read(self, element: etree._Element, change: _Change | None) -> None:
        tag = str(element.tag)
        if tag in _TEXTS or tag in _BREAKS:
            self._add(bare_text(_BREAKS.get(tag, element.text or "")), change)
            return
        if tag == RUN:
            self._run(element, change)
            return
        if tag in _GONE:
            return
        if tag in _DELETED or tag in _INSERTED:
            change = _Change(
                tag in _DELETED or (change is not None and change.is_deleted),
                author_of(element),
                moment_of(element.get(f"{W}date")),
            )
        elif not self._note(element):
            return
        for child in element:
            self._read(child, change)

    def _run(self, run: etree._Element, change: _Change | None) -> None:
        start = len(self._pieces)
        look = child_of(run, _LOOK)
        way = None if look is None or (change and change.is_deleted) else way_of_look(look)
        if way:
            by = child_of(look, f"{W}rPrChange")
            who, when = ("", None) if by is None else (author_of(by), moment_of(by.get(f"{W}date")))
            change = _Change(True, who, when, way)
        for child in run:
            if child.tag == _COMMENT:
                self._comment(child.get(f"{W}id") or "")
            else:
                self._read(child, change)
        style = child_of(look, RUN_STYLE)
        if style is not None and self._styles.name(style.get(f"{W}val") or "") == _DERIVED:
            self.copies.append("".join(self._pieces[start:]))

    def _note(self, element: etree._Element) -> bool:
        """Notes what begins or ends here; whether there is text inside it."""
        key = element.get(f"{W}id") or ""
        if element.tag == f"{W}bookmarkStart":
            if (name := element.get(f"{W}name") or "").startswith(PREFIX):
                self._begun[key] = name, len(self._pieces)
        elif element.tag == f"{W}bookmarkEnd":
            if key in self._begun:
                name, start = self._begun.pop(key)
                self.marks.append(Mark.named(name, "".join(self._pieces[start:])))
        elif element.tag == f"{W}commentRangeStart":
            self._open.add(key)
            self._comment(key)
        elif element.tag == f"{W}commentRangeEnd":
            self._open.discard(key)
        else:
            return True
        return False

    def _comment(self, key: str) -> None:
        if key not in self.comments:
            self.comments.append(key)

    def _add(self, text: str, change: _Change | None) -> None:
        if change is not None and text:
            self.tracked.append(TrackedEdit(text, change.is_deleted, change.author, change.moment, change.way))
        if change is None or not change.is_deleted:
            self._pieces.append(text)
            for key in self._open:
                self._about.setdefault(key, []).append(text)
