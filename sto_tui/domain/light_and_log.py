"""What a milestone and its log say of each other: stoplicht, the day on which it was ready, and the lines.

A log is a list of lines, newest first. Source: the monitoring page of 2022, where stoplicht and explanation together
make the log.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sto_tui.domain.dutch import long_date
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht

TEXTS = ("note", "obstacle", "measure")


class LineEdit(NamedTuple):
    """A line before and after; None where it is not there."""

    before: Progress | None
    after: Progress | None

    @property
    def id(self) -> int:
        """The id of the line."""
        return next(line.id for line in self if line)


_OTHER_DAY = "Kies bij ‘Gereed op’ een andere dag"


class ContradictionError(Exception):
    """A day on which a milestone would be ready, while the log says otherwise; `str()` is the Dutch sentence."""


def light_on(milestone: Milestone, log: Sequence[Progress], day: date) -> Stoplicht | None:
    """The stoplicht at the end of a day, from its log, newest first; None when nothing says it.

    Every stoplicht that is set has a line, so before its first line a milestone had not begun. Only one that was
    found to stand like that may have been anything before.
    """
    entries = [entry for entry in log if entry.date <= day]
    done = milestone.done_on if milestone.light is Stoplicht.GEREED else None
    if done and done <= day and not any(entry.date > done and entry.light is not Stoplicht.GEREED for entry in entries):
        return Stoplicht.GEREED
    if entries:
        return entries[0].light
    if not log:
        return milestone.light if milestone.light is Stoplicht.NIET_GESTART else None
    return None if log[-1].before_unknown else Stoplicht.NIET_GESTART


def place_of(entry: Progress) -> tuple[object, ...]:
    """What of a line matters to its milestone."""
    return entry.milestone, entry.date, entry.light


def is_told_anew(before: Milestone | None, after: Milestone) -> bool:
    """Whether the stoplicht of a milestone changed, or the day on which it was ready."""
    was = before.light if before else Stoplicht.NIET_GESTART
    is_other_day = before is not None and after.done_on is not None and after.done_on != before.done_on
    return after.light is not was or (after.light is Stoplicht.GEREED and is_other_day)


def newest_first(lines: Iterable[Progress]) -> list[Progress]:
    """The lines as a log; of one day the one that was written last is the newest."""
    return sorted(lines, key=lambda entry: (entry.date, entry.id <= 0, abs(entry.id)), reverse=True)


def ready_since(log: Sequence[Progress]) -> Progress | None:
    """The line with which the milestone became ready; None when the newest line does not say that it is."""
    since = None
    for entry in log:
        if entry.light is not Stoplicht.GEREED:
            break
        since = entry
    return since


def line_saying(
    log: Sequence[Progress], milestone: int, light: Stoplicht, day: date, by: str, said: Mapping[str, str]
) -> LineEdit | None:
    """What makes the log say on `day` that a milestone has this stoplicht; None when it says so already.

    A line of that day by the same person that says nothing yet is used again, or goes when there is nothing left to
    say. It stays when it tells that what was gereed before became so once more.
    """
    of_day = next((entry for entry in log if entry.date == day), None)
    speaks = any(said.values())
    if of_day and of_day.light is light and not speaks:
        return None
    new = Progress(id=new_line_id(milestone), milestone=milestone, date=day, light=light, by=by, **said)
    if of_day is None or of_day.speaks or of_day.by != by:
        return LineEdit(None, new)
    before = next((entry.light for entry in log if entry.id != of_day.id and entry.date <= day), None)
    if before is light is Stoplicht.GEREED is not of_day.light:
        return LineEdit(None, new)
    if light is Stoplicht.NIET_GESTART and not speaks and before in (None, light):
        return LineEdit(of_day, None)
    return LineEdit(of_day, of_day.changed(light=light, **said))


def line_after(
    before: Milestone | None,
    after: Milestone,
    log: Sequence[Progress],
    day: date,
    by: str,
    said: Mapping[str, str],
) -> LineEdit | None:
    """What changes in the log when a milestone gets another stoplicht or another day on which it was ready.

    `day` is today. Raises ContradictionError when the log says that it was ready on another day, and when it
    became so already and the day is still to come.
    """
    if not is_told_anew(before, after):
        return None
    ready_on = after.done_on if after.light is Stoplicht.GEREED else None
    if ready_on:
        if why := why_not_ready_on(before, log, ready_on, day):
            raise ContradictionError(f"{why} {_OTHER_DAY} of verbeter die regel.")
        if ready_line := _line_that_moves(before, log):
            if ready_line.date <= day < ready_on:
                raise ContradictionError(f"{long_date(ready_on)} moet nog komen. {_OTHER_DAY}.")
            return LineEdit(ready_line, ready_line.changed(date=ready_on))
    return line_saying(log, after.id, after.light, ready_on or day, by, said)


def why_not_ready_on(before: Milestone | None, log: Sequence[Progress], ready_on: date, today: date) -> str:
    """Where the log says that it was not ready since that day, as a Dutch sentence; empty when it can be."""
    moves = _line_that_moves(before, log)
    lines = [entry for entry in log if entry is not moves]
    return _not_ready_yet(lines, ready_on, today) or _ready_already(lines, ready_on)


def _line_that_moves(before: Milestone | None, log: Sequence[Progress]) -> Progress | None:
    """The line of gereed of a milestone that was ready, which another day takes along; words about its day stay."""
    ready_line = ready_since(log)
    if (
        ready_line
        and before
        and before.light is Stoplicht.GEREED
        and (ready_line.date == before.done_on or not ready_line.speaks)
    ):
        return ready_line
    return None


def _not_ready_yet(log: Sequence[Progress], ready_on: date, today: date) -> str:
    for entry in log:
        if ready_on < entry.date <= today and entry.light is not Stoplicht.GEREED:
            return f"Op {long_date(entry.date)} stond deze mijlpaal volgens het logboek op {entry.light.label}."
    return ""


def _ready_already(log: Sequence[Progress], ready_on: date) -> str:
    for entry in log:
        if entry.date <= ready_on and entry.light is not Stoplicht.GEREED:
            return ""
        if entry.date < ready_on:
            return f"Op {long_date(entry.date)} stond deze mijlpaal volgens het logboek al op {entry.light.label}."
    return ""


def as_found(
    line: LineEdit, before: Milestone | None, after: Milestone, log: Sequence[Progress], *, just_now: bool
) -> LineEdit:
    """The same edit, in which the line says whether anybody knows since when it is so, and how it was before.

    A day on which it was ready says since when; without it that is not known of what was only found. Before a first
    line nobody knows how it was, unless the dossier had the milestone before: without a line that had not begun.
    """
    new, was = line.after, line.before
    if new is None:
        return line
    only_found = not just_now or before is None or (was is not None and was.since_unknown)
    is_first = not any(entry.date <= new.date for entry in log if entry.id != new.id)
    not_followed = was.before_unknown if was else before is None
    return LineEdit(
        was,
        new.changed(
            since_unknown=only_found and after.done_on is None,
            before_unknown=is_first and (not_followed or not just_now),
        ),
    )


def milestone_after(milestone: Milestone, log: Sequence[Progress], changed: Sequence[Progress]) -> Milestone:
    """The milestone as its newest line has it, when the log changed so that this line says something else.

    Without any line left it stays as it is.
    """
    newest = changed[0] if changed else None
    since, was_since = ready_since(changed), ready_since(log)
    day, was_day = (line.date if line else None for line in (since, was_since))
    if newest is None or (_stands(newest) == _stands(log[0] if log else None) and day == was_day):
        return milestone
    if newest.light is milestone.light is Stoplicht.GEREED and (not milestone.done_on or milestone.done_on != was_day):
        return milestone
    return milestone.changed(light=newest.light, done_on=day)


def _stands(entry: Progress | None) -> tuple[object, ...]:
    return (entry.id, entry.date, entry.light) if entry else ()


def new_line_id(milestone: int) -> int:
    """An id for a new line that no other new line of the same change has; new milestones have ids below zero."""
    return -2 * milestone if milestone > 0 else 2 * milestone - 1
