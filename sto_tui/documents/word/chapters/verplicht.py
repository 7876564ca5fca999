"""Subjects that every plan deals with. Never a verdict: to be checked in the regulation."""

from sto_tui.content.library import sources, subjects
from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.chapters.titles import titled_copy
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Chapter, Speerpunt


def write(dossier: Dossier, writer: Writer) -> None:
    """Per subject the speerpunten that touch it."""
    writer.lead("De regeling vraagt aandacht voor een aantal onderwerpen. De vorm is vrij.")
    opening(dossier, writer, Chapter.VERPLICHT)
    rows = []
    for subject in subjects():
        touching = [speerpunt for speerpunt in dossier.of(Speerpunt).values() if subject.tag in speerpunt.tags]
        items = [titled_copy(writer, speerpunt) for speerpunt in touching]
        rows.append(
            (
                writer.cell_text(run(subject.title), "STOTabellabel"),
                writer.bullets(items)
                or writer.cell_text(writer.hole(list_of("speerpunten").at("tags"), subject.tag.value)),
            )
        )
    head = ("Onderwerp", "Komt terug in")
    title = f"Onderwerpen van de regeling en de {level_words(dossier.region).speerpunt.plural}"
    writer.table((5.0, 11.0), head, rows, title, "")
    writer.source(f"Bron van de onderwerpen: {sources()['subject']}.")
    writer.box(
        "Te controleren.", "Of dit genoeg is, staat in de regeling zelf. Dit overzicht is geen oordeel daarover."
    )
    headed(dossier, writer, Chapter.VERPLICHT)
