"""What there is to decide about drafts that came back: one line for each thing that is different in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from sto_tui.intake.returned_draft.returned import NewRecord
from sto_tui.intake.returned_draft.understanding import same_words


class LineStanding(Enum):
    """What is the matter with a line, as people read it. Only what is sure is taken over by default."""

    EDITED = "gewijzigd"
    OUTSIDE_PLAN = "buiten de planperiode"
    NEW = "nieuw"
    NEW_IN_PART = "nieuw, voor een deel begrepen"
    CONFLICT = "ook in het dossier gewijzigd"
    EMPTIED = "leeg"
    NOT_UNDERSTOOD = "niet begrepen"
    SEVERAL = "verschillende teksten"
    DOUBTFUL = "waarschijnlijk dit veld"
    REPLACED = "misschien van iets anders"
    STRUCK = "doorgehaald met de hand"
    HIDDEN = "verborgen gemaakt"
    REMOVED = "weggehaald"
    REMOVED_WHOLE = "staat niet meer in het concept"
    COMMENT = "opmerking"
    LOOSE = "tekst buiten de velden"
    REFUSED = "kan zo niet"
    ONLY_TOLD = "niet over te nemen"

    @property
    def is_taken_by_default(self) -> bool:
        """Whether it is taken over unless somebody leaves it."""
        return self in (LineStanding.EDITED, LineStanding.NEW)

    @property
    def can_be_taken(self) -> bool:
        """Whether there is anything to take over."""
        return self not in (LineStanding.ONLY_TOLD, LineStanding.REMOVED_WHOLE)

    @property
    def is_of_a_field(self) -> bool:
        """Whether it is about the text of one field, which people can edit before it is taken."""
        others = (LineStanding.REMOVED, LineStanding.REMOVED_WHOLE, LineStanding.COMMENT, LineStanding.LOOSE)
        return not self.is_new and self not in others

    @property
    def is_new(self) -> bool:
        """Whether a row came back that was not sent."""
        return self in (LineStanding.NEW, LineStanding.NEW_IN_PART)


@dataclass(frozen=True)
class Wording:
    """A text that came back, from whom, and why it is not understood; `to_take` is what taking it gives.

    That is the text with what changed in the dossier meanwhile, where the two do not touch each other. `outcome` are
    lines that say what comes of it, where the text itself does not.
    """

    text: str
    to_take: str
    people: tuple[str, ...]
    problem: str = ""
    outcome: tuple[str, ...] = ()


@dataclass(frozen=True)
class DraftLine:
    """One thing to decide. `address` is that of a field, a record, or a list to which something is added.

    `sent` is what the draft said when it went out, `now` what the dossier says. `sent_parts` are the ids of the
    parts of a list that went out, None when nobody knows. `place` is where it stands in the draft. `has_moved_on` says
    that the dossier says by now something else than what was sent, `is_done` that it says what came back. `replaced` is
    the record in whose place something else may stand; its lines stand together.
    """

    number: int
    standing: LineStanding
    address: str
    chapter: str
    label: str
    sent: str
    now: str
    wordings: tuple[Wording, ...]
    place: str = ""
    note: str = ""
    sent_parts: frozenset[int] | None = None
    has_moved_on: bool = False
    is_done: bool = False
    new: NewRecord | None = field(default=None, repr=False)
    replaced: str = ""

    @property
    def people(self) -> tuple[str, ...]:
        """All who have to do with it."""
        return tuple(dict.fromkeys(name for wording in self.wordings for name in wording.people))

    @property
    def told(self) -> str:
        """What is the matter with it, as people read it: a text that lost most of itself still says something."""
        if self.standing is LineStanding.EMPTIED and not all(same_words(each.text, "") for each in self.wordings):
            is_whole = any(len(each.text.strip()) * 2 < len(self.sent.strip()) for each in self.wordings)
            return "meer dan de helft korter" if is_whole else "een alinea is weg of meer dan de helft korter"
        return self.standing.value

    @property
    def where(self) -> str:
        """Where in the draft it stands, as a Dutch sentence; empty when nobody knows."""
        heading, _, label = self.place.rpartition(" · ")
        if heading:
            return f"Staat bij ‘{label}’ onder ‘{heading}’."
        is_phrase = self.place.startswith("in ")
        return f"Staat {self.place if is_phrase else f'onder ‘{self.place}’'}." if self.place else ""

    @property
    def has_to_be_read(self) -> bool:
        """Whether its texts are looked at before one of them is taken: which one is meant is a question."""
        standings = (LineStanding.SEVERAL, LineStanding.NOT_UNDERSTOOD)
        return len(self.wordings) > 1 or self.standing in standings

    @property
    def default(self) -> str | None:
        """The text that is taken unless people say otherwise; None when nothing is."""
        return self.wordings[0].to_take if self.standing.is_taken_by_default else None


@dataclass(frozen=True)
class LaidBeside:
    """Drafts beside the dossier: the lines, how many fields nobody touched, and how many say what the dossier says.

    `done` are the lines of which the dossier says so: they keep their numbers, so that those of the others stay what
    they were when some are taken. `remarks` are Dutch sentences about a draft as a whole.
    """

    names: tuple[str, ...]
    lines: tuple[DraftLine, ...]
    untouched: int
    already: int
    remarks: tuple[str, ...] = ()
    done: tuple[DraftLine, ...] = field(default=(), repr=False)

    def with_lines(self, lines: Iterable[DraftLine]) -> "LaidBeside":
        """These lines instead, numbered in their order; those that are done apart from what there is to decide."""
        numbered = [replace(line, number=number) for number, line in enumerate(lines, 1)]
        done = tuple(line for line in numbered if line.is_done)
        return replace(self, lines=tuple(line for line in numbered if not line.is_done), done=done)

    @property
    def by_chapter(self) -> Iterator[tuple[str, tuple[DraftLine, ...]]]:
        """The lines of each chapter, in the order of the draft."""
        for chapter in dict.fromkeys(line.chapter for line in self.lines):
            yield chapter, tuple(line for line in self.lines if line.chapter == chapter)

    @cached_property
    def defaults(self) -> Mapping[int, str]:
        """What is taken unless people say otherwise, by the number of the line."""
        return {line.number: line.default for line in self.lines if line.default is not None}
