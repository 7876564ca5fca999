"""What became of cells that say no day, or say it only about: told in a line each, with their rows."""

from collections.abc import Iterable, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.text import cut
from sto_tui.intake.milestones.durations import told_lengths
from sto_tui.intake.milestones.named import MOST_NAMED, rows_named
from sto_tui.intake.milestones.rows import Line
from sto_tui.intake.telling import first_of


def day_remarks(lines: Iterable[Line]) -> list[str]:
    """The words for no date yet, and the days that were made of a season or of what has a question mark."""
    lines = [*lines]
    without = [f"‘{cut(text, 30)}’ (regel {line.row})" for line in lines for text in line.no_day]
    about = [
        f"‘{cut(text, 30)}’ is {' t/m '.join(map(dutch.short_date, days))} (regel {line.row})"
        for line in lines
        for text, days in line.about
    ]
    remarks = [f"Geen datum genomen uit {_joined(without)}."] if without else []
    if kept := [line.row for line in lines if line.keeps_words]:
        remarks.append(f"Zonder deze datum overgenomen, met de woorden bij de toelichting: {rows_named(kept)}.")
    beside = [f"‘{cut(text, 40)}’ (regel {line.row})" for line in lines for text in line.beside_day]
    remarks += [f"Meer dan een datum, en daarom ook bij de toelichting gezet: {_joined(beside)}."] if beside else []
    clocks = [f"‘{cut(text, 40)}’ (regel {line.row})" for line in lines for text in line.clocks]
    remarks += [f"De dag is overgenomen, de tijd niet: {_joined(clocks)}."] if clocks else []
    begins = [f"‘{cut(text, 30)}’ (regel {line.row})" for line in lines for text in line.begins]
    remarks += [f"Genomen als begin, zonder eind: {_joined(begins)}."] if begins else []
    ends = [f"‘{cut(text, 30)}’ (regel {line.row})" for line in lines for text in line.ends]
    remarks += [f"Genomen als eind, zonder begin: {_joined(ends)}."] if ends else []
    remarks += [f"Onzeker, en zo genomen: {_joined(about)}."] if about else []
    remarks += told_lengths([(line.row, line.length) for line in lines if line.length])
    spans = dict.fromkeys(
        f"‘{cut(text, 30)}’ is {dutch.brief_date(start)} t/m {dutch.brief_date(end)}"
        for line in lines
        for text, start, end in line.understood
    )
    return [*remarks, f"Zo gelezen: {_joined([*spans])}."] if spans else remarks


def _joined(parts: Sequence[str]) -> str:
    return dutch.enumerate_words(first_of(parts, MOST_NAMED))
