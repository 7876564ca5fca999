"""Rows in or under a table that are no milestone: sums, hints, legends, signatures. Each can be taken after all.

Source: Planner and other programs have the word for an average as the common level of priority, and people name
milestones `Totaal aantal …`: a word alone, wherever it stands, is no sign of a sum.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.milestones.answers import MEE, ROW, SKIP, TAIL, TOTALS, SheetAnswers
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.head_search import after_sum_word
from sto_tui.intake.tables.no_part import no_part
from sto_tui.intake.telling import Advised

_LONGEST_NAME = 40
_FEWEST_NUMBERED = 3
# What may follow the word in the name of a sum: a year, a range, a mark.
_NO_WORDS = re.compile(r"[\d\s:.,()/–-]*")
_SUBTOTAL = re.compile(r"sub-?tota(?:al|len|l)\b")
_FIGURE = re.compile(r"[€$+-]?\s*\d[\d\s.,]*\s*(?:%|€|u|uur|uren|dag|dagen|fte)?")
# What stands beside the word for a sum may be a count in words: `2 activiteiten`.
_COUNT = re.compile(r"\d{1,4} [a-z]+")
# A count or a share with its figure: `Aantal mijlpalen: 2`. Without the figure it may be the name of a milestone.
_COUNTED = re.compile(
    r"(?:totaal )?(?:aantal|percentage|gemiddeld|gemiddelde|voortgang|som)\b.*"
    r"|(?:beschikbare )?(?:werk|les|school|vakantie|project)?(?:dagen|weken|uren)(?: per \w+)?"
    r"|weeknummers?|bezetting|fte"
)
_ITS_FIGURE = re.compile(rf".*[:=]\s*{_FIGURE.pattern}(?: van (?:de )?\d+)?")
# What says how to read a table, when it was made, or by whom; in such a row stands no more than a value beside it.
_DAY = r"\d{1,2}[-/. ]+\w+[-/. ]+\d{2,4}"
_ABOUT_TABLE = re.compile(
    r"(?:legenda|legend|toelichting|opmerking|opmerkingen|noot|nb|n\.b\.|let op|bron|afkortingen)\s*(?::.*|\.)?"
    r"|(?:peildatum|datum|printdatum|stand per|stand op|status per|bijgewerkt op|laatste update|d\.d\.)"
    rf"\s*:?\s*(?:{_DAY})?"
    r"|(?:laatst|voor het laatst) (?:bijgewerkt|gewijzigd|aangepast)\b.*"
    r"|(?:versie|version|concept)\s*:?\s*v?\d[\d.]*\s*(?:[,;(–-].*)?"
    r"|(?:opgesteld|ingevuld|gemaakt|samengesteld|vastgesteld|goedgekeurd|akkoord|ondertekend) door\b.*"
    r"|(?:pagina|pag\.?|page|blz\.?|bladzijde|blad|p\.)\s*\d{1,3}(?:\s*(?:van|of|/)\s*(?:de\s*)?\d{1,3})?"
    r"|(?:zie|vervolg) (?:op )?(?:volgende|vorige) (?:pagina|bladzijde|blad)"
    r"|(?:auteur|opsteller|contactpersoon|akkoord|handtekening|paraaf)\s*(?::.*)?"
)
# `* onder voorbehoud` and `rood = te laat`: only when nothing stands beside them.
_FOOTNOTE = re.compile(r"\*+\)?\s*\S.*|[\w*]+(?: \w+)?\s*=\s*\S.*")
_MOST_BESIDE = 1


@dataclass(frozen=True)
class PassedOver:
    """A row that is left out: its number, its text, and whether that is asked, or was and is answered."""

    number: int
    name: str
    is_asked: bool = False
    was_doubtful: bool = False

    @property
    def key(self) -> str:
        """Of the answer whether it counts."""
        return f"{ROW}{self.name}".replace("=", " ").casefold()


def is_about_table(text: str) -> bool:
    """Whether a line says how to read the table, when it was made, or by whom."""
    return bool(_ABOUT_TABLE.fullmatch(plain(text).strip()))


def passed_over(rows: Sequence[SheetRow], title: int | None, answers: SheetAnswers) -> list[PassedOver]:
    """The rows in a table that are left out, `title` being the column of names where that is known."""
    aside = {*no_part(rows)}
    # Where dated rows begin with an asterisk too, it is the bullet of a list.
    has_bullets = any(_is_bulleted(cells) and _has_day(cells) for row in rows if (cells := _named_first(row, title)))
    found = []
    for row in rows:
        cells = _named_first(row, title)
        if not cells or (has_bullets and _is_bulleted(cells)):
            continue
        is_asked = _has_day(cells[1:]) if row.number in aside else _is_asked(cells, sums_up=_sums_up(row, rows))
        if is_asked is not None:
            each = PassedOver(row.number, _name(cells[0]), is_asked)
            answer = answers.get(each.key) or (answers.get(TOTALS) if is_asked else "")
            if answer != MEE:
                found.append(replace(each, is_asked=is_asked and not answer, was_doubtful=is_asked))
    return found


def loose_lines(rows: Sequence[SheetRow], fields: Mapping[str, int], answers: SheetAnswers) -> list[PassedOver]:
    """The rows with nothing but words in small letters, where all others have a number and a name that begins large."""
    if not {"title", "number"} <= fields.keys():
        return []
    title, number = fields["title"], fields["number"]
    numbered = [row for row in rows if row.cell(number)]
    others = [row for row in rows if not row.cell(number)]
    loose = [row for row in others if row.cell(title) and len({*filter(None, row.cells)}) == 1]
    is_sure = len(numbered) >= _FEWEST_NUMBERED and len(loose) == len(others)
    if not is_sure or any(_begins_small(row.text(title)) for row in numbered):
        return []
    # Behind an empty row the table has ended.
    reached: set[int] = set()
    for row in rows:
        reached |= {row.number} if row.cell(number) or row.number - 1 in reached else set()
    found = []
    for row in loose:
        each = PassedOver(row.number, _name(row.cell(title)), was_doubtful=True)
        answer = answers.get(each.key) or answers.get(TOTALS)
        if answer != MEE and _begins_small(row.text(title)) and row.number in reached:
            found.append(replace(each, is_asked=not answer))
    return found


def _begins_small(text: str) -> bool:
    return text.strip()[:1].islower()


def under_table(rows: Sequence[SheetRow], title: int | None) -> list[PassedOver]:
    """The rows below a table, by what stands in the column of names, else by their first text."""
    return [PassedOver(row.number, _name(cells[0])) for row in rows if (cells := _named_first(row, title))]


def _named_first(row: SheetRow, title: int | None) -> list[Cell]:
    """The filled cells, the name before the others."""
    filled = [at for at, cell in enumerate(row.cells) if cell]
    if title in filled:
        filled.sort(key=lambda at: at != title)
    return [row.cell(at) for at in filled]


def _name(cell: Cell) -> str:
    return cut(clean_line(str(cell)), _LONGEST_NAME)


def _is_bulleted(cells: Sequence[Cell]) -> bool:
    return str(cells[0]).startswith("*")


def _sums_up(row: SheetRow, rows: Sequence[SheetRow]) -> bool:
    """Whether all its days are also those of other rows, as the first begin and the last end of these are."""
    days = [(at, cell) for at, cell in enumerate(row.cells) if cell and _has_day([cell])]
    return bool(days) and all(any(other.cell(at) == day for other in rows if other is not row) for at, day in days)


def _is_asked(cells: Sequence[Cell], *, sums_up: bool) -> bool | None:
    """Whether a row that is likely no milestone is asked about; None when it is one."""
    about = _is_asked_count(cells) if (sums := _is_asked_sum(cells, sums_up=sums_up)) is None else sums
    if about is not None:
        return about
    if len(cells) == 1 and _FOOTNOTE.fullmatch(plain(str(cells[0])).strip()):
        return False
    is_about_table = _ABOUT_TABLE.fullmatch(plain(str(cells[0])).strip()) and len(cells) <= 1 + _MOST_BESIDE
    return _has_day(cells[1:]) if is_about_table else None


def _is_asked_count(cells: Sequence[Cell]) -> bool | None:
    """The same for a count: it is one with its figure, in its name or in all that stands beside it."""
    name = plain(str(cells[0])).strip()
    if not _COUNTED.fullmatch(name) or _has_day(cells[1:]):
        return None
    if _ITS_FIGURE.fullmatch(name):
        return False
    return True if cells[1:] and all(map(_is_figure, cells[1:])) else None


def _is_asked_sum(cells: Sequence[Cell], *, sums_up: bool) -> bool | None:
    """Whether a row that may be a sum is asked about; None when it is none.

    It is one when its name says nothing else and no day stands beside it. With a day, or with more words before nothing
    but figures or the days of other rows, it may be a milestone too.
    """
    name, others = plain(str(cells[0])).strip(), cells[1:]
    rest = after_sum_word(name)
    if rest is None:
        return None
    if _NO_WORDS.fullmatch(rest):
        return _has_day(others)
    if _SUBTOTAL.match(name) or sums_up:
        return True
    return True if all(map(_is_figure, others)) else None


def _has_day(cells: Sequence[Cell]) -> bool:
    return any(isinstance(cell, date) or is_date(cell) for cell in cells)


def _is_figure(cell: Cell) -> bool:
    text = plain(cell).strip() if isinstance(cell, str) else ""
    return bool(_FIGURE.fullmatch(text) or _COUNT.fullmatch(text))


def passed_over_question(asked: Sequence[PassedOver]) -> IntakeQuestion:
    """Whether rows count that may be sums or signatures: one question for all."""
    choices = (IntakeChoice(SKIP, "overslaan"), IntakeChoice(MEE, "toch overnemen"))
    if len(asked) > 1:
        text = (
            f"{dutch.count(len(asked), 'regel lijkt', 'regels lijken')} geen mijlpaal maar een totaal, "
            f"toelichting of ondertekening: {named([each.name for each in asked])}. Overslaan?"
        )
        return IntakeQuestion(TOTALS, text, choices, SKIP)
    each = asked[0]
    text = (
        f"Regel {each.number}, ‘{each.name}’, lijkt geen mijlpaal maar een totaal, toelichting of ondertekening. "
        "Overslaan?"
    )
    return IntakeQuestion(each.key, text, choices, SKIP)


def told_passed_over(passed: Sequence[PassedOver], under: Sequence[PassedOver]) -> Iterator[str]:
    """Which rows are left out, by their texts, and how they are taken after all."""
    for each, key in ((passed, passed[0].key if len(passed) == 1 else f"{ROW}NAAM"), (under, TAIL)):
        if each:
            key = TOTALS if each is passed and len(each) > 1 and all(row.was_doubtful for row in each) else key
            where = "Onder de tabel" if each is under else "Geen mijlpaal (totaal, voorbeeld, legenda, ondertekening)"
            told = f"{where}, en overgeslagen: {named([row.name for row in each])}, {_numbers(each)}."
            yield Advised(told, f'Toch overnemen: --antwoord "{key}={MEE}".')


def _numbers(passed: Sequence[PassedOver]) -> str:
    return rows_named([each.number for each in passed])
