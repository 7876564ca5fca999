"""What is read in doubt: offered with its place, taken only when somebody says so, and never a second time."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Risk, Size, Speerpunt, Theme
from sto_tui.intake.plan_document.proposing import PlanFile, PlanProposal, proposal_of
from sto_tui.planning.new_dossier import new_dossier
from tests.support.word_plans import new_document, read, table, told

TODAY = date(2026, 1, 1)
REGION = new_dossier("Proefland", "2027-2028")
GOES_ON = "de tabel heeft geen koppen; die van de tabel ervoor zijn gebruikt"
IN_TEXT = "het is gelezen uit lopende tekst, en die blijft staan"


def offered(document: Document, folder: Path, dossier: Dossier = REGION) -> tuple[PlanFile, PlanProposal]:
    file = PlanFile("plan.docx", read(document, folder))
    return file, proposal_of(file, dossier, TODAY)


def taken(file: PlanFile, chosen: Sequence[int] | None, dossier: Dossier = REGION) -> Dossier:
    return carried_out(dossier, proposal_of(file, dossier, TODAY, chosen).intake.change)


def lab(*lines: str) -> Document:
    document = new_document()
    document.add_heading("Actielijn 1: Innovatie", 1)
    document.add_heading("1.1 Technolab", 2)
    for line in lines:
        document.add_paragraph(line)
    return document


def test_acts_and_partners_in_running_text(tmp_path: Path) -> None:
    text = (
        "Het lab is er voor alle scholen. In 2027 richten we het lab in; vanaf 2028 draaien drie klassen. We doen dit "
        "samen met Maritiem College en Damen Shipyards."
    )
    file, proposal = offered(lab(text), tmp_path)
    (doubt,) = [offer for offer in proposal.offers if offer.doubt]
    assert (doubt.caption, doubt.doubt) == (
        "1.1 Technolab, meer bij betrokken partners en activiteiten per periode",
        IN_TEXT,
    )
    assert (doubt.place, doubt.details) == (
        "‘1.1 Technolab’, alinea 1",
        (
            "partner: Maritiem College",
            "partner: Damen Shipyards",
            "2027: richten we het lab in",
            "vanaf 2028: draaien drie klassen",
        ),
    )
    assert doubt.number not in proposal.taken
    # They are found, if in doubt.
    assert [remark for remark in proposal.intake.remarks if "gevonden" in remark] == []
    (plain,) = taken(file, None).of(Speerpunt).values()
    assert (plain.result, plain.partners, plain.phases) == (text, (), ())
    # Its speerpunt and theme go with it.
    assert proposal_of(file, REGION, TODAY, [doubt.number]).intake.remarks[-1] == (
        "‘1 Innovatie’ en ‘1.1 Technolab’ gaan mee: daar hoort wat je koos bij."
    )
    after = taken(file, [doubt.number])
    (point,) = after.of(Speerpunt).values()
    assert len(after.of(Theme)) == 1
    assert (point.result, [partner.role for partner in point.partners]) == (
        text,
        ["Maritiem College", "Damen Shipyards"],
    )
    assert [(phase.label, phase.start, [act.text for act in phase.acts]) for phase in point.phases] == [
        ("2027", date(2027, 1, 1), ["richten we het lab in"]),
        ("vanaf 2028", date(2028, 1, 1), ["draaien drie klassen"]),
    ]
    assert proposal_of(file, after, TODAY).offers == ()


def test_what_running_text_says_beside_acts_and_partners_is_no_doubt(tmp_path: Path) -> None:
    lines = ("In 2026 bleek het lab te klein.", "Partners: Damen Shipyards", "2027: inrichten")
    _, proposal = offered(lab(*lines), tmp_path)
    assert [offer.doubt for offer in proposal.offers if offer.doubt] == []


@pytest.mark.parametrize("line", ["Doel: Meer techniek.", "Doelstelling: Meer techniek."])
def test_a_goal_in_words_is_more_of_the_result(line: str, tmp_path: Path) -> None:
    file, proposal = offered(lab("Een lab.", line, "2027: inrichten"), tmp_path)
    (doubt,) = [offer for offer in proposal.offers if offer.doubt]
    assert doubt.doubt == "het is een doel in woorden; het komt bij het beoogde resultaat"
    (point,) = taken(file, [doubt.number]).of(Speerpunt).values()
    assert point.result == "Een lab.\n\nMeer techniek."
    assert proposal.not_understood == ()


def rows_over_two_tables(document: Document, between: str = "") -> Document:
    document.add_heading("Thema 1: Onderbouw", 1)
    table(document, [["Speerpunt", "Activiteiten", "Partners", "Wanneer"], ["1.1 Bus", "Rijden", "ROC Noord", "2027"]])
    document.add_paragraph(between)
    table(document, [["", "Parkeren", "", "2028"], ["1.2 Lab", "Bouwen", "Damen Shipyards", "2028"]])
    return document


def test_a_table_that_goes_on_without_heads(tmp_path: Path) -> None:
    file, proposal = offered(rows_over_two_tables(new_document()), tmp_path)
    assert [(offer.caption, offer.place, offer.doubt) for offer in proposal.offers if offer.doubt] == [
        ("1.1 Bus, meer bij activiteiten per periode", "tabel 2, rij 1", GOES_ON),
        ("1.2 Lab", "tabel 2, rij 2", GOES_ON),
        ("Damen Shipyards", "tabel 2, rij 2", "alleen genoemd bij iets dat zelf in twijfel is"),
    ]
    assert {point.number for point in taken(file, None).of(Speerpunt).values()} == {"1.1"}
    assert [party.name for party in taken(file, None).of(Party).values()] == ["ROC Noord"]
    after = taken(file, [offer.number for offer in proposal.offers])
    assert {
        point.number: [(phase.label, [act.text for act in phase.acts]) for phase in point.phases]
        for point in after.of(Speerpunt).values()
    } == {"1.1": [("2027", ["Rijden"]), ("2028", ["Parkeren"])], "1.2": [("2028", ["Bouwen"])]}
    assert proposal_of(file, after, TODAY).offers == ()


def test_a_table_after_a_text_goes_on_with_nothing(tmp_path: Path) -> None:
    _, proposal = offered(rows_over_two_tables(new_document(), "Zo ziet het budget eruit."), tmp_path)
    assert [offer.caption for offer in proposal.offers if offer.doubt] == []
    assert "1.2 Lab" in " ".join(line.text for line in proposal.not_understood)


def test_more_of_a_record_that_is_there_changes_only_that(tmp_path: Path) -> None:
    file, _ = offered(lab("Een lab.", "Partners: nader te bepalen"), tmp_path)
    there = taken(file, None)
    file, proposal = offered(lab("Een lab.", "Partners: nader te bepalen", "Doel: Meer techniek."), tmp_path, there)
    (doubt,) = proposal.offers
    assert (doubt.caption, bool(doubt.doubt)) == ("1.1 Technolab, meer bij beoogd resultaat", True)
    change = proposal_of(file, there, TODAY, [doubt.number]).intake.change
    assert change.label == "Plan plan.docx: 0 nieuw, 1 gewijzigd"
    (point,) = carried_out(there, change).of(Speerpunt).values()
    assert (point.result, len(point.partners)) == ("Een lab.\n\nMeer techniek.", 1)


RISK_LINES = {
    "(kans groot, impact middel). Maatregel: hybride docenten werven.": ("groot", "middel", "hybride docenten werven."),
    ". Kans: klein. Impact: groot. Maatregel: lab huren": ("klein", "groot", "lab huren"),
    ". Gevolg: groot. Kans: klein. Beheersmaatregelen: lab huren": ("klein", "groot", "lab huren"),
    "(kans groot, impact klein): indexatie": ("groot", "klein", "indexatie"),
    "(kans groot impact klein): indexatie": ("groot", "klein", "indexatie"),
    "[impact: klein kans: groot]": ("groot", "klein", ""),
    " - kans is klein effect is groot. Maatregel: lab huren": ("klein", "groot", "lab huren"),
    " – waarschijnlijkheid hoog en effect laag – indexatie": ("groot", "klein", "indexatie"),
    "; impact is middel": (None, "middel", ""),
}


@pytest.mark.parametrize(("line", "read"), RISK_LINES.items())
def test_a_risk_in_a_line_of_text(line: str, read: tuple[str | None, str, str], tmp_path: Path) -> None:
    document = lab("2027: inrichten")
    document.add_heading("Risico’s", 1)
    for text in (f"Te weinig docenten {line}", "Wij letten erop, waardoor de kans groot is dat het lukt."):
        document.add_paragraph(text, style="List Bullet" if line in text else "Normal")
    file, proposal = offered(document, tmp_path)
    (doubt,) = [offer for offer in proposal.offers if offer.doubt]
    (risk,) = taken(file, [doubt.number]).of(Risk).values()
    assert (risk.text, risk.measure) == ("Te weinig docenten", read[2])
    assert (risk.probability, risk.impact) == tuple(Size(size or "middel") for size in read[:2])
    told = "Bij risico ‘Te weinig docenten’ is geen kans gelezen; ‘middel’ is ingevuld."
    assert (told in proposal.intake.remarks) == (read[0] is None)


def test_a_partner_that_somebody_linked_keeps_its_name_when_the_party_is_not_taken(tmp_path: Path) -> None:
    file, proposal = offered(lab("Partners: ROC Noord, Damen Shipyards", "2027: inrichten"), tmp_path)
    offers = {offer.caption: offer for offer in proposal.offers}
    point = offers["1.1 Technolab"].after
    assert isinstance(point, Speerpunt)
    first = point.partners[0].model_copy(update={"role": "geeft les"})
    edited = point.model_copy(update={"partners": (first,), "title": "Lab"})
    number = offers["1.1 Technolab"].number
    proposal = proposal_of(file, REGION, TODAY, [number], {number: edited})
    (made,) = carried_out(REGION, proposal.intake.change).of(Speerpunt).values()
    assert (made.title, [(one.party, one.role) for one in made.partners]) == ("Lab", [(None, "ROC Noord: geeft les")])


def test_idem_is_the_partner_above_and_told_where_nobody_stands_there(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Thema 1: Labs", 1)
    document.add_heading("Speerpunt 1.1: Werving", 2)
    rows = [["Campagne", "Lek College", "2027"], ["Intake", "idem", "Idem"], ["Start", "n.v.t.", "2028"]]
    table(document, [["Wat", "Wie", "Wanneer"], *rows, ["Slot", "”", "2028"]])
    document.add_heading("Speerpunt 1.2: Bus", 2)
    table(document, [["Wat", "Wie", "Wanneer"], ["Rijden", "Lek College", "2027"], ["Wassen", '"', "2028"]])
    document.add_heading("Speerpunt 1.3: Lab", 2)
    document.add_paragraph("Partners: idem, ROC Oost")
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Werving": (["Lek College"], [("2027", ["Campagne", "Intake"]), ("2028", ["Start", "Slot"])]),
        "1.2 Bus": (["Lek College"], [("2027", ["Rijden"]), ("2028", ["Wassen"])]),
        "1.3 Lab": ([], []),
    }
    reason = "wie hiermee is bedoeld, staat er niet boven"
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("partner: ”", reason),
        ("partner: idem, ROC Oost", reason),
    ]


@pytest.mark.parametrize(("goal", "is_told"), [(1, False), (9, True)])
def test_a_line_of_goals_that_was_taken_is_not_told_to_be_nowhere(goal: int, is_told: bool, tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Doelen", 1)
    document.add_paragraph("Doel 1: Meer techniek.")
    document.add_heading("Thema 1: Labs", 1)
    document.add_paragraph(f"Draagt bij aan doel {goal}.")
    document.add_heading("Speerpunt 1.1: Bus", 2)
    document.add_paragraph("Een bus.")
    file, proposal = offered(document, tmp_path)
    (theme,) = taken(file, None).of(Theme).values()
    assert bool(theme.goals) is not is_told
    assert bool(proposal.not_understood) is is_told
