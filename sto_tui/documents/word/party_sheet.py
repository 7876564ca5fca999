"""What is asked of one party, as a Word document of one page, to send to that party."""

from collections.abc import Sequence
from dataclasses import replace

from sto_tui.documents.word import DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.one_page import PageMeasure, loosest
from sto_tui.documents.word.sheet_opening import write_opening
from sto_tui.documents.word.styles import GREY
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import cell, outline, paragraph, row, run, table
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone, Stoplicht, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.domain.region_words import programme_of
from sto_tui.frozen import frozen
from sto_tui.planning.next_period.derived import source_of_roles
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.veri.matrix import about
from sto_tui.planning.veri.party_tasks import AskedLine, PartyView, Role, party_view, person_in_sentence

_ANY = 10_000


@frozen
class SheetLayout:
    """How close together it stands: the columns, and how many lines of each role; of the others only the number.

    Those who are told something have `told` lines, who is asked or supports `asked`, and who does or decides `done`.
    Without `numbers` what has no line is counted. Without `themes` a theme is its number.
    """

    widths: tuple[float, float, float, float] = (4.4, 1.2, 5.3, 5.1)
    themes: bool = True
    told: int = _ANY
    asked: int = _ANY
    done: int = _ANY
    numbers: bool = True

    def lines_of(self, role: VeriCode) -> int:
        """How many lines a role may have."""
        if role is VeriCode.INFORMEREN:
            return self.told
        return self.done if role.does or role.decides else self.asked


_CLOSE = SheetLayout(widths=(4.2, 1.2, 9.4, 1.2), themes=False)
_LOOSE_TO_TIGHT = (
    SheetLayout(),
    _CLOSE,
    *(replace(_CLOSE, told=most) for most in reversed(range(20))),
    *(replace(_CLOSE, told=0, asked=most) for most in reversed(range(40))),
    *(replace(_CLOSE, told=0, asked=0, done=most) for most in reversed(range(50))),
    replace(_CLOSE, told=0, asked=0, done=0, numbers=False),
)


def build_party_sheet(dossier: Dossier, party: Ref, options: DraftOptions) -> bytes:
    """The bytes of the document; the same dossier, party and options give the same. Raises TemplateError."""
    base, dossier = opened(options), as_of_today(dossier, options.date)
    view = party_view(dossier, party)

    def drawn(layout: SheetLayout) -> list[str]:
        writer = Writer(base.ids, dossier, options.date, page=base.page)
        _write(writer, view, layout)
        _closing(dossier, writer, party)
        return writer.blocks

    measure = PageMeasure(base, landscape=False)
    blocks = drawn(loosest(_LOOSE_TO_TIGHT, lambda layout: measure.fits(drawn(layout))))
    writer = Writer(base.ids, dossier, options.date, page=base.page)
    region = programme_of(dossier.region)
    labels = Labels(view.question, region, view.name, "VERI; rollen", cover=False)
    return packed(base, blocks, writer, options, labels)


def _write(writer: Writer, view: PartyView, layout: SheetLayout) -> None:
    """The question, how much of each role, and then role by role."""
    write_opening(writer, view.question)
    if view.counts:
        writer.text(capital(view.counts))
    for role, lines in view.groups:
        _group(writer, role, lines, layout)
    if any(len(lines) > layout.lines_of(role.code) for role, lines in view.groups):
        writer.source("Wat hier alleen een nummer heeft of is geteld, staat in het activiteitenplan.")
    outside = f"Hoort er {len(view.out_of_the_loop)} keer niet bij (O, out of the loop)." if view.outside else ""
    for sentence in filter(None, (view.nothing, outside if not layout.numbers else view.outside)):
        writer.text(sentence)


def _group(writer: Writer, role: Role, lines: tuple[AskedLine, ...], layout: SheetLayout) -> None:
    """A role with what it means, and its lines by date."""
    name = f"{capital(role.name)} ({role.code.value})"
    close = f'<w:spacing w:before="160" w:after="60"/>{outline(2)}'
    writer.add(paragraph(writer.style("Heading3"), run(f"{name}  ") + run(role.meaning, colour=GREY), properties=close))
    listed = _listed(writer.dossier, lines, layout.lines_of(role.code))
    if listed:
        _table(writer, name, listed, layout)
    has_line = frozenset(listed)
    if rest := [line for line in lines if line not in has_line]:
        numbers = ", ".join(about(writer.dossier, line.ref) for line in rest)
        writer.text(f"{'En bij' if listed else 'Bij'} {numbers}." if layout.numbers else f"{len(rest)} keer.")


def _listed(dossier: Dossier, lines: Sequence[AskedLine], most: int) -> list[AskedLine]:
    """At most so many of the lines, in their order; what is still to be done before what is gereed."""
    chosen = frozenset(sorted(lines, key=lambda line: _is_ready(dossier, line))[:most])
    return [line for line in lines if line in chosen]


def _is_ready(dossier: Dossier, line: AskedLine) -> bool:
    record = dossier.get(line.ref)
    return isinstance(record, Milestone) and record.light is Stoplicht.GEREED


def _table(writer: Writer, name: str, lines: Sequence[AskedLine], layout: SheetLayout) -> None:
    word = capital(level_words(writer.dossier.region).theme.singular)
    heads = zip(layout.widths, ("Wanneer", "Nr", "Mijlpaal", word), strict=True)
    head = row((_cell(writer, width, run(text), "STOTabelkop") for width, text in heads), head=True)
    rows = [head, *(_row(writer, line, layout) for line in lines)]
    description = "Per regel de periode, het nummer, de mijlpaal en waar die bij hoort."
    writer.add(table(writer.style("STOBladtabel"), list(layout.widths), rows, name, description))


def _row(writer: Writer, line: AskedLine, layout: SheetLayout) -> str:
    title = run(line.title) + (run(f" {line.remark}", colour=GREY) if line.remark else "")
    theme = line.theme if layout.themes else line.theme.partition(" ")[0]
    contents = (run(line.period), run(line.number), title, run(theme or "–"))
    cells = zip(layout.widths, contents, strict=True)
    return row(_cell(writer, width, content, "STORastertekst") for width, content in cells)


def _cell(writer: Writer, width: float, content: str, style: str) -> str:
    return cell(width, [writer.cell_text(content, style)])


def _closing(dossier: Dossier, writer: Writer, party: Ref) -> None:
    """Whom to tell when it is wrong, and whether it was talked through."""
    region = dossier.region
    contact = f" ({region.contact})" if region.contact else ""
    whom = person_in_sentence(region.programme_manager or "de programmamanager van de regio")
    words = f"Zeg het tegen {whom}{contact}."
    if source := source_of_roles(dossier, party):
        words += f" Een deel van de rollen komt uit {source} en is nog niet besproken."
    writer.box("Klopt dit niet, of past het niet?", words)
