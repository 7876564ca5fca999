"""Setting a stoplicht, as a line of the log and on the milestone; what is late; and how many stand where."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from sto_tui.domain.change import Change, Edit, Occasion, added, adding, edited, removed, replaced
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import long_date
from sto_tui.domain.light_and_log import line_saying
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.planning.veri.columns import columns
from sto_tui.planning.veri.matrix import doers

LATE, NOT_BEGUN = "te laat", "had moeten beginnen"
LATE_MEANS = "Te laat: had klaar moeten zijn en is niet gereed."
_NOT_BEGUN_MEANS = "Had moeten beginnen: is niet gestart, en nog niet te laat."


def light_change(
    dossier: Dossier,
    milestone: Milestone,
    light: Stoplicht,
    today: date,
    said: Mapping[str, str] | None = None,
    by: str = "",
) -> Change:
    """The change that sets a milestone's stoplicht now, and writes it in the log; said again, it stands there again.

    `said` are the texts that go with it, by field of the log. Without edits when everything stands like that already.
    """
    occasion = Occasion(dossier, today, by, said or {})
    edits = (
        edited(milestone, occasion, light=light) if light is not milestone.light else said_again(occasion, milestone)
    )
    told = f"op {light.label} gezet" if edits else f"staat al op {light.label}"
    return Change(_label(dossier, milestone.id, told), edits)


def said_again(occasion: Occasion, milestone: Milestone) -> tuple[Edit, ...]:
    """The edits with which the log says on this day that a milestone stands as it does, with the texts that go with it.

    Raises pydantic.ValidationError when a text does not fit.
    """
    log = occasion.dossier.whole.progress_of(milestone.id)
    line = line_saying(log, milestone.id, milestone.light, occasion.day, occasion.by, occasion.said)
    if line is None:
        return ()
    if line.before is None:
        return added(line.after, occasion) if line.after else ()
    if line.after is None:
        return removed(line.before, occasion.dossier)
    return replaced(line.before, line.after, occasion)


def entry_change(entry: Progress, occasion: Occasion) -> Change:
    """The change that adds a line to the log; the newest line sets the stoplicht of its milestone."""
    label = _label(occasion.dossier, entry.milestone, _told_by(entry, occasion))
    return Change(label, adding(occasion.dossier, entry, occasion=occasion).edits)


def _told_by(entry: Progress, occasion: Occasion) -> str:
    """What a new line of the log tells of its milestone: only the newest until today says how it stands now."""
    if entry.date > occasion.day:
        return f"staat vanaf {long_date(entry.date)} op {entry.light.label}"
    log = occasion.dossier.whole.progress_of(entry.milestone)
    if any(entry.date < line.date <= occasion.day for line in log):
        return f"stond op {long_date(entry.date)} op {entry.light.label}"
    return f"op {entry.light.label} gezet"


def _label(dossier: Dossier, milestone: int, told: str) -> str:
    """Its title comes last: titles end like `drie scholen op oranje`."""
    record = dossier.whole.of(Milestone)[milestone]
    return f"Mijlpaal {record.number or record.id} {told}: {record.title}"


def is_overdue(milestone: Milestone, today: date) -> bool:
    """Whether it should have been ready before today: the only meaning of `te laat`, on every screen and paper."""
    return milestone.due is not None and milestone.due < today and milestone.light is not Stoplicht.GEREED


def should_have_begun(milestone: Milestone, today: date) -> bool:
    """Whether it has not begun and should have before today, while its due date is not past: then it is late."""
    waits = milestone.light is Stoplicht.NIET_GESTART and milestone.start is not None and milestone.start < today
    return waits and not is_overdue(milestone, today)


def how_late(milestone: Milestone, today: date) -> str:
    """`te laat` for what should have been ready, `had moeten beginnen` for what should have begun; else empty."""
    if is_overdue(milestone, today):
        return LATE
    return NOT_BEGUN if should_have_begun(milestone, today) else ""


@frozen
class Tally:
    """How many milestones there are, how many of each stoplicht, and of how many nobody knows.

    `late` are those that should have been ready; `behind` those that are not late yet, but should have begun.
    """

    total: int
    lights: Counter[Stoplicht]
    late: int
    behind: int = 0
    untold: int = 0


def lateness_in_words(counts: Tally) -> list[str]:
    """`6 te laat` and `1 had moeten beginnen`: what does not occur is not said."""
    said = [f"{counts.late} {LATE}"] * bool(counts.late)
    if counts.behind:
        said.append(f"{counts.behind} {'had' if counts.behind == 1 else 'hadden'} moeten beginnen")
    return said


def lateness_means(counts: Tally) -> list[str]:
    """What these words mean where `te laat` is a head of the table; of the other only when it is said of something."""
    return [LATE_MEANS, *[_NOT_BEGUN_MEANS] * bool(counts.behind)]


def tally(milestones: Iterable[Milestone], day: date, untold: Collection[int] = ()) -> Tally:
    """The counts of these milestones on a day; those in `untold` have no stoplicht and are not late."""
    all_milestones = list(milestones)
    with_light = [milestone for milestone in all_milestones if milestone.id not in untold]
    late = sum(is_overdue(milestone, day) for milestone in with_light)
    behind = sum(should_have_begun(milestone, day) for milestone in with_light)
    return Tally(
        len(all_milestones),
        Counter(milestone.light for milestone in with_light),
        late,
        behind,
        len(all_milestones) - len(with_light),
    )


def milestones_by_theme(dossier: Dossier) -> list[tuple[Theme | None, Sequence[Milestone]]]:
    """The themes that have milestones, with those; last what has no theme."""
    themes: list[Theme | None] = [*dossier.of(Theme).values(), None]
    groups = ((theme, dossier.milestones_of(theme.id if theme else 0)) for theme in themes)
    return [(theme, milestones) for theme, milestones in groups if milestones]


def milestones_by_doer(dossier: Dossier) -> list[tuple[Ref | None, Sequence[Milestone]]]:
    """Who has a V, in the order of the VERI matrix, with the milestones they carry out; last what nobody does.

    A milestone without a row of its own follows the row of its speerpunt, or else of its theme.
    """
    by_doer: dict[Ref | None, list[Milestone]] = defaultdict(list)
    for milestone in dossier.of(Milestone).values():
        who: Sequence[Ref | None] = doers(dossier, ref_of(milestone)) or (None,)
        for doer in who:
            by_doer[doer].append(milestone)
    order: list[Ref | None] = [*columns(dossier, hidden=True), None]
    return [(doer, by_doer[doer]) for doer in order if doer in by_doer]
