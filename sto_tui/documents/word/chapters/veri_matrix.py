"""The VERI matrix: as many parties side by side as can be read, and only rows that say something."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from sto_tui.documents.word.styles import ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT
from sto_tui.documents.word.text_widths import raster_width
from sto_tui.documents.word.writer import Writer, bound_to_next, parted
from sto_tui.documents.word.xml_writing import cell, paragraph, row, run, table
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen
from sto_tui.places import Place
from sto_tui.planning.next_period.derived import source_of_roles
from sto_tui.planning.parties_of_plan import bodies_of_plan
from sto_tui.planning.veri.columns import columns as visible_columns
from sto_tui.planning.veri.columns import hidden_with_roles, short_head
from sto_tui.planning.veri.matrix import MatrixRow, ancestors, matrix_rows

NUMBER_WIDTH, LEAST_NAME_WIDTH = 1.3, 6.0
LEAST_PARTY_WIDTH, PARTY_WIDTH = 0.5, 1.15
# With no more columns than these their heads are whole names.
MOST_NAMED = 15
_LONGEST_HEAD = 28
_MOST_IN_SIGHT = 15
"""Below so many rows the key above the matrix is still in sight."""


class _Role(NamedTuple):
    """How a code is written in a cell, what it means, and the same in short."""

    code: VeriCode
    sign: str
    meaning: str
    short: str


_ROLES = (
    _Role(VeriCode.EINDVERANTWOORDELIJK, "E", "eindverantwoordelijk: beslist en tekent af", "beslist"),
    _Role(
        VeriCode.VERANTWOORDELIJK,
        "V",
        "verantwoordelijk: voert uit en legt verantwoording af aan E",
        "voert uit",
    ),
    _Role(
        VeriCode.BEIDE, "VE", "verantwoordelijk én eindverantwoordelijk: voert uit en beslist", "voert uit en beslist"
    ),
    _Role(VeriCode.RAADPLEGEN, "R", "raadplegen: geeft vooraf advies en helpt mee", "denkt vooraf mee"),
    _Role(VeriCode.INFORMEREN, "I", "informeren: wordt tussentijds op de hoogte gehouden", "hoort het tussentijds"),
    _Role(VeriCode.SUPPORT, "S", "support: ondersteunt", "ondersteunt"),
    _Role(VeriCode.OUT_OF_THE_LOOP, "–", "O, out of the loop: bewust niet betrokken", "niet betrokken"),
)
_TOLD = (
    ("wie beslist", {VeriCode.EINDVERANTWOORDELIJK, VeriCode.BEIDE}),
    ("wie uitvoert", {VeriCode.VERANTWOORDELIJK, VeriCode.BEIDE}),
    ("wie meedenkt", {VeriCode.RAADPLEGEN}),
    ("wie op de hoogte blijft", {VeriCode.INFORMEREN}),
    ("wie ondersteunt", {VeriCode.SUPPORT}),
    ("wie er niet bij hoort", {VeriCode.OUT_OF_THE_LOOP}),
)


@frozen
class _Sheet:
    """One table of the matrix: its columns with their heads, and the widths in centimetres."""

    columns: Sequence[Ref]
    heads: Sequence[str]
    each: float
    name: float

    @property
    def widths(self) -> list[float]:
        """Of number, name and every party."""
        return [NUMBER_WIDTH, self.name, *[self.each] * len(self.columns)]


def told_roles(dossier: Dossier) -> list[str]:
    """What the codes that stand in the matrix tell: `wie beslist`."""
    codes = _codes_in(matrix_rows(dossier), visible_columns(dossier))
    return [words for words, of_codes in _TOLD if of_codes & codes]


def _codes_in(matrix: Iterable[MatrixRow], columns: Sequence[Ref]) -> set[VeriCode]:
    """The codes of their own that rows have in these columns."""
    among = frozenset(columns)
    return {
        code for matrix_row in matrix for column, codes in matrix_row.own.items() if column in among for code in codes
    }


def write_matrix(dossier: Dossier, writer: Writer) -> None:
    """The matrix of the screen: its rows, and its columns in the order of the region."""
    writer.heading(2, "VERI-matrix")
    if source := source_of_roles(dossier):
        derived = [role.derived for role in dossier.of(Veri).values()]
        which = "De rollen zijn" if all(derived) else "Een deel van de rollen is"
        writer.box("Afgeleid.", f"{which} afgeleid uit {source} en nog niet met alle partijen besproken.")
    every, matrix = visible_columns(dossier), matrix_rows(dossier)
    columns = [column for column in every if any(column in matrix_row.own for matrix_row in matrix)]
    if columns:
        sheets = _sheets(dossier, writer, columns, matrix)
        _keys(dossier, writer, sheets, _codes_in(matrix, columns))
        for number in range(len(sheets)):
            _matrix_table(dossier, writer, sheets, number, matrix)
    of_plan = {ref_of(body) for body in bodies_of_plan(dossier)}
    bare = [column for column in every if column not in columns]
    _left_out(dossier, writer, [column for column in bare if column.table != "bodies" or column in of_plan])
    _to_settle(dossier, writer)


def _sheets(dossier: Dossier, writer: Writer, columns: Sequence[Ref], matrix: Sequence[MatrixRow]) -> list[_Sheet]:
    """One table when the columns fit as narrow as their codes allow; else as few as can be, of equal width."""
    codes = {_shown(codes) for matrix_row in matrix for codes in matrix_row.own.values()}
    least = max(LEAST_PARTY_WIDTH, raster_width(codes, bold=True))
    parts = parted(columns, int((writer.width - NUMBER_WIDTH - LEAST_NAME_WIDTH) / least))
    title = max(raster_width((matrix_row.title for matrix_row in matrix), bold=True), LEAST_NAME_WIDTH)
    sheets = []
    for part in parts:
        room = writer.width - NUMBER_WIDTH
        each = max(least, min(PARTY_WIDTH, (room - title) / len(part)))
        named = len(columns) <= MOST_NAMED
        heads = [
            shortened(dossier.caption(column), _LONGEST_HEAD) if named else short_head(dossier, column)
            for column in part
        ]
        sheets.append(_Sheet(part, heads, round(each, 2), room - round(each, 2) * len(part)))
    return sheets


def _keys(dossier: Dossier, writer: Writer, sheets: Sequence[_Sheet], codes: set[VeriCode]) -> None:
    """What the letters mean, and which party a short head is; above the matrix, which may be long."""
    if codes:
        writer.legend("   ".join(f"{role.sign} {role.meaning}" for role in _ROLES if role.code in codes))
    columns = [own for sheet in sheets for own in sheet.columns]
    if len(columns) > MOST_NAMED:
        writer.legend(" · ".join(f"{short_head(dossier, own)} {dossier.caption(own)}" for own in columns))


def _matrix_table(
    dossier: Dossier, writer: Writer, sheets: Sequence[_Sheet], number: int, matrix: Sequence[MatrixRow]
) -> None:
    """One table, with the rows that have a role in it and what stands above those."""
    sheet, more = sheets[number], f", deel {number + 1}" if len(sheets) > 1 else ""
    shown = _with_roles(dossier, matrix, sheet.columns)
    writer.caption(f"Rollen per mijlpaal{more}")
    rows = [_head(writer, sheet), *_rows(writer, shown, sheet)]
    description = "Per rij en per partij de rol als letter."
    writer.add(table(writer.style("STORastertabel"), sheet.widths, rows, f"VERI-matrix{more}", description))
    codes = _codes_in(shown, sheet.columns)
    key = " · ".join(f"{role.sign} {role.short}" for role in _ROLES if role.code in codes)
    meaning = [key] if more or len(shown) > _MOST_IN_SIGHT else []
    if absent := len(matrix) - len(shown):
        rest = "waarin deze partijen geen eigen rol hebben" if more else "zonder eigen rol"
        verb = "is" if absent == 1 else "zijn"
        meaning.append(f"{count(absent, 'rij', 'rijen')} {rest} {verb} weggelaten.")
    if any(matrix_row.inherited_from for matrix_row in matrix):
        words = level_words(dossier.region)
        above = f"{words.speerpunt.singular} of {words.theme.singular}"
        meaning.append(f"Een rij zonder eigen rollen heeft die van het niveau erboven: {above}.")
    if meaning:
        writer.legend("   ".join(meaning))


def _with_roles(dossier: Dossier, matrix: Sequence[MatrixRow], columns: Sequence[Ref]) -> list[MatrixRow]:
    """The rows in which these parties have a role of their own, and the rows under which those stand."""
    kept: set[Ref] = set()
    for matrix_row in matrix:
        if matrix_row.own.keys() & columns:
            kept |= {matrix_row.ref, *ancestors(dossier, matrix_row.ref)}
    return [matrix_row for matrix_row in matrix if matrix_row.ref in kept]


def _left_out(dossier: Dossier, writer: Writer, without: Sequence[Ref]) -> None:
    """Who has no role, and how many columns the region hid, since a reader cannot see that."""
    if without:
        names = enumerate_words([dossier.caption(column) for column in without])
        writer.text(f"Nog zonder rol in deze matrix: {names}.")
    hidden = len(visible_columns(dossier, hidden=True)) - len(visible_columns(dossier))
    if hidden:
        used = hidden_with_roles(dossier)
        with_role = f", waarvan {used} met een rol" if used else ", zonder rol"
        columns = f"{hidden} kolommen staan niet in deze matrix{with_role}"
        column = f"1 kolom staat niet in deze matrix, {'met een' if used else 'zonder'} rol"
        writer.text(f"{column if hidden == 1 else columns}.")


def _to_settle(dossier: Dossier, writer: Writer) -> None:
    """What the parties still have to agree about the rows."""
    open_points = [hole for hole in writer.holes_here if hole.place is Place.VERI and dossier.get(hole.ref)]
    if open_points:
        writer.heading(2, "Nog af te spreken")
    for hole in open_points:
        writer.add(paragraph(writer.style("ListBullet"), writer.hole(hole.ref, hole.detail)))


def _head(writer: Writer, sheet: _Sheet) -> str:
    """Turned heads; the row is as high as the longest, with some room for other fonts."""
    height = round(1.1 * raster_width((*sheet.heads, "Nr"), bold=True) + 0.1, 2)
    cells = [
        cell(width, [writer.cell_text(run(text, bold=True, colour=ACCENT), "STORastertekst")], low=True)
        for width, text in zip(sheet.widths[:2], ("Nr", "Mijlpaal"), strict=True)
    ]
    for head in sheet.heads:
        text = writer.cell_text(run(head, bold=True, colour=ACCENT), "STORastertekst")
        cells.append(cell(sheet.each, [text], down=True))
    return row(cells, head=True, height=height)


def _rows(writer: Writer, matrix: Sequence[MatrixRow], sheet: _Sheet) -> list[str]:
    """Every row; what belongs to no theme stands last, under a head of its own. A row stays with those below it."""
    rows: list[str] = []
    themeless = False
    for number, matrix_row in enumerate(matrix):
        if matrix_row.level and matrix_row.above is None and not themeless:
            themeless = True
            name = f"Zonder {level_words(writer.dossier.region).theme.singular}"
            rows.append(bound_to_next(_group(writer, name, sheet)))
        xml = _row(writer, matrix_row, sheet)
        heads = number + 1 < len(matrix) and matrix[number + 1].level > matrix_row.level
        rows.append(bound_to_next(xml) if heads else xml)
    return rows


def _group(writer: Writer, name: str, sheet: _Sheet) -> str:
    content = writer.cell_text(run(name, bold=True), "STORastertekst")
    return row([cell(sum(sheet.widths), [content], shade=LABEL_TINT, span=len(sheet.columns) + 2)])


def _row(writer: Writer, shown: MatrixRow, sheet: _Sheet) -> str:
    """A theme is tinted and bold, a speerpunt bold."""
    shade, bold = LABEL_TINT if shown.level == 0 else "", shown.level < 2
    cells = [
        cell(width, [writer.cell_text(text, "STORastertekst")], shade=shade)
        for width, text in zip(
            sheet.widths,
            (run(shown.number, bold=bold), writer.copy(shown.ref.at("title"), shown.title, bold=bold)),
            strict=False,
        )
    ]
    style = writer.style("STORaster")
    cells += [_code_cell(style, shown.own.get(column, ()), shade, sheet.each) for column in sheet.columns]
    return row(cells)


def _shown(codes: tuple[VeriCode, ...]) -> str:
    code = "/".join(letter.value for letter in codes)
    return "–" if code == "O" else code


@cache
def _code_cell(style: str, codes: tuple[VeriCode, ...], shade: str, width: float) -> str:
    """The cell of a role; a matrix has thousands of a dozen different ones."""
    code = _shown(codes)
    strong = run(code, bold="E" in code or "V" in code, colour="FFFFFF" if "E" in code else "") if code else ""
    tint = ACCENT if "E" in code else MID_TINT if "V" in code else HEAD_TINT if code in ("R", "S") else shade
    return cell(width, [paragraph(style, strong)], shade=tint)
