"""Under which body another one stands, as plans lay it out; what makes a ring or names no body is told."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import Cm

from sto_tui.domain.change import carried_out
from sto_tui.domain.parties import Body
from sto_tui.intake.plan_document.proposing import PlanFile, PlanProposal, proposal_of
from sto_tui.planning.new_dossier import new_dossier
from tests.support.small_plan import with_records
from tests.support.word_plans import bold, new_document, read, table

# The dossier has a programmamanager (3) under its stuurgroep (1); of the others none is in it.
_BEGAN = new_dossier("Proefland", "2027-2028")
REGION = with_records(_BEGAN, _BEGAN.of(Body)[3].changed(parent=1))
NESTED = {"Projectgroep": "stuurgroep", "Werkgroep PO": "Projectgroep", "Klankbordgroep": "stuurgroep"}


def of_organisation() -> Document:
    document = new_document()
    bold(document, "Thema 1: Labs")
    bold(document, "Speerpunt 1.1: Bus")
    document.add_paragraph("Een bus.")
    document.add_heading("Organisatie", 1)
    return document


def proposed(document: Document, folder: Path, chosen: Collection[int] | None = None) -> PlanProposal:
    return proposal_of(PlanFile("plan.docx", read(document, folder)), REGION, date(2026, 1, 1), chosen)


def levels(proposal: PlanProposal) -> dict[str, str]:
    """The new bodies, each with the one above it."""
    bodies = carried_out(REGION, proposal.intake.change).of(Body)
    known = REGION.of(Body)
    fresh = [body for body in bodies.values() if body.id not in known]
    return {body.name: bodies[body.parent].name if body.parent else "" for body in fresh}


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (
            "Orgaan",
            ["Stuurgroep", "Stuurgroep > Projectgroep", "Projectgroep → Werkgroep PO", "Stuurgroep > Klankbordgroep"],
        ),
        ("Nr|Orgaan", ["1|Stuurgroep", "1.1|Projectgroep", "1.1.1|Werkgroep PO", "1.2|Klankbordgroep"]),
        ("Orgaan", ["1 Stuurgroep", "1.1 Projectgroep", "1.1.1 Werkgroep PO", "1.2 Klankbordgroep"]),
        ("Overleg", ["Stuurgroep", "- Projectgroep", "-- Werkgroep PO", "- Klankbordgroep"]),
        ("Overleg", ["Stuurgroep", "   Projectgroep", "      Werkgroep PO", "   Klankbordgroep"]),
        ("Overleg", ["Stuurgroep", "\tProjectgroep", "\t\tWerkgroep PO", "\tKlankbordgroep"]),
        (
            "Orgaan|Valt onder",
            ["Stuurgroep|-", "Projectgroep|de stuurgroep", "Werkgroep PO|Projectgroep", "Klankbordgroep|Stuurgroep"],
        ),
        (
            "Orgaan|Rapporteert aan",
            ["Werkgroep PO|projectgroep", "Projectgroep|stuurgroep", "Klankbordgroep|stuurgroep", "Stuurgroep|"],
        ),
    ],
)
def test_a_table_says_under_which_body_another_stands(heads: str, names: list[str], tmp_path: Path) -> None:
    document = of_organisation()
    table(document, [[*heads.split("|"), "Taak"], *([*name.split("|"), "Doet mee"] for name in names)])
    proposal = proposed(document, tmp_path)
    assert levels(proposal) == NESTED
    assert proposal.not_understood == ()


def test_an_indent_of_word_says_it_too_and_a_hair_of_it_does_not(tmp_path: Path) -> None:
    document = of_organisation()
    table(document, [["Orgaan", "Taak"], *([name, "Doet mee"] for name in ("Stuurgroep", *NESTED))])
    for row, side in enumerate((0.0, 0.5, 1.0, 0.55), 1):
        document.tables[0].cell(row, 0).paragraphs[0].paragraph_format.left_indent = Cm(side)
    assert levels(proposed(document, tmp_path)) == NESTED


def test_bodies_without_any_of_these_stand_under_none(tmp_path: Path) -> None:
    document = of_organisation()
    table(document, [["Nr", "Orgaan", "Taak"], *([str(at), name, "Doet mee"] for at, name in enumerate(NESTED, 1))])
    assert levels(proposed(document, tmp_path)) == dict.fromkeys(NESTED, "")


def test_a_list_says_it_of_bodies_that_are_told_below_it(tmp_path: Path) -> None:
    """What stands in the list only is in doubt; chosen, it takes what it stands under with it."""
    document = of_organisation()
    for text, style in (("Stuurgroep", ""), ("Projectgroep", " 2"), ("Werkgroep PO", " 3"), ("Klankbordgroep", " 2")):
        document.add_paragraph(text, style=f"List Bullet{style}")
    document.add_heading("Projectgroep", 2)
    document.add_paragraph("Voert uit.")
    assert levels(proposed(document, tmp_path)) == {"Projectgroep": "stuurgroep"}
    offers = proposed(document, tmp_path).offers
    chosen = [offer.number for offer in offers if "Werkgroep" in offer.caption]
    assert levels(proposed(document, tmp_path, chosen)) == {
        "Projectgroep": "stuurgroep",
        "Werkgroep PO": "Projectgroep",
    }


_TOLD = (
    "Programmabureau",
    "Ondersteuningsteam",
    "Directieteam",
    "Technetkring",
    "Subsidiecommissie",
    "Bestuurdersoverleg",
)


@pytest.mark.parametrize("name", _TOLD)
def test_a_compound_before_a_colon_is_a_body_of_its_own(name: str, tmp_path: Path) -> None:
    document = of_organisation()
    for text, style in (("Stuurgroep: besluit", ""), (f"{name}: voert uit", " 2"), ("Werkgroep mbo: stages", " 3")):
        document.add_paragraph(text, style=f"List Bullet{style}")
    proposal = proposed(document, tmp_path)
    assert levels(proposal) == {name: "stuurgroep", "Werkgroep mbo": name}
    assert carried_out(REGION, proposal.intake.change).of(Body)[1].task == "besluit"


@pytest.mark.parametrize("name", ["Doelgroep", "Onderwijsgroep Noord", "Adviesbureau Jansen", "Bedrijvenkring West"])
def test_a_party_or_those_it_is_for_is_no_body(name: str, tmp_path: Path) -> None:
    document = of_organisation()
    document.add_paragraph("Stuurgroep: besluit", style="List Bullet")
    document.add_paragraph(f"{name}: doet mee", style="List Bullet")
    assert name not in levels(proposed(document, tmp_path))


def test_a_body_above_that_is_in_doubt_does_not_go_along_and_that_is_said(tmp_path: Path) -> None:
    document = of_organisation()
    document.add_paragraph("Kernteam", style="List Bullet")
    document.add_heading("Projectgroep", 2)
    document.add_paragraph("Voert uit.")
    document.add_paragraph("Valt onder: het kernteam")
    proposal = proposed(document, tmp_path)
    assert levels(proposal) == {"Projectgroep": ""}
    assert proposal.intake.remarks[-1] == (
        "‘Projectgroep’ valt in het plan onder een orgaan dat niet meegaat; kies dat ook, of vul ‘Valt onder’ zelf in."
    )
    both = [offer.number for offer in proposal.offers if offer.table == "bodies"]
    assert levels(proposed(document, tmp_path, both)) == {"Kernteam": "", "Projectgroep": "Kernteam"}


@pytest.mark.parametrize(
    ("rows", "found", "reason"),
    [
        ([["Projectgroep", "Bestuur"]], {"Projectgroep": ""}, "dit orgaan staat niet in het plan"),
        ([["Projectgroep", "Projectgroep"]], {"Projectgroep": ""}, "zo valt het onder zichzelf"),
        (
            [["Projectgroep", "Kernteam"], ["Kernteam", "Projectgroep"]],
            {"Projectgroep": "Kernteam", "Kernteam": ""},
            "zo valt het onder zichzelf",
        ),
    ],
)
def test_what_names_no_body_or_makes_a_ring_is_told(
    rows: list[list[str]], found: dict[str, str], reason: str, tmp_path: Path
) -> None:
    document = of_organisation()
    table(document, [["Orgaan", "Valt onder"], *rows])
    proposal = proposed(document, tmp_path)
    assert levels(proposal) == found
    assert [line.reason for line in proposal.not_understood] == [reason]


def test_the_dossier_gets_no_ring(tmp_path: Path) -> None:
    document = of_organisation()
    table(document, [["Orgaan", "Valt onder"], ["Stuurgroep", "Programmamanager"]])
    proposal = proposed(document, tmp_path)
    assert [line.reason for line in proposal.not_understood] == ["zo valt het onder zichzelf"]
    assert [offer for offer in proposal.offers if offer.table == "bodies"] == []


def test_how_often_a_body_meets_beside_its_name(tmp_path: Path) -> None:
    document = of_organisation()
    heads = ["Orgaan", "Taak", "Leden", "Overleg"]
    table(document, [heads, ["Denktank", "Denkt mee", "docenten", "4x per jaar"]])
    proposal = proposed(document, tmp_path)
    (body,) = [offer.after for offer in proposal.offers if offer.table == "bodies"]
    assert isinstance(body, Body)
    assert (body.name, body.task, body.meets) == ("Denktank", "Denkt mee", 4)
    assert proposal.not_understood == ()
