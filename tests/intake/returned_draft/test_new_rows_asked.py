"""What is asked of a row that colleagues added, before anything that nobody wrote is ticked; worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Risk, Speerpunt, Theme
from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.laid_beside import laid_beside
from sto_tui.intake.returned_draft.lines import LaidBeside, LineStanding
from sto_tui.intake.returned_draft.returned import ManifestHead, NewRecord, ReturnedDraft, ReturnedField, Sureness
from sto_tui.intake.returned_draft.taking_over import taking_over
from tests.support.by_hand import dossier_with

TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """A plan of 2027 and 2028 with two speerpunten, of which the first has a milestone."""
    began = dossier_with(
        Theme(id=1, number=1, title="Kiezen", periods=(1,)),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
        Speerpunt(id=2, theme=1, number="1.2", title="Bus"),
        Milestone(id=1, number="1.1a", title="Lab open", speerpunt=1, due=date(2027, 2, 12)),
        Risk(id=1, text="Partner valt af", periods=(1,)),
    )
    parties = {1: Party(id=1, name="Koster Installaties", short="BI"), 2: Party(id=2, name="Gemeente Terhorst")}
    return began.with_tables({"parties": parties}).seen_in(as_plan=True)


def laid(dossier: Dossier, *rows: NewRecord, others: tuple[NewRecord, ...] = ()) -> LaidBeside:
    drafts = [ReturnedDraft("Anja.docx", ManifestHead(), (), new_records=rows)]
    drafts += [ReturnedDraft("Bo.docx", ManifestHead(), (), new_records=others)] if others else []
    return laid_beside(drafts, dossier, {}, TODAY)


def milestone(*values: tuple[str, str], number: str = "", blank: tuple[str, ...] = ()) -> NewRecord:
    unplaced = (("Nr", number),) if number else ()
    return NewRecord("milestones", values, unplaced, after="milestones/1", blank=blank)


TITLE, DUE = ("title", "Bus rijdt"), ("due", "1 mei 2028")
HALF = NewRecord("risks", (("text", "Brand"), ("measure", "Blussen")), blank=("Nr", "probability", "impact"))


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (
            HALF,
            "‘Kans’ is leeg; overnemen maakt er ‘middel’ van. ‘Impact’ is leeg; overnemen maakt er ‘middel’ van.",
        ),
        (NewRecord("risks", (("text", "Brand"), ("probability", "klein"), ("impact", "groot")), (("Nr", "7"),)), ""),
        (milestone(TITLE, blank=("due", "goal")), "Alleen ‘Mijlpaal’ is ingevuld."),
        (milestone(TITLE, number="1.1b", blank=("due",)), "Alleen ‘Mijlpaal’ is ingevuld."),
        (milestone(TITLE, DUE), ""),
        (milestone(TITLE, DUE, number="1.1b"), ""),
        (milestone(TITLE, DUE, number="M12"), ""),
        (milestone(TITLE, DUE, number="1.1a"), "Nr 1.1a staat al in het dossier."),
        (milestone(TITLE, DUE, number="1.2a"), "Het nummer is van speerpunt 1.2 Bus."),
        (milestone(TITLE, ("due", "1 mei 2082")), "Klaar op: 01-05-2082 valt buiten planperiode 2027-2028."),
        (
            NewRecord("actions", (("text", "Bellen"), ("due", "1 mei 2082"))),
            "Klaar op: 01-05-2082 valt ver buiten planperiode 2027-2028.",
        ),
        (NewRecord("actions", (("text", "Bellen"), ("due", "1 mei 2026"))), ""),
        (NewRecord("parties", (("name", "Smid"),), (("Soort", "bedrijf"),)), ""),
        (
            NewRecord("parties", (("name", "Smid"),), (("Soort", "ijzer"),)),
            "Hoort bij geen veld en gaat niet mee: Soort: ijzer.",
        ),
    ],
)
def test_what_nobody_wrote_is_asked_and_the_rest_is_ticked(dossier: Dossier, row: NewRecord, note: str) -> None:
    beside = laid(dossier, row)
    (line,) = beside.lines
    assert (line.standing, line.note) == (LineStanding.NEW_IN_PART if note else LineStanding.NEW, note)
    assert bool(beside.defaults) is not bool(note)


def test_a_new_milestone_says_of_which_speerpunt_and_keeps_the_number_that_was_written(dossier: Dossier) -> None:
    beside = laid(dossier, milestone(TITLE, DUE, number="1.1k"))
    assert beside.lines[0].label == "Nieuwe mijlpaal bij speerpunt 1.1 Lab"
    after = carried_out(dossier, taking_over(beside, beside.defaults, dossier, TODAY).change)
    made = [(each.number, each.speerpunt, each.due) for each in after.of(Milestone).values() if each.id != 1]
    assert made == [("1.1k", 1, date(2028, 5, 1))]


def test_a_new_contribution_does_not_get_the_speerpunt_of_the_row_above_unasked(dossier: Dossier) -> None:
    above = Cofinancing(id=1, party=1, speerpunt=1, title="Lassen", year=2027)
    with_one = dossier.with_tables({"cofinancing": {1: above}})
    values = (("party", "Gemeente Terhorst"), ("title", "Zaal"), ("year", "2028"), ("status", "toegezegd"))
    beside = laid(with_one, NewRecord("cofinancing", values, after="cofinancing/1"))
    (line,) = beside.lines
    assert line.note == (
        "Er staat niet bij waar dit bij hoort; overnemen maakt er speerpunt 1.1 Lab van. "
        "‘Vorm’ staat er niet bij; overnemen maakt er ‘uren’ van."
    )
    assert (line.standing, beside.defaults) == (LineStanding.NEW_IN_PART, {})


def test_one_row_of_two_people_with_the_date_written_otherwise_is_one(dossier: Dossier) -> None:
    beside = laid(dossier, milestone(TITLE, DUE), others=(milestone(TITLE, ("due", "01-05-2028")),))
    assert [line.people for line in beside.lines] == [("Anja", "Bo")]
    apart = laid(dossier, milestone(TITLE, DUE), others=(milestone(TITLE, ("due", "02-05-2028")),))
    assert [line.people for line in apart.lines] == [("Anja",), ("Bo",)]


def partner(name: str, speerpunt: int = 1) -> NewRecord:
    return NewRecord(f"speerpunten/{speerpunt}/partners", (("party", name), ("role", "geeft les")))


def test_a_party_that_several_rows_name_is_proposed_once(dossier: Dossier) -> None:
    """`bibliotheek` holds the letters of an abbreviation, and is no part of that party."""
    beside = laid(dossier, partner("Bibliotheek Noord"), partner("bibliotheek  noord", 2))
    assert [line.wordings[0].text for line in beside.lines if line.address == "parties"] == ["Naam: Bibliotheek Noord"]
    assert beside.defaults == {}
    after = carried_out(dossier, taking_over(beside, {1: "", 2: "", 3: ""}, dossier, TODAY).change)
    assert len(after.of(Party)) == 3
    row = NewRecord("parties", (("name", "Bibliotheek Noord"), ("involved_in", "uitvoering")))
    own = laid(dossier, partner("Bibliotheek Noord"), row)
    assert [line.standing for line in own.lines] == [LineStanding.NEW, LineStanding.NEW]


def test_a_name_that_is_nearly_that_of_a_party_is_proposed_with_that_party(dossier: Dossier) -> None:
    beside = laid(dossier, partner("Gemeente Terhorsd"))
    notes = [line.note for line in beside.lines if line.address == "parties"]
    assert [note.rpartition(". Lijkt")[2] for note in notes] == [" op ‘Gemeente Terhorst’: kijk na of het die niet is."]
    assert beside.defaults == {}


def test_a_party_that_gets_another_name_is_still_known_by_its_own(dossier: Dossier) -> None:
    renamed = ReturnedField(
        "parties/2/name", FieldShape.CELL, "Gemeente Terhorst", "Gem. Terhorst", Sureness.SURE, is_changed=True
    )
    draft = ReturnedDraft("Anja.docx", ManifestHead(), (renamed,), new_records=(partner("Gemeente Terhorst"),))
    beside = laid_beside([draft], dossier, {}, TODAY)
    assert len(beside.defaults) == 2
    after = carried_out(dossier, taking_over(beside, beside.defaults, dossier, TODAY).change)
    assert after.of(Party)[2].name == "Gem. Terhorst"
    assert [each.party for each in after.of(Speerpunt)[1].partners] == [2]


def test_a_draft_that_may_be_another_ticks_no_row(dossier: Dossier) -> None:
    doubtful = replace(
        ReturnedDraft("Anja.docx", ManifestHead(), (), new_records=(milestone(TITLE, DUE),)), is_doubtful=True
    )
    assert laid_beside([doubtful], dossier, {}, TODAY).defaults == {}
