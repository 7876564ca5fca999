"""Money that went to other lines, and from activities to overhead; contributions that became less or more.

Source: domain.md §1.7, money from activities to overhead is reported at once. All amounts are in euro cents.
"""

from collections.abc import Iterable, Sequence

from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import amount
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, CostKind
from sto_tui.planning.handed_in.difference import (
    Difference,
    DifferenceKind,
    Differences,
    ReportBy,
    Sides,
    field_changes,
    told,
)
from sto_tui.planning.money.what_counts import sum_of

_BUDGET = ("title", "cost_kind", "year", "theme", "speerpunt", "eligible")
_CONTRIBUTION = ("title", "party", "year", "form", "theme", "speerpunt")
_NO_AMOUNT = "geen bedrag"


def money_differences(sides: Sides) -> Differences:
    """First what is about the whole, then line by line."""
    yield from _overhead(sides)
    yield from _total(sides, BudgetLine, "Begroting in totaal")
    yield from _lines(sides, BudgetLine, "Begrotingsregel", _BUDGET)
    yield from _total(sides, Cofinancing, "Cofinanciering in totaal")
    yield from _lines(sides, Cofinancing, "Bijdrage", _CONTRIBUTION)


def _parts(dossier: Dossier) -> tuple[int, int]:
    """What is for activities, and what for overhead."""
    lines = dossier.of(BudgetLine).values()
    overhead = sum_of(line for line in lines if line.cost_kind is CostKind.OVERHEAD)
    return sum_of(lines) - overhead, overhead


def _overhead(sides: Sides) -> Differences:
    """Only what overhead gained and activities lost was moved: the lesser of the two."""
    activities, overhead = _parts(sides.before)
    activities_now, overhead_now = _parts(sides.now)
    if overhead_now == overhead:
        return
    moved = min(overhead_now - overhead, activities - activities_now)
    changes = (
        f"verhead {amount(overhead)} → {amount(overhead_now)}, "
        f"activiteiten {amount(activities)} → {amount(activities_now)}."
    )
    kind, report, text = DifferenceKind.MONEY, ReportBy.NEXT_REPORT, f"O{changes}"
    if moved > 0:
        kind, report = DifferenceKind.TO_OVERHEAD, ReportBy.AT_ONCE
        text = f"Van activiteiten naar overhead ging {amount(moved)}: o{changes}"
    words = {"before": amount(overhead), "now": amount(overhead_now)}
    yield Difference("budget/overhead", list_of("budget"), kind, report, text, **words)


Money = type[BudgetLine] | type[Cofinancing]


def _of(dossier: Dossier, model: Money) -> dict[int, BudgetLine | Cofinancing]:
    return dict(dossier.of(model))


def _total(sides: Sides, model: Money, name: str) -> Differences:
    before, now = (sum_of(_of(side, model).values()) for side in (sides.before, sides.now))
    if before != now:
        ref = list_of("budget" if model is BudgetLine else "cofinancing")
        words = {"before": amount(before), "now": amount(now)}
        text = f"{name}: {amount(before)} → {amount(now)}."
        yield Difference(f"{ref.table}/total", ref, DifferenceKind.MONEY, ReportBy.NEXT_REPORT, text, **words)


def _lines(sides: Sides, model: Money, word: str, names: Sequence[str]) -> Differences:
    before, now = (_of(side, model) for side in (sides.before, sides.now))
    for number, line in before.items():
        later = now.get(number)
        if later is None:
            text = f"{word} {_called(sides.before, line)} van {_amount(line)} {sides.gone(ref_of(line))}."
            yield _difference(line, text, {"before": _amount(line)})
        elif differing := list(_differing(sides, line, later, named := (*names, *_status_told(later)))):
            words = told(field_changes(sides, line, later, named))
            if line.total != later.total:
                words = {
                    side: "; ".join(filter(None, (_amount(of), words[side])))
                    for side, of in (("before", line), ("now", later))
                }
            yield _difference(later, f"{word} {_called(sides.now, later)}: {', '.join(differing)}.", words)
    for number, line in now.items():
        if number not in before:
            text = f"{word} {_called(sides.now, line)} van {_amount(line)} is nieuw."
            yield _difference(line, text, {"now": _amount(line)})


def _status_told(now: BudgetLine | Cofinancing) -> Sequence[str]:
    """How sure a contribution is belongs to the plan; that it came is no change of it."""
    told_here = isinstance(now, Cofinancing) and now.status is not CofinancingStatus.GEREALISEERD
    return ("status",) if told_here else ()


def _difference(line: BudgetLine | Cofinancing, text: str, words: dict[str, str]) -> Difference:
    ref = ref_of(line)
    return Difference(str(ref), ref, DifferenceKind.MONEY, ReportBy.NEXT_REPORT, text, **words)


def _differing(
    sides: Sides, before: BudgetLine | Cofinancing, now: BudgetLine | Cofinancing, names: Sequence[str]
) -> Iterable[str]:
    if before.total != now.total:
        yield f"{_amount(before)} → {_amount(now)}"
    yield from map(str, field_changes(sides, before, now, names))


def _amount(line: BudgetLine | Cofinancing) -> str:
    return _NO_AMOUNT if line.total is None else amount(line.total)


def _called(dossier: Dossier, line: BudgetLine | Cofinancing) -> str:
    return f"‘{dossier.caption(ref_of(line))}’"
