"""The rows of the first list of Overzicht: the steps, what to do now, what comes, what changed, what is wrong.

How many lines each has follows from the room there is: a small window shows the nearest deadline and says how many
more there are, a tall one has air between the groups.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from sto_tui.content.library import steps
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count, short_date
from sto_tui.frozen import frozen
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding, Level
from sto_tui.planning.checks.steps import LONGEST_PHRASE, StepState, step_errors, step_states
from sto_tui.planning.deadlines import Upcoming, next_deadlines
from sto_tui.planning.now_to_do import ToDo, now_to_do
from sto_tui.screens.frame.section import BLANK, group, note
from sto_tui.screens.host.changing import PastChange
from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import Row
from sto_tui.widgets.shell import ALL_NAMES_FROM
from sto_tui.widgets.signs import measure

LABEL = 12
AIRY_FROM = 24
NEXT_ACT_FROM = 110
_MOST_DEADLINES = 6
MOST_CHANGES = 5
_LABELS = {"deadlines": "Termijnen", "changes": "Gewijzigd", "findings": "Meldingen"}


@frozen
class StepKey:
    """The row of a step."""

    number: int
    state: StepState


@frozen
class FindingsKey:
    """The row of the findings of a place; None for those of all places."""

    place: Place | None


@frozen
class ChangesKey:
    """The row of what somebody changed, of several changes the latest, and the whole of it in a sentence."""

    latest: PastChange
    sentence: str


@frozen
class SinceLastTime:
    """What changed since this person was last here, when that was, and what changed last of all."""

    since: datetime | None
    changes: Sequence[PastChange]
    latest: Sequence[PastChange]


@frozen
class Room:
    """How much room the list has."""

    width: int
    height: int

    @property
    def is_airy(self) -> bool:
        """Whether there is room between the groups."""
        return self.height >= AIRY_FROM


def home_rows(dossier: Dossier, today: date, findings: Sequence[Finding], news: SinceLastTime, room: Room) -> list[Row]:
    """All of it; what does not fit in the room comes into sight with the arrows."""
    between = [BLANK] * room.is_airy
    rows = [*[Row(("Acht stappen naar het plan",), kind="group")] * room.is_airy, *step_rows(dossier, findings, room)]
    things = now_to_do(dossier, today)
    rows += [*between, *to_do_rows(things)]
    changes = change_rows(news, today, MOST_CHANGES if room.is_airy else 1)
    wrong = finding_rows(findings)
    left = room.height - len(rows) - len(changes) - 3 * len(between)
    if not room.is_airy or left - len(wrong) < 2:
        wrong = finding_rows(findings, together=True)
    most = max(1, min(_MOST_DEADLINES, left - len(wrong)))
    told = {thing.ref for thing in things}
    deadlines = [item for item in next_deadlines(dossier, today) if ref_of(item.deadline) not in told]
    rows += [*between, *deadline_lines(deadlines, most, room)]
    return [*rows, *between, *changes, *[*between, *wrong] * bool(wrong)]


def step_rows(dossier: Dossier, findings: Sequence[Finding], room: Room) -> list[Row]:
    """The eight steps, with the errors found in what they count; a measure and the next act where there is room.

    Source: Tips en tools, sections 1 to 8.
    """
    counted = zip(steps(), step_states(dossier), step_errors(dossier, findings), strict=True)
    return [
        Row(
            (_step_runs(number, step.title, state, room), _step_state(state, errors, room)),
            key=StepKey(number, state),
            wide=True,
        )
        for number, (step, state, errors) in enumerate(counted, 1)
    ]


def _step_runs(number: int, title: str, state: StepState, room: Room) -> list[Run]:
    runs: list[Run] = [(f"{number} ", "bold"), (f"{title:<26}", "text")]
    if room.width >= ALL_NAMES_FROM and len(state.phrase) <= LONGEST_PHRASE:
        runs += [*measure(state.done, state.total), ("  ", "text")]
    if room.width < NEXT_ACT_FROM or state.is_done:
        return [*runs, (state.phrase, "text")]
    return [*runs, (f"{state.phrase:<{LONGEST_PHRASE}}", "text"), (f"  {state.next_act}", "muted")]


def _step_state(state: StepState, errors: int, room: Room) -> Run:
    if errors:
        return (f"! {count(errors, 'fout', 'fouten') if room.width >= ALL_NAMES_FROM else errors}", "error")
    return ("alles", "bold") if state.is_done and state.total else ("", "text")


def to_do_rows(things: Sequence[ToDo]) -> list[Row]:
    """What to do now, by why."""
    rows = [group("Nu te doen")]
    for thing in things:
        role = "error" if thing.is_late else "bold"
        left: list[Run] = [(f"{thing.kind.label:<{LABEL}}", "bold"), (thing.text, "text")]
        rows.append(Row((left, (thing.beside, role if thing.when else "muted")), key=thing, wide=True))
    return rows if things else [*rows, note("Niets dringends.")]


def deadline_lines(deadlines: Sequence[Upcoming], most: int, room: Room) -> list[Row]:
    """The nearest deadlines after those that stand under what to do now; the last says how many more there are."""
    shown, rest = deadlines[:most], len(deadlines[most:])
    rows = []
    for number, upcoming in enumerate(shown):
        day = short_date(upcoming.deadline.date)
        left = [(f"{day if room.width >= ALL_NAMES_FROM else day[:5]}  ", "muted"), (upcoming.deadline.title, "text")]
        role = "error" if upcoming.is_late else "bold" if upcoming.waits else "muted"
        more = f" +{rest}" if rest and number == len(shown) - 1 else ""
        rows.append(_labelled("deadlines", number, left, (f"{upcoming.words}{more}", role), ref_of(upcoming.deadline)))
    return rows or [_labelled("deadlines", 0, [("geen andere; a voegt er een toe", "muted")])]


def change_rows(news: SinceLastTime, today: date, most: int) -> list[Row]:
    """Per person what changed since this person was last here, else what changed last of all.

    The last row says of how many others nothing is told.
    """
    if news.since and news.changes:
        by_person: dict[str, list[PastChange]] = defaultdict(list)
        for change in news.changes:
            by_person[change.by].append(change)
        rest = len(by_person) - most
        return [
            _labelled("changes", number, *_told(who, changes, news.since, today, rest if number == most - 1 else 0))
            for number, (who, changes) in enumerate(list(by_person.items())[:most])
        ]
    nothing = f"niets sinds je vorige keer, {_moment(news.since, today)}" if news.since else "nog niets"
    rows = [_labelled("changes", 0, [(nothing, "muted")])] if news.since or not news.latest else []
    for change in news.latest:
        moment = _moment(change.at, today)
        left: list[Run] = [(f"{moment}  {change.by}: {change.label}", "muted")]
        at = "om" if change.at.date() == today else "op"
        key = ChangesKey(change, f"{change.by} {at} {moment}: {change.label}.")
        rows.append(_labelled("changes", len(rows), left, key=key))
    return rows[:most]


def _told(
    who: str, changes: Sequence[PastChange], since: datetime, today: date, rest: int
) -> tuple[list[Run], Run, ChangesKey]:
    many = count(len(changes), "wijziging", "wijzigingen")
    left: list[Run] = [(who, "bold"), (f" {many}, het laatst: {changes[0].label}", "text")]
    sentence = (
        f"{who}: {many} sinds je vorige keer ({_moment(since, today)}). Het laatst: {changes[0].label}. Met h zie je "
        "alles."
    )
    more = f" +{rest}" if rest > 0 else ""
    return left, (f"{_moment(changes[0].at, today)}{more}", "muted"), ChangesKey(changes[0], sentence)


def finding_rows(findings: Sequence[Finding], *, together: bool = False) -> list[Row]:
    """How many findings each place has, or all places together."""
    if not findings:
        return []
    if together:
        where = [place.title for place in Place if any(finding.place is place for finding in findings)]
        words = [*_counted(findings), (f"  {', '.join(where)}", "muted")]
        return [_labelled("findings", 0, words, key=FindingsKey(None))]
    rows: list[Row] = []
    for place in Place:
        here = [finding for finding in findings if finding.place is place]
        if here:
            words = [(f"{place.numbered:<15}", "text"), *_counted(here)]
            rows.append(_labelled("findings", len(rows), words, key=FindingsKey(place)))
    return rows


def _counted(findings: Sequence[Finding]) -> list[Run]:
    errors = sum(finding.level is Level.FOUT for finding in findings)
    hints = len(findings) - errors
    kind = ("andere melding", "andere meldingen") if errors else ("melding", "meldingen")
    words: list[Run] = [(f"! {count(errors, 'fout', 'fouten')}", "error")] if errors else []
    words += [("  ", "text")] * (errors > 0 and hints > 0)
    return [*words, *[(f"? {count(hints, *kind)}", "hint")] * (hints > 0)]


def _labelled(label: str, number: int, left: Sequence[Run], right: Run = ("", "text"), key: object = None) -> Row:
    """A row of a group: its label stands before the first one."""
    head = _LABELS.get(label, "") if number == 0 else ""
    return Row(([(f"{head:<{LABEL}}", "bold"), *left], right), key=key, wide=True)


def _moment(at: datetime, today: date) -> str:
    return f"{at:%H:%M}" if at.date() == today else f"{at:%d-%m-%Y}"
