"""The milestones in time, on landscape pages; every cell carries its letter."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.styles import ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT
from sto_tui.documents.word.text_widths import raster_width
from sto_tui.documents.word.writer import Writer, bound_to_next, parted
from sto_tui.documents.word.xml_writing import cell, paragraph, row, run, table
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import count, enumerate_words, short_date, side_by_side
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.periods import Period, plan_columns
from sto_tui.domain.plan import Chapter, Theme
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.planning.next_period.derived import source_of_milestones
from sto_tui.planning.schedule.letters import letter_in
from sto_tui.planning.veri.matrix import doers

NUMBER_WIDTH, DAY_WIDTH, PERIOD_WIDTH = 1.3, 2.4, 1.0
LEAST_NAME_WIDTH, LEAST_PERIOD_WIDTH = 5.0, 0.85
# Who does it takes what it needs, between these.
LEAST_WHO_WIDTH, MOST_WHO_WIDTH = 2.0, 6.0
_QUICK_WIN = "*"
_SIGNS = {"L": "loopt", "K": "moet klaar zijn", "G": "go/no-gomoment", "D": "vaste datum", _QUICK_WIN: "snel resultaat"}
_SHADES = {"L": MID_TINT, "K": ACCENT, "G": HEAD_TINT, "D": HEAD_TINT}


def write(dossier: Dossier, writer: Writer) -> None:
    """A column per quarter, further away per half-year and then per year; over more tables when there are many.

    What is due outside the plan has no place in its columns, and a table of its own.
    """
    period = dossier.current_period
    columns = plan_columns(period.start, period.end) if period else []
    timed = [milestone for milestone in dossier.of(Milestone).values() if columns and _has_place(milestone, columns)]
    outside = [milestone for milestone in dossier.of(Milestone).values() if columns and _is_outside(milestone, columns)]
    writer.lead(_about(dossier, columns, timed, outside))
    opening(dossier, writer, Chapter.PLANNING)
    writer.ask(list_of("milestones"))
    writer.ask(list_of("periods"))
    if columns and (source := source_of_milestones(dossier)):
        derived = [milestone.derived for milestone in dossier.of(Milestone).values()]
        which = "De mijlpalen zijn" if all(derived) else "Een deel van de mijlpalen is"
        writer.box("Afgeleid.", f"{which} afgeleid uit {source} en nog niet met de werkgroepen besproken.")
    if timed:
        _timeline(dossier, writer, columns, timed)
    if outside and period:
        _outside_table(dossier, writer, outside, period.label)
    headed(dossier, writer, Chapter.PLANNING)


def _is_outside(milestone: Milestone, columns: Sequence[Period]) -> bool:
    """Whether it is due before the first column or after the last."""
    return milestone.due is not None and not columns[0].start <= milestone.due <= columns[-1].end


def _has_place(milestone: Milestone, columns: Sequence[Period]) -> bool:
    """Whether it has a letter in these columns, or its row asks for a date."""
    return milestone.due is None or any(letter_in(milestone, column) for column in columns)


def _about(
    dossier: Dossier, columns: Sequence[Period], timed: Sequence[Milestone], outside: Sequence[Milestone]
) -> str:
    """How the tables are built; without milestones or periods there are none."""
    period = dossier.current_period
    if period is None or not (timed or outside):
        lacks = {
            (False, False): "er mijlpalen en een planperiode zijn",
            (False, True): "er mijlpalen zijn",
        }.get((bool(dossier.of(Milestone)), period is not None), "er een planperiode is")
        return f"Dit hoofdstuk laat zien wanneer welke mijlpaal klaar is, zodra {lacks}."
    if not timed:
        many = count(len(outside), "mijlpaal is", "mijlpalen zijn")
        return f"{many} klaar buiten de planperiode {period.label}."
    done = any(doers(dossier, Ref("milestones", milestone.id)) for milestone in timed)
    sentence = f"De mijlpalen staan {_spans(columns)}{', met wie ze uitvoert' if done else ''}."
    if not outside:
        return sentence
    subject = "Wat" if len(outside) > 1 else "De mijlpaal die"
    return f"{sentence} {subject} klaar is buiten de planperiode {period.label}, staat in een eigen tabel."


def _timeline(dossier: Dossier, writer: Writer, columns: Sequence[Period], milestones: Sequence[Milestone]) -> None:
    """What has no date stands in the first table; the others only where they have a letter."""
    who = _who_width(dossier, milestones)
    room = writer.width - NUMBER_WIDTH - who - LEAST_NAME_WIDTH
    parts = parted_by_year(columns, int(room / LEAST_PERIOD_WIDTH))
    period = dossier.current_period
    for part in parts:
        shown = [
            milestone for milestone in milestones if _has_place(milestone, part) and (milestone.due or part is parts[0])
        ]
        if shown:
            years = shown_span(part) if len(parts) > 1 else period.label if period else ""
            _table(dossier, writer, _Sheet(part, *_widths(writer, part, who)), shown, years)
        else:
            writer.text(f"In {shown_span(part)} staan er geen mijlpalen.")


def parted_by_year(columns: Sequence[Period], most: int) -> list[Sequence[Period]]:
    """The columns over as few tables as can be, at most `most` side by side.

    A year stands in one table as long as its columns fit.
    """
    years = [tuple(of_year) for _, of_year in groupby(columns, key=lambda column: column.year)]
    most = max(1, most)
    fewest = len(_filled(years, most))
    sizes = range(min(most, max(map(len, years))), most + 1)
    return next(parts for size in sizes if len(parts := _filled(years, size)) == fewest)


def _filled(years: Sequence[Sequence[Period]], most: int) -> list[Sequence[Period]]:
    """Tables filled with one year after another."""
    parts: list[Sequence[Period]] = []
    for piece in (piece for year in years for piece in parted(year, most)):
        if parts and len(parts[-1]) + len(piece) <= most:
            parts[-1] = (*parts[-1], *piece)
        else:
            parts.append(tuple(piece))
    return parts


def shown_span(columns: Sequence[Period]) -> str:
    """`2027-2028`, `2029`; of a year that is cut `Q1 en Q2 2027`."""
    first, last = columns[0], columns[-1]
    if first.year != last.year:
        return f"{first.year}-{last.year}"
    if len(columns) == first.parts:
        return str(first.year)
    return f"{enumerate_words([column.code[:2] for column in columns])} {first.year}"


def _spans(columns: Sequence[Period]) -> str:
    """`per kwartaal, daarna per halfjaar en dan per jaar`, as far as there are such columns."""
    parts = {column.parts for column in columns}
    far = [name for many, name in ((2, "daarna per halfjaar"), (1, "dan per jaar")) if many in parts]
    return "per kwartaal" + ("" if not far else f" en {far[0]}" if len(far) == 1 else f", {far[0]} en {far[1]}")


@frozen
class _Sheet:
    """One table: its periods, and the widths of a name, of who does it, and of each period, in centimetres."""

    columns: Sequence[Period]
    name: float
    who: float
    each: float

    @property
    def widths(self) -> list[float]:
        """Of every column."""
        return [NUMBER_WIDTH, self.name, self.who, *[self.each] * len(self.columns)]


def _table(dossier: Dossier, writer: Writer, sheet: _Sheet, milestones: Sequence[Milestone], years: str) -> None:
    """The milestones by theme, and what their letters mean."""
    ids = {milestone.id for milestone in milestones}
    writer.caption(f"Mijlpalen {years}".strip())
    rows = [_head(writer, sheet)]
    without_theme = f"Zonder {level_words(dossier.region).theme.singular}"
    for theme in [*dossier.of(Theme).values(), None]:
        of_theme = [milestone for milestone in dossier.milestones_of(theme.id if theme else 0) if milestone.id in ids]
        if of_theme:
            name = f"{theme.number}  {theme.title}" if theme else without_theme
            rows.append(bound_to_next(_group(writer, name, sheet)))
        rows += [_row(dossier, writer, milestone, sheet) for milestone in of_theme]
    title = "Planning" if len(milestones) == len(dossier.of(Milestone)) else f"Planning {years}"
    xml = table(writer.style("STORastertabel"), sheet.widths, rows, title, "Per mijlpaal en per periode een letter.")
    writer.add(xml)
    letters = {letter_in(milestone, column) for milestone in milestones for column in sheet.columns}
    signs = letters | {_QUICK_WIN for milestone in milestones if milestone.quick_win}
    if meanings := [f"{sign} {meaning}" for sign, meaning in _SIGNS.items() if sign in signs]:
        writer.legend("   ".join(meanings))


def _who_width(dossier: Dossier, milestones: Sequence[Milestone]) -> float:
    """What those who carry them out need on one line."""
    needed = raster_width(_who(dossier, milestone) for milestone in milestones)
    return min(max(needed, LEAST_WHO_WIDTH), MOST_WHO_WIDTH)


def _widths(writer: Writer, columns: Sequence[Period], who: float) -> tuple[float, float, float]:
    """Of a name, of who does it, and of each period; the name has what the others leave."""
    room = writer.width - NUMBER_WIDTH - who
    each = min(PERIOD_WIDTH, (room - LEAST_NAME_WIDTH) / len(columns))
    return room - each * len(columns), who, each


def _head(writer: Writer, sheet: _Sheet) -> str:
    cells = [
        cell(width, [writer.cell_text(run(text, bold=True, colour=ACCENT), "STORastertekst")], low=True)
        for width, text in zip(sheet.widths, ("Nr", "Mijlpaal", "Wie"), strict=False)
    ]
    for column in sheet.columns:
        text = run(str(column.year) if column.parts == 1 else f"{column.year}\n{column.code[:2]}")
        cells.append(cell(sheet.each, [writer.cell_text(text, "STORasterkop")]))
    return row(cells, head=True)


def _group(writer: Writer, name: str, sheet: _Sheet) -> str:
    content = writer.cell_text(run(name, bold=True), "STORastertekst")
    return row([cell(writer.width, [content], shade=LABEL_TINT, span=len(sheet.columns) + 3)])


def _outside_table(dossier: Dossier, writer: Writer, milestones: Sequence[Milestone], period: str) -> None:
    """What is due before the plan or after it, with its day."""
    rows = [
        [
            writer.cell_text(run(milestone.number), "STORastertekst"),
            writer.cell_text(_title(writer, milestone), "STORastertekst"),
            writer.cell_text(run(_who(dossier, milestone)), "STORastertekst"),
            writer.cell_text(run(short_date(milestone.due) if milestone.due else ""), "STORastertekst"),
        ]
        for milestone in milestones
    ]
    who = _who_width(dossier, milestones)
    widths = (NUMBER_WIDTH, writer.width - NUMBER_WIDTH - who - DAY_WIDTH, who, DAY_WIDTH)
    title = f"Mijlpalen die klaar zijn buiten de planperiode {period}"
    writer.table(widths, ("Nr", "Mijlpaal", "Wie", "Klaar op"), rows, title, "Per mijlpaal de dag waarop zij klaar is.")
    if any(milestone.quick_win for milestone in milestones):
        writer.legend(f"{_QUICK_WIN} {_SIGNS[_QUICK_WIN]}")


def _who(dossier: Dossier, milestone: Milestone) -> str:
    """Who carries it out; of many the first, and of two both."""
    names = [dossier.caption(party) for party in doers(dossier, Ref("milestones", milestone.id))]
    who = side_by_side(names)
    if len(who) > 30 and len(names) > 2:
        who = f"{names[0]} en {len(names) - 1} anderen"
    return who or "–"


def _title(writer: Writer, milestone: Milestone) -> str:
    """A copy; the text that can be taken back from Word stands in chapter 5."""
    return writer.copy(Ref("milestones", milestone.id, "title"), milestone.title) + (
        run(" *") if milestone.quick_win else ""
    )


def _row(dossier: Dossier, writer: Writer, milestone: Milestone, sheet: _Sheet) -> str:
    title = _title(writer, milestone)
    if milestone.due is None:
        title += run("\n") + writer.hole(Ref("milestones", milestone.id).at("due"))
    texts = (run(milestone.number), title, run(_who(dossier, milestone)))
    cells = [
        cell(width, [writer.cell_text(text, "STORastertekst")])
        for width, text in zip(sheet.widths, texts, strict=False)
    ]
    style = writer.style("STORaster")
    cells += [_letter_cell(style, letter_in(milestone, column), sheet.each) for column in sheet.columns]
    return row(cells)


@cache
def _letter_cell(style: str, letter: str, width: float) -> str:
    content = run(letter, bold=letter in ("K", "G", "D"), colour="FFFFFF" if letter == "K" else "") if letter else ""
    return cell(width, [paragraph(style, content)], shade=_SHADES.get(letter, ""))
