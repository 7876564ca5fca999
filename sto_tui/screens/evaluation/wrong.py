"""What is wrong with a question and its answers, told where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Question
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.finding import Finding
from sto_tui.screens.evaluation.rows import AnswerFilter, answer_rows, answers_head
from sto_tui.screens.frame.section import note
from sto_tui.widgets.record_list import Row


def answers_told(dossier: Dossier, question: Question, kept: AnswerFilter, findings: Sequence[Finding]) -> list[Row]:
    """A question in full and its answers, each with its worst finding below it."""
    worst: dict[Ref, str] = {}
    for finding in findings:
        worst.setdefault(finding.ref.at(None), f"? {finding.message}")
    own = worst.get(ref_of(question))
    rows = _told(answer_rows(dossier, question, kept), worst)
    return [*answers_head(dossier, question, kept), *([note(own)] if own else []), *rows]


def _told(rows: Sequence[Row], worst: dict[Ref, str]) -> Iterator[Row]:
    for row in rows:
        said = worst.get(row.key, "") if isinstance(row.key, Ref) else ""
        yield replace(row, below=" · ".join(filter(None, (row.below, said)))) if said else row
