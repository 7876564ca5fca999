"""The goals in a report: where each began, what it aims at, and what was reached of that."""

from collections.abc import Iterator, Sequence

from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import count, enumerate_words, long_date
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.planning.paper_outline import GOALS_REACHED
from sto_tui.planning.progress.as_it_stood import PastState
from sto_tui.planning.progress.goals_reached import GoalReached, goals_reached

_UNKNOWN = "niet bekend"
_HEAD = ("Nr", "Doel", "Nulwaarde", "Streefwaarde", "Bereikt")
_WIDTHS = (0.9, 6.9, 2.7, 2.9, 2.6)
_FINAL_HEAD, _FINAL_WIDTHS = (*_HEAD, "Gehaald"), (0.9, 4.7, 2.6, 2.8, 2.6, 2.4)


def write_goals(writer: Writer, standing: PastState, *, final: bool) -> None:
    """A row per goal; a final report says whether it was reached, and why."""
    writer.begin(GOALS_REACHED)
    goals = list(goals_reached(standing))
    if not goals:
        writer.text("Het plan heeft nog geen doelen.")
        return
    writer.lead(_verdict(goals, standing) if final else _known(goals, standing))
    rows = [row for reached in goals for row in _rows(writer, reached, final=final)]
    head, widths = (_FINAL_HEAD, _FINAL_WIDTHS) if final else (_HEAD, _WIDTHS)
    writer.table(widths, head, rows, "Doelen met nulwaarde, streefwaarde en wat bereikt is", "", together=False)
    notes = []
    if final and any(reached.by_figure for reached in goals):
        notes.append("Met een * volgens het cijfer; de regio heeft daar zelf nog niets over vastgelegd.")
    if standing.is_past:
        notes.append("Doel, nulwaarde en streefwaarde zijn die van nu.")
    if notes:
        writer.source(" ".join(notes))


def _known(goals: Sequence[GoalReached], standing: PastState) -> str:
    known = sum(bool(reached.words) for reached in goals)
    of_all = count(len(goals), "doel", "doelen")
    if not known:
        return f"Van {of_all} is op {long_date(standing.day)} nog geen bereikte waarde bekend."
    of_known = "het enige doel" if len(goals) == 1 else f"{known} van de {of_all}"
    return f"Van {of_known} is op {long_date(standing.day)} een bereikte waarde bekend."


_VERDICTS = {
    GoalOutcome.GEHAALD: "gehaald",
    GoalOutcome.DEELS: "deels gehaald",
    GoalOutcome.NIET: "niet gehaald",
    GoalOutcome.ONBEKEND: "niet bekend",
}


def _verdict(goals: Sequence[GoalReached], standing: PastState) -> str:
    """`Van de 4 doelen op 31 december 2028: 1 gehaald, 1 deels gehaald en 2 niet bekend.`."""
    if len(goals) == 1:
        return f"Het enige doel op {long_date(standing.day)}: {_VERDICTS[goals[0].outcome]}."
    many = {outcome: sum(reached.outcome is outcome for reached in goals) for outcome in _VERDICTS}
    parts = [f"{many[outcome]} {words}" for outcome, words in _VERDICTS.items() if many[outcome]]
    return f"Van de {count(len(goals), 'doel', 'doelen')} op {long_date(standing.day)}: {enumerate_words(parts)}."


def _rows(writer: Writer, reached: GoalReached, *, final: bool) -> Iterator[Sequence[str] | LabelRow]:
    goal = reached.goal
    place = ref_of(goal)
    cells = [
        writer.number(str(goal.number), place),
        writer.in_column(place.at("text"), goal.text, _HEAD[1]),
        _value(writer, goal, "baseline", goal.baseline, goal.baseline_year),
        _value(writer, goal, "target", goal.target, goal.target_year),
        writer.cell_text(run(_with_year(reached.words, reached.year) or _UNKNOWN)),
    ]
    if not final:
        yield cells
        return
    yield [*cells, writer.cell_text(run(_outcome(reached), bold=True))]
    if goal.why:
        yield writer.labelled("Waarom", place.at("why"), goal.why)


def _value(writer: Writer, goal: Goal, name: str, words: str, year: int | None) -> str:
    """A value with its year, which stand in the plan each by itself."""
    text = _with_year(words, year)
    return writer.cell_text(writer.copy(ref_of(goal, name), text) if text else run("–"))


def _with_year(words: str, year: int | None) -> str:
    """`412 leerlingen (2026)`; a year that the words name already is not named again."""
    return f"{words} ({year})" if words and year and str(year) not in words else words


def _outcome(reached: GoalReached) -> str:
    if reached.outcome is GoalOutcome.ONBEKEND:
        return _UNKNOWN
    return f"{reached.outcome.label}{'*' if reached.by_figure else ''}"
