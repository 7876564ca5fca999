"""The last page of a draft that is sent round: how colleagues comment in it, so that it can be read back."""

from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run

TITLE = "Zo geef je commentaar in dit concept"
# In short the page of the manual for colleagues.
_ADVICE = (
    ("Het bestand.", "Werk in dit bestand, in Word of LibreOffice, en stuur het als .docx terug: geen pdf."),
    (
        "Je naam.",
        "Zet het bijhouden van wijzigingen aan, dan staat je naam erbij. "
        "Staat het uit, zet je naam dan in de naam van het bestand, zoals plan-anja.docx.",
    ),
    (
        "Wat je wijzigt.",
        "Verander teksten, opsommingen, datums en getallen op hun eigen plek. "
        "Laat koppen, nummers en de linkerkolom van een tabel staan: daaraan is te zien waar een tekst hoort.",
    ),
    ("Erbij of eraf.", "Voeg iets nieuws toe als rij in dezelfde tabel. Moet iets weg, verwijder dan de rij."),
    ("Een vraag of voorstel.", "Zet er een opmerking bij in de kantlijn."),
    (
        "Wat vanzelf wordt geschreven.",
        "Tekst die schuin staat en tellingen volgen uit de rest van het plan. Wijzig ze waar ze vandaan komen.",
    ),
    ("Daarna.", "Wie het plan schrijft, leest je wijzigingen en kiest per tekst wat erin komt."),
)


def write_commenting(writer: Writer) -> None:
    """A page of its own, behind the annexes, in styles by which the reader knows that the text is ours."""
    writer.heading(1, TITLE)
    for head, text in _ADVICE:
        writer.line_below("STOToelichting", run(f"{head} ", bold=True) + run(text))
