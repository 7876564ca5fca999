"""Chapter 7: who steers, who does the work, and the VERI matrix."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import ceil

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.markup import cell, paragraph, row, run, table
from sto_tui.documents.word.styles import ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT
from sto_tui.documents.word.writer import LANDSCAPE_WIDTH, Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.milestones import VeriCode
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref

MOST_COLUMNS = 15
NUMBER_WIDTH, PARTY_WIDTH = 1.3, 1.15
_SHADES = {"E": ACCENT, "VE": ACCENT, "V": MID_TINT, "R": HEAD_TINT, "S": HEAD_TINT}
_MEANING = (
    ("E", "eindverantwoordelijk: beslist en tekent af"),
    ("V", "verantwoordelijk: voert uit en legt verantwoording af"),
    ("R", "raadplegen: geeft vooraf advies en helpt mee"),
    ("I", "informeren: wordt op de hoogte gehouden"),
    ("S", "support: ondersteunt"),
    ("–", "O, out of the loop: bewust niet betrokken"),
)


def write(dossier: Dossier, writer: Writer) -> None:
    """Bodies, written parts, and the matrix on landscape pages."""
    writer.heading(1, "Organisatie en VERI", "7")
    writer.lead("Wie beslist, wie voert uit, wie denkt mee en wie wordt op de hoogte gehouden?")
    opening(dossier, writer, Chapter.ORGANISATIE)
    _bodies(dossier, writer)
    headed(dossier, writer, Chapter.ORGANISATIE)
    if not dossier.veri:
        writer.heading(2, "VERI-matrix")
        writer.placeholder("wie welke rol heeft per mijlpaal, bij 6 VERI")
        return
    writer.turn(landscape=True)
    _matrix(dossier, writer)


def _bodies(dossier: Dossier, writer: Writer) -> None:
    if not dossier.bodies:
        writer.placeholder("de organen: stuurgroep, programmamanager, werkgroepen, bij 4 Plan")
        return
    rows = []
    for body in dossier.bodies.values():
        place = Ref("bodies", body.id)
        members = [
            " · ".join(
                filter(None, (dossier.caption(Ref("parties", one.party)) if one.party else "", one.person, one.role))
            )
            for one in body.members
        ]
        rhythm = f"{body.meets} keer per jaar" if body.meets else ""
        size = count(body.size, "lid", "leden") if body.size else ""
        about = [f"Voorzitter: {body.chair}" if body.chair else "", " · ".join(filter(None, (size, rhythm)))]
        tasks = [writer.value(place.at("task"), body.task, f"taak van {body.name}")]
        tasks += [run("Bevoegdheid: ") + writer.field(place.at("authority"), body.authority)] if body.authority else []
        seats = writer.bullets(
            writer.tagged(f"{place}/members#{one.id}", text) for one, text in zip(body.members, members, strict=True)
        )
        notes = "".join(writer.cell_text(run(text)) for text in about if text)
        rows.append(
            (
                writer.cell_text(writer.field(place.at("name"), body.name), "STOTabellabel"),
                "".join(writer.cell_text(task) for task in tasks),
                (seats + notes) or writer.cell_text(run("–")),
            )
        )
    head = ("Orgaan", "Taak", "Leden en overleg")
    writer.table(
        (3.4, 7.0, 5.6), head, rows, "Organen, taken en overlegritme", "Per orgaan de taak, de leden en hoe vaak."
    )


def _matrix(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "VERI-matrix")
    if any(role.derived for role in dossier.veri.values()):
        text = "De rollen zijn afgeleid uit de tekst van het plan en nog niet met alle partijen besproken."
        writer.box("Afgeleid.", text)
    uses = Counter(role.party for role in dossier.veri.values())
    columns = sorted(dossier.veri_columns, key=lambda column: (column.table != "bodies", -uses[column]))
    tables = ceil(len(columns) / MOST_COLUMNS)
    size = ceil(len(columns) / tables)
    for start in range(0, len(columns), size):
        part = columns[start : start + size]
        more = f", deel {start // size + 1}" if tables > 1 else ""
        writer.caption(f"Rollen per mijlpaal{more}")
        rows = [_head(dossier, writer, part), *_rows(dossier, writer, part, only_used=start > 0)]
        title = f"VERI-matrix{more}"
        xml = table(
            writer.style("STORastertabel"), _widths(part), rows, title, "Per rij en per partij de rol als letter."
        )
        writer.raw_table(xml, len(rows))
        writer.legend("   ".join(f"{code} {meaning}" for code, meaning in _MEANING))


def _widths(columns: Sequence[Ref]) -> list[float]:
    return [NUMBER_WIDTH, LANDSCAPE_WIDTH - NUMBER_WIDTH - PARTY_WIDTH * len(columns), *[PARTY_WIDTH] * len(columns)]


def _head(dossier: Dossier, writer: Writer, columns: Sequence[Ref]) -> str:
    widths = _widths(columns)
    cells = [
        cell(width, [writer.cell_text(run(text), "STORastertekst")], down=False)
        for width, text in zip(widths[:2], ("Nr", "Mijlpaal"), strict=True)
    ]
    for column in columns:
        name = dossier.caption(column)
        shown = name if len(name) <= 28 else f"{name[:27].rstrip()}…"
        cells.append(cell(PARTY_WIDTH, [writer.cell_text(run(shown, bold=True), "STORastertekst")], down=True))
    return row(cells, head=True, height=3.6)


def _rows(dossier: Dossier, writer: Writer, columns: Sequence[Ref], *, only_used: bool) -> list[str]:
    """The rows by theme; a second table has only the rows in which its parties have a role."""
    rows: list[str] = []
    for theme in [*dossier.themes.values(), None]:
        refs = [Ref("milestones", one.id) for one in dossier.milestones_of(theme.id if theme else 0)]
        if theme:
            speerpunten = [Ref("speerpunten", one.id) for one in dossier.speerpunten_of(theme.id)]
            refs = [ref for ref in speerpunten if dossier.veri_row(ref)] + refs
            rows.append(_row(dossier, writer, Ref("themes", theme.id), columns, group=True))
        elif refs:
            rows.append(_group(writer, "Zonder thema", columns))
        used = [ref for ref in refs if any(role.party in columns for role in dossier.veri_row(ref))]
        rows += [_row(dossier, writer, ref, columns) for ref in (used if only_used else refs)]
    return rows


def _group(writer: Writer, name: str, columns: Sequence[Ref]) -> str:
    cells = [
        cell(
            sum(_widths(columns)),
            [writer.cell_text(run(name, bold=True), "STORastertekst")],
            shade=LABEL_TINT,
            span=len(columns) + 2,
        )
    ]
    return row(cells)


def _row(dossier: Dossier, writer: Writer, ref: Ref, columns: Sequence[Ref], *, group: bool = False) -> str:
    record = dossier.get(ref)
    widths = _widths(columns)
    shade = LABEL_TINT if group else ""
    number, title = str(getattr(record, "number", "")), str(getattr(record, "title", ""))
    cells = [
        cell(widths[0], [writer.cell_text(run(number, bold=group), "STORastertekst")], shade=shade),
        cell(widths[1], [writer.cell_text(run(title, bold=group), "STORastertekst")], shade=shade),
    ]
    codes = {role.party: VeriCode(role.code).value for role in dossier.veri_row(ref)}
    cells += [_code_cell(writer.style("STORaster"), codes.get(column, ""), shade) for column in columns]
    return row(cells)


@cache
def _code_cell(style: str, code: str, shade: str) -> str:
    """The cell of a role; a matrix has thousands of a dozen different ones."""
    shown = "–" if code == "O" else code
    strong = run(shown, bold=code in ("E", "V", "VE"), colour="FFFFFF" if "E" in code else "")
    return cell(PARTY_WIDTH, [paragraph(style, strong)], shade=_SHADES.get(code, shade))
