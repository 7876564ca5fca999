"""What a plan says, as it was read: with the place of everything, and what was not understood.

`doubt` says why something may be read wrongly; it is empty for what is sure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass

from sto_tui.domain.parties import PartyKind
from sto_tui.domain.plan import Chapter, Size


@dataclass
class WrittenPhase:
    """The acts in one period."""

    label: str
    acts: list[str] = field(default_factory=list)


@dataclass
class WrittenDoubt:
    """What may be more of a theme or speerpunt, and why that is not sure."""

    place: str
    reason: str
    result: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    phases: list[WrittenPhase] = field(default_factory=list)


@dataclass
class WrittenGoal:
    """A goal, with its number in the plan."""

    place: str
    number: int
    text: str
    indicator: str = ""
    baseline: str = ""
    target: str = ""
    doubt: str = ""
    baseline_year: int | None = None
    target_year: int | None = None


@dataclass
class WrittenTheme:
    """A theme; `above` is the part of the plan under which it falls."""

    place: str
    number: int
    title: str
    above: str = ""
    result: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    goals: list[int] = field(default_factory=list)
    doubt: str = ""
    doubts: list[WrittenDoubt] = field(default_factory=list)
    lead: str = ""


@dataclass
class WrittenSpeerpunt:
    """A speerpunt of the theme with the number `theme`; partners are the lines of the plan, not yet parties."""

    place: str
    theme: int
    number: str
    title: str
    result: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    phases: list[WrittenPhase] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    goals: list[int] = field(default_factory=list)
    doubt: str = ""
    doubts: list[WrittenDoubt] = field(default_factory=list)

    @property
    def has_partners(self) -> bool:
        """Whether any are read, also in doubt."""
        return bool(self.partners or any(doubt.partners for doubt in self.doubts))

    @property
    def has_acts(self) -> bool:
        """Whether any are read, also in doubt."""
        return bool(self.phases or any(doubt.phases for doubt in self.doubts))


@dataclass(frozen=True)
class WrittenMember:
    """A seat in a body: what the plan calls the party, the person and the role."""

    party: str = ""
    person: str = ""
    role: str = ""


@dataclass
class WrittenBody:
    """A body of the organisation."""

    place: str
    name: str
    task: list[str] = field(default_factory=list)
    members: list[WrittenMember] = field(default_factory=list)
    size: int | None = None
    meets: int | None = None
    chair: str = ""
    authority: str = ""
    under: str = ""
    """The body that it stands under, as the plan calls that."""
    doubt: str = ""


@dataclass
class WrittenRisk:
    """A risk; a probability or impact that the plan does not give is None."""

    place: str
    text: str
    probability: Size | None = None
    impact: Size | None = None
    measure: str = ""
    note: list[str] = field(default_factory=list)
    owner: str = ""
    doubt: str = ""


@dataclass
class WrittenText:
    """A written part of a chapter; of the regiovisie it is a section."""

    place: str
    chapter: Chapter
    heading: str
    paragraphs: list[str] = field(default_factory=list)


@dataclass
class WrittenParty:
    """A party that the plan names in a list of its own."""

    place: str
    name: str
    doubt: str = ""
    kind: PartyKind | None = None
    contact: str = ""


@dataclass(frozen=True)
class NotUnderstood:
    """What was not taken for anything: where it stands, how it begins, and why."""

    place: str
    text: str
    reason: str = ""


@dataclass(frozen=True)
class WrittenLine:
    """A line of the document itself, with its place."""

    place: str
    text: str
    is_heading: bool = False


_NOT_SAID = frozenset({"place", "doubt", "reason"})


def said_in(written: object) -> Iterator[str]:
    """All that the plan says in something that was read, without where it stands and what is doubted about it."""
    if isinstance(written, str):
        yield from (written,) * bool(written)
    elif isinstance(written, WrittenPhase):
        yield from (f"{written.label}: {act}" for act in written.acts)
    elif isinstance(written, list):
        for each in written:
            yield from said_in(each)
    elif is_dataclass(written):
        for one in fields(written):
            if one.name not in _NOT_SAID:
                yield from said_in(getattr(written, one.name))


@dataclass
class WrittenPlan:
    """All that was read of a plan."""

    goals: list[WrittenGoal] = field(default_factory=list)
    themes: list[WrittenTheme] = field(default_factory=list)
    speerpunten: list[WrittenSpeerpunt] = field(default_factory=list)
    bodies: list[WrittenBody] = field(default_factory=list)
    risks: list[WrittenRisk] = field(default_factory=list)
    texts: list[WrittenText] = field(default_factory=list)
    parties: list[WrittenParty] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    lines: list[WrittenLine] = field(default_factory=list)
    """The document line by line, to see whether something of it went nowhere."""
    told_cells: set[str] = field(default_factory=set)
    """What stands in columns that are told not to be taken over, so that it is not told once more by cell."""

    @property
    def says_something(self) -> bool:
        """Whether a part of a plan was read: a chapter may be a file of its own, running text alone is none."""
        is_vision = any(text.chapter is Chapter.REGIOVISIE for text in self.texts)
        return is_vision or any((self.themes, self.speerpunten, self.goals, self.risks, self.bodies, self.parties))

    def has_more_than(self, without: "WrittenPlan") -> bool:
        """Whether it has a speerpunt that says something, with all that is read without it."""
        is_worked_out = any(point.has_partners or point.has_acts for point in self.speerpunten)
        pairs = (self.goals, without.goals), (self.risks, without.risks), (self.bodies, without.bodies)
        chapters = ({text.chapter for text in one.texts} - {Chapter.THEMAS} for one in (without, self))
        return is_worked_out and all(len(ours) >= len(theirs) for ours, theirs in pairs) and set.issubset(*chapters)

    def place_naming(self, name: str) -> str:
        """Where a partner, or who leads a theme, is first named; empty when no line does."""
        named = [(point.place, line) for point in self.speerpunten for line in point.partners]
        named += [(theme.place, theme.lead) for theme in self.themes]
        return next((place for place, line in named if name in line), "")
