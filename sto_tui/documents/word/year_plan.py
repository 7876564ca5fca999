"""The jaarplanning: a landscape page or two per school year with what comes in which month, for all or one party."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sto_tui.documents.word import Draft, DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.month_columns import CellText, month_widths, shortened, width_of_words
from sto_tui.documents.word.one_page import PageMeasure, loosest
from sto_tui.documents.word.styles import ACCENT, GREY, HEAD_TINT, LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import cell, outline, paragraph, row, run, table
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, count, enumerate_words, long_date, short_month
from sto_tui.domain.level_words import level_words
from sto_tui.domain.record import Ref
from sto_tui.domain.region_words import programme_of, region_in_words
from sto_tui.frozen import frozen
from sto_tui.planning.veri.party_tasks import ROLES
from sto_tui.planning.year_plan import HOLIDAYS, YearEntry, YearPage, YearPlan, YearRow, joined, year_plan

_NAME_WIDTH, _WIDEST_NAME = 2.5, 4.0
_ANY = 10_000
_DATES_NAMED, _DATE_LETTERS = 4, 32
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_LARGE, _SMALL = ("STORastertekst", 180), ("STOJaartekst", 150)
# How high every row is at least, in centimetres: as high as the page has room for.
_HEIGHTS = (*(tenths / 10 for tenths in range(40, 4, -1)), 0.0)


@frozen
class Density:
    """How much of a month is shown: so many entries, with so many letters of their name; the rest is counted.

    A number without its name says nothing on a wall. A cell has one entry more for every time that its row and month
    stand in `more`. `themes` have a row of their own; rows are `height` centimetres at least.
    """

    letters: int = _ANY
    named: int = _ANY
    themes: int = _ANY
    look: tuple[str, int] = _SMALL
    height: float = 0
    more: tuple[tuple[str, int], ...] = ()

    def shown(self, line: YearRow, place: int) -> tuple[YearEntry, ...]:
        """What has its name in a month of a row; a day says nothing without one, so dates keep theirs."""
        named = self.named if line.is_theme else max(self.named, _DATES_NAMED)
        return line.months[place][: named + self.more.count((line.name, place))]

    def name(self, line: YearRow, entry: YearEntry) -> str:
        """What an entry is called, in as many letters as it may have."""
        return shortened(entry.title, self.letters if line.is_theme else max(self.letters, _DATE_LETTERS))


_LETTERS = (_ANY, 90, 80, 70, 60, 50, 45)
_EVERYTHING = (
    *(Density(letters, look=_LARGE) for letters in _LETTERS[:4]),
    *(Density(letters) for letters in _LETTERS),
)
_COUNTED = (
    *(Density(45, named) for named in (20, 15, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1)),
    Density(26, 1),
    Density(0, 0),
)
_MOST_PAGES = 2


def build(dossier: Dossier, options: DraftOptions) -> Draft:
    """The document; the same dossier and options give the same bytes. Raises TemplateError."""
    base = opened(options)
    writer = Writer(base.ids, dossier, options.date, part=options.part, page=base.page, landscape=True)
    plan = year_plan(dossier, options.date, options.party)
    measure = PageMeasure(base, landscape=True)
    for page in plan.pages:
        sheet = _Sheet(writer, plan, page, options.party)
        writer.blocks += sheet.blocks(sheet.density_for(measure))
    if not plan.pages:
        name = f" van {dossier.caption(options.party)}" if options.party else ""
        writer.add(paragraph(writer.style("STOBladtitel"), run(f"Jaarplanning{name}"), properties=outline(1)))
        for sentence in [*_at_last(plan)] or ["Er is nog geen planperiode. Vul die in bij 1 Overzicht."]:
            writer.text(sentence)
    region = programme_of(dossier.region)
    about = dossier.caption(options.party) if options.party else "alle partijen"
    title = f"Jaarplanning {region_in_words(dossier.region)}"
    labels = Labels(title, region, f"jaarplanning · {about}", "planning", cover=False)
    return Draft(packed(base, writer.blocks, writer, options, labels), (), base.notices)


@frozen
class _Sheet:
    """A school year on its page, or on two."""

    writer: Writer
    plan: YearPlan
    page: YearPage
    party: Ref | None

    def density_for(self, measure: PageMeasure) -> Density:
        """Everything by its name on a page, else on two; what has no room on those either is counted.

        Then rows are as high as there is room for.
        """

        def fit_on(pages: int) -> Callable[[Density], bool]:
            return lambda density: measure.fits(self.blocks(density), pages)

        pages, density = 1, loosest(_EVERYTHING, fit_on(1))
        if not fit_on(1)(density):
            pages, density = _MOST_PAGES, self._on_more_pages(fit_on(_MOST_PAGES))
        return loosest([replace(density, height=height) for height in _HEIGHTS], fit_on(pages))

    def _on_more_pages(self, fits: Callable[[Density], bool]) -> Density:
        themes = sum(row.is_theme for row in self.page.rows)
        joined_ever_more = (Density(0, 0, most) for most in reversed(range(themes)))
        chosen = loosest([*_EVERYTHING, *_COUNTED, *joined_ever_more], fits)
        if not chosen.named:
            return chosen
        longer = [replace(chosen, letters=letters) for letters in _LETTERS if letters > chosen.letters]
        return self._filled(loosest([*longer, chosen], fits), fits)

    def _filled(self, density: Density, fits: Callable[[Density], bool]) -> Density:
        """With names in the room that cells have left beside a higher one, and that the page has left below."""
        cells = [(line, place) for line in self.page.rows for place in range(12)]
        while cells := [(line, place) for line, place in cells if density.shown(line, place) != line.months[place]]:
            kept = []
            for line, place in cells:
                more = replace(density, more=(*density.more, (line.name, place)))
                if fits(more):
                    density = more
                    kept.append((line, place))
            cells = kept
        return density

    def blocks(self, density: Density) -> list[str]:
        """Title, raster and legend."""
        writer = self.writer
        words = level_words(writer.dossier.region).theme
        rows = joined(self.page.rows, density.themes, lambda many: f"Nog {count(many, words.singular, words.plural)}")
        close = '<w:spacing w:before="60" w:after="0"/>'
        return [
            *self._opening(),
            self._table(rows, density),
            *(
                paragraph(writer.style("STOLegenda"), run(sentence), properties=close)
                for sentence in self._below(rows, density)
            ),
        ]

    def _opening(self) -> list[str]:
        dossier = self.writer.dossier
        region, period = dossier.region, dossier.current_period
        first = self.page is self.plan.pages[0]
        properties = ("" if first else "<w:pageBreakBefore/>") + outline(1)
        name = f" van {dossier.caption(self.party)}" if self.party else ""
        title = f"Jaarplanning {self.page.year.label}{name}"
        about = [capital(region_in_words(region)), *([f"planperiode {period.label}"] if period else [])]
        line = " · ".join([*about, long_date(self.writer.today)])
        return [
            paragraph(self.writer.style("STOBladtitel"), run(title), properties=properties),
            paragraph(self.writer.style("STOBron"), run(line)),
        ]

    def _table(self, rows: Sequence[YearRow], density: Density) -> str:
        writer = self.writer
        style = density.look[0]
        places = self._places()
        widths = _widths(writer.width, rows, places, density)
        word = capital(level_words(writer.dossier.region).theme.singular)
        heads = [cell(widths[0], [writer.cell_text(run(word), "STORasterkop")])]
        for width, (year, month) in zip(widths[1:], (self.page.year.months[place] for place in places), strict=True):
            colour = "" if self._is_in_plan(year, month) else GREY
            head = writer.cell_text(
                run(f"{capital(short_month(date(year, month, 1)))}\n{year}", colour=colour), "STORasterkop"
            )
            heads.append(cell(width, [head]))
        body = [
            row(
                [
                    cell(widths[0], [writer.cell_text(run(line.name, bold=True), style)], shade=LABEL_TINT),
                    *(
                        cell(width, _month(writer, line, place, density))
                        for place, width in zip(places, widths[1:], strict=True)
                    ),
                ],
                least=density.height if line.is_theme else 0,
            )
            for line in rows
        ]
        title = f"Jaarplanning {self.page.year.label}"
        description = "Per rij en per maand wat er dan klaar moet zijn of plaatsvindt."
        return table(writer.style("STORastertabel"), widths, [row(heads, head=True), *body], title, description)

    def _places(self) -> Sequence[int]:
        """The months of the plan, and those outside it that have more than holidays."""
        return [
            place
            for place, month in enumerate(self.page.year.months)
            if self._is_in_plan(*month) or any(row.months[place] for row in self.page.rows if row.name != HOLIDAYS)
        ]

    def _is_in_plan(self, year: int, month: int) -> bool:
        period = self.writer.dossier.current_period
        return period is not None and (period.start.year, period.start.month) <= (year, month) <= (
            period.end.year,
            period.end.month,
        )

    def _below(self, rows: Sequence[YearRow], density: Density) -> Iterator[str]:
        """What signs mean, and what stands nowhere on the page."""
        signs = "Een mijlpaal staat in de maand waarin die klaar moet zijn; een donker nummer is gereed."
        yield signs + self._letters()
        if any(density.shown(line, place) != line.months[place] for line in rows for place in range(12)):
            yield "+3: nog drie in die maand, die hier niet meer passen."
        if len(self._places()) < len(self.page.year.months):
            yield "Maanden buiten de planperiode waarin niets gepland is, staan hier niet."
        words = level_words(self.writer.dossier.region).theme
        if empty := self.page.empty_themes:
            yield f"Zonder mijlpaal in dit schooljaar: {count(empty, words.singular, words.plural)}."
        if self.page is self.plan.pages[-1]:
            yield from _at_last(self.plan)

    def _letters(self) -> str:
        if not self.party:
            return ""
        return f" {' · '.join(f'{role.code.value} {role.name}' for role in ROLES)}."


def _at_last(plan: YearPlan) -> Iterator[str]:
    """Which school years have no page, and what stands in none of them."""
    if plan.nothing_in:
        years = [year.label for year in plan.nothing_in]
        yield f"Niets gepland in {'het schooljaar' if len(years) == 1 else 'de schooljaren'} {enumerate_words(years)}."
    if lost := _without_month(plan):
        yield f"In geen van deze schooljaren: {lost}."


def _without_month(plan: YearPlan) -> str:
    many = [
        *([f"{count(plan.without_day, 'mijlpaal', 'mijlpalen')} zonder datum"] if plan.without_day else []),
        *([f"{count(plan.outside, 'mijlpaal', 'mijlpalen')} met een andere datum"] if plan.outside else []),
    ]
    return enumerate_words(many)


def _widths(width: float, rows: Sequence[YearRow], places: Sequence[int], density: Density) -> list[float]:
    """A month is as wide as what stands in it asks, and the first column as its longest word."""
    texts = [
        [
            [CellText(_signs(entry), density.name(line, entry)) for entry in density.shown(line, place)]
            for place in places
        ]
        for line in rows
    ]
    size = density.look[1]
    names = min(_WIDEST_NAME, max(_NAME_WIDTH, width_of_words([line.name for line in rows], size, bold=True)))
    return [names, *month_widths(texts, len(places), width - names, size)]


def _signs(entry: YearEntry) -> str:
    return f"{entry.sign} {entry.roles}".strip()


def _month(writer: Writer, row_of_months: YearRow, place: int, density: Density) -> list[str]:
    """The paragraphs of a cell: entries with their names, and the rest counted."""
    shown = density.shown(row_of_months, place)
    lines = [f"{_sign(entry)}{run(f' {density.name(row_of_months, entry)}')}" for entry in shown]
    if rest := len(row_of_months.months[place]) - len(shown):
        lines.append(run(f"+{rest}", bold=True))
    return [writer.cell_text(line, density.look[0]) for line in lines or [run("")]]


def _sign(entry: YearEntry) -> str:
    """Its number on a ground, that of gereed a dark one, so that it prints in grey; then the letters of the party."""
    sign = _NO_BREAK_SPACE + entry.sign + _NO_BREAK_SPACE
    colour, ground = ("FFFFFF", ACCENT) if entry.is_ready else ("", HEAD_TINT)
    return run(sign, bold=True, colour=colour, ground=ground) + (run(f" {entry.roles}", bold=True) * bool(entry.roles))
