"""What stands in a draft that came back: each field as it was sent and as it is now, and whatever is no field.

Nothing here knows what the dossier says now; who compares the three reads this.
"""

from datetime import datetime
from enum import Enum

from sto_tui.domain.printed import FieldShape
from sto_tui.frozen import frozen


class Sureness(Enum):
    """How well it is known that a text is that of a field."""

    SURE = "the mark and the words of its label agree"
    ONE_WITNESS = "the mark is there, or only its label can be the one"
    LIKELY = "the only field and the only text that are left in a table, or texts that are nearly equal"
    ASK = "the mark and the label say different things, or it stands there more than once with different texts"
    GONE = "it is nowhere in the draft any more"


class LooseKind(Enum):
    """What is the matter with a text that belongs to no field."""

    ADDED = "it was not in the draft that was sent"
    CHANGED = "a text of sto-tui itself was changed, such as a heading or a sum"
    REMOVED = "a text of sto-tui itself is gone"
    COPY = "a second printing of a field was changed; the field itself stands elsewhere"
    REPEATED = "a row of the draft stands in it once more"
    MOVED = "rows or headings stand in another place"


@frozen
class ManifestHead:
    """What a draft says of itself: of which dossier, which period and paper, which export, when, by which program.

    `moment` is in ISO 8601. `mark` is the short one that people can see (`7F3A-12`); all are empty when nobody knows.
    """

    dossier: str = ""
    period: str = ""
    part: str = ""
    export: str = ""
    mark: str = ""
    moment: str = ""
    program: str = ""


class EditWay(Enum):
    """How a piece came or went, as people read it."""

    TRACKED = "bijgehouden"
    STRUCK = "doorgehaald met de hand"
    HIDDEN = "verborgen gemaakt"


@frozen
class TrackedEdit:
    """A piece that was inserted or deleted with tracking on, by whom and when, and not accepted yet.

    Who strikes a text through or hides it by hand proposes to take it away as well. `edited` of its field is as if all
    were accepted.
    """

    text: str
    is_deleted: bool
    author: str
    moment: datetime | None = None
    way: EditWay = EditWay.TRACKED


@frozen
class ReturnedItem:
    """A paragraph of a list: the address of the part that it is, empty for one that is new."""

    address: str
    sent: str
    edited: str


@frozen
class ReturnedField:
    """A field of the draft that was sent. `sent` and `edited` are in the form of the dossier, bullets with `- `.

    `place` says in Dutch where it stands. Only whitespace, kinds of quotes and what stands for nothing may differ
    between them while `is_changed` says no. Of a list `items` are its paragraphs in the order of Word, and `gone` the
    addresses of parts that are not among them. `readings` are the texts when it stands in the draft more than once,
    without those that equal `edited`. `revision` is that of its record when it was sent, -1 when nobody knows.
    `replaced` is the address of the record that it is of, when something else may stand in the place of that.
    """

    address: str
    shape: FieldShape
    sent: str
    edited: str
    sureness: Sureness
    place: str = ""
    is_changed: bool = False
    tracked: tuple[TrackedEdit, ...] = ()
    items: tuple[ReturnedItem, ...] = ()
    gone: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    revision: int = -1
    replaced: str = ""

    @property
    def authors(self) -> tuple[str, ...]:
        """Who edited it with tracking on, in the order of the text."""
        return tuple(dict.fromkeys(edit.author for edit in self.tracked if edit.author))


NUMBER_HEAD = "Nr"
"""The head above the numbers of rows, whatever else it says there."""


@frozen
class NewRecord:
    """A row that was added to a table of records: `within` is `risks`, or `bodies/1/members` for parts.

    `values` are texts with the names of their fields; `unplaced` stand under heads or beside labels of no field.
    `blank` are the names, or the heads where a column is of no field, under which nothing was written. `after` is the
    record of its kind above it in the draft and `before` that below it, each empty when there is none. `chapter` is
    the heading of its chapter.
    """

    within: str
    values: tuple[tuple[str, str], ...]
    unplaced: tuple[tuple[str, str], ...] = ()
    place: str = ""
    after: str = ""
    authors: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    before: str = ""
    tracked: tuple[TrackedEdit, ...] = ()
    chapter: str = ""


@frozen
class MissingRecord:
    """A record or part of which no row is left; `texts` are the names of its fields and what they said when sent."""

    address: str
    texts: tuple[tuple[str, str], ...]
    place: str = ""
    authors: tuple[str, ...] = ()
    tracked: tuple[TrackedEdit, ...] = ()


@frozen
class LooseText:
    """A text outside the fields with its place in Dutch; `sent` is what stood there.

    `chapter` is the heading of its chapter. `near` is the address of the field it stands behind, or of which it is a
    copy.
    """

    kind: LooseKind
    text: str
    sent: str = ""
    place: str = ""
    near: str = ""
    authors: tuple[str, ...] = ()
    chapter: str = ""
    tracked: tuple[TrackedEdit, ...] = ()


@frozen
class ReturnedComment:
    """A comment with the text it was set on, and the field where that stands, when it does."""

    text: str
    author: str
    about: str
    address: str = ""
    place: str = ""
    moment: datetime | None = None
    is_done: bool = False
    chapter: str = ""


@frozen
class RemovedBlock:
    """A table or chapter of which nothing is left: what people call it, the addresses of its fields, and other texts.

    The fields and texts are also told one by one.
    """

    name: str
    fields: tuple[str, ...]
    texts: tuple[LooseText, ...]
    authors: tuple[str, ...] = ()


@frozen
class DraftChapter:
    """A chapter of a draft as it was sent: its heading without a number, and the addresses of the fields in it."""

    heading: str
    addresses: tuple[str, ...]


@frozen
class ReturnedDraft:
    """All that stands in a draft: every character is in a field, a record or a loose text, or it was sent so.

    `fields` are all that were sent, also those that nobody changed. `remarks` are Dutch sentences about the whole.
    `is_doubtful` says that it may have been another draft than the one with which it is compared.
    """

    name: str
    head: ManifestHead
    fields: tuple[ReturnedField, ...]
    new_records: tuple[NewRecord, ...] = ()
    missing_records: tuple[MissingRecord, ...] = ()
    loose: tuple[LooseText, ...] = ()
    comments: tuple[ReturnedComment, ...] = ()
    remarks: tuple[str, ...] = ()
    removed: tuple[RemovedBlock, ...] = ()
    is_doubtful: bool = False
    chapters: tuple[DraftChapter, ...] = ()
