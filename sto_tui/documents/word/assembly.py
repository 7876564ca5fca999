"""From dossier to the bytes of a .docx: template, styles, cover, contents, chapters, headers, properties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from itertools import chain
from typing import Any

from docx.enum.section import WD_ORIENTATION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Twips
from lxml import etree

from sto_tui.documents.word import Draft, DraftOptions, styles
from sto_tui.documents.word.blank_package import blank_document
from sto_tui.documents.word.chapter_numbers import install_chapter_list, install_starts
from sto_tui.documents.word.chapters import WRITERS, bijlagen
from sto_tui.documents.word.chapters.texts import opening_field
from sto_tui.documents.word.charts.block import with_charts
from sto_tui.documents.word.colours import recolour
from sto_tui.documents.word.commenting import write_commenting
from sto_tui.documents.word.cover import contents, cover, plan_name, plan_title
from sto_tui.documents.word.docx_gaps import replace_document, section_properties
from sto_tui.documents.word.field_texts import by_key
from sto_tui.documents.word.fit_to_page import TABLE_TEXT_SIZE, fit
from sto_tui.documents.word.header_footer import HeadWriter, OwnLines, place_front
from sto_tui.documents.word.house_style import document_in, house_style
from sto_tui.documents.word.page_numbers import NOTHING_IN_FRONT, looks_of, number_pages
from sto_tui.documents.word.page_numbers.font_widths import width_of
from sto_tui.documents.word.page_numbers.row_texts import RowsApart
from sto_tui.documents.word.page_size import OUR_PAGE, PageSetup, PageSheet
from sto_tui.documents.word.progress_report import write_report
from sto_tui.documents.word.saving import saved
from sto_tui.documents.word.template_front import NO_FRONT, FrontChoice
from sto_tui.documents.word.template_header_footer import NO_HEADS, RunningHeads
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import paragraph, run
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.plan import Chapter
from sto_tui.domain.printed import PrintedField
from sto_tui.frozen import frozen
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.holes import section_states
from sto_tui.planning.checks.texts import referring_outside
from sto_tui.planning.paper_outline import chapters_of, numbering, section_of
from sto_tui.planning.plan_status import short_status, state_in_words, version_in_words
from sto_tui.planning.progress.period_report import reported_in

_W = f"{{{styles.NAMESPACE}}}"
_DAYS = ("}created", "}modified")
_LONGEST_PROPERTY = 255
# How far it is in percents, as measured on a long plan: counting pages takes longest.
_BEGUN, _CHAPTERS_DONE, _LAID_OUT, _PAGES_DONE = 3, 25, 33, 90
_LAYOUT = "opmaak"
_CONCEPT = "concept"
_KEEP_THIS = "Laat deze regel staan: hieraan is te zien welk concept dit is als het met wijzigingen terugkomt."


@frozen
class Labels:
    """What a document calls itself: in its properties, and left and right in its header.

    `cover` says that the first page is one, without header and footer; else it lacks the header only. `status` is that
    of the plan.
    """

    title: str
    header: str
    state: str
    keyword: str
    cover: bool
    status: str = ""


@frozen
class Base:
    """An empty document with our styles in it: their ids, its page, the template's header and footer, and remarks.

    `colours` says what a colour of ours is in the house style.
    """

    document: Any
    ids: dict[str, str]
    page: PageSetup = OUR_PAGE
    heads: RunningHeads = NO_HEADS
    notices: tuple[str, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)
    front: FrontChoice = NO_FRONT


@frozen
class _Written:
    """A plan or report before it is put in a file: what opens it, the chapters in its writer, holes and remarks."""

    opening: Sequence[str]
    writer: Writer
    missing: tuple[Finding, ...]
    remarks: tuple[str, ...]


def opened(options: DraftOptions) -> Base:
    """An empty document, in the house style when there is a template. Raises TemplateError."""
    if options.template is not None:
        house = house_style(options.template, options.template_name, with_text=options.template_text)
        document = document_in(house)
        styles.install_lists(document)
        install_chapter_list(document, house.ids["Heading1"], house.chapter_level)
        recolour([document.part.numbering_part.element], house.colours)
        return Base(document, dict(house.ids), house.page, house.heads, house.notices, house.colours, house.front)
    document = blank_document()
    ids = styles.install(document)
    styles.install_lists(document)
    install_chapter_list(document, ids["Heading1"])
    return Base(document, ids)


def wider_words(base: Base) -> float:
    """How much wider a word in the tables of a document may be than in ours."""
    look = looks_of(base.document.part).style(base.ids["STOTabeltekst"])
    return width_of(look.font).word * look.size / TABLE_TEXT_SIZE


def packed(base: Base, blocks: Iterable[str], writer: Writer, options: DraftOptions, labels: Labels) -> bytes:
    """The bytes of the document with these blocks in it; the sections are those of the writer."""
    document, how_far = base.document, options.how_far
    how_far.tell(_CHAPTERS_DONE, _LAYOUT)
    is_housed, apart = options.template is not None, RowsApart()
    written = (block.encode() for block in with_charts(document, blocks, base.colours))
    used = _fill(document, written, None if is_housed else apart)
    recolour([document.element.body], base.colours)
    install_starts(document, writer.chapter_numbers.starts)
    set_last_page(document, base.page.sheet(landscape=writer.landscape))
    if is_housed:
        fit(document.element.body, base.page, wider=wider_words(base))
        apart.take_from(document.element.body)
    school = writer.dossier.region.lead_school
    left = " · ".join([f"{school} (penvoerder)"] * bool(school) + [long_date(options.date)] * options.state)
    lines = OwnLines(labels.header, labels.state, left, labels.cover)
    _set_properties(document, writer.dossier, options, labels)
    front = base.front.text if labels.cover else None
    in_front = NOTHING_IN_FRONT if front is None else place_front(document, front, base.ids["Heading1"])
    HeadWriter(document, base.ids, base.heads, lines, behind_front=front is not None).write()
    if not is_housed:
        styles.drop_unused(document, used)
    number_pages(document, apart, in_front, how_far.steps(_LAID_OUT, _PAGES_DONE, "pagina’s"))
    how_far.tell(_PAGES_DONE, "bestand")
    return saved(document, apart)


def build(dossier: Dossier, options: DraftOptions) -> Draft:
    """Makes a plan or a report of the period through which the dossier is seen. Raises TemplateError."""
    base = opened(options)
    written = _written(base, dossier, options)
    writer = written.writer
    status, state = short_status(dossier, options.since), state_in_words(dossier, options.since)
    if options.paper.reports:
        status, state = _CONCEPT, " · ".join(filter(None, (_CONCEPT, version_in_words(dossier))))
    labels = Labels(
        plan_title(dossier, options),
        plan_name(dossier, options),
        state if options.state else "",
        status,
        cover=True,
        status=status,
    )
    data = packed(base, chain(written.opening, writer.handed_over()), writer, options, labels)
    return Draft(data, written.missing, written.remarks, tuple(writer.printed.fields))


def printed_fields(dossier: Dossier, options: DraftOptions) -> tuple[PrintedField, ...]:
    """What a plan or a report prints of each field, without the file: that takes half as long as making it."""
    return tuple(_written(opened(options), dossier, options).writer.printed.fields)


def _written(base: Base, dossier: Dossier, options: DraftOptions) -> _Written:
    options.how_far.tell(0, "controles")
    states = section_states(dossier, options.part, options.date, options.span)
    missing = tuple(hole for state in states for hole in state.missing)
    left_open = frozenset(by_key(hole for state in states for hole in state.aside))
    writer = Writer(base.ids, dossier, options.date, by_key(missing), options.part, page=base.page, left_open=left_open)
    writer.since = options.since
    remarks = [*base.notices, *filter(None, [base.front.notice]), *referring_outside(dossier, options.part)]
    if options.paper.reports:
        reported = reported_in(options.paper, dossier, options.date, options.span)
        write_report(writer, reported, options.compared, final=options.paper.is_final)
        remarks += [reported.remark] * bool(reported.remark)
    else:
        _chapters(dossier, writer, options)
    front = cover(writer, dossier, options)
    bijlagen.write(dossier, writer)
    if options.commenting:
        write_commenting(writer)
    if options.mark:
        writer.line_below("STOBron", run(f"Kenmerk {options.mark}. {_KEEP_THIS}"))
    return _Written((front, contents(writer), *_numbering(writer)), writer, missing, tuple(remarks))


def _numbering(writer: Writer) -> list[str]:
    """Under the contents of a part: why it lacks numbers."""
    words = numbering(writer.part)
    return [paragraph(writer.style("STOBron"), run(words))] if words else []


def _chapters(dossier: Dossier, writer: Writer, options: DraftOptions) -> None:
    """The chapters of the plan that belong to the part."""
    chapters = chapters_of(options.part)
    for number, chapter in enumerate(chapters):
        options.how_far.steps(_BEGUN, _CHAPTERS_DONE, section_of(dossier, chapter).heading)(number, len(chapters))
        write_chapter(dossier, writer, chapter)
    writer.turn(landscape=False)


def write_chapter(dossier: Dossier, writer: Writer, chapter: Chapter) -> None:
    """A chapter with its heading, on pages in its direction."""
    writer.turn(landscape=chapter.landscape)
    writer.begin(section_of(dossier, chapter), opening_field(dossier, chapter))
    WRITERS[chapter](dossier, writer)


def _fill(document: Any, written: Iterable[bytes], apart: RowsApart | None) -> set[str]:
    """Puts what is written in the body, before the last section's properties; returns the styles that it uses.

    The whole is parsed once: moving parsed elements into another tree takes ten times as long. Of tables the rows go
    `apart` when somebody keeps them.
    """
    body = document.element.body
    last = body.find(f"{_W}sectPr")
    for element in list(body):
        body.remove(element)
    body.text = None
    whole = etree.tostring(document.element).replace(b"<w:body/>", b"<w:body></w:body>")
    end = whole.rindex(b"</w:body>")
    used: set[str] = set()
    pieces = [whole[:end]]
    for block in written:
        used |= styles.used_in(block)
        pieces.append(apart.taken_from(block) if apart else block)
    replace_document(document, b"".join((*pieces, etree.tostring(last), whole[end:])))
    return used


def set_last_page(document: Any, sheet: PageSheet) -> None:
    """The page of the last section; those before it end with their own."""
    section = document.sections[-1]
    section.orientation = WD_ORIENTATION.LANDSCAPE if sheet.lying else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Twips(sheet.width), Twips(sheet.height)
    section.top_margin, section.bottom_margin = Twips(sheet.top), Twips(sheet.bottom)
    section.left_margin, section.right_margin = Twips(sheet.left), Twips(sheet.right)
    section.header_distance, section.footer_distance = Twips(sheet.header), Twips(sheet.footer)
    section.gutter = Twips(sheet.gutter)
    properties = section_properties(section)
    for grid in properties.findall(f"{_W}docGrid"):
        properties.remove(grid)


def _set_properties(document: Any, dossier: Dossier, options: DraftOptions, labels: Labels) -> None:
    properties = document.core_properties
    moment = datetime(options.date.year, options.date.month, options.date.day)
    properties.title = labels.title[:_LONGEST_PROPERTY]
    properties.author = (dossier.region.lead_school or dossier.region.name)[:_LONGEST_PROPERTY]
    properties.last_modified_by = properties.author
    properties.subject = "Sterk Techniekonderwijs"
    properties.content_status = capital(labels.status) if options.state else ""
    words = ["Sterk Techniekonderwijs", *([labels.keyword] if options.state else []), dossier.region.name]
    properties.keywords = "; ".join(words)[:_LONGEST_PROPERTY]
    properties.comments = ""
    properties.language = "nl-NL"
    properties.revision = 1
    properties.created = properties.modified = moment
    if not options.state:
        told = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
        for element in [each for each in told if each.tag.endswith(_DAYS)]:
            told.remove(element)
