"""The jaarplanning: one landscape page per school year with what comes in which month, for all or for one party."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.documents.word import Draft, DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.one_page import PageMeasure, loosest
from sto_tui.documents.word.styles import ACCENT, GREY, HEAD_TINT, LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import cell, outline, paragraph, row, run, table
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, count, enumerate_words, long_date, short_month
from sto_tui.domain.record import Ref
from sto_tui.planning.level_words import level_words
from sto_tui.planning.veri.party_tasks import ROLES
from sto_tui.planning.year_plan import HOLIDAYS, YearEntry, YearPage, YearPlan, YearRow, joined, year_plan

_NAME_WIDTH, _EMPTY_MONTH_WIDTH, _WIDTH_OF_A_WORD, _WIDTH_OF_A_LETTER = 2.5, 1.0, 1.9, 0.05
_CELL_MARGIN, _WIDTH_OF_A_WIDE_LETTER = 0.3, 0.125
_ANY = 10_000
_DATES_NAMED, _DATE_LETTERS = 4, 32
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_STYLE = "STOJaartekst"


@dataclass(frozen=True)
class Density:
    """How much of a month is shown: so many entries with so many letters of their name, so many more by number alone.

    What comes after those is counted. `themes` have a row of their own.
    """

    letters: int
    named: int = _ANY
    numbered: int = _ANY
    themes: int = _ANY

    @property
    def most(self) -> int:
        """How many entries of a month are shown."""
        return self.named + self.numbered

    def of_row(self, line: YearRow) -> "Density":
        """That of a row; a day says nothing without its name, so dates keep theirs."""
        if line.is_theme or self.named >= _DATES_NAMED:
            return self
        return replace(self, named=_DATES_NAMED, letters=max(self.letters, _DATE_LETTERS))


_LETTERS = (90, 70, 50, 40, 32, 26, 18)
_LOOSE_TO_TIGHT = (
    *(Density(26, named) for named in (_ANY, 8, 6, 5, 4, 3, 2, 1)),
    Density(18, 1),
    *(Density(0, 0, numbered) for numbered in (_ANY, 200, 100, 60, 40, 24, 12, 6, 3, 0)),
)


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
    region = f"Sterk Techniekonderwijs {dossier.region.name}"
    about = dossier.caption(options.party) if options.party else "alle partijen"
    title = f"Jaarplanning regio {dossier.region.name}"
    labels = Labels(title, region, f"jaarplanning · {about}", "planning", cover=False)
    return Draft(packed(base, writer.blocks, writer, options, labels), (), base.notices)


@dataclass(frozen=True)
class _Sheet:
    """A school year on its page."""

    writer: Writer
    plan: YearPlan
    page: YearPage
    party: Ref | None

    def density_for(self, measure: PageMeasure) -> Density:
        """As many names, numbers and themes as fit, and then as much of each name as there is room for."""

        def fits(density: Density) -> bool:
            return measure.fits(self.blocks(density))

        themes = sum(row.is_theme for row in self.page.rows)
        joined_ever_more = (Density(0, 0, 0, most) for most in reversed(range(themes)))
        chosen = loosest([*_LOOSE_TO_TIGHT, *joined_ever_more], fits)
        if not chosen.named:
            return chosen
        return loosest([replace(chosen, letters=letters) for letters in _LETTERS if letters >= chosen.letters], fits)

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
        about = [f"Regio {region.name}", *([f"planperiode {period.label}"] if period else [])]
        line = " · ".join([*about, long_date(self.writer.today)])
        return [
            paragraph(self.writer.style("STOBladtitel"), run(title), properties=properties),
            paragraph(self.writer.style("STOBron"), run(line)),
        ]

    def _table(self, rows: Sequence[YearRow], density: Density) -> str:
        writer = self.writer
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
                    cell(widths[0], [writer.cell_text(run(line.name, bold=True), _STYLE)], shade=LABEL_TINT),
                    *(
                        cell(width, _month(writer, line.months[place], density.of_row(line)))
                        for width, place in zip(widths[1:], places, strict=True)
                    ),
                ]
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
        if any(len(entries) > density.of_row(line).most for line in rows for entries in line.months):
            yield "+3: nog drie in die maand, die hier niet meer passen."
        if any(density.of_row(line).named < len(entries) for line in rows for entries in line.months):
            yield "Een nummer zonder naam: de naam staat in de planning van het plan."
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
        yield f"Niets gepland in {enumerate_words([year.label for year in plan.nothing_in])}."
    if lost := _without_month(plan):
        yield f"In geen van deze schooljaren: {lost}."


def _without_month(plan: YearPlan) -> str:
    many = [
        *([f"{count(plan.without_day, 'mijlpaal', 'mijlpalen')} zonder datum"] if plan.without_day else []),
        *([f"{count(plan.outside, 'mijlpaal', 'mijlpalen')} met een andere datum"] if plan.outside else []),
    ]
    return enumerate_words(many)


def _widths(width: float, rows: Sequence[YearRow], places: Sequence[int], density: Density) -> list[float]:
    """A month is as wide as what stands in it asks; one in which nothing stands has room for its name."""
    loads = [max((_load(line.months[place], density.of_row(line)) for line in rows), default=0) for place in places]
    least = [min(_WIDTH_OF_A_WORD, _EMPTY_MONTH_WIDTH + load * _WIDTH_OF_A_LETTER) for load in loads]
    words = [max((_word(line.months[place], density.of_row(line)) for line in rows), default=0) for place in places]
    unbroken = [max(_EMPTY_MONTH_WIDTH, _CELL_MARGIN + word * _WIDTH_OF_A_WIDE_LETTER) for word in words]
    if sum(unbroken) <= width - _NAME_WIDTH:
        least = unbroken
    room = width - _NAME_WIDTH - sum(least)
    shares = [load**0.5 for load in loads] if any(loads) else [1.0] * len(places)
    return [_NAME_WIDTH, *(own + room * share / sum(shares) for own, share in zip(least, shares, strict=True))]


def _load(entries: Sequence[YearEntry], density: Density) -> int:
    """About how many letters stand in a month."""
    named = sum(len(_in_short(entry.title, density.letters)) for entry in entries[: density.named])
    return named + sum(len(entry.sign) + 3 for entry in entries)


def _word(entries: Sequence[YearEntry], density: Density) -> int:
    """The letters of the longest word of the names in a month: it should not break."""
    titles = (_in_short(entry.title, density.letters) for entry in entries[: density.named])
    return max((len(part) for title in titles for word in title.split() for part in word.split("-")), default=0)


def _month(writer: Writer, entries: Sequence[YearEntry], density: Density) -> list[str]:
    """The paragraphs of a cell: entries with their names, then by their number alone, and the rest counted."""
    named, others = entries[: density.named], entries[density.named :]
    lines = [f"{_sign(entry)}{run(f' {_in_short(entry.title, density.letters)}')}" for entry in named]
    signs = [*map(_sign, others[: density.numbered])]
    if rest := len(others) - len(signs):
        signs.append(run(f"+{rest}", bold=True))
    lines += [run(" ").join(signs)] * bool(signs)
    return [writer.cell_text(line, _STYLE) for line in lines or [run("")]]


def _in_short(title: str, letters: int) -> str:
    """A title in at most so many letters, cut between words where it can be."""
    if len(title) <= letters:
        return title
    start = title[: letters - 1]
    return f"{start.rpartition(' ')[0] or start}…"


def _sign(entry: YearEntry) -> str:
    """Its number on a ground, that of gereed a dark one, so that it prints in grey; then the letters of the party."""
    sign = _NO_BREAK_SPACE + entry.sign + _NO_BREAK_SPACE
    colour, ground = ("FFFFFF", ACCENT) if entry.is_ready else ("", HEAD_TINT)
    return run(sign, bold=True, colour=colour, ground=ground) + (run(f" {entry.roles}", bold=True) * bool(entry.roles))
