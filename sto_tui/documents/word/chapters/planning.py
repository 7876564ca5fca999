"""Chapter 8: the milestones in time, on landscape pages; every cell carries its letter."""

from collections.abc import Sequence
from functools import cache

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.markup import cell, paragraph, row, run, table
from sto_tui.documents.word.styles import ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT
from sto_tui.documents.word.writer import LANDSCAPE_WIDTH, Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.milestones import Milestone, MilestoneKind
from sto_tui.domain.periods import Period, plan_columns
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.planning.veri import doers

NUMBER_WIDTH, WHO_WIDTH, PERIOD_WIDTH = 1.3, 3.9, 1.0
_SHADES = {"L": MID_TINT, "K": ACCENT, "G": HEAD_TINT, "D": HEAD_TINT}


def write(dossier: Dossier, writer: Writer) -> None:
    """One table with a column per quarter, and per half-year further away."""
    writer.heading(1, "Planning", "8")
    period = dossier.current_period
    columns = plan_columns(period.start, period.end) if period else []
    far = " en daarna per halfjaar" if any(column.parts == 2 for column in columns) else ""
    writer.lead(f"De mijlpalen staan per kwartaal{far}, met wie ze uitvoert.")
    opening(dossier, writer, Chapter.PLANNING)
    if not dossier.milestones or not columns:
        writer.placeholder("mijlpalen met begin en klaar, bij 5 Mijlpalen")
        return
    if any(milestone.derived for milestone in dossier.milestones.values()):
        text = "De mijlpalen zijn afgeleid uit de activiteiten per periode en nog niet met de werkgroepen besproken."
        writer.box("Afgeleid.", text)
    writer.caption(f"Mijlpalen {period.label if period else ''}".strip())
    rows = [_head(writer, columns)]
    for theme in [*dossier.themes.values(), None]:
        milestones = dossier.milestones_of(theme.id if theme else 0)
        if milestones:
            rows.append(_group(writer, f"{theme.number}  {theme.title}" if theme else "Zonder thema", columns))
        rows += [_row(dossier, writer, milestone, columns) for milestone in milestones]
    widths = _widths(columns)
    xml = table(writer.style("STORastertabel"), widths, rows, "Planning", "Per mijlpaal en per periode een letter.")
    writer.raw_table(xml, len(rows))
    writer.legend("L loopt   K klaar   G go/no-gomoment   D vaste datum   * snel resultaat")
    undated = [milestone.number for milestone in dossier.milestones.values() if not milestone.due]
    if undated:
        writer.placeholder(f"wanneer mijlpaal {', '.join(undated)} klaar is")
    headed(dossier, writer, Chapter.PLANNING)


def _widths(columns: Sequence[Period]) -> list[float]:
    name = LANDSCAPE_WIDTH - NUMBER_WIDTH - WHO_WIDTH - PERIOD_WIDTH * len(columns)
    return [NUMBER_WIDTH, name, WHO_WIDTH, *[PERIOD_WIDTH] * len(columns)]


def _head(writer: Writer, columns: Sequence[Period]) -> str:
    cells = [
        cell(width, [writer.cell_text(run(text, bold=True), "STORastertekst")])
        for width, text in zip(_widths(columns), ("Nr", "Mijlpaal", "Wie"), strict=False)
    ]
    for column in columns:
        text = run(f"{column.year}\n{column.code[:2]}")
        cells.append(cell(PERIOD_WIDTH, [writer.cell_text(text, "STORasterkop")]))
    return row(cells, head=True)


def _group(writer: Writer, name: str, columns: Sequence[Period]) -> str:
    content = writer.cell_text(run(name, bold=True), "STORastertekst")
    return row([cell(LANDSCAPE_WIDTH, [content], shade=LABEL_TINT, span=len(columns) + 3)])


def _row(dossier: Dossier, writer: Writer, milestone: Milestone, columns: Sequence[Period]) -> str:
    ref = Ref("milestones", milestone.id)
    names = [dossier.caption(party) for party in doers(dossier, ref)]
    who = ", ".join(names)
    if len(who) > 30 and len(names) > 1:
        who = f"{names[0]} en {count(len(names) - 1, 'andere', 'anderen')}"
    title = writer.field(ref.at("title"), milestone.title) + (run(" *") if milestone.quick_win else "")
    widths = _widths(columns)
    texts = (run(milestone.number), title, run(who or "–"))
    cells = [
        cell(width, [writer.cell_text(text, "STORastertekst")]) for width, text in zip(widths, texts, strict=False)
    ]
    cells += [_letter_cell(writer.style("STORaster"), letter_in(milestone, column)) for column in columns]
    return row(cells)


@cache
def _letter_cell(style: str, letter: str) -> str:
    content = run(letter, bold=letter in ("K", "G", "D"), colour="FFFFFF" if letter == "K" else "")
    return cell(PERIOD_WIDTH, [paragraph(style, content)], shade=_SHADES.get(letter, ""))


def letter_in(milestone: Milestone, column: Period) -> str:
    """What a milestone does in a period: L runs, K is done, G go or no-go, D on a fixed date, or nothing."""
    if milestone.due is None:
        return ""
    if column.start <= milestone.due <= column.end:
        if milestone.kind is MilestoneKind.GO_NO_GO:
            return "G"
        return "D" if milestone.fixed_date else "K"
    start = milestone.start or milestone.due
    return "L" if start <= column.end and column.end < milestone.due else ""
