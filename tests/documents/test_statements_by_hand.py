"""The cofinancieringsverklaring and the list of signatures, with figures that were worked out by hand."""

from datetime import date

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri
from sto_tui.domain.money import Cofinancing, CofinancingForm, CofinancingStatus, Realised
from sto_tui.domain.parties import Body, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.cofinancing_statement import cofinancing_statement
from tests.support.by_hand import dossier_with, paragraphs_of, tables_of
from tests.support.small_plan import with_records

DAY = date(2027, 5, 10)
FIRM, SCHOOL, GONE = Ref("parties", 1), Ref("parties", 2), Ref("parties", 3)
EURO = "€\N{NO-BREAK SPACE}"


def given(number: int, party: int | None, **values: object) -> Cofinancing:
    return Cofinancing.model_validate({"id": number, "party": party, "year": 2027, **values})


HANDED = (
    # 40 × 62,50 = 2.500,00 and 12,5 × 33,33 = 416,625, half a cent up: 416,63.
    given(1, 1, title="Gastlessen", quantity=40, unit="uur", rate=62_50, speerpunt=1),
    given(2, 1, title="Hout", form=CofinancingForm.MATERIAAL, quantity=12.5, unit="m3", rate=33_33, theme=1),
    given(3, 1, title="Gastlessen", year=2028, quantity=10, unit="uur", rate=65_00, speerpunt=1),
    given(4, 1, title="Ruimte", year=2028, form=CofinancingForm.RUIMTE),
    given(5, 3, title="Robot", quantity=1, rate=1000_00, status=CofinancingStatus.TOEGEZEGD),
    given(6, None, title="Iets van iemand"),
)
SIGNED = dossier_with(
    Theme(id=1, number=1, title="Ontdekken"),
    Speerpunt(id=1, theme=1, number="1.1", title="Bus"),
    Milestone(id=1, number="1.1a", title="Bus rijdt", speerpunt=1),
    Milestone(id=2, number="1.1b", title="Bus vol", speerpunt=1),
    Party(id=1, name="Jansen", kind=PartyKind.BEDRIJF, status=PartyStatus.GETEKEND, agreed_on=date(2026, 9, 17)),
    Party(id=2, name="Noord College", kind=PartyKind.VMBO),
    Party(id=3, name="Pieters", kind=PartyKind.BEDRIJF, status=PartyStatus.GESTOPT, stopped_on=date(2027, 2, 1)),
    Body(id=1, name="stuurgroep"),
    Veri(id=1, row=Ref("milestones", 1), party=FIRM, code="V"),
    Veri(id=2, row=Ref("milestones", 2), party=FIRM, code="R"),
    *HANDED,
    Realised(id=1, contribution=1, date=date(2027, 4, 1), amount=1000_00),
    Realised(id=2, contribution=1, date=date(2027, 6, 1), amount=500_00),
    Realised(id=3, contribution=2, date=date(2027, 2, 1), amount=100_00),
)


def statement_of(party: Ref | None) -> bytes:
    return build(SIGNED, DraftOptions(DAY, "verklaring", party=party)).data


def test_what_has_no_name_has_a_dash_in_its_place() -> None:
    loose = given(1, 1, title="", quantity=2, unit="uur", rate=10_00)
    dossier = dossier_with(Party(id=1, name="Jansen", kind=PartyKind.BEDRIJF), loose)
    table = tables_of(build(dossier, DraftOptions(DAY, "verklaring", party=FIRM)).data)["Wat wordt ingebracht"]
    assert table[1] == ["2027", "–", "uren", "2 uur", "10,00", "20,00"]


def test_what_a_party_puts_in_per_year_and_for_what() -> None:
    data = statement_of(FIRM)
    assert statement_of(FIRM) == data
    assert tables_of(data)["Wat wordt ingebracht"] == [
        ["Jaar", "Bijdrage", "Vorm", "Aantal", "Tarief", "Bedrag"],
        ["2027", "Gastlessen", "uren", "40 uur", "62,50", "2.500,00"],
        ["2027", "Hout", "materiaal", "12,5 m3", "33,33", "416,63"],
        ["2027", "Samen", "", "", "", "2.916,63"],
        ["2028", "Gastlessen", "uren", "10 uur", "65,00", "650,00"],
        ["2028", "Ruimte", "ruimte", "–", "–", "–"],
        ["2028", "Samen", "", "", "", "650,00"],
        ["", "Samen, alle jaren", "", "", "", "3.566,63"],
    ]
    lines = paragraphs_of(data)
    assert any(line.startswith("Jansen verklaart") and line.endswith(f"samen {EURO}3.566,63.") for line in lines)
    assert f"1.1 Bus: {EURO}3.150" in lines
    assert f"1 Ontdekken: {EURO}416,63" in lines
    assert "Hele project: nog geen bedrag" in lines
    # 1.000 on 1 April and 100 on 1 February; 500 comes in June. Of its contributions one has no amount.
    to_come = f"1 bijdrage van na 10 mei 2027, {EURO}500, telt nog niet mee als gerealiseerd."
    assert f"Daarvan is tot en met 1 april 2027 {EURO}1.100 gerealiseerd. {to_come}" in lines
    without = "1 bijdrage heeft nog geen bedrag en telt niet mee."
    assert f"Tarief en bedrag in euro. Aantal keer tarief is bedrag. {without}" in lines
    asked = [line for line in lines if line.startswith(("Voert uit: ", "Wordt geraadpleegd: "))]
    assert [line.partition(":")[0] for line in asked] == ["Voert uit", "Wordt geraadpleegd"]
    assert [row[0] for row in tables_of(data)["Ondertekening"]] == [
        "Naam",
        "Functie",
        "Plaats",
        "Datum",
        "Handtekening",
    ]
    # What another party gave later is nothing of this one.
    other = Realised(id=9, contribution=5, date=date(2027, 5, 5), amount=1_00)
    assert cofinancing_statement(with_records(SIGNED, other), FIRM, DAY).realised_until == date(2027, 4, 1)
    # On an earlier day nothing had been put in yet.
    assert cofinancing_statement(SIGNED, FIRM, date(2027, 1, 31)).realised == 0


def test_of_one_year_there_is_one_sum_and_of_many_tasks_the_others_are_counted() -> None:
    """Eight milestones of which six have a name; both contributions are of 2028, and one has no amount."""
    steps = [Milestone(id=number, number=f"1.{number}", title="Stap", theme=1) for number in range(1, 9)]
    roles = [Veri(id=step.id, row=Ref("milestones", step.id), party=FIRM, code="V") for step in steps]
    gifts = [gift.changed(speerpunt=None) for gift in HANDED[2:4]]
    region = (Theme(id=1, number=1, title="Ontdekken"), Party(id=1, name="Jansen"))
    data = build(dossier_with(*region, *steps, *roles, *gifts), DraftOptions(DAY, "verklaring", party=FIRM)).data
    assert tables_of(data)["Wat wordt ingebracht"][1:] == [
        ["2028", "Gastlessen", "uren", "10 uur", "65,00", "650,00"],
        ["2028", "Ruimte", "ruimte", "–", "–", "–"],
        ["", "Samen", "", "", "", "650,00"],
    ]
    assert f"Voert uit: {'; '.join(f'1.{number} Stap' for number in range(1, 7))}; nog 2." in paragraphs_of(data)


def test_who_puts_in_nothing_or_stopped_is_told_so() -> None:
    silent = "Van Noord College staat in planperiode 2027-2028 nog geen bijdrage in het dossier."
    draft = build(SIGNED, DraftOptions(DAY, "verklaring", party=SCHOOL))
    said = f"{silent} Vul die in bij 4 Plan, Cofinanciering."
    assert f"Nog niet te tekenen. {said}" in paragraphs_of(draft.data)
    assert (said in draft.notices, "Ondertekening" in tables_of(draft.data)) == (True, False)
    stopped = paragraphs_of(statement_of(GONE))
    assert any(line.startswith("Pieters doet na 1 februari 2027 niet meer mee.") for line in stopped)
    for party in (None, Ref("bodies", 1)):
        with pytest.raises(NotSavedError, match="Een verklaring is van"):
            statement_of(party)


@pytest.mark.parametrize(
    ("ready", "supported", "told"),
    [
        ((1, 2, 3), 1, ["Alles wat van Jansen gevraagd is, is gereed."]),
        # Speerpunt 1.1 as a whole is done with its only milestone; 1.3 is still to be done.
        ((1, 2), 1, ["Wordt geraadpleegd: 1.3 Les."]),
        ((2,), 1, ["Voert uit: 1.1a Bus.", "Wordt geraadpleegd: 1.3 Les.", "Ondersteunt: 1.1 Vervoer."]),
        # One without milestones is not done.
        ((1, 2, 3), 2, ["Ondersteunt: 1.2 Nog leeg."]),
    ],
)
def test_what_is_gereed_is_not_expected_any_more(ready: tuple[int, ...], supported: int, told: list[str]) -> None:
    steps = (
        Milestone(id=1, number="1.1a", title="Bus", speerpunt=1),
        Milestone(id=2, number="1.2", title="Lab", theme=1),
        Milestone(id=3, number="1.3", title="Les", theme=1),
    )
    dossier = dossier_with(
        Theme(id=1, number=1, title="Ontdekken"),
        Speerpunt(id=1, theme=1, number="1.1", title="Vervoer"),
        Speerpunt(id=2, theme=1, number="1.2", title="Nog leeg"),
        Party(id=1, name="Jansen"),
        *(step.changed(light=Stoplicht.GEREED, done_on=DAY) if step.id in ready else step for step in steps),
        Veri(id=1, row=Ref("milestones", 1), party=FIRM, code="V"),
        Veri(id=2, row=Ref("milestones", 2), party=FIRM, code="V"),
        Veri(id=3, row=Ref("milestones", 3), party=FIRM, code="R"),
        Veri(id=4, row=Ref("speerpunten", supported), party=FIRM, code="S"),
    )
    lines = paragraphs_of(build(dossier, DraftOptions(DAY, "verklaring", party=FIRM)).data)
    assert lines[lines.index("Wat er van Jansen verwacht wordt") + 1 :][: len(told)] == told


def test_what_is_gereed_on_a_day_to_come_is_expected_until_then() -> None:
    """Groen on 1 May and gereed on 20 May: the day of the paper is 10 May, and on 20 May nothing is left."""
    dossier = dossier_with(
        Theme(id=1, number=1, title="Ontdekken"),
        Party(id=1, name="Jansen"),
        Milestone(id=1, number="1.1", title="Bus", theme=1, light=Stoplicht.GEREED, done_on=date(2027, 5, 20)),
        Progress(id=1, milestone=1, date=date(2027, 5, 1), light=Stoplicht.GROEN),
        Progress(id=2, milestone=1, date=date(2027, 5, 20), light=Stoplicht.GEREED),
        Veri(id=1, row=Ref("milestones", 1), party=FIRM, code="V"),
    )
    for day, line in (
        (DAY, "Voert uit: 1.1 Bus."),
        (date(2027, 5, 20), "Alles wat van Jansen gevraagd is, is gereed."),
    ):
        assert line in paragraphs_of(build(dossier, DraftOptions(day, "verklaring", party=FIRM)).data)


def test_of_a_plan_that_is_over_nothing_is_filled_in_any_more() -> None:
    """The plan period ends on 31 December 2028."""
    draft = build(SIGNED, DraftOptions(date(2029, 1, 1), "verklaring", party=SCHOOL))
    said = "Van Noord College staat in planperiode 2027-2028 geen bijdrage in het dossier. De planperiode is voorbij."
    assert f"Niets te tekenen. {said}" in paragraphs_of(draft.data)
    assert said in draft.notices


@pytest.mark.parametrize(
    ("signed", "others", "said"),
    [
        (0, 1, "De enige partij heeft nog niet getekend."),
        (1, 0, "De enige partij heeft getekend."),
        (0, 2, "Nog geen van de 2 partijen heeft getekend."),
        (1, 1, "1 van de 2 partijen heeft getekend."),
        (2, 1, "2 van de 3 partijen hebben getekend."),
    ],
)
def test_how_many_signed(signed: int, others: int, said: str) -> None:
    states = [PartyStatus.GETEKEND] * signed + [PartyStatus.BEOOGD] * others
    parties = [Party(id=number, name=f"Partij {number}", status=status) for number, status in enumerate(states, 1)]
    gifts = [given(party.id, party.id, quantity=1, rate=100_00) for party in parties]
    data = build(dossier_with(*parties, *gifts), DraftOptions(DAY, "handtekeningen")).data
    assert [line for line in paragraphs_of(data) if line.endswith("getekend.")] == [said]
    # What a party puts in stands there whether it signed or not.
    amounts = [row[3] for row in tables_of(data)["Handtekeningen van de partners"][1:]]
    assert amounts == [*["100"] * len(parties), f"{len(parties)}00"]


def test_who_takes_part_signs_or_has_signed() -> None:
    data = build(SIGNED, DraftOptions(DAY, "handtekeningen")).data
    table = tables_of(data)["Handtekeningen van de partners"]
    assert [[cell.strip() for cell in row] for row in table] == [
        ["Nr", "Partij", "Soort", "Bijdrage", "Naam en functie", "Handtekening"],
        ["1", "Jansen", "bedrijf", "3.566,63", "Getekend op17-09-2026", ""],
        ["2", "Noord College", "vmbo", "–", "", ""],
        ["", "Samen", "", "3.566,63", "", ""],
    ]
    lines = paragraphs_of(data)
    assert "1 van de 2 partijen heeft getekend." in lines
    note = "Bijdrage: de cofinanciering van deze planperiode in euro, beoogd of steviger."
    assert f"{note} Zonder bedrag, en niet meegeteld: 2 bijdragen." in lines
    assert f"Niet in deze lijst: {EURO}1.000 zonder partij, of van een partij die gestopt is." in lines


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        (("getekend",), "De enige partij heeft getekend."),
        (("beoogd",), "De enige partij heeft nog niet getekend."),
        (("beoogd", "toegezegd"), "Nog geen van de 2 partijen heeft getekend."),
        (("getekend", "getekend"), "2 van de 2 partijen hebben getekend."),
        (("getekend", "gestopt"), "De enige partij heeft getekend."),
    ],
)
def test_how_many_have_signed_is_said_of_one_as_of_more(statuses: tuple[str, ...], sentence: str) -> None:
    parties = [
        Party.model_validate({"id": place, "name": f"P{place}", "status": status})
        for place, status in enumerate(statuses, 1)
    ]
    assert sentence in paragraphs_of(build(dossier_with(*parties), DraftOptions(DAY, "handtekeningen")).data)


@pytest.mark.parametrize(
    ("statuses", "sentence", "cells"),
    [
        # Who stopped after the plan was in it to the end; whether it had signed is not kept.
        (
            ("getekend", "gestopt"),
            "Eén partij heeft getekend; van 1 andere is dat niet bekend.",
            ["Getekend", "Deed mee"],
        ),
        (
            ("beoogd", "toegezegd", "gestopt"),
            "Nog geen van de 2 partijen heeft getekend; van 1 andere is dat niet bekend.",
            ["", "", "Deed mee"],
        ),
        (("gestopt",), "Of de enige partij tekende, is niet meer bekend.", ["Deed mee"]),
        (("gestopt", "gestopt"), "Of de partijen tekenden, is niet meer bekend.", ["Deed mee", "Deed mee"]),
    ],
)
def test_of_who_stopped_after_the_plan_nobody_knows_whether_it_signed(
    statuses: tuple[str, ...], sentence: str, cells: list[str]
) -> None:
    """The plan is of 2027-2028, and a party stopped in 2029."""
    later = {"stopped_on": date(2029, 3, 1), "agreed_on": date(2027, 1, 5)}
    parties = [
        Party.model_validate(
            {"id": place, "name": f"P{place}", "status": status, **(later if status == "gestopt" else {})}
        )
        for place, status in enumerate(statuses, 1)
    ]
    gifts = [given(party.id, party.id, quantity=1, rate=100_00) for party in parties]
    dossier = dossier_with(*parties, *gifts)
    data = build(dossier, DraftOptions(date(2029, 4, 1), "handtekeningen")).data
    assert sentence in paragraphs_of(data)
    table = tables_of(data)["Handtekeningen van de partners"]
    assert [row[4].strip().partition(" op")[0].partition(",")[0].partition(" sinds")[0] for row in table[1:-1]] == cells
    statement = DraftOptions(date(2029, 4, 1), "verklaring", party=Ref("parties", len(parties)))
    assert not [line for line in paragraphs_of(build(dossier, statement).data) if "niet meer mee" in line]
