"""What is asked of one party, as a Word document of one page when it fits, to send to that party."""

from sto_tui.documents.word import DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.styles import GREY
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import cell, outline, paragraph, row, run, table
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.record import Ref
from sto_tui.planning.level_words import level_words
from sto_tui.planning.next_period.derived import source_of_roles
from sto_tui.planning.veri.party_tasks import AskedLine, PartyView, Role, party_view, person_in_sentence

_WIDTHS = (4.4, 1.2, 5.3, 5.1)


def build_party_sheet(dossier: Dossier, party: Ref, options: DraftOptions) -> bytes:
    """The bytes of the document; the same dossier, party and options give the same. Raises TemplateError."""
    base = opened(options)
    writer = Writer(base.ids, dossier, options.date, page=base.page)
    view = party_view(dossier, party)
    _opening(writer, view, options)
    for role, lines in view.groups:
        _group(writer, role, lines)
    for sentence in filter(None, (view.nothing, view.outside)):
        writer.text(sentence)
    _closing(dossier, writer, party)
    region = f"Sterk Techniekonderwijs {dossier.region.name}"
    labels = Labels(view.question, region, view.name, "VERI; rollen", cover=False)
    return packed(base, writer.blocks, writer, options, labels)


def _opening(writer: Writer, view: PartyView, options: DraftOptions) -> None:
    """The question, of which region and plan period, on which day, and how much of each role."""
    region, period = writer.dossier.region, writer.dossier.current_period
    close = '<w:spacing w:before="0" w:after="80"/>'
    writer.add(paragraph(writer.style("STOBovenregel"), run("Sterk Techniekonderwijs"), properties=close))
    writer.add(paragraph(writer.style("STOBladtitel"), run(view.question), properties=outline(1)))
    about = (f"Regio {region.name}", f"planperiode {period.label}" if period else "", long_date(options.date))
    writer.lead(" · ".join(filter(None, about)))
    if view.counts:
        writer.text(capital(view.counts))


def _group(writer: Writer, role: Role, lines: tuple[AskedLine, ...]) -> None:
    """A role with what it means, and its lines by date."""
    name = f"{capital(role.name)} ({role.code.value})"
    close = f'<w:spacing w:before="160" w:after="60"/>{outline(2)}'
    writer.add(paragraph(writer.style("Heading3"), run(f"{name}  ") + run(role.meaning, colour=GREY), properties=close))
    word = level_words(writer.dossier.region).theme.singular
    heads = zip(_WIDTHS, ("Wanneer", "Nr", "Mijlpaal", capital(word)), strict=True)
    head = row((_cell(writer, width, run(text), "STOTabelkop") for width, text in heads), head=True)
    rows = [head, *(_row(writer, line) for line in lines)]
    description = "Per regel de periode, het nummer, de mijlpaal en waar die bij hoort."
    writer.add(table(writer.style("STOBladtabel"), list(_WIDTHS), rows, name, description))


def _row(writer: Writer, line: AskedLine) -> str:
    title = run(line.title) + (run(f" {line.remark}", colour=GREY) if line.remark else "")
    contents = (run(line.period), run(line.number), title, run(line.theme or "–"))
    return row(
        _cell(writer, width, content, "STORastertekst") for width, content in zip(_WIDTHS, contents, strict=True)
    )


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
