"""Fifty edits that colleagues make in a draft, each with what a reader has to make of it."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from sto_tui.documents.word.xml_reading import W
from tests.support.returned_plan import PROSE
from tests.support.word_edits import WordEdits, text_of

Act = Callable[[WordEdits], object]


@dataclass(frozen=True)
class DraftEdit:
    """An edit, and the fields, new records and missing records that it gives; `loose` says that a text is outside."""

    name: str
    act: Act
    fields: Mapping[str, str] = field(default_factory=dict)
    new: tuple[tuple[str, Mapping[str, str]], ...] = ()
    missing: tuple[str, ...] = ()
    loose: bool = False


RESULT, PROSE_AT = "speerpunten/7/result", "texts/1/text"
PROSE_MOVED = PROSE.removesuffix("\n\nTot slot kiezen we.").replace("scholen.", "scholen.\n\nTot slot kiezen we.")
ACTS = "speerpunten/7/phases#4/acts"
COACH = "Alle scholen hebben een coach."
FIRST, SECOND, THIRD = "Coaches werven en inwerken", "Lessen maken met bedrijven", "Ouders uitnodigen op school"


def _value(document: WordEdits, label: str, nth: int = 0) -> Any:
    rows = [row for row in document.root.iter(f"{W}tr") if text_of(document.cell(row, 0)) == label]
    return document.lines(document.cell(rows[nth], 1))[0]


def _retyped(text: str, new: str) -> Act:
    return lambda document: document.retype(document.paragraph(text), new)


def _replaced(text: str, old: str, new: str) -> Act:
    return lambda document: document.replace(document.paragraph(text), old, new)


def _heading(document: WordEdits) -> Any:
    return document.paragraph("Techniekcoaches in de klas", 1)


def _delete_rows(*texts: str) -> Act:
    def act(document: WordEdits) -> None:
        for text in texts:
            document.delete_row(document.row(text))

    return act


def _moved_row(document: WordEdits) -> None:
    row = document.row("Te weinig docenten")
    document.row("Ouders kennen het niet").addnext(row)


def _cut_in_old_libre_office(document: WordEdits) -> None:
    """7.4 leaves an empty row with the mark, and gives the pasted one another name."""
    row = document.row("Ouders kennen het niet")
    pasted = deepcopy(row)
    for mark in pasted.iter(f"{W}bookmarkStart"):
        mark.set(f"{W}name", mark.get(f"{W}name") + "_Copy_1")
    for text in row.iter(f"{W}t"):
        text.text = ""
    document.row("Te weinig docenten").addprevious(pasted)


def _numbered_anew(document: WordEdits) -> None:
    document.delete_row(document.row("Het lab is te laat klaar"))
    document.delete_row(document.row("Levertijd is lang."))
    document.replace(document.lines(document.cell(document.row("Ouders kennen het niet"), 0))[0], "3", "2")


def _new_with_label(document: WordEdits) -> None:
    last = document.row("Ouders kennen het niet")
    row = document.new_row(last, "4", "Zilveren stroomstoring", "klein", "groot", "Aggregaat huren")
    label = deepcopy(document.row("Eigenaar"))
    for mark in [*label.iter(f"{W}bookmarkStart"), *label.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    row.addnext(label)
    document.retype(document.lines(document.cell(label, 1))[0], "K. Vermaas")


def _copied_row(document: WordEdits) -> None:
    row = document.copy_row(document.row("Ouders kennen het niet"))
    document.retype(document.lines(document.cell(row, 1))[0], "Grootouders kennen het niet")


def _copied_table(document: WordEdits) -> None:
    table = document.copy_table(document.row("Beoogd resultaat", COACH), document.paragraph("Het plan heeft 1 thema"))
    document.retype(next(p for p in table.iter(f"{W}p") if text_of(p) == COACH), "Elke school krijgt een zilvercoach.")


def _new_chapter(document: WordEdits) -> None:
    heading = document.new_below(document.paragraph("De regio ziet 3 risico"), "Zilverhoofdstuk", "Heading1")
    body = document.paragraph("Kans en impact: klein")
    body.addnext(heading)
    document.new_below(heading, "Een koperen zin van een collega.", "Normal")


def _new_table(document: WordEdits) -> None:
    table = etree.Element(f"{W}tbl")
    for texts in (("Koper", "Lood"), ("Zink", "Tin")):
        row = etree.SubElement(table, f"{W}tr")
        for text in texts:
            cell = etree.SubElement(row, f"{W}tc")
            paragraph = etree.SubElement(cell, f"{W}p")
            etree.SubElement(paragraph, f"{W}pPr")
            document.add_to(paragraph, text)
    document.paragraph("Kans en impact: klein").addnext(table)


def _footnote(document: WordEdits) -> None:
    paragraph = "<w:p><w:r><w:t>Zilveren voetnoot</w:t></w:r></w:p>"
    note = f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2">{paragraph}</w:footnote></w:footnotes>'
    document.parts["word/footnotes.xml"] = note.encode()


def _pasted_elsewhere(document: WordEdits) -> None:
    """Only the chapter about risks, in a document of somebody else."""
    names = ("Risico’s", "Begroting en cofinanciering")
    chapters = [element for element in document.body if element.tag == f"{W}p" and text_of(element) in names]
    first, last = (document.body.index(heading) for heading in chapters[-2:])
    mark = document.paragraph("Kenmerk ")
    for place, element in reversed(list(enumerate(document.body))):
        if not first <= place < last and element is not mark and element.tag != f"{W}sectPr":
            document.body.remove(element)
    document.replace(document.paragraph("Wij kijken"), "kijken", "zilverkijken")


def _joined_documents(document: WordEdits) -> None:
    second = [deepcopy(element) for element in document.body if element.tag != f"{W}sectPr"]
    for element in second:
        for mark in element.iter(f"{W}bookmarkStart"):
            mark.set(f"{W}name", mark.get(f"{W}name") + "_Copy_1")
    document.retype(document.paragraph(COACH), "Elke school krijgt een kopercoach.")
    end = document.body.find(f"{W}sectPr")
    for element in second:
        end.addprevious(element)


def _bold(document: WordEdits) -> None:
    for run in document.paragraph(COACH).iter(f"{W}r"):
        look = etree.Element(f"{W}rPr")
        etree.SubElement(look, f"{W}b")
        run.insert(0, look)


def _other_quotes(document: WordEdits) -> None:
    for text in document.root.iter(f"{W}t"):
        text.text = (text.text or "").replace("’", "'").replace("scholen hebben", "scholen\u00a0hebben")


def _many(document: WordEdits) -> None:
    document.retype(document.paragraph(COACH), "Zilver op elke school.")
    document.replace(document.paragraph("Wij kijken"), "kijken", "koperkijken")
    document.new_below(document.paragraph(THIRD), "Tinnen bekers uitreiken")
    document.delete_row(document.row("Ouders kennen het niet"))
    document.retype(_value(document, "Penvoerder"), "Loodcollege")
    document.retype(document.paragraph("Te weinig docenten"), "Veel te weinig zinkdocenten")


def _lines(*lines: str) -> str:
    return "\n".join(lines)


NEW_RISK = {"text": "Zilveren stroomstoring", "probability": "klein", "impact": "groot", "measure": "Aggregaat huren"}

EDITS = (
    DraftEdit("niets", lambda document: None),
    DraftEdit(
        "woord in een cel", _replaced(COACH, "coach", "zilvercoach"), {RESULT: "Alle scholen hebben een zilvercoach."}
    ),
    DraftEdit(
        "begin van een cel",
        lambda document: document.add_before(document.paragraph(COACH), "Zilver: "),
        {RESULT: f"Zilver: {COACH}"},
    ),
    DraftEdit(
        "einde van een cel",
        lambda document: document.add_to(document.paragraph(COACH), " En zilver."),
        {RESULT: f"{COACH} En zilver."},
    ),
    DraftEdit("cel overgetypt", _retyped(COACH, "Zilver voor elke school."), {RESULT: "Zilver voor elke school."}),
    DraftEdit("cel geleegd", _retyped(COACH, ""), {RESULT: ""}),
    DraftEdit(
        "open plek ingevuld",
        lambda document: document.retype(_value(document, "Penvoerder"), "Zilvercollege"),
        {"region/1/lead_school": "Zilvercollege"},
    ),
    DraftEdit(
        "achter een open plek getypt",
        lambda document: document.add_to(_value(document, "Penvoerder"), " Zilvercollege"),
        {"region/1/lead_school": "Zilvercollege"},
    ),
    DraftEdit(
        "tweede alinea in een cel",
        lambda document: document.new_below(document.paragraph(COACH), "En een zilveren lab."),
        {RESULT: _lines(COACH, "En een zilveren lab.")},
    ),
    DraftEdit(
        "regeleinde in een cel",
        lambda document: document.add_to(document.paragraph(COACH), "\nMet zilver."),
        {RESULT: _lines(COACH, "Met zilver.")},
    ),
    DraftEdit("alleen vet", _bold),
    DraftEdit("andere aanhalingstekens", _other_quotes),
    DraftEdit(
        "woord in een tekst",
        _replaced("Wij kijken", "kijken", "zilverkijken"),
        {PROSE_AT: PROSE.replace("kijken", "zilverkijken")},
    ),
    DraftEdit(
        "alinea tussen",
        lambda document: document.new_below(document.paragraph("Wij kijken"), "Een zilveren zin."),
        {PROSE_AT: PROSE.replace("scholen.", "scholen.\n\nEen zilveren zin.")},
    ),
    DraftEdit(
        "alinea aan het einde",
        lambda document: document.new_below(document.paragraph("Tot slot"), "Een zilveren slot."),
        {PROSE_AT: f"{PROSE}\n\nEen zilveren slot."},
    ),
    DraftEdit(
        "alinea weg",
        lambda document: document.delete(document.paragraph("Tot slot")),
        {PROSE_AT: PROSE.removesuffix("\n\nTot slot kiezen we.")},
    ),
    DraftEdit(
        "bullet erbij in een tekst",
        lambda document: document.new_below(document.paragraph("in de bouw"), "in de zilversmederij"),
        {PROSE_AT: PROSE.replace("bouw", "bouw\n- in de zilversmederij")},
    ),
    DraftEdit(
        "bullet weg uit een tekst",
        lambda document: document.delete(document.paragraph("in de zorg")),
        {PROSE_AT: PROSE.replace("\n- in de zorg", "")},
    ),
    DraftEdit(
        "alinea verplaatst",
        lambda document: document.move_below(document.paragraph("Tot slot"), document.paragraph("Wij kijken")),
        {PROSE_AT: PROSE_MOVED},
    ),
    DraftEdit(
        "alinea’s samengevoegd",
        lambda document: document.join_next(document.paragraph("Wij kijken")),
        {PROSE_AT: PROSE.replace("scholen.\n\n", "scholen.")},
    ),
    DraftEdit(
        "titel van een speerpunt",
        lambda document: document.replace(_heading(document), "Techniekcoaches", "Zilvercoaches"),
        {"speerpunten/7/title": "Zilvercoaches in de klas"},
    ),
    DraftEdit(
        "hele kop overgetypt",
        lambda document: document.retype(_heading(document), "Speerpunt 1.1  Zilver in de klas"),
        {"speerpunten/7/title": "Zilver in de klas"},
    ),
    DraftEdit(
        "kop zonder nummer overgetypt",
        lambda document: document.retype(_heading(document), "Zilver in de klas"),
        {"speerpunten/7/title": "Zilver in de klas"},
    ),
    DraftEdit(
        "activiteit gewijzigd",
        _replaced(SECOND, "bedrijven", "zilversmeden"),
        {ACTS: _lines(FIRST, "Lessen maken met zilversmeden", THIRD)},
    ),
    DraftEdit(
        "activiteit erbij",
        lambda document: document.new_below(document.paragraph(THIRD), "Zilver poetsen"),
        {ACTS: _lines(FIRST, SECOND, THIRD, "Zilver poetsen")},
    ),
    DraftEdit(
        "activiteit weg", lambda document: document.delete(document.paragraph(SECOND)), {ACTS: _lines(FIRST, THIRD)}
    ),
    DraftEdit(
        "activiteiten in andere volgorde",
        lambda document: document.move_below(document.paragraph(FIRST), document.paragraph(SECOND)),
        {ACTS: _lines(SECOND, FIRST, THIRD)},
    ),
    DraftEdit(
        "bijschrift gewijzigd",
        lambda document: document.replace(document.paragraph("Te meten aan"), "Te meten", "Zilver te meten"),
        loose=True,
    ),
    DraftEdit(
        "bijschrift overgetypt",
        lambda document: document.retype(document.paragraph("Te meten aan"), "Zilvermeting"),
        loose=True,
    ),
    DraftEdit(
        "keuze gewijzigd",
        lambda document: document.retype(
            document.lines(document.cell(document.row("Te weinig docenten"), 3))[0], "groot"
        ),
        {"risks/1/impact": "groot"},
    ),
    DraftEdit(
        "datum gewijzigd",
        lambda document: document.retype(
            document.lines(document.cell(document.row("1.1a", "jun 2027"), 1))[0], "sep 2027"
        ),
        {"milestones/1/due": "sep 2027"},
    ),
    DraftEdit(
        "getal gewijzigd",
        lambda document: document.retype(
            document.lines(document.cell(document.row("Meer leerlingen kiezen techniek"), 4))[0], "450"
        ),
        {"goals/1/target": "450"},
    ),
    DraftEdit(
        "rij erbij onderaan",
        lambda document: document.new_row(document.row("Ouders kennen het niet"), "4", *NEW_RISK.values()),
        new=(("risks", NEW_RISK),),
    ),
    DraftEdit(
        "rij erbij in het midden",
        lambda document: document.new_row(document.row("Levertijd is lang.").getprevious(), "", *NEW_RISK.values()),
        new=(("risks", NEW_RISK),),
    ),
    DraftEdit("rij erbij met eigenaar", _new_with_label, new=(("risks", {**NEW_RISK, "owner": "K. Vermaas"}),)),
    DraftEdit(
        "rij gekopieerd en gewijzigd",
        _copied_row,
        new=(
            (
                "risks",
                {
                    "text": "Grootouders kennen het niet",
                    "probability": "middel",
                    "impact": "middel",
                    "measure": "Een avond houden",
                },
            ),
        ),
    ),
    DraftEdit(
        "partner erbij",
        lambda document: document.new_row(
            document.row("Bouwbedrijf De Linde", "leent gereedschap"), "Zilversmid Van Dam", "geeft les"
        ),
        new=(("speerpunten/7/partners", {"party": "Zilversmid Van Dam", "role": "geeft les"}),),
    ),
    DraftEdit("partner weg", _delete_rows("leent gereedschap"), missing=("speerpunten/7/partners#2",)),
    DraftEdit("risico weg", _delete_rows("Ouders kennen het niet"), missing=("risks/3",)),
    DraftEdit("risico verplaatst", _moved_row, loose=True),
    DraftEdit("risico weg, rest hernummerd", _numbered_anew, missing=("risks/2",), loose=True),
    DraftEdit("rij geknipt in oud LibreOffice", _cut_in_old_libre_office, loose=True),
    DraftEdit("rij met toelichting weg", _delete_rows("Levertijd is lang."), {"risks/2/note": ""}),
    DraftEdit("tabel gekopieerd en gewijzigd", _copied_table, {RESULT: "Elke school krijgt een zilvercoach."}),
    DraftEdit("tekst van ons gewijzigd", _replaced("De regio ziet 3", "ziet", "zilverziet"), loose=True),
    DraftEdit(
        "tekst van ons weg", lambda document: document.delete(document.paragraph("Kans en impact: klein")), loose=True
    ),
    DraftEdit(
        "tweede vermelding gewijzigd",
        lambda document: document.replace(document.paragraph("Een lab voor iedereen"), "iedereen", "zilversmeden"),
        loose=True,
    ),
    DraftEdit("nieuw hoofdstuk", _new_chapter, loose=True),
    DraftEdit("nieuwe tabel", _new_table, loose=True),
    DraftEdit("voetnoot", _footnote, loose=True),
    DraftEdit("opmerking", lambda document: document.comment(document.paragraph(COACH), "Zilver of goud?")),
    DraftEdit("hoofdstuk in ander document", _pasted_elsewhere, {PROSE_AT: PROSE.replace("kijken", "zilverkijken")}),
    DraftEdit("twee exemplaren achter elkaar", _joined_documents, {RESULT: "Elke school krijgt een kopercoach."}),
    DraftEdit(
        "zes tegelijk",
        _many,
        {
            RESULT: "Zilver op elke school.",
            PROSE_AT: PROSE.replace("kijken", "koperkijken"),
            ACTS: _lines(FIRST, SECOND, THIRD, "Tinnen bekers uitreiken"),
            "region/1/lead_school": "Loodcollege",
            "risks/1/text": "Veel te weinig zinkdocenten",
        },
        missing=("risks/3",),
    ),
)
