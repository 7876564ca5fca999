"""Cover and contents."""

from sto_tui.documents.word import DraftOptions
from sto_tui.documents.word.writer import Writer, month_and_year
from sto_tui.documents.word.xml_writing import paragraph, run, simple_field, tab
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import long_date
from sto_tui.domain.record import Ref
from sto_tui.domain.region_words import programme_of, says_regio
from sto_tui.planning.paper_outline import COVER
from sto_tui.planning.paper_registry import paper_of
from sto_tui.planning.plan_status import SinceHandedIn, status_in_words, version_and_day
from sto_tui.planning.progress.period_report import reported_span_of

# How far the table stands below the title, in twips.
_ABOVE_TABLE = 3400


def plan_title(dossier: Dossier, options: DraftOptions) -> str:
    """`Activiteitenplan 2027-2028`, or the period that a report is about."""
    return f"{options.paper.cover_name} {_period(dossier, options)}".rstrip()


def plan_name(dossier: Dossier, options: DraftOptions) -> str:
    """The title with the region in it, for the header."""
    about = programme_of(dossier.region)
    return f"{options.paper.cover_name} {about} {_period(dossier, options)}".rstrip()


def _period(dossier: Dossier, options: DraftOptions) -> str:
    if options.paper.reports:
        return str(reported_span_of(options.paper, dossier, options.date, options.span))
    period = dossier.current_period
    return period.label if period else ""


def cover(writer: Writer, dossier: Dossier, options: DraftOptions) -> str:
    """Region, plan, and who, when and how far; written apart, because it is made last and stands first."""
    region, period = dossier.region, dossier.current_period
    place = Ref("region", region.id)
    page = Writer(writer.ids, dossier, options.date, writer.holes, writer.part, COVER)
    page.printed = writer.printed
    page.add(paragraph(page.style("STOBovenregel"), run("Sterk Techniekonderwijs")))
    page.line("" if says_regio(region) else "Regio", place.at("name"), region.name, "Title")
    down = f'<w:spacing w:before="0" w:after="{_ABOVE_TABLE}"/>'
    page.add(paragraph(page.style("Subtitle"), run(plan_title(dossier, options)), properties=down))
    length = (
        f"{month_and_year(period.start.month, period.start.year)} – {month_and_year(period.end.month, period.end.year)}"
        if period
        else ""
    )
    fields = (
        ("Penvoerder", "lead_school", region.lead_school),
        ("Plaats", "place", region.place),
        ("Programmamanager", "programme_manager", region.programme_manager),
        ("Contact", "contact", region.contact),
        ("Soort regio", "kind", region.kind.label if region.kind else ""),
        ("DUS-I-nummer", "dusi_number", region.dusi_number),
    )
    derived = (
        ("Planperiode", run(length) if length else page.hole(list_of("periods"))),
        *(_days(dossier, options) if options.state else ()),
        *(_status(page, dossier, options.since) if options.state else ()),
    )
    shown = [
        (page.label(label, place.at(name)), page.value(place.at(name), text))
        for label, name, text in fields
        if text or page.lacks(place.at(name))
    ]
    shown += [(page.label(label), page.cell_text(content)) for label, content in derived]
    page.label_table(shown, "Gegevens van dit plan")
    return "".join(page.blocks)


def _days(dossier: Dossier, options: DraftOptions) -> list[tuple[str, str]]:
    """Version, when it has one, and day of the plan; a report has a day of its own.

    A report is not the plan: it says of which plan it reports, and beside its status whether that was changed.
    """
    since = SinceHandedIn.SAME if options.paper.reports else options.since
    version, day = version_and_day(dossier, since, options.date)
    label = "Versie en datum" if version else "Datum"
    plan = run(" · ".join(filter(None, (version, long_date(day)))))
    if not options.paper.reports:
        return [(label, plan)]
    return [("Datum", run(long_date(options.date))), (f"{label} van het plan", plan)]


def _status(page: Writer, dossier: Dossier, since: SinceHandedIn) -> list[tuple[str, str]]:
    """How far the plan is; a report is itself a concept, and says how far its plan is."""
    words = run(status_in_words(dossier, since))
    period = dossier.current_period
    if period and page.lacks(ref_of(period, "adopted_on")):
        words += run(" ") + page.hole(ref_of(period, "adopted_on"))
    if paper_of(page.part).reports:
        return [("Status", run("Concept")), ("Status van het plan", words)]
    return [("Status", words)]


def contents(writer: Writer) -> str:
    """The contents, filled in already: links to every heading, with the page as a field."""
    head = paragraph(writer.style("TOCHeading"), run("Inhoud"), properties="<w:pageBreakBefore/>")
    entries = []
    for number, heading in enumerate(writer.headings):
        if heading.level == 1 and heading.number:
            text = run(heading.number) + tab()
        else:
            text = run(f"{heading.number}  ") if heading.number else ""
        page = simple_field(f"PAGEREF {heading.bookmark} \\h", "00")
        words = f"{text}{run(heading.text)}{tab()}{page}"
        link = f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{words}</w:hyperlink>'
        begin = _BEGIN if number == 0 else ""
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if number == len(writer.headings) - 1 else ""
        entries.append(paragraph(writer.style(f"TOC{heading.level}"), begin + link + end))
    return head + "".join(entries)


_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
