"""Chapter 3: the regiovisie, in text and in figures."""

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.markup import run
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date, number
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import Indicator, Point

MOST_YEARS = 9


def write(dossier: Dossier, writer: Writer) -> None:
    """Section by section, then the figures, then the ambition."""
    writer.heading(1, "Regiovisie", "3")
    writer.lead("Hoe staat het techniekonderwijs in de regio ervoor, en waar wil de regio naartoe?")
    opening(dossier, writer, Chapter.REGIOVISIE)
    if not dossier.vision:
        writer.placeholder("onderdelen van de regiovisie, bij 3 Regiovisie")
    for section in dossier.vision.values():
        place = Ref("vision", section.id)
        writer.heading(2, section.section, ref=place.at("section"))
        if section.text:
            writer.prose(place.at("text"), section.text)
        else:
            writer.placeholder(f"tekst bij ‘{section.section}’", place.at("text"))
        found = [
            (label, _lines(writer, place.at(name), getattr(section, name)))
            for name, label in (("now", "Gebeurt nu"), ("goes_well", "Gaat goed"), ("can_be_better", "Kan beter"))
            if getattr(section, name)
        ]
        if found:
            writer.caption(f"Stand van zaken: {section.section.lower()}")
            writer.label_table(found, f"Stand van zaken: {section.section.lower()}")
    _figures(dossier, writer)
    region = dossier.region
    writer.heading(2, "Onze ambitie")
    if region.ambition:
        writer.prose(Ref("region", region.id, "ambition"), region.ambition)
    else:
        writer.placeholder("de ambitie van de regio, in het regioprofiel", Ref("region", region.id, "ambition"))
    headed(dossier, writer, Chapter.REGIOVISIE)


def _lines(writer: Writer, ref: Ref, text: str) -> str:
    lines = enumerate(filter(None, text.splitlines()), 1)
    return "".join(writer.cell_text(writer.field(ref, line, index)) for index, line in lines)


def _figures(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "Cijfers")
    if not dossier.indicators:
        writer.placeholder("cijfers over leerlingen, instroom, doorstroom en arbeidsmarkt, met bron en peildatum")
        return
    definition = dossier.region.definition_of_techniek.label
    writer.text(f"Techniek is in deze cijfers: {definition}. Een * is een prognose.")
    for indicator in dossier.indicators.values():
        _figure(indicator, writer)


def _figure(indicator: Indicator, writer: Writer) -> None:
    years = sorted({point.year for point in indicator.series})[-MOST_YEARS:]
    labels = list(dict.fromkeys(point.label for point in indicator.series))
    place = Ref("indicators", indicator.id)
    if not years:
        writer.placeholder(f"waarden bij ‘{indicator.title}’", place)
        return
    found = {(point.label, point.year): point for point in indicator.series}
    first = max(4.0, 16.0 - 1.6 * len(years))
    each = (16.0 - first) / len(years)
    rows = [
        [
            writer.cell_text(run(label or indicator.unit.capitalize() or "Aantal"), "STOTabellabel"),
            *(writer.cell_text(run(point_text(found.get((label, year)))), "STOTabelgetal") for year in years),
        ]
        for label in labels
    ]
    title = indicator.title + (f", in {indicator.unit}" if indicator.unit else "")
    head = ["", *map(str, years)]
    writer.table([first, *[each] * len(years)], head, rows, title, f"{indicator.title} per jaar.", numbers_from=1)
    source = run("Bron: ") + writer.value(place.at("source"), indicator.source, f"bron bij ‘{indicator.title}’")
    date = f". Peildatum {long_date(indicator.reference_date)}." if indicator.reference_date else "."
    writer.add(f'<w:p><w:pPr><w:pStyle w:val="{writer.style("STOBron")}"/></w:pPr>{source}{run(date)}</w:p>')
    if indicator.note:
        writer.prose(place.at("note"), indicator.note)


def point_text(point: Point | None) -> str:
    """A figure as it is read: `42`, `42*` for a prognosis, `1–4` when it was masked."""
    if point is None:
        return "–"
    if point.value is not None:
        text = number(point.value)
    elif point.value_min is not None and point.value_max is not None:
        text = f"{number(point.value_min)}–{number(point.value_max)}"
    else:
        return "onbekend"
    return text + ("*" if point.prognosis else "")
