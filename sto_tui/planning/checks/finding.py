"""One mechanism for everything that may be wrong or missing in a dossier, and in the paper that is made of it.

A check is one function in `planning/checks`, marked with `check`, `check_each` or `check_report`, whose docstring gives
its source. What `sto controle` and the places list, the marks in the VERI matrix, how complete a chapter is, the holes
in the draft, its last annex and the steps of Overzicht are all findings of these checks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from enum import Enum, StrEnum
from functools import cache, partial
from itertools import chain
from typing import Any, Final, Literal, NamedTuple, TypeVar

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.milestones import Progress, Veri
from sto_tui.domain.plan import Chapter
from sto_tui.domain.reads import Reads, noted
from sto_tui.domain.record import Ref
from sto_tui.domain.set_aside import SetAside
from sto_tui.domain.tables import natural_key
from sto_tui.frozen import frozen
from sto_tui.places import Place
from sto_tui.planning.checks.set_aside import set_aside_as
from sto_tui.planning.paper_outline import PaperSection, section_of
from sto_tui.planning.plan_status import plan_is_over
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.progress.period_report import Reported

_SOURCE = re.compile(r"^\s*Source: (?P<source>.+?)\.?\s*$", re.MULTILINE)
T = TypeVar("T")


class Level(StrEnum):
    """How serious a finding is; in order. What `ontbreekt` is still to be told, and not wrong."""

    FOUT = "fout"
    ONTBREEKT = "ontbreekt"
    WAARSCHUWING = "waarschuwing"
    TIP = "tip"

    @property
    def plural(self) -> str:
        """`fouten`, `waarschuwingen`, `tips`."""
        return _PLURALS[self]


_PLURALS = {Level.FOUT: "fouten", Level.ONTBREEKT: "punten", Level.WAARSCHUWING: "waarschuwingen", Level.TIP: "tips"}


class Certainty(StrEnum):
    """Whether a check stands firm, or has to be looked up in the regulation."""

    BEVESTIGD = "bevestigd"
    TE_CONTROLEREN = "te_controleren"


class Found(NamedTuple):
    """What a check found: where to mend it, and a Dutch sentence that says what is wrong and what to do.

    `short` is the sentence where there is room for little, `hole` what a paper lacks in the words that stand in its
    place there, and `detail` tells two holes of one field apart.
    """

    ref: Ref
    message: str
    short: str = ""
    hole: str = ""
    detail: str = ""


class Met(Enum):
    """That something was asked and is there, so that a chapter has a measure of how full it is."""

    MET = "met"


MET: Final = Met.MET
Point = Found | Literal[Met.MET]
Points = Iterator[Point]


def missing(ref: Ref, hole: str, detail: str = "") -> Found:
    """Something that is only still to be told: its hole says enough."""
    return Found(ref, f"Nog in te vullen: {hole}.", hole=hole, detail=detail)


@frozen
class Finding:
    """One thing that is wrong or missing: full and short in Dutch, where to mend it, and of which section it is.

    `hole` and `detail` are those of `Found`.
    """

    check: str
    level: Level
    message: str
    short: str
    ref: Ref
    place: Place
    section: PaperSection
    source: str
    certainty: Certainty
    hole: str = ""
    detail: str = ""

    @property
    def in_section(self) -> str:
        """What a section lacks: `4 Doelen: nulwaarde bij doel 4`."""
        return f"{self.section.heading}: {self.hole}"

    @property
    def where(self) -> str:
        """Where it can be mended: `4 Plan`."""
        return self.place.numbered


class Seen(NamedTuple):
    """What checks look at: a dossier on a day, and of a report what it is about."""

    dossier: Dossier
    today: date
    reported: Reported | None = None


@frozen
class Check:
    """A check with what it says of itself; its subject is the module it stands in.

    It is asked about everything in `over`, one by one. What is `in_paper` counts in its section and is a hole there;
    what is `listed` stands in `sto controle` and at its place, if it is `until_end` as long as the plan has not run:
    nobody can do any more what it asks.
    """

    subject: str
    name: str
    source: str
    level: Level
    place: Place
    section: Chapter | PaperSection
    certainty: Certainty
    in_paper: bool
    listed: bool
    until_end: bool
    as_kept: bool
    over: Callable[[Seen], Iterable[Any]]
    asking: Callable[[Seen], Callable[[Any], Points]]

    def points(self, seen: Seen) -> Points:
        """Everything that it asks, met or not."""
        ask = self.asking(seen)
        return (point for item in self.over(seen) for point in ask(item))

    def finding(self, point: Found, section: PaperSection) -> Finding:
        """What it found, with what it says of itself."""
        return Finding(
            self.name,
            self.level,
            point.message,
            point.short or point.message,
            point.ref,
            self.place,
            section,
            self.source,
            self.certainty,
            point.hole,
            point.detail,
        )


CHECKS: dict[str, Check] = {}
_OfDossier = Callable[[Dossier, date], Points]
_OfEach = Callable[[Dossier, T], Points]
_OfReport = Callable[[Reported], Points]


def check(
    level: Level,
    place: Place,
    section: Chapter | PaperSection,
    certainty: Certainty = Certainty.BEVESTIGD,
    *,
    in_paper: bool = False,
    until_end: bool = False,
    as_kept: bool = False,
) -> Callable[[_OfDossier], _OfDossier]:
    """Registers a check of a dossier on a day; its docstring must hold a line `Source: …`, which people see."""

    def register(look: _OfDossier) -> _OfDossier:
        def asking(seen: Seen) -> Callable[[None], Points]:
            return lambda _: look(seen.dossier, seen.today)

        listed = level is not Level.ONTBREEKT
        _register(
            Check(
                *_said_by(look), level, place, section, certainty, in_paper, listed, until_end, as_kept, _once, asking
            )
        )
        return look

    return register


def check_each(
    over: Callable[[Dossier], Iterable[T]],
    level: Level,
    place: Place,
    section: Chapter | PaperSection,
    certainty: Certainty = Certainty.BEVESTIGD,
    *,
    in_paper: bool = False,
    listed: bool | None = None,
    until_end: bool = False,
    as_kept: bool = False,
) -> Callable[[_OfEach[T]], _OfEach[T]]:
    """Registers a check of each of the things that `over` gives.

    Those of one section that go over the same things, one after another, are asked thing by thing in a paper. A check
    is listed when it is not of level `ontbreekt`, unless told otherwise.
    """
    everything = _seen_over(over)

    def register(look: _OfEach[T]) -> _OfEach[T]:
        def asking(seen: Seen) -> Callable[[T], Points]:
            return partial(look, seen.dossier)

        shown = level is not Level.ONTBREEKT if listed is None else listed
        _register(
            Check(
                *_said_by(look),
                level,
                place,
                section,
                certainty,
                in_paper,
                shown,
                until_end,
                as_kept,
                everything,
                asking,
            )
        )
        return look

    return register


def check_report(place: Place, section: PaperSection) -> Callable[[_OfReport], _OfReport]:
    """Registers a check of what a report on a period still has to be told."""

    def register(look: _OfReport) -> _OfReport:
        def asking(seen: Seen) -> Callable[[None], Points]:
            return lambda _: look(seen.reported) if seen.reported else iter(())

        _register(
            Check(
                *_said_by(look),
                Level.ONTBREEKT,
                place,
                section,
                Certainty.BEVESTIGD,
                in_paper=True,
                listed=False,
                until_end=False,
                as_kept=False,
                over=_once,
                asking=asking,
            )
        )
        return look

    return register


def _once(seen: Seen) -> Iterable[None]:
    return (None,)


@cache
def _seen_over(over: Callable[[Dossier], Iterable[T]]) -> Callable[[Seen], Iterable[T]]:
    """The same function for the same things, so that checks over them can be asked together."""
    return lambda seen: over(seen.dossier)


def _said_by(look: Callable[..., Points]) -> tuple[str, str, str]:
    """The subject, the name and the source of a check."""
    source = _SOURCE.search(look.__doc__ or "")
    if source is None:
        raise RuntimeError(f"check {look.__name__}: no source in its docstring")
    return look.__module__.rpartition(".")[2], look.__name__, source["source"]


def _register(new_check: Check) -> None:
    if new_check.name in CHECKS:
        raise RuntimeError(f"check {new_check.name}: its name is taken")
    CHECKS[new_check.name] = new_check


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check there is, in the order in which a paper asks: that of the subjects, and in each as they stand there.

    Raises RuntimeError when a chapter asks for nothing.
    """
    from sto_tui.planning import checks

    checks.load()
    ordered = tuple(sorted(CHECKS.values(), key=lambda registered: checks.SUBJECTS.index(registered.subject)))
    sections = {registered.section for registered in ordered if registered.in_paper}
    if silent := [chapter.label for chapter in Chapter if chapter not in sections]:
        raise RuntimeError(f"what do these chapters need? {silent}")
    return ordered


class Judged(NamedTuple):
    """The findings of a dossier: those that are open, and those that were set aside, each with where that was done."""

    open: tuple[Finding, ...]
    aside: tuple[tuple[Finding, SetAside], ...]


def findings(dossier: Dossier, today: date) -> tuple[Finding, ...]:
    """Everything that is open in what `sto controle` and the places list: errors first, then by place and number."""
    return judged(dossier, today).open


def judged(dossier: Dossier, today: date) -> Judged:
    """All of it, also what was set aside, in the same order."""
    return Judging().judged(dossier, today)


class _Known(NamedTuple):
    """What a check found, by number, in what it was seen, and the tables there from which it follows."""

    found: Sequence[Finding]
    seen: Seen
    reads: Reads


class _Changed:
    """Which tables are others now than what checks saw before; those that were asked together saw the same."""

    def __init__(self, now: Seen) -> None:
        self._now = now
        self._before: Seen | None = None
        self._tables: Set[str] | None = None

    def leaves(self, known: _Known) -> bool:
        """Whether a check would find the same now: nothing changed of what it read."""
        if known.seen is not self._before:
            self._before, self._tables = known.seen, _changed_tables(known.seen, self._now)
        return self._tables is not None and known.reads.isdisjoint(self._tables)


def _changed_tables(before: Seen, now: Seen) -> Set[str] | None:
    """Those that are not the same any more; None when something else is not, and everything has to be asked."""
    old, new = before.dossier, now.dossier
    if before.today != now.today or _beside_tables(old) != _beside_tables(new):
        return None
    pairs = ((old.tables, new.tables), (old.whole.tables, new.whole.tables))
    return {name for was, is_now in pairs for name in was if was[name] is not is_now[name]}


class Judging:
    """Judges one version of a dossier after another: a check is asked again when a table changed that it reads."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._seen: tuple[Seen, Seen] | None = None

    def judged(self, dossier: Dossier, today: date) -> Judged:
        """All findings: errors first, then by place and number."""
        for _ in self.steps(dossier, today):
            pass
        return _set_apart(
            dossier, chain.from_iterable(self._known[each.name].found for each in _in_order_of_findings())
        )

    def steps(self, dossier: Dossier, today: date) -> Iterator[None]:
        """Asks what has to be asked, one check after another; who stops in between has to ask only the rest."""
        kept, of_today = self._both_of(dossier, today)
        changed_since, changed_of_today = _Changed(kept), _Changed(of_today)
        for asked in _in_order_of_findings():
            seen, changed = (kept, changed_since) if asked.as_kept else (of_today, changed_of_today)
            known = self._known.get(asked.name)
            if known and changed.leaves(known):
                # Not to keep an earlier version, with all that is remembered with it.
                self._known[asked.name] = known._replace(seen=seen)
                continue
            found, reads = noted(partial(_found, asked, seen))
            self._known[asked.name] = _Known(found, seen, reads)
            yield

    def _both_of(self, dossier: Dossier, today: date) -> tuple[Seen, Seen]:
        """What is kept and how it is today; the same of one version, of which checks are asked a few at a time."""
        if self._seen is None or self._seen[0].dossier is not dossier or self._seen[0].today != today:
            self._seen = Seen(dossier, today), Seen(self._as_of_today(dossier, today), today)
        return self._seen

    def _as_of_today(self, dossier: Dossier, today: date) -> Dossier:
        """With the tables of the version before where nothing changed of which they follow: then none is another."""
        shown = as_of_today(dossier, today)
        if shown is dossier or self._seen is None or self._seen[0].today != today:
            return shown
        before, was = (seen.dossier for seen in self._seen)
        names = ("milestones", "progress")
        if was is before or any(before.tables[name] is not dossier.tables[name] for name in names):
            return shown
        return dossier.with_tables({name: was.tables[name] for name in names})


def _beside_tables(dossier: Dossier) -> tuple[object, ...]:
    return dossier.key, dossier.aside, dossier.unsettled, dossier.lens, dossier.all_periods is None


@cache
def _in_order_of_findings() -> Sequence[Check]:
    """The checks that are listed: those of errors first, then by place and name."""
    order = {level: number for number, level in enumerate(Level)}
    listed = [registered for registered in all_checks() if registered.listed]
    return sorted(listed, key=lambda asked: (order[asked.level], asked.place.number, asked.name))


def _found(asked: Check, seen: Seen) -> Sequence[Finding]:
    if asked.until_end and plan_is_over(seen.dossier, seen.today):
        return ()
    section = section_of(seen.dossier, asked.section)
    found = [asked.finding(point, section) for point in asked.points(seen) if point is not MET]
    return sorted(found, key=lambda finding: _number(seen.dossier, finding.ref))


def _set_apart(dossier: Dossier, every: Iterable[Finding]) -> Judged:
    """Those that are open apart from those that were set aside."""
    if not dossier.whole.of(SetAside):
        return Judged(tuple(every), ())
    still_open: list[Finding] = []
    aside: list[tuple[Finding, SetAside]] = []
    for finding in every:
        said = set_aside_as(dossier, finding.check, finding.ref, finding.message)
        if said:
            aside.append((finding, said))
        else:
            still_open.append(finding)
    return Judged(tuple(still_open), tuple(aside))


def open_errors(dossier: Dossier, today: date) -> list[Finding]:
    """What is wrong in a plan, to be named before it is handed in."""
    return [finding for finding in findings(dossier, today) if finding.level is Level.FOUT]


def counted(total: int, levels: Mapping[Level, int], aside: int = 0) -> str:
    """`7 meldingen, waarvan 2 fouten en 5 tips, en 1 opzij`: how many are open, of which levels, and set aside."""
    per_level = [count(many, level.value, level.plural) for level, many in levels.items() if many]
    findings = count(total, "melding", "meldingen") if total else "geen meldingen"
    of_levels = f", waarvan {enumerate_words(per_level)}" if per_level else ""
    return f"{findings}{of_levels}{f', en {aside} opzij' if aside else ''}"


def about_milestone(dossier: Dossier, ref: Ref) -> int | None:
    """The id of the milestone that something is about: itself, one of its roles, or a line of its log."""
    if ref.table == "milestones":
        return ref.id
    if ref.table == "progress" and (entry := dossier.of(Progress).get(ref.id)):
        return entry.milestone
    if ref.table == "veri" and (role := dossier.of(Veri).get(ref.id)) and role.row.table == "milestones":
        return role.row.id
    return None


def _number(dossier: Dossier, ref: Ref) -> tuple[tuple[tuple[int, int, str], ...], int]:
    return natural_key(str(getattr(dossier.get(ref), "number", ""))), ref.id
