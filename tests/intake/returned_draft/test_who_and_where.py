"""What a line says of an edit: where it stands, who made it, and what did not come back at all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.xml_reading import W
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.laid_beside import laid_beside
from sto_tui.intake.returned_draft.layout import SentLayout
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding
from sto_tui.intake.returned_draft.outcome import with_outcomes
from sto_tui.intake.returned_draft.reading import kept_manifest, read_returned_draft
from sto_tui.intake.returned_draft.returned import ReturnedDraft, Sureness
from sto_tui.intake.returned_draft.sent import SentDraft
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.support.by_hand import dossier_with
from tests.support.draft_edits import EDITS, PROSE_AT, RESULT
from tests.support.returned import DAY, MARK, read_back, sent_and_kept, sent_out
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import AUTHOR, Way, WordEdits

Edit = Callable[[WordEdits], object]
NO_PARTNERS = "[Nog in te vullen: betrokken partners bij speerpunt 1.2]"
NAMED = {edit.name: edit.act for edit in EDITS}


class Sent:
    """A draft that went out, and what the dossier kept of it."""

    def __init__(self) -> None:
        self.plan: Dossier = returned_plan()
        self.data, kept = sent_and_kept(self.plan)
        sent = kept_manifest(kept)
        assert sent is not None
        self.kept: SentDraft = sent
        fields = build(self.plan, DraftOptions(DAY)).fields
        self.printed = {field.address: field.text for field in fields if field.shape is not FieldShape.COPY}

    def back(
        self,
        folder: Path,
        edit: Edit,
        way: Way = Way.WORD,
        kept: SentDraft | None = None,
        later: Sequence[SentDraft] = (),
    ) -> ReturnedDraft:
        document = WordEdits(self.data, way)
        edit(document)
        path = folder / "Anja.docx"
        path.write_bytes(document.saved())
        drafts = [*later, kept or self.kept]
        return read_returned_draft(path, self.plan, lambda mark: drafts if mark in ("", MARK) else [])

    def laid(self, *drafts: ReturnedDraft) -> LaidBeside:
        return laid_beside(drafts, self.plan, self.printed, DAY)


@pytest.fixture(scope="module")
def sent() -> Sent:
    return Sent()


def lines(sent: Sent, folder: Path, edit: Edit, way: Way = Way.WORD) -> tuple[DraftLine, ...]:
    return sent.laid(sent.back(folder, edit, way)).lines


def test_a_row_that_moved_is_told(sent: Sent, tmp_path: Path) -> None:
    (line,) = lines(sent, tmp_path, NAMED["risico verplaatst"])
    assert (line.chapter, line.standing) == ("10 Risico’s", LineStanding.ONLY_TOLD)
    assert line.label.startswith("Verplaatst: ")
    assert line.wordings[0].text.startswith(
        "‘1 · Te weinig docenten · groot · middel · Samen werven’ staat nu onder ‘3"
    )


def test_a_partner_that_moved_is_no_new_party(sent: Sent, tmp_path: Path) -> None:
    def move(document: WordEdits) -> None:
        document.row("leent gereedschap").addnext(document.row("bouwt het lab"))

    (line,) = lines(sent, tmp_path, move)
    assert (line.standing, line.label[:12]) == (LineStanding.ONLY_TOLD, "Verplaatst: ")


def test_rows_that_moved_together_are_counted_once(sent: Sent, tmp_path: Path) -> None:
    """The row of the risk and that with its owner below it: one row below."""

    def move(document: WordEdits) -> None:
        risk, owner = document.row("Te weinig docenten"), document.row("Eigenaar")
        document.row("Ouders kennen het niet").addnext(risk)
        risk.addnext(owner)

    (line,) = lines(sent, tmp_path, move)
    assert line.wordings[0].text.startswith(
        "‘1 · Te weinig docenten · groot · middel · Samen werven’, en 1 regel daaro"
    )


@pytest.mark.parametrize("way", [Way.WORD, Way.TRACKED, Way.PANDOC])
def test_a_note_above_a_text_is_asked(sent: Sent, tmp_path: Path, way: Way) -> None:
    """It became the first paragraph of the text; a paragraph between others is of the text."""

    def note(document: WordEdits) -> None:
        first = document.paragraph("Wij kijken")
        document.move_below(document.new_below(first, "NB: dit moet korter."), first.getprevious())

    def between(document: WordEdits) -> None:
        document.new_below(document.paragraph("Wij kijken"), "Daarna kijken we naar de rest.")

    (line,) = lines(sent, tmp_path, note, Way.WORD if way is Way.TRACKED else way)
    assert (line.address, line.standing) == (PROSE_AT, LineStanding.DOUBTFUL)
    (line,) = lines(sent, tmp_path, between, way)
    assert (line.address, line.standing) == (PROSE_AT, LineStanding.EDITED)


@pytest.mark.parametrize("name", ["rij erbij onderaan", "bijschrift gewijzigd"])
def test_a_new_row_and_a_loose_text_say_their_day(sent: Sent, tmp_path: Path, name: str) -> None:
    (line,) = [each for each in lines(sent, tmp_path, NAMED[name], Way.TRACKED) if each.people == (AUTHOR,)]
    assert line.note.endswith(f" ({AUTHOR}, 3 juni).")


def test_a_comment_says_its_day(sent: Sent, tmp_path: Path) -> None:
    (line,) = lines(sent, tmp_path, NAMED["opmerking"])
    assert line.note == "Overnemen maakt er een actie van. Geschreven op 03-06-2027."


def test_what_is_empty_and_cannot_be_says_so_before_it_is_taken(sent: Sent, tmp_path: Path) -> None:
    def without_name(document: WordEdits) -> None:
        document.retype(document.paragraph("Te weinig docenten"), "")

    laid = with_outcomes(sent.laid(sent.back(tmp_path, without_name)), sent.plan, DAY)
    (line,) = laid.lines
    assert (line.standing, line.wordings[0].problem) == (LineStanding.EMPTIED, "Vul ‘Risico’ in.")


def test_a_row_that_moved_to_another_table_is_told(sent: Sent, tmp_path: Path) -> None:
    def move(document: WordEdits) -> None:
        document.row("1", "Kompas", "J. Smit", "lid").addnext(document.row("Kompas", "bouwt het lab"))

    (line,) = [line for line in lines(sent, tmp_path, move) if line.label.startswith("Verplaatst")]
    assert line.chapter == "7 Organisatie en VERI"
    assert line.wordings[0].text == "‘Kompas · bouwt het lab’ staat nu onder ‘1 · Kompas · J. Smit · lid’"


def test_enter_inside_the_name_in_a_heading_is_told(sent: Sent, tmp_path: Path) -> None:
    def split(document: WordEdits) -> None:
        heading = document.paragraph("Techniekcoaches in de klas", 1)
        document.replace(heading, "Techniekcoaches in de klas", "Techniekcoaches")
        document.new_below(heading, "in de klas")

    (line,) = lines(sent, tmp_path, split)
    assert (line.address, line.standing) == ("speerpunten/7/title", LineStanding.ONLY_TOLD)
    assert line.note == "Er is alleen een Enter in gezet. Dit veld heeft één regel."


def test_what_changed_on_the_cover_is_told_there(sent: Sent, tmp_path: Path) -> None:
    def status(document: WordEdits) -> None:
        document.replace(document.paragraph("Concept: nog niet"), "Concept", "Definitief")

    (line,) = lines(sent, tmp_path, status)
    assert line.chapter == "Voorblad"
    assert line.label == "Gewijzigd buiten de velden: Regiovisie en activiteitenplan 2027-2028 · Status"


def test_who_deleted_a_paragraph_is_who_tracked_it(sent: Sent, tmp_path: Path) -> None:
    """It was signed with the name of the file: the deletion went along with the paragraph below."""
    returned = sent.back(tmp_path, NAMED["alinea weg"], Way.TRACKED)
    (field,) = [field for field in returned.fields if field.is_changed]
    assert (field.address, field.authors) == (PROSE_AT, (AUTHOR,))
    assert {edit.moment for edit in field.tracked} == {datetime(2027, 6, 3, 10, 15, tzinfo=UTC)}
    assert sent.laid(returned).lines[0].people == (AUTHOR,)
    joined = sent.back(tmp_path, NAMED["alinea’s samengevoegd"], Way.TRACKED)
    assert sent.laid(joined).lines[0].people == (AUTHOR,)


@pytest.mark.parametrize("name", ["Unknown Author", "Onbekende auteur", "Author", ""])
def test_who_gave_no_name_is_called_after_the_file(sent: Sent, tmp_path: Path, name: str) -> None:
    """A row that is new, one that went, a paragraph that went and a comment, tracked without a name."""

    def edit(document: WordEdits) -> None:
        for each in ("rij erbij met eigenaar", "partner weg", "alinea weg", "opmerking"):
            NAMED[each](document)
        for change in document.root.iter():
            if change.get(f"{W}author") == AUTHOR:
                change.set(f"{W}author", name)
        comments = document.parts["word/comments.xml"]
        document.parts["word/comments.xml"] = comments.replace(AUTHOR.encode(), name.encode())

    found = lines(sent, tmp_path, edit, Way.LIBRE_OFFICE_TRACKED)
    wanted = {LineStanding.REMOVED, LineStanding.COMMENT}
    assert {line.standing for line in found} >= wanted
    assert any(line.new for line in found)
    assert {line.people for line in found} == {("Anja",)}


def test_a_chapter_without_the_mark_is_compared_with_the_last_draft_and_asked(sent: Sent, tmp_path: Path) -> None:
    def pasted(document: WordEdits) -> None:
        NAMED["hoofdstuk in ander document"](document)
        document.retype(document.paragraph("Kenmerk "), "Een zin van het document eromheen.")

    laid = sent.laid(sent.back(tmp_path, pasted, Way.PANDOC))
    assert laid.remarks[0].startswith("Het kenmerk ontbreekt; dit is vergeleken met concept 7F3A-12, het laatste waar")
    assert [line.address for line in laid.lines if line.standing is LineStanding.DOUBTFUL] == [PROSE_AT]
    assert laid.defaults == {}

    report = replace(
        sent.kept,
        head=replace(sent.kept.head, mark="7F3A-13"),
        units=tuple(replace(unit, texts=("Een verslag",) * len(unit.texts)) for unit in sent.kept.units),
    )
    behind_a_report = sent.back(tmp_path, pasted, Way.PANDOC, later=[report])
    assert behind_a_report.remarks[0].startswith("Het kenmerk ontbreekt; dit is vergeleken met concept 7F3A-12")

    def strange(document: WordEdits) -> None:
        for text in document.root.iter(f"{W}t"):
            text.text = "Iets heel anders."

    with pytest.raises(IntakeError, match="geen kenmerk"):
        sent.back(tmp_path, strange, Way.PANDOC)


def test_a_draft_that_was_given_twice_is_one(sent: Sent, tmp_path: Path) -> None:
    one = sent.back(tmp_path, NAMED["zes tegelijk"])
    assert sent.laid(one, one) == sent.laid(one)
    twice = sent.laid(one, replace(one, name="Bo.docx")).lines
    assert [replace(line, wordings=()) for line in twice] == [
        replace(line, wordings=()) for line in sent.laid(one).lines
    ]
    assert {line.people for line in twice} == {("Anja", "Bo")}


def test_a_mark_that_is_on_another_draft_as_well_is_asked(sent: Sent, tmp_path: Path) -> None:
    """As of a copy of the dossier that gave the same mark to a draft of its own."""
    first, *others = sent.kept.units
    another = replace(sent.kept, units=(replace(first, texts=("Iets anders",)), *others))
    returned = sent.back(tmp_path, NAMED["woord in een cel"], kept=another)
    laid = sent.laid(returned)
    assert (laid.defaults, [line.standing for line in laid.lines]) == ({}, [LineStanding.DOUBTFUL])
    assert laid.remarks[0].startswith("Kenmerk 7F3A-12 staat waarschijnlijk ook op een ander concept")
    # Without what the file carried along, by the day that stands on the cover.
    dated = replace(sent.kept, head=replace(sent.kept.head, moment="2027-05-20T10:00:00"))

    def of_another_day(document: WordEdits) -> None:
        document.replace(document.paragraph("20 mei 2027"), "20 mei", "19 mei")
        NAMED["woord in een cel"](document)

    assert sent.laid(sent.back(tmp_path, NAMED["woord in een cel"], Way.PANDOC, dated)).defaults
    assert not sent.laid(sent.back(tmp_path, of_another_day, Way.PANDOC, dated)).defaults


def test_fields_of_which_the_draft_says_that_they_stand_in_one_place_are_asked(sent: Sent, tmp_path: Path) -> None:
    (result,) = [field for field in sent.kept.fields if field.address == RESULT]
    double = replace(sent.kept, fields=(*sent.kept.fields, replace(result, address="speerpunten/7/costs")))
    returned = sent.back(tmp_path, NAMED["woord in een cel"], Way.PANDOC, double)
    both = [field for field in returned.fields if field.address in (RESULT, "speerpunten/7/costs")]
    assert [(field.sureness, field.is_changed) for field in both] == [(Sureness.ASK, True)] * 2
    assert sent.laid(returned).defaults == {}


def test_a_heading_that_is_text_of_another_field_as_well_is_read(sent: Sent, tmp_path: Path) -> None:
    """A paragraph that somebody wrote below it was looked for in the heading, which nobody had read as one."""
    fields = {field.address: field for field in sent.kept.fields}
    heading = fields["speerpunten/7/title"].unit
    goes_on = replace(fields[RESULT], below=(heading, *fields[RESULT].below))
    double = replace(sent.kept, fields=tuple((fields | {RESULT: goes_on}).values()))

    def write_below(document: WordEdits) -> None:
        document.new_below(document.paragraph("Techniekcoaches in de klas", 1), "in de klas")

    returned = sent.back(tmp_path, write_below, Way.PANDOC, double)
    assert "in de klas" in [loose.text for loose in returned.loose]


def test_a_row_that_was_pasted_again_is_a_copy(sent: Sent, tmp_path: Path) -> None:
    (line,) = lines(sent, tmp_path, lambda document: document.copy_row(document.row("Ouders kennen het niet")))
    assert (line.standing, line.label[:27]) == (LineStanding.ONLY_TOLD, "Gekopieerde regel: Tabel 12")
    assert line.note == "Deze regel staat al in het concept, met dezelfde tekst."

    def elsewhere(document: WordEdits) -> None:
        """A partner may give the same to another speerpunt."""
        row = document.copy_row(document.row("Kompas", "bouwt het lab"))
        document.row("Betrokken partners", NO_PARTNERS).addnext(row)

    assert not any(each.label.startswith("Gekopieerd") for each in lines(sent, tmp_path, elsewhere))


def test_a_row_below_the_labels_of_a_risk_is_another_risk(sent: Sent, tmp_path: Path) -> None:
    """Word makes it with the two cells of the label; what has no column there is not understood."""

    def below(document: WordEdits) -> None:
        document.new_row(document.row("Eigenaar"), "Zilveren stroomstoring", "Aggregaat huren")

    def holes(document: WordEdits) -> None:
        document.new_row(document.row("Eigenaar"), "–", "–")

    assert [each.standing for each in lines(sent, tmp_path, holes)] == [LineStanding.ONLY_TOLD]
    (line,) = lines(sent, tmp_path, below)
    assert (line.standing, line.label, line.new and line.new.values) == (
        LineStanding.NEW_IN_PART,
        "Nieuw risico",
        (("text", "Zilveren stroomstoring"),),
    )
    assert line.note == (
        "Hoort bij geen veld en gaat niet mee: Aggregaat huren. Alleen ‘Risico’ is ingevuld. ‘Kans’ is leeg; overnemen "
        "maakt er ‘middel’ van. ‘Impact’ is leeg; overnemen maakt er ‘middel’ van."
    )


def test_the_copied_owner_of_a_new_risk_is_its_owner(sent: Sent, tmp_path: Path) -> None:
    def risk(document: WordEdits) -> None:
        row = document.new_row(document.row("Ouders kennen het niet"), "", "Zilver", "klein", "groot", "Poetsen")
        row.addnext(document.copy_row(document.row("Eigenaar")))

    (line,) = lines(sent, tmp_path, risk)
    assert line.new
    assert dict(line.new.values)["owner"] == "A. Bos"


def test_a_new_row_says_what_it_lacks_before_it_is_taken(sent: Sent, tmp_path: Path) -> None:
    def half(document: WordEdits) -> None:
        document.new_row(document.row("Ouders kennen het niet"), "4", "", "klein", "", "Iets")

    (line,) = lines(sent, tmp_path, half)
    assert (line.standing, line.note) == (
        LineStanding.NEW_IN_PART,
        "‘Impact’ is leeg; overnemen maakt er ‘middel’ van. Nieuwe regel zonder ‘Risico’. Voeg die toe in sto-tui.",
    )


def test_the_head_of_rows_within_a_table_stands_with_what_has_no_field(sent: Sent, tmp_path: Path) -> None:
    def member(document: WordEdits) -> None:
        like = document.row("1", "Kompas", "J. Smit", "lid")
        document.new_row(like, "7a", "gemeente Terelst", "P. Jansen", "lid")

    row, party = lines(sent, tmp_path, member)
    assert row.new
    assert (row.new.values[0], row.new.unplaced) == (("party", "gemeente Terelst"), (("Lid", "7a"),))
    assert party.wordings[0].text == "Naam: gemeente Terelst"


def test_text_in_or_below_another_table_is_not_of_the_field_before_it(sent: Sent, tmp_path: Path) -> None:
    def below(document: WordEdits) -> None:
        table = next(document.row("Ouders kennen het niet").iterancestors(f"{W}tbl"))
        fresh = document.new_below(document.paragraph("Wij kijken"), "Een los woord over zilver.")
        table.addnext(fresh)

    def inside(document: WordEdits) -> None:
        document.new_row(document.row("Klimaat en duurzaamheid"), "Zilver", "Een los woord over zilver.")

    for edit, chapter in ((below, "10 Risico’s"), (inside, "6 Verplichte onderwerpen")):
        (line,) = lines(sent, tmp_path, edit)
        assert (line.standing, line.address, line.chapter) == (LineStanding.ONLY_TOLD, "", chapter)
        assert line.note == "Hoort bij geen veld: neem het zelf over."


def test_a_paragraph_that_went_is_told_where_it_stood_and_not_where_the_same_is_said(tmp_path: Path) -> None:
    """Both chapters end with one sentence, and it was deleted from the second."""
    texts = {Chapter.DOELEN: "Eerst doelen.\n\nDaarna wij.", Chapter.RISICOS: "Eerst risico’s.\n\nDaarna wij."}
    records = [ChapterText(id=number, chapter=each, text=texts[each]) for number, each in enumerate(texts, 1)]
    plan = replace(dossier_with(*records), key="5d0c1c7e")
    document = WordEdits(sent_out(plan), Way.TRACKED)
    document.delete(document.paragraph("Daarna wij.", 1))
    returned = read_back(tmp_path, plan, document.saved())
    assert {each.address: len(each.tracked) for each in returned.fields if each.address.startswith("texts/")} == {
        "texts/1/text": 0,
        "texts/2/text": 1,
    }
    assert [each.address for each in returned.fields if each.is_changed] == ["texts/2/text"]


def test_a_label_within_the_text_of_another_field_makes_both_a_question(sent: Sent, tmp_path: Path) -> None:
    """A manifest that somebody damaged: the label of a chapter text is a paragraph of another text."""
    fields = list(sent.kept.fields)
    prose = next(place for place, field in enumerate(fields) if field.address == PROSE_AT)
    unit = fields[prose].below[1]
    fields.append(replace(fields[prose], address="speerpunten/7/note", unit=unit, below=(), text=""))
    layout = SentLayout(replace(sent.kept, fields=tuple(fields)))
    assert layout.shared[len(fields) - 1] == {prose, len(fields) - 1}
