"""From dossier to the bytes of a .docx: template, styles, cover, contents, chapters, headers, properties."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.parser import parse_xml
from docx.shared import Cm
from lxml import etree

from sto_tui.documents.word import Draft, DraftOptions, styles
from sto_tui.documents.word.chapters import WRITERS, bijlagen
from sto_tui.documents.word.chart import with_charts
from sto_tui.documents.word.cover import contents, cover, plan_name, plan_title
from sto_tui.documents.word.markup import paragraph, run, simple_field
from sto_tui.documents.word.progress_report import write_report
from sto_tui.documents.word.template import opened_template
from sto_tui.documents.word.writer import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, Writer, by_key
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date
from sto_tui.domain.plan import Chapter
from sto_tui.planning.needs import needs
from sto_tui.planning.outline import chapters_of, numbering, section_of
from sto_tui.planning.period_report import reported_on

_W = f"{{{styles.NAMESPACE}}}"
_LONGEST_PROPERTY = 255
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Labels:
    """What a document calls itself: in its properties, and left and right in its header.

    `cover` says that the first page is one, without header and footer; else it lacks the header only.
    """

    title: str
    header: str
    state: str
    keyword: str
    cover: bool


def opened(options: DraftOptions) -> tuple[Any, dict[str, str], list[str]]:
    """An empty document or the template, with our styles in it: the ids of those, and remarks. Raises TemplateError."""
    house_style = options.template is not None
    document = docx.Document()
    if options.template is not None:
        document = opened_template(options.template, options.template_name)
    ids, notices = styles.install(document, house_style=house_style)
    if not house_style:
        styles.install_defaults(document)
    styles.install_lists(document)
    return document, ids, notices


def packed(document: Any, blocks: Iterable[str], writer: Writer, options: DraftOptions, labels: Labels) -> bytes:
    """The bytes of the document with these blocks in it; the sections are those of the writer."""
    house_style = options.template is not None
    _fill(document, with_charts(document, blocks), keep=house_style)
    _finish_sections(document, options, writer, labels, keep_first=house_style)
    _set_properties(document, writer.dossier, options, labels)
    buffer = io.BytesIO()
    document.save(buffer)
    return _repacked(buffer.getvalue())


def assembled(dossier: Dossier, options: DraftOptions) -> Draft:
    """Makes the draft. Raises TemplateError."""
    document, ids, notices = opened(options)
    missing = needs(dossier, options.part, options.date, options.span)
    writer = Writer(ids, dossier, options.date, by_key(missing), options.part)
    if options.part == "voortgangsrapportage":
        write_report(writer, reported_on(dossier, options.date, options.span))
    else:
        _chapters(dossier, writer, options)
    front = cover(writer, dossier, options)
    bijlagen.write(dossier, writer)
    opening = front, contents(writer), *_numbering(writer)
    state = f"concept · versie {dossier.region.version}" if dossier.region.version else "concept"
    labels = Labels(plan_title(dossier, options), plan_name(dossier, options), state, "concept", cover=True)
    data = packed(document, [*opening, *writer.blocks], writer, options, labels)
    return Draft(data, missing, tuple(notices))


def _numbering(writer: Writer) -> list[str]:
    """Under the contents of a part: why it lacks numbers."""
    words = numbering(writer.part)
    return [paragraph(writer.style("STOBron"), run(words))] if words else []


def _chapters(dossier: Dossier, writer: Writer, options: DraftOptions) -> None:
    """The chapters of the plan that belong to the part."""
    for chapter in chapters_of(options.part):
        write_chapter(dossier, writer, chapter)
    writer.turn(landscape=False)


def write_chapter(dossier: Dossier, writer: Writer, chapter: Chapter) -> None:
    """A chapter with its heading, on pages in its direction."""
    writer.turn(landscape=chapter.landscape)
    writer.begin(section_of(dossier, chapter))
    WRITERS[chapter](dossier, writer)


def _fill(document: Any, blocks: Iterable[str], *, keep: bool) -> None:
    """Puts the blocks in the body, before the last section's properties; a template's own text stays in front.

    The whole is parsed once: moving parsed elements into another tree takes ten times as long.
    """
    body = document.element.body
    last = body.find(f"{_W}sectPr")
    body.remove(last)
    if not keep:
        for element in list(body):
            body.remove(element)
        body.text = None
    whole = etree.tostring(document.element, encoding="unicode")
    whole = whole.replace("<w:body/>", "<w:body></w:body>")
    end = whole.rindex("</w:body>")
    filled = parse_xml(f"{whole[:end]}{''.join(blocks)}{etree.tostring(last, encoding='unicode')}{whole[end:]}")
    document.part._element = document._element = filled
    document._Document__body = None


def _finish_sections(document: Any, options: DraftOptions, writer: Writer, labels: Labels, *, keep_first: bool) -> None:
    """Header and footer of every section of ours; the tabs follow its width."""
    school = writer.dossier.region.lead_school
    left = " · ".join([f"{school} (penvoerder)"] * bool(school) + [long_date(options.date)])
    ours = list(document.sections)[-(len(writer.sections) + 1) :]
    final = ours[-1]
    final.page_width, final.page_height = Cm(21.0), Cm(29.7)
    final.left_margin = final.right_margin = Cm(2.5)
    final.top_margin, final.bottom_margin = Cm(2.7), Cm(2.4)
    final.header_distance, final.footer_distance = Cm(1.25), Cm(1.1)
    if len(ours) == 1 and not keep_first:
        final.different_first_page_header_footer = True
    for number, section in enumerate(ours):
        landscape = section.page_width > section.page_height
        if keep_first and number == 0:
            continue
        width = LANDSCAPE_WIDTH if landscape else PORTRAIT_WIDTH
        _line(section.header, "Header", labels.header, labels.state, width, writer)
        _line(section.footer, "Footer", left, None, width, writer)
        if number == 0 and not labels.cover:
            _line(section.first_page_footer, "Footer", left, None, width, writer)


def _line(block: Any, style: str, left: str, right: str | None, width: float, writer: Writer) -> None:
    """One line with something left and right; without `right` the page number stands there."""
    block.is_linked_to_previous = False
    paragraph = block.paragraphs[0]
    for element in list(paragraph._p):
        paragraph._p.remove(element)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().set(f"{_W}val", writer.style(style))
    paragraph.add_run(f"{left}\t")
    if right is not None:
        paragraph.add_run(right)
        return
    paragraph.add_run("pagina ")
    for instruction, between in (("PAGE", " van "), ("NUMPAGES", "")):
        xml = f'<w:p xmlns:w="{styles.NAMESPACE}">{simple_field(instruction, "1")}</w:p>'
        for element in list(etree.fromstring(xml)):
            paragraph._p.append(element)
        if between:
            paragraph.add_run(between)


def _set_properties(document: Any, dossier: Dossier, options: DraftOptions, labels: Labels) -> None:
    properties = document.core_properties
    moment = datetime(options.date.year, options.date.month, options.date.day)
    properties.title = labels.title[:_LONGEST_PROPERTY]
    properties.author = (dossier.region.lead_school or dossier.region.name)[:_LONGEST_PROPERTY]
    properties.last_modified_by = properties.author
    properties.subject = "Sterk Techniekonderwijs"
    properties.keywords = f"Sterk Techniekonderwijs; {labels.keyword}; {dossier.region.name}"[:_LONGEST_PROPERTY]
    properties.comments = ""
    properties.language = "nl-NL"
    properties.revision = 1
    properties.created = properties.modified = moment
    zoom = document.settings.element.find(f"{_W}zoom")
    if zoom is not None and zoom.get(f"{_W}percent") is None:
        zoom.set(f"{_W}percent", "100")


def _repacked(data: bytes) -> bytes:
    """The same package with fixed dates, so that the same dossier gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return buffer.getvalue()
