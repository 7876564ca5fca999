"""The milestones in time, on landscape pages; every cell carries its letter."""

from collections.abc import Sequence
from functools import cache

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.markup import cell, paragraph, row, run, table
from sto_tui.documents.word.styles import ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT
from sto_tui.documents.word.writer import Writer, parted
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import count
from sto_tui.domain.milestones import Milestone, MilestoneKind
from sto_tui.domain.periods import Period, plan_columns
from sto_tui.domain.plan import Chapter, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.veri.matrix import doers

NUMBER_WIDTH, WHO_WIDTH, PERIOD_WIDTH = 1.3, 3.9, 1.0
LEAST_NAME_WIDTH, LEAST_PERIOD_WIDTH = 5.0, 0.85
_SHADES = {"L": MID_TINT, "K": ACCENT, "G": HEAD_TINT, "D": HEAD_TINT}


def write(dossier: Dossier, writer: Writer) -> None:
    """A column per quarter, further away per half-year and then per year; over more tables when there are many."""
    period = dossier.current_period
    columns = plan_columns(period.start, period.end) if period else []
    writer.lead(_about(dossier, columns))
    opening(dossier, writer, Chapter.PLANNING)
    writer.ask(list_of("milestones"))
    writer.ask(list_of("periods"))
    if dossier.of(Milestone) and columns:
        _timeline(dossier, writer, columns)
    headed(dossier, writer, Chapter.PLANNING)


def _about(dossier: Dossier, columns: Sequence[Period]) -> str:
    """How the table is built; without milestones or periods there is none."""
    if not dossier.of(Milestone) or not columns:
        return "Dit hoofdstuk laat zien wanneer welke mijlpaal klaar is, zodra er mijlpalen en een planperiode zijn."
    done = any(doers(dossier, Ref("milestones", milestone)) for milestone in dossier.of(Milestone))
    return f"De mijlpalen staan {_spans(columns)}{', met wie ze uitvoert' if done else ''}."


def _timeline(dossier: Dossier, writer: Writer, columns: Sequence[Period]) -> None:
    derived = [milestone.derived for milestone in dossier.of(Milestone).values()]
    if any(derived):
        which = "De mijlpalen zijn" if all(derived) else "Een deel van de mijlpalen is"
        text = f"{which} afgeleid uit de activiteiten per periode en nog niet met de werkgroepen besproken."
        writer.box("Afgeleid.", text)
    parts = parted(columns, int(_room(writer) / LEAST_PERIOD_WIDTH))
    period = dossier.current_period
    for number, part in enumerate(parts):
        shown = [one for one in dossier.of(Milestone).values() if not number or any(letter_in(one, of) for of in part)]
        if shown:
            years = f"{part[0].year}-{part[-1].year}" if len(parts) > 1 else period.label if period else ""
            _table(dossier, writer, part, shown, years)
        else:
            writer.text(f"Van {part[0].year} tot en met {part[-1].year} staan er geen mijlpalen.")


def _spans(columns: Sequence[Period]) -> str:
    """`per kwartaal, daarna per halfjaar en dan per jaar`, as far as there are such columns."""
    parts = {column.parts for column in columns}
    far = [name for many, name in ((2, "daarna per halfjaar"), (1, "dan per jaar")) if many in parts]
    return "per kwartaal" + ("" if not far else f" en {far[0]}" if len(far) == 1 else f", {far[0]} en {far[1]}")


def _table(
    dossier: Dossier, writer: Writer, columns: Sequence[Period], milestones: Sequence[Milestone], years: str
) -> None:
    """The milestones by theme, and what their letters mean."""
    ids = {milestone.id for milestone in milestones}
    writer.caption(f"Mijlpalen {years}".strip())
    rows = [_head(writer, columns)]
    for theme in [*dossier.of(Theme).values(), None]:
        of_theme = [one for one in dossier.milestones_of(theme.id if theme else 0) if one.id in ids]
        if of_theme:
            rows.append(_group(writer, f"{theme.number}  {theme.title}" if theme else "Zonder thema", columns))
        rows += [_row(dossier, writer, milestone, columns) for milestone in of_theme]
    widths = _widths(writer, columns)
    title = "Planning" if len(milestones) == len(dossier.of(Milestone)) else f"Planning {years}"
    xml = table(writer.style("STORastertabel"), widths, rows, title, "Per mijlpaal en per periode een letter.")
    writer.add(xml)
    writer.legend("L loopt   K moet klaar zijn   G go/no-gomoment   D vaste datum   * snel resultaat")


def _room(writer: Writer) -> float:
    """What is left for the periods when the name is as narrow as can be read."""
    return writer.width - NUMBER_WIDTH - WHO_WIDTH - LEAST_NAME_WIDTH


def _widths(writer: Writer, columns: Sequence[Period]) -> list[float]:
    each = min(PERIOD_WIDTH, _room(writer) / len(columns))
    name = writer.width - NUMBER_WIDTH - WHO_WIDTH - each * len(columns)
    return [NUMBER_WIDTH, name, WHO_WIDTH, *[each] * len(columns)]


def _head(writer: Writer, columns: Sequence[Period]) -> str:
    widths = _widths(writer, columns)
    cells = [
        cell(width, [writer.cell_text(run(text, bold=True), "STORastertekst")])
        for width, text in zip(widths, ("Nr", "Mijlpaal", "Wie"), strict=False)
    ]
    for width, column in zip(widths[3:], columns, strict=True):
        text = run(str(column.year) if column.parts == 1 else f"{column.year}\n{column.code[:2]}")
        cells.append(cell(width, [writer.cell_text(text, "STORasterkop")]))
    return row(cells, head=True)


def _group(writer: Writer, name: str, columns: Sequence[Period]) -> str:
    content = writer.cell_text(run(name, bold=True), "STORastertekst")
    return row([cell(writer.width, [content], shade=LABEL_TINT, span=len(columns) + 3)])


def _row(dossier: Dossier, writer: Writer, milestone: Milestone, columns: Sequence[Period]) -> str:
    ref = Ref("milestones", milestone.id)
    names = [dossier.caption(party) for party in doers(dossier, ref)]
    who = ", ".join(names)
    if len(who) > 30 and len(names) > 1:
        who = f"{names[0]} en {count(len(names) - 1, 'andere', 'anderen')}"
    title = writer.field(ref.at("title"), milestone.title) + (run(" *") if milestone.quick_win else "")
    if milestone.due is None:
        title += run("\n") + writer.hole(ref.at("due"))
    widths = _widths(writer, columns)
    texts = (run(milestone.number), title, run(who or "–"))
    cells = [
        cell(width, [writer.cell_text(text, "STORastertekst")]) for width, text in zip(widths, texts, strict=False)
    ]
    cells += [_letter_cell(writer.style("STORaster"), letter_in(milestone, one), widths[-1]) for one in columns]
    return row(cells)


@cache
def _letter_cell(style: str, letter: str, width: float) -> str:
    content = run(letter, bold=letter in ("K", "G", "D"), colour="FFFFFF" if letter == "K" else "")
    return cell(width, [paragraph(style, content)], shade=_SHADES.get(letter, ""))


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
