"""Who steers, who does the work, and the VERI matrix."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.styles import ACCENT, GREY, HEAD_TINT, LABEL_TINT, MID_TINT
from sto_tui.documents.word.writer import Writer, bound_to_next, kept_together, parted
from sto_tui.documents.word.xml_writing import cell, paragraph, row, run, table
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, enumerate_words
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.parties import Body
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.domain.text import shortened
from sto_tui.places import Place
from sto_tui.planning.level_words import level_words
from sto_tui.planning.next_period.derived import source_of_roles
from sto_tui.planning.parties.of_plan import columns_of_plan
from sto_tui.planning.steering import steered
from sto_tui.planning.veri.columns import columns as visible_columns
from sto_tui.planning.veri.columns import hidden_with_roles
from sto_tui.planning.veri.matrix import MatrixRow, ancestors, matrix_rows

MOST_COLUMNS = 15
_SEAT = (3.0, 4.8, 4.8, 3.4)
NUMBER_WIDTH, PARTY_WIDTH, LEAST_NAME_WIDTH = 1.3, 1.15, 5.0


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


def write(dossier: Dossier, writer: Writer) -> None:
    """Bodies, written parts, and the matrix on landscape pages."""
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.ORGANISATIE)
    _bodies(dossier, writer)
    headed(dossier, writer, Chapter.ORGANISATIE)
    if not dossier.of(Veri):
        writer.heading(2, "VERI-matrix")
        writer.ask(list_of("veri"))
        return
    writer.turn(landscape=True)
    _matrix(dossier, writer)


def _about(dossier: Dossier) -> str:
    """The bodies, and what the codes that stand in the matrix tell."""
    codes = _codes_in(matrix_rows(dossier), visible_columns(dossier))
    roles = enumerate_words([words for words, of_codes in _TOLD if of_codes & codes])
    topics = [
        *(["noemt de organen met hun taak"] if dossier.of(Body) else []),
        *([f"laat zien {roles}"] if roles else []),
    ]
    return f"Dit hoofdstuk {' en '.join(topics) or 'gaat over de organisatie'}."


def _codes_in(matrix: Iterable[MatrixRow], columns: Sequence[Ref]) -> set[VeriCode]:
    """The codes in these columns."""
    return {code for matrix_row in matrix for column in columns for code in matrix_row.shown.get(column, ())}


def _bodies(dossier: Dossier, writer: Writer) -> None:
    """Per body what it is for, how it works, and who sits in it."""
    if writer.ask(list_of("bodies")):
        return
    for body, _ in steered(dossier):
        title = f"{capital(body.name)}: taak, leden en overleg"
        writer.caption(title)
        rows = [*_about_body(dossier, writer, body), *_members(dossier, writer, body)]
        head, *rest = rows
        described = "Eerst wat dit orgaan doet en hoe het overlegt, dan een rij per lid met naam en rol."
        xml = table(writer.style("STORijentabel"), list(_SEAT), [head, *kept_together(rest)], title, described)
        writer.add(xml)


def _about_body(dossier: Dossier, writer: Writer, body: Body) -> list[str]:
    """Its name as a head, then its fields with their labels, and under which body or theme it belongs."""
    place = ref_of(body)
    fields = (
        ("Taak", "task", body.task),
        ("Bevoegdheid", "authority", body.authority),
        ("Voorzitter", "chair", body.chair),
        ("Aantal leden", "size", str(body.size or "")),
        ("Keer per jaar", "meets", str(body.meets or "")),
    )
    bound = (("Valt onder", Ref("bodies", body.parent or 0)), ("Hoort bij", Ref("themes", body.theme or 0)))
    name = "".join(writer.in_column(place.at("name"), body.name, "Orgaan", "STOTabelkop"))
    rows = [_labelled((writer.cell_text(writer.mark(run("Orgaan"), place), "STOTabelkop"), name), head=True)]
    for label, field_name, text in fields:
        where = place.at(field_name)
        if text or writer.lacks(where):
            rows.append(_labelled((writer.label(label, where), writer.value(where, text))))
    for label, ref in bound:
        if dossier.get(ref):
            rows.append(_labelled((writer.label(label), writer.cell_text(run(dossier.name(ref))))))
    return rows


def _labelled(contents: tuple[str, str], *, head: bool = False) -> str:
    """A label, and what stands beside it over the other columns of the seats."""
    label, content = contents
    shade = "" if head else LABEL_TINT
    return row((cell(_SEAT[0], [label], shade=shade), cell(sum(_SEAT[1:]), [content], span=3)), head=head)


def _members(dossier: Dossier, writer: Writer, body: Body) -> list[str]:
    """A row per seat, under a head of their own."""
    if not body.members:
        return []
    heads = ("Lid", "Partij", "Persoon of functie", "Rol")
    cells = zip(_SEAT, heads, strict=True)
    head = row(cell(width, [writer.cell_text(run(text), "STOTabelkop")], shade=LABEL_TINT) for width, text in cells)
    rows = [_member(dossier, writer, body, number) for number in range(len(body.members))]
    return [bound_to_next(head), *rows]


def _member(dossier: Dossier, writer: Writer, body: Body, number: int) -> str:
    """Party, person and role; the last two are fields of this seat."""
    member = body.members[number]
    seat = f"members#{member.id}"
    party = dossier.caption(Ref("parties", member.party)) if member.party else "–"
    contents = (
        writer.number(str(number + 1), f"{ref_of(body)}/{seat}"),
        writer.cell_text(run(party)),
        writer.in_column(ref_of(body, f"{seat}/person"), member.person, "Persoon of functie"),
        writer.in_column(ref_of(body, f"{seat}/role"), member.role, "Rol"),
    )
    return row(cell(width, [content]) for width, content in zip(_SEAT, contents, strict=True))


def _matrix(dossier: Dossier, writer: Writer) -> None:
    """The matrix of the screen: its rows, and its columns in the order of the region."""
    writer.heading(2, "VERI-matrix")
    if source := source_of_roles(dossier):
        derived = [role.derived for role in dossier.of(Veri).values()]
        which = "De rollen zijn" if all(derived) else "Een deel van de rollen is"
        writer.box("Afgeleid.", f"{which} afgeleid uit {source} en nog niet met alle partijen besproken.")
    columns, matrix = columns_of_plan(dossier, visible_columns(dossier)), matrix_rows(dossier)
    if columns:
        codes = _codes_in(matrix, columns)
        if codes:
            writer.legend("   ".join(f"{role.sign} {role.meaning}" for role in _ROLES if role.code in codes))
        room = writer.width - NUMBER_WIDTH - LEAST_NAME_WIDTH
        parts = parted(columns, min(MOST_COLUMNS, int(room / PARTY_WIDTH)))
        for number in range(len(parts)):
            _matrix_table(dossier, writer, parts, number, matrix)
    _left_out(dossier, writer)
    _to_settle(dossier, writer)


def _matrix_table(
    dossier: Dossier, writer: Writer, parts: Sequence[Sequence[Ref]], number: int, matrix: Sequence[MatrixRow]
) -> None:
    """One table; those after the first have only the rows in which their parties have a role, and what is above."""
    columns, more = parts[number], f", deel {number + 1}" if len(parts) > 1 else ""
    shown = _with_roles(dossier, matrix, columns) if number else matrix
    elsewhere = (
        {} if number else {matrix_row.ref: seen for matrix_row in matrix if (seen := _elsewhere(matrix_row, parts))}
    )
    writer.caption(f"Rollen per mijlpaal{more}")
    rows = [_head(dossier, writer, columns), *_rows(writer, shown, columns, elsewhere)]
    description = "Per rij en per partij de rol als letter."
    xml = table(writer.style("STORastertabel"), _widths(writer, columns), rows, f"VERI-matrix{more}", description)
    writer.add(xml)
    codes = _codes_in(shown, columns)
    short = " · ".join(f"{role.sign} {role.short}" for role in _ROLES if role.code in codes)
    meaning = [short] if short else []
    if any(row.inherited_from and row.shown.keys() & columns for row in shown):
        meaning.append("Tussen haakjes: van de rij erboven.")
    if number:
        meaning.append("Rijen waarin deze partijen geen rol hebben zijn weggelaten.")
    if meaning:
        writer.legend("   ".join(meaning))


def _elsewhere(row: MatrixRow, parts: Sequence[Sequence[Ref]]) -> str:
    """Where the roles of a row stand that has none in the first part: `zie deel 2 en 3`."""
    places = [number for number, columns in enumerate(parts, 1) if row.shown.keys() & columns]
    return f"zie deel {enumerate_words([str(place) for place in places])}" if places and places[0] > 1 else ""


def _with_roles(dossier: Dossier, matrix: Sequence[MatrixRow], columns: Sequence[Ref]) -> list[MatrixRow]:
    """The rows in which these parties have a role, and the rows under which those stand."""
    kept: set[Ref] = set()
    for matrix_row in matrix:
        if matrix_row.shown.keys() & columns:
            kept |= {matrix_row.ref, *ancestors(dossier, matrix_row.ref)}
    return [matrix_row for matrix_row in matrix if matrix_row.ref in kept]


def _left_out(dossier: Dossier, writer: Writer) -> None:
    """How many columns the region hid, since a reader cannot see that."""
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


def _widths(writer: Writer, columns: Sequence[Ref]) -> list[float]:
    name = writer.width - NUMBER_WIDTH - PARTY_WIDTH * len(columns)
    return [NUMBER_WIDTH, name, *[PARTY_WIDTH] * len(columns)]


def _head(dossier: Dossier, writer: Writer, columns: Sequence[Ref]) -> str:
    widths = _widths(writer, columns)
    cells = [
        cell(width, [writer.cell_text(run(text, bold=True, colour=ACCENT), "STORastertekst")], low=True)
        for width, text in zip(widths[:2], ("Nr", "Mijlpaal"), strict=True)
    ]
    for column in columns:
        text = run(shortened(dossier.caption(column), 28), bold=True, colour=ACCENT)
        cells.append(cell(PARTY_WIDTH, [writer.cell_text(text, "STORastertekst")], down=True))
    return row(cells, head=True, height=3.6)


def _rows(
    writer: Writer, matrix: Sequence[MatrixRow], columns: Sequence[Ref], elsewhere: Mapping[Ref, str]
) -> list[str]:
    """Every row; what belongs to no theme stands last, under a head of its own."""
    rows: list[str] = []
    themeless = False
    for matrix_row in matrix:
        if matrix_row.level and matrix_row.above is None and not themeless:
            themeless = True
            rows.append(_group(writer, f"Zonder {level_words(writer.dossier.region).theme.singular}", columns))
        rows.append(_row(writer, matrix_row, columns, elsewhere.get(matrix_row.ref, "")))
    return rows


def _group(writer: Writer, name: str, columns: Sequence[Ref]) -> str:
    cells = [
        cell(
            sum(_widths(writer, columns)),
            [writer.cell_text(run(name, bold=True), "STORastertekst")],
            shade=LABEL_TINT,
            span=len(columns) + 2,
        )
    ]
    return row(cells)


def _row(writer: Writer, shown: MatrixRow, columns: Sequence[Ref], elsewhere: str) -> str:
    """A theme is tinted and bold, a speerpunt bold; `elsewhere` says where its roles stand."""
    widths = _widths(writer, columns)
    shade, bold = LABEL_TINT if shown.level == 0 else "", shown.level < 2
    title = run(shown.title, bold=bold) + (run(f" ({elsewhere})", colour=GREY) if elsewhere else "")
    cells = [
        cell(width, [writer.cell_text(text, "STORastertekst")], shade=shade)
        for width, text in zip(widths, (run(shown.number, bold=bold), title), strict=False)
    ]
    inherited = shown.inherited_from is not None
    style = writer.style("STORaster")
    cells += [_code_cell(style, shown.shown.get(column, ()), shade, inherited) for column in columns]
    return row(cells)


@cache
def _code_cell(style: str, codes: tuple[VeriCode, ...], shade: str, inherited: bool) -> str:
    """The cell of a role; a matrix has thousands of a dozen different ones. What is inherited is lighter."""
    code = "/".join(letter.value for letter in codes)
    shown = "–" if code == "O" else code
    if inherited and code:
        return cell(PARTY_WIDTH, [paragraph(style, run(f"({shown})", colour=GREY))], shade=shade)
    strong = run(shown, bold="E" in code or "V" in code, colour="FFFFFF" if "E" in code else "")
    tint = ACCENT if "E" in code else MID_TINT if "V" in code else HEAD_TINT if code in ("R", "S") else shade
    return cell(PARTY_WIDTH, [paragraph(style, strong)], shade=tint)
