"""A Word file to make a house style in: every style that a draft uses, shown in a text that says what it is for."""

from datetime import datetime

from docx.shared import Twips

from sto_tui.documents.word import styles
from sto_tui.documents.word.assembly import set_last_page
from sto_tui.documents.word.blank_package import blank_document
from sto_tui.documents.word.chapter_numbers import install_chapter_list
from sto_tui.documents.word.docx_gaps import paragraph_element
from sto_tui.documents.word.header_footer import HeadWriter, OwnLines
from sto_tui.documents.word.page_size import OUR_PAGE
from sto_tui.documents.word.saving import saved
from sto_tui.documents.word.template_header_footer import NO_HEADS
from sto_tui.documents.word.xml_reading import W

_LINES = (
    ("STOBovenregel", "Bovenregel van het voorblad"),
    ("Title", "Titel: de naam van de regio"),
    ("Subtitle", "Ondertitel: het plan en de jaren"),
    (
        "Normal",
        "Pas in dit bestand de opmaakprofielen aan: het lettertype en de kleur van de titel, de koppen en de gewone "
        "tekst. Zet het logo in de koptekst en het adres in de voettekst, en kies de marges. De kleur van Kop 1 wordt "
        "ook die van tabellen en grafieken.",
    ),
    (
        "Normal",
        "Deze tekst komt niet in het plan. Wil je een eigen voorblad, maak het dan bovenaan en zet er een "
        "sectie-einde (volgende pagina) achter: alles daarvoor komt voorin, als het één bladzijde is.",
    ),
    ("Heading1", "Kop 1: een hoofdstuk"),
    ("STOInleiding", "Inleiding: de eerste alinea van een hoofdstuk"),
    ("Heading2", "Kop 2: een paragraaf"),
    ("Normal", "Standaard: de gewone tekst."),
    ("ListBullet", "Lijst met opsommingstekens"),
    ("Heading3", "Kop 3: een speerpunt"),
    ("Caption", "Bijschrift: boven een tabel of figuur"),
    ("STOTabelkop", "Tabelkop"),
    ("STOTabeltekst", "Tabeltekst"),
    ("STOBron", "Bron: onder een tabel of figuur"),
    ("TOCHeading", "Kop van de inhoudsopgave"),
    ("TOC1", "Inhoud, niveau 1"),
    ("TOC2", "Inhoud, niveau 2"),
    ("TOC3", "Inhoud, niveau 3"),
)


def starting_template() -> bytes:
    """The bytes of the file; always the same."""
    document = blank_document()
    ids = styles.install(document)
    styles.install_lists(document)
    install_chapter_list(document, ids["Heading1"])
    for style, text in _LINES:
        paragraph = document.add_paragraph(text)
        paragraph_element(paragraph).get_or_add_pPr().get_or_add_pStyle().set(f"{W}val", ids[style])
        # On one page, where a chapter begins one and the top line of a cover hangs low.
        paragraph.paragraph_format.page_break_before = False
        if style == "STOBovenregel":
            paragraph.paragraph_format.space_before = Twips(0)
    set_last_page(document, OUR_PAGE.upright)
    lines = OwnLines("Naam en logo van de penvoerder", "", "Adres van de penvoerder", cover=False)
    HeadWriter(document, ids, NO_HEADS, lines).write()
    document.sections[0].different_first_page_header_footer = False
    properties = document.core_properties
    properties.title, properties.language, properties.revision = "Huisstijl", "nl-NL", 1
    properties.created = properties.modified = datetime(1980, 1, 1)
    return saved(document)
