"""What there is to know of a goal, theme, speerpunt or milestone, in words, label by label."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import amount, capital, count, long_date
from sto_tui.domain.level_words import level_words, word_of_table
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.planning.money.what_counts import priced, sum_of, unpriced
from sto_tui.planning.veri.matrix import matrix_row


@dataclass(frozen=True)
class Told:
    """A label, and the lines that belong to it."""

    label: str
    lines: tuple[str, ...]


def told_of(dossier: Dossier, ref: Ref) -> list[Told]:
    """Everything that is filled in, result first; nothing for a record of another table."""
    record = dossier.get(ref)
    if isinstance(record, Speerpunt):
        every = _speerpunt(dossier, record)
    elif isinstance(record, Theme):
        every = _theme(dossier, record)
    elif isinstance(record, Milestone):
        every = _milestone(dossier, record)
    elif isinstance(record, Goal):
        every = _goal(dossier, record)
    else:
        return []
    return [told for told in (*every, *_rest(dossier, record)) if any(told.lines)]


def _field(dossier: Dossier, record: Record, name: str, label: str = "") -> Told:
    spec = fields_of(type(record))[name]
    return Told(label or spec.label, (dossier.shown(spec, record.as_shown(name)),))


_TOLD = {
    Theme: ("above", "result", "measures", "goals", "lead", "facilities"),
    Speerpunt: ("theme", "result", "measures", "partners", "phases", "goals", "tags"),
    Milestone: ("tangible_result", "start", "due", "after", "goal", "light", "speerpunt", "theme"),
    Goal: ("indicator", "baseline", "baseline_year", "target", "target_year", "reached", "reached_year"),
}
"""What has a place of its own above the rest."""


def _rest(dossier: Dossier, record: Theme | Speerpunt | Milestone | Goal) -> Iterator[Told]:
    """What else was filled in."""
    table = TABLES[ref_of(record).table]
    for name, spec in fields_of(type(record)).items():
        is_told = name in (*_TOLD[type(record)], *table.caption) or spec.hidden
        if not is_told and getattr(record, name) != spec.default:
            yield _field(dossier, record, name)


def _theme(dossier: Dossier, theme: Theme) -> Iterator[Told]:
    words = level_words(dossier.region).speerpunt
    below = dossier.speerpunten_of(theme.id)
    yield _field(dossier, theme, "above", capital(level_words(dossier.region).above))
    yield _field(dossier, theme, "result")
    yield _measures(theme)
    yield Told("Werkt aan doel", tuple(dossier.caption(Ref("goals", goal)) for goal in theme.goals))
    yield _field(dossier, theme, "lead")
    yield Told("Voorzieningen", tuple(facility.name for facility in theme.facilities))
    yield Told(capital(words.plural), tuple(dossier.caption(ref_of(speerpunt)) for speerpunt in below))
    yield from _money(dossier, [speerpunt.id for speerpunt in below], theme.id)
    yield from _roles(dossier, ref_of(theme))


def _speerpunt(dossier: Dossier, speerpunt: Speerpunt) -> Iterator[Told]:
    yield _field(dossier, speerpunt, "result")
    yield _measures(speerpunt)
    yield Told(capital(level_words(dossier.region).theme.singular), (dossier.caption(Ref("themes", speerpunt.theme)),))
    yield Told("Partners", tuple(dossier.part_caption(partner) for partner in speerpunt.partners))
    for phase in speerpunt.phases:
        yield Told(phase.label, tuple(f"- {act.text}" for act in phase.acts) or ("nog geen activiteiten",))
    yield Told("Werkt aan doel", tuple(dossier.caption(Ref("goals", goal)) for goal in dossier.goals_served(speerpunt)))
    yield _field(dossier, speerpunt, "tags", "Onderwerpen")
    yield from _money(dossier, [speerpunt.id], None)
    yield from _roles(dossier, ref_of(speerpunt))


def _measures(record: Theme | Speerpunt) -> Told:
    return Told("Te meten aan", tuple(measure.in_words for measure in record.measures))


def _milestone(dossier: Dossier, milestone: Milestone) -> Iterator[Told]:
    yield _field(dossier, milestone, "tangible_result")
    days = [long_date(day) for day in dict.fromkeys((milestone.start, milestone.due)) if day]
    yield Told("Wanneer", (" t/m ".join(days),))
    awaited = (Ref("milestones", link.milestone) for link in milestone.after)
    yield Told("Wacht op", tuple(dossier.caption(ref) for ref in awaited))
    yield _field(dossier, milestone, "goal")
    yield _field(dossier, milestone, "light")
    yield from _roles(dossier, ref_of(milestone))


def _goal(dossier: Dossier, goal: Goal) -> Iterator[Told]:
    yield _field(dossier, goal, "indicator")
    for name, year in (("baseline", goal.baseline_year), ("target", goal.target_year), ("reached", goal.reached_year)):
        told = _field(dossier, goal, name)
        yield Told(told.label, (f"{told.lines[0]} ({year})" if told.lines[0] and year else told.lines[0],))
    words = word_of_table(dossier.region, "speerpunten")
    serving = (speerpunt for speerpunt in dossier.of(Speerpunt).values() if goal.id in dossier.goals_served(speerpunt))
    yield Told(capital(words.plural), tuple(dossier.caption(ref_of(speerpunt)) for speerpunt in serving))


def _money(dossier: Dossier, speerpunten: Iterable[int], theme: int | None) -> Iterator[Told]:
    """What is budgeted for it and what companies put in; of a theme also what stands at its speerpunten."""
    numbers = set(speerpunten)

    def is_here(line: BudgetLine | Cofinancing) -> bool:
        return line.speerpunt in numbers or (line.speerpunt is None and theme is not None and line.theme == theme)

    budget, promised = dossier.of(BudgetLine).values(), dossier.of(Cofinancing).values()
    for label, here in (
        ("Begroting", [line for line in budget if is_here(line)]),
        ("Cofinanciering", [line for line in promised if is_here(line)]),
    ):
        if here:
            yield Told(label, (_sum_told(here),))


def _sum_told(lines: Sequence[BudgetLine | Cofinancing]) -> str:
    """`€ 1.500 in 3 regels, waarvan 1 nog zonder bedrag`: what has no amount is not nothing."""
    bare, every = len(unpriced(lines)), count(len(lines), "regel", "regels")
    if bare == len(lines):
        return f"{every}, nog zonder bedrag"
    without = f", waarvan {bare} nog zonder bedrag" if bare else ""
    return f"{amount(sum_of(priced(lines)))} in {every}{without}"


def _roles(dossier: Dossier, ref: Ref) -> Iterator[Told]:
    """Who has which role, in the order of the legend; from the row above it when it has none of its own."""
    row = matrix_row(dossier, ref)
    if row is None:
        return
    by_code: dict[str, list[str]] = {}
    for party, codes in row.shown.items():
        by_code.setdefault("/".join(code.value for code in codes), []).append(dossier.caption(party))
    order = sorted(by_code, key=lambda code: "VERIOS".index(code[0]))
    source = (f"(van {dossier.caption(row.inherited_from)})",) if row.inherited_from else ()
    yield Told("Rollen", (*(f"{code} {', '.join(by_code[code])}" for code in order), *source))
