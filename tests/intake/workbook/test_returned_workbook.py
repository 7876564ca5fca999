"""A workbook that comes back: what is taken over, what is refused and why, and what changed meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sto_tui.documents.excel import WorkbookOptions, build_workbook
from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, CostKind
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.workbook.proposing import proposal_of
from sto_tui.intake.workbook.returned import read_returned
from sto_tui.storage.store import DossierStore
from tests.conftest import SAMPLES, clock
from tests.support.by_hand import DAY, dossier_with
from tests.support.edited_workbook import EditedWorkbook

Edit = Callable[[EditedWorkbook], object]
NOORD, JANSEN = Ref("parties", 1), Ref("parties", 2)


@pytest.fixture(scope="module")
def plan() -> Dossier:
    dossier = dossier_with(
        Theme(id=1, number=1, title="Kiezen", periods=(1,)),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
        Party(id=1, name="Noord College"),
        Party(id=2, name="Jansen bv"),
        Milestone(id=1, number="1.1a", title="Lab open", speerpunt=1, start=date(2027, 2, 1), due=date(2027, 8, 31)),
        Milestone(
            id=2, number="1.1b", title="Doorgaan?", speerpunt=1, due=date(2028, 3, 31), kind=MilestoneKind.GO_NO_GO
        ),
        Milestone(id=3, number="1.10", title="Vast", speerpunt=1, due=date(2028, 6, 30), fixed_date=True),
        Veri(id=1, row=Ref("speerpunten", 1), party=NOORD, code=VeriCode.EINDVERANTWOORDELIJK),
        Progress(id=1, milestone=1, date=date(2026, 11, 1), light=Stoplicht.ORANJE, note="Wacht op ruimte"),
        BudgetLine(id=1, number="101", title="Uren", theme=1, year=2027, quantity=3.5, unit="uur", price=12_35),
        Cofinancing(id=1, party=2, title="Lessen", year=2027, quantity=4, unit="uur", rate=50_00),
    )
    milestones = dict(dossier.tables["milestones"])
    milestones[1] = milestones[1].model_copy(update={"light": Stoplicht.ORANJE})
    return dossier.with_tables({"bodies": {}, "milestones": milestones}).seen_in()


@pytest.fixture(scope="module")
def data(plan: Dossier) -> bytes:
    return build_workbook(plan, WorkbookOptions(DAY))


@pytest.fixture
def back(data: bytes, tmp_path: Path) -> Callable[[Dossier, Edit], IntakeProposal]:
    def come_back(dossier: Dossier, edit: Edit) -> IntakeProposal:
        workbook = EditedWorkbook(data)
        edit(workbook)
        path = tmp_path / "terug.xlsx"
        path.write_bytes(workbook.saved())
        return proposal_of(read_returned(path), dossier, DAY, "Ans")

    return come_back


Back = Callable[[Dossier, Edit], IntakeProposal]


def told(proposal: IntakeProposal) -> list[str]:
    return [f"{each.label}: {each.old} → {each.new}" for changed in proposal.changed for each in changed.differences]


def refused(proposal: IntakeProposal) -> list[str]:
    return [refusal.reason for refusal in proposal.refused]


def test_what_nobody_changed_changes_nothing(plan: Dossier, back: Back) -> None:
    assert back(plan, lambda workbook: None) == IntakeProposal(back(plan, lambda workbook: None).change)
    assert back(plan, lambda workbook: None).change.edits == ()


@pytest.mark.parametrize("sample", ["voorbeeldregio-2027-2028", "almere-2020-2023"])
def test_nor_in_a_whole_region(sample: str, tmp_path: Path) -> None:
    store = DossierStore.open(SAMPLES / f"{sample}.sto.json", "Ans", clock)
    path = tmp_path / "werkmap.xlsx"
    path.write_bytes(build_workbook(store.dossier.seen_in(), WorkbookOptions(DAY)))
    proposal = proposal_of(read_returned(path), store.dossier, DAY)
    assert proposal == IntakeProposal(proposal.change)
    assert proposal.change.edits == ()


def test_fields_come_back_old_and_new(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("Mijlpalen", "milestones/1", Mijlpaal="=Lab is open", Klaar_op=date(2027, 10, 15))
        workbook.put("Begroting", "budget/1", Aantal=4.25, Kostensoort="materieel", Prijs_per_eenheid="1.012,5")
        workbook.put("Cofinanciering", "cofinancing/1", Status="getekend", Bewijs="Contract")

    proposal = back(plan, edit)
    assert told(proposal) == [
        "Mijlpaal: Lab open → =Lab is open",
        "Klaar op: 31-08-2027 → 15-10-2027",
        "Kostensoort: overig → materieel",
        "Aantal: 3,5 → 4,25",
        "Prijs per eenheid: € 12,35 → € 1.012,50",
        "Status: beoogd → getekend",
        "Bewijs:  → Contract",
    ]
    assert refused(proposal) == []
    after = carried_out(plan, proposal.change)
    line = after.of(BudgetLine)[1]
    # 4,25 × 1.012,50 = 4.303,125, half a cent up.
    assert (line.total, line.cost_kind) == (4_303_13, CostKind.MATERIEEL)
    assert after.of(Cofinancing)[1].status is CofinancingStatus.GETEKEND


@pytest.mark.parametrize(
    ("filled", "start", "due"),
    [
        # The plan has L L K in Q1 to Q3 of 2027. What stays at an end keeps its day.
        ({"Q427": "K"}, date(2027, 2, 1), date(2027, 12, 31)),
        ({"Q127": "", "Q327": ""}, date(2027, 4, 1), date(2027, 6, 30)),
        ({"Q127": "", "Q227": "", "Q327": ""}, None, None),
    ],
)
def test_periods_become_days(plan: Dossier, back: Back, filled: dict[str, str], start: date, due: date) -> None:
    proposal = back(plan, lambda workbook: workbook.put("Mijlpalen", "milestones/1", **filled))
    milestone = carried_out(plan, proposal.change).of(Milestone)[1]
    assert (milestone.start, milestone.due, refused(proposal)) == (start, due, [])


def test_a_role_of_the_row_above_becomes_an_own_one(plan: Dossier, back: Back) -> None:
    proposal = back(plan, lambda workbook: workbook.put("VERI", "milestones/1", Jansen_bv="v"))
    assert told(proposal) == ["rol van Jansen bv:  → V"]
    after = carried_out(plan, proposal.change)
    roles = {(role.party, role.code.value) for role in after.veri_row(Ref("milestones", 1))}
    assert roles == {(NOORD, "E"), (JANSEN, "V")}


def test_a_stoplicht_becomes_a_line_of_the_log(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("Voortgang", "milestones/1", Stoplicht="groen", Toelichting="Ruimte gevonden")
        workbook.put("Voortgang", "milestones/2", Knelpunt="Geen datum", Resultaat="Een besluit")

    proposal = back(plan, edit)
    assert told(proposal) == [
        "Stoplicht: oranje → groen",
        "Toelichting in het logboek: Wacht op ruimte → Ruimte gevonden",
        "Tastbaar resultaat:  → Een besluit",
        "Knelpunt in het logboek:  → Geen datum",
    ]
    after = carried_out(plan, proposal.change)
    newest = after.progress_of(1)[0]
    assert (newest.date, newest.light, newest.note, newest.by) == (DAY, Stoplicht.GROEN, "Ruimte gevonden", "Ans")
    assert after.of(Milestone)[1].light is Stoplicht.GROEN
    assert [entry.obstacle for entry in after.progress_of(2)] == ["Geen datum"]


def test_a_row_without_a_key_is_new_and_belongs_to_its_group(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        workbook.insert("Mijlpalen", "milestones/2", Nr="1.9", Mijlpaal="Nieuw", Q227="x", Q327="K", Jansen_bv="VE")
        workbook.insert("Begroting", "budget/1", Post="Hout", Jaar=2028, Aantal=2, Prijs_per_eenheid=3.5)
        workbook.insert("Cofinanciering", "cofinancing/1", Bijdrage="Stage", Jaar=2028, Vorm="uren")

    proposal = back(plan, edit)
    assert [new.caption for new in proposal.added] == [
        "mijlpaal 1.9 Nieuw",
        "begrotingsregel Hout 2028",
        "bijdrage Stage 2028",
    ]
    after = carried_out(plan, proposal.change)
    milestone = next(record for record in after.of(Milestone).values() if record.title == "Nieuw")
    assert (milestone.theme, milestone.start, milestone.due) == (1, date(2027, 4, 1), date(2027, 9, 30))
    roles = [(role.party, role.code) for role in after.of(Veri).values() if role.row == Ref("milestones", milestone.id)]
    assert roles == [(JANSEN, VeriCode.BEIDE)]
    line = next(record for record in after.of(BudgetLine).values() if record.title == "Hout")
    assert (line.theme, line.total) == (1, 7_00)
    assert [record.party for record in after.of(Cofinancing).values()] == [2, 2]


@pytest.mark.parametrize(
    ("before_unknown", "shown", "reason"),
    [
        (True, "niet bekend", "het logboek zegt niet hoe deze mijlpaal ervoor staat. Kies er een stoplicht bij."),
        (False, "niet gestart", "het logboek zegt al iets van een latere dag. Schrijf dit in sto-tui."),
    ],
)
def test_a_text_beside_a_stoplicht_of_a_later_day_is_no_line_of_today(
    plan: Dossier, tmp_path: Path, before_unknown: bool, shown: str, reason: str
) -> None:
    later = Progress(
        id=2, milestone=2, date=date(2026, 12, 24), light=Stoplicht.ROOD, note="Later", before_unknown=before_unknown
    )
    red = plan.of(Milestone)[2].model_copy(update={"light": Stoplicht.ROOD})
    now = changed_now(changed_now(plan, later, "progress"), red, "milestones")
    workbook = EditedWorkbook(build_workbook(now, WorkbookOptions(DAY)))
    assert shown in workbook.row("Voortgang", "milestones/2")
    workbook.put("Voortgang", "milestones/2", Knelpunt="Geen datum")
    path = tmp_path / "terug.xlsx"
    path.write_bytes(workbook.saved())
    proposal = proposal_of(read_returned(path), now, DAY)
    assert proposal.change.edits == ()
    assert [told.partition(": ")[2] for told in refused(proposal)] == [reason]


def test_without_the_column_of_the_stoplicht_a_text_is_still_taken(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("Voortgang", "milestones/1", Toelichting="Ruimte gevonden")
        heads = workbook.heads("Voortgang")
        heads[heads.index("Stoplicht")] = ""

    proposal = back(plan, edit)
    assert (told(proposal), refused(proposal)) == (
        ["Toelichting in het logboek: Wacht op ruimte → Ruimte gevonden"],
        [],
    )


def test_a_new_row_with_a_speerpunt_has_its_theme_from_that(plan: Dossier, back: Back) -> None:
    proposal = back(
        plan, lambda workbook: workbook.insert("Begroting", "budget/1", Post="Zagen", Jaar=2028, Speerpunt="1.1")
    )
    line = next(record for record in carried_out(plan, proposal.change).of(BudgetLine).values() if record.id != 1)
    assert (line.theme, line.speerpunt) == (None, 1)


def test_a_row_that_is_gone_is_named_and_stays(plan: Dossier, back: Back) -> None:
    proposal = back(plan, lambda workbook: workbook.drop("Mijlpalen", "milestones/2"))
    assert proposal.change.edits == ()
    assert proposal.remarks == ("Niet meer op het blad, en niet verwijderd uit het dossier: mijlpaal 1.1b Doorgaan?.",)


def test_of_many_rows_that_are_gone_four_are_named_and_the_others_counted(plan: Dossier, tmp_path: Path) -> None:
    milestones = {n: plan.of(Milestone)[1].changed(id=n, number=str(n), title=f"M{n}") for n in range(1, 8)}
    now = plan.with_tables({"milestones": milestones})
    workbook = EditedWorkbook(build_workbook(now, WorkbookOptions(DAY)))
    for number in range(1, 7):
        workbook.drop("Mijlpalen", f"milestones/{number}")
    path = tmp_path / "terug.xlsx"
    path.write_bytes(workbook.saved())
    assert proposal_of(read_returned(path), now, DAY).remarks == (
        "Niet meer op het blad, en niet verwijderd uit het dossier: "
        "mijlpaal 1 M1, mijlpaal 2 M2, mijlpaal 3 M3, mijlpaal 4 M4 en nog 2 andere.",
    )


def changed_now(plan: Dossier, record: Record, table: str) -> Dossier:
    return plan.with_tables({table: {**plan.tables[table], record.id: record}})


def test_what_changed_meanwhile_is_refused_unless_it_is_the_same(plan: Dossier, back: Back) -> None:
    now = changed_now(plan, plan.of(Milestone)[1].changed(title="Lab geopend", number="1.1c"), "milestones")

    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("Mijlpalen", "milestones/1", Mijlpaal="Lab klaar", Nr="1.1c", Begin=date(2027, 3, 1))

    proposal = back(now, edit)
    assert told(proposal) == ["Begin: 01-02-2027 → 01-03-2027"]
    row = next(number for number, reason in enumerate(refused(proposal)) if "Mijlpaal" in reason)
    assert refused(proposal)[row].endswith(
        "‘Mijlpaal’: de werkmap zegt ‘Lab klaar’, maar in het dossier staat intussen ‘Lab geopend’ "
        "(het was ‘Lab open’). Kies zelf."
    )
    assert not any("‘Nr’" in reason for reason in refused(proposal)), "both say 1.1c"


def test_a_role_a_stoplicht_and_a_period_that_changed_meanwhile_are_refused(plan: Dossier, back: Back) -> None:
    role = Veri(id=2, row=Ref("milestones", 1), party=JANSEN, code=VeriCode.RAADPLEGEN)
    told_now = Progress(id=2, milestone=1, date=date(2026, 11, 20), light=Stoplicht.ORANJE, note="Ruimte bekeken")
    now = changed_now(changed_now(plan, role, "veri"), told_now, "progress")
    now = changed_now(now, plan.of(Milestone)[1].changed(due=date(2027, 9, 15)), "milestones")

    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("VERI", "milestones/1", Jansen_bv="V")
        workbook.put("Voortgang", "milestones/1", Toelichting="Ruimte gevonden")
        workbook.put("Mijlpalen", "milestones/1", Q427="K")

    proposal = back(now, edit)
    assert proposal.change.edits == ()
    assert [reason.partition(": ")[2] for reason in refused(proposal)] == [
        "de werkmap zegt ‘andere perioden’, maar in het dossier staat intussen ‘2027-09-15’ (het was ‘2027-08-31’). "
        "Kies zelf.",
        "de werkmap zegt ‘Ruimte gevonden’, maar in het dossier staat intussen ‘Ruimte bekeken’ "
        "(het was ‘Wacht op ruimte’). Kies zelf.",
        "de werkmap zegt ‘V’, maar in het dossier staat intussen ‘R’ (het was niets). Kies zelf.",
    ]


def test_of_two_cells_that_contradict_each_other_the_second_is_refused(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("Mijlpalen", "milestones/1", Jansen_bv="V", Q427="K", Klaar_op=date(2027, 9, 30))
        workbook.put("VERI", "milestones/1", Jansen_bv="R")

    proposal = back(plan, edit)
    assert told(proposal) == ["rol van Jansen bv:  → V"]
    assert [reason.partition(": ")[2] for reason in refused(proposal)] == [
        "zowel de perioden als de dagen zijn gewijzigd. Wijzig een van de twee.",
        "op een ander blad staat hier ‘V’. Maak ze gelijk.",
    ]


@pytest.mark.parametrize(
    ("filled", "start", "due"),
    [
        # 1.1b has a day in Q1 of 2028 and no begin; it gets one when more than one period is filled.
        ({"Q128": "", "Q228": "K"}, None, date(2028, 6, 30)),
        ({"Q427": "L"}, date(2027, 10, 1), date(2028, 3, 31)),
    ],
)
def test_a_single_period_is_no_begin(
    plan: Dossier, back: Back, filled: dict[str, str], start: date | None, due: date
) -> None:
    milestone = carried_out(
        plan, back(plan, lambda workbook: workbook.put("Mijlpalen", "milestones/2", **filled)).change
    ).of(Milestone)[2]
    assert (milestone.start, milestone.due) == (start, due)


def test_what_left_the_dossier_meanwhile_is_refused_or_not_named(plan: Dossier, back: Back) -> None:
    without = {name: dict(plan.tables[name]) for name in ("parties", "milestones")}
    del without["parties"][2], without["milestones"][3]

    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("VERI", "milestones/1", Jansen_bv="V")
        workbook.put("Voortgang", "milestones/3", Knelpunt="Geen geld")
        workbook.drop("Mijlpalen", "milestones/3")

    proposal = back(plan.with_tables(without), edit)
    assert (proposal.change.edits, proposal.remarks) == ((), ())
    assert [reason.partition(": ")[2] for reason in refused(proposal)] == [
        "staat niet meer in het dossier, of in een andere planperiode.",
        "deze partij staat niet meer in het dossier.",
    ]


@pytest.mark.parametrize(
    ("sheet", "key", "head", "value", "reason"),
    [
        ("Mijlpalen", "milestones/1", "Klaar_op", "31-2-2027", "‘Klaar op’: ‘31-2-2027’"),
        ("Mijlpalen", "milestones/1", "Klaar_op", date(2027, 1, 1), "kan niet klaar zijn op 01-01-2027"),
        ("Mijlpalen", "milestones/1", "Mijlpaal", "", "Vul ‘Mijlpaal’ in"),
        ("Mijlpalen", "milestones/3", "Q128", "K", "de datum staat vast"),
        ("Mijlpalen", "milestones/1", "Jansen_bv", "X", "‘X’ is geen rol"),
        ("VERI", "milestones/1", "Noord_College", "", "komt van"),
        ("Voortgang", "milestones/1", "Stoplicht", "paars", "‘paars’ kan hier niet"),
        ("Begroting", "budget/1", "Aantal", "veel", "‘veel’ is geen getal"),
        ("Begroting", "budget/1", "Prijs_per_eenheid", 1.005, "meer dan twee cijfers"),
        ("Begroting", "budget/1", "Jaar", date(2027, 1, 1), "‘01-01-2027’ is een datum"),
        ("Begroting", "budget/1", "Speerpunt", "9.9", "‘9.9’"),
    ],
)
def test_what_cannot_be_is_refused_with_its_row_and_reason(
    plan: Dossier, back: Back, sheet: str, key: str, head: str, value: object, reason: str
) -> None:
    proposal = back(plan, lambda workbook: workbook.put(sheet, key, **{head: value}))
    assert proposal.change.edits == ()
    assert len(proposal.refused) == 1
    assert refused(proposal)[0].startswith(f"{sheet}, regel ")
    assert reason in refused(proposal)[0]


def test_a_grey_column_is_not_taken_back(plan: Dossier, back: Back) -> None:
    proposal = back(plan, lambda workbook: workbook.put("Begroting", "budget/1", Uitgegeven=5, Bedrag=7))
    assert proposal.change.edits == ()
    assert proposal.remarks[0].endswith("wordt ergens anders ingevuld: Begroting regel 8 (‘Uitgegeven’).")


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"Bedrag": 7}, "Begroting regel 8 (‘Bedrag’)"),
        ({"Over": 7}, "Begroting regel 8 (‘Over’)"),
        # 4 × € 12,35 is € 49,40, whether or not the program reckoned it anew.
        ({"Aantal": 4, "Bedrag": 49.4}, ""),
        ({"Aantal": 4}, ""),
        ({"Aantal": 4, "Bedrag": 1234}, "Begroting regel 8 (‘Bedrag’)"),
        # Some programs keep a formula without what it came to.
        ({"Bedrag": ""}, ""),
    ],
)
def test_an_amount_typed_over_its_formula_is_named(
    plan: Dossier, back: Back, values: dict[str, object], named: str
) -> None:
    proposal = back(plan, lambda workbook: workbook.put("Begroting", "budget/1", **values))
    expected = f"Niet overgenomen, want dit rekent de werkmap uit: {named}. Wijzig waaruit het volgt."
    assert proposal.remarks == ((expected,) if named else ())


@pytest.mark.parametrize("typed", ["gisteren", "morgen", "1 dec", "over 900 dagen"])
def test_a_day_that_counts_from_today_is_not_understood(plan: Dossier, back: Back, typed: str) -> None:
    proposal = back(plan, lambda workbook: workbook.put("Mijlpalen", "milestones/2", Klaar_op=typed))
    assert proposal.change.edits == ()
    assert len(proposal.refused) == 1


def test_merged_cells_all_say_what_the_first_one_says(plan: Dossier, back: Back) -> None:
    """1.1a runs from Q1 to Q3 of 2027 and 1.1b in Q1 of 2028: its day stays, and it begins when Q327 does."""

    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("Mijlpalen", "milestones/2", Q228="")
        workbook.merge("Mijlpalen", "milestones/1", "Q327", down=1)
        workbook.merge("Voortgang", "milestones/1", "Knelpunt", to="Maatregel")

    proposal = back(plan, edit)
    assert refused(proposal) == []
    assert told(proposal) == ["Begin:  → 01-07-2027"]

    def to_the_right(workbook: EditedWorkbook) -> None:
        workbook.put("Mijlpalen", "milestones/1", Q427="", Q128="")
        workbook.merge("Mijlpalen", "milestones/1", "Q327", to="Q128")

    assert told(back(plan, to_the_right)) == ["Klaar op: 31-08-2027 → 31-03-2028"]


def test_what_a_new_row_says_in_a_grey_column_is_named(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        workbook.insert("Cofinanciering", "cofinancing/1", Bijdrage="Bus", Jaar=2027, Bedrag=300, Gerealiseerd=20)
        workbook.insert("Cofinanciering", "cofinancing/1", Gerealiseerd=20)

    proposal = back(plan, edit)
    assert [added.caption for added in proposal.added] == ["bijdrage Bus 2027"]
    (typed,) = refused(proposal)
    assert "‘Bedrag’: dit volgt uit het aantal en de prijs of het tarief. Vul die in." in typed
    alone, beside = proposal.remarks
    assert "alleen een kolom met een grijze kop is ingevuld (‘Gerealiseerd’)" in alone
    assert "Niet overgenomen, want een kolom met een grijze kop wordt ergens anders ingevuld: Cofinanciering" in beside


def test_a_lost_column_and_a_lost_sheet_are_told(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        heads = workbook.heads("Mijlpalen")
        heads[heads.index("Klaar op")] = "Einde"
        workbook.put("Mijlpalen", "milestones/1", Mijlpaal="Anders")
        del workbook.sheets["Begroting"]

    proposal = back(plan, edit)
    assert told(proposal) == ["Mijlpaal: Lab open → Anders"]
    assert proposal.remarks == (
        "Blad Mijlpalen: van ‘Klaar op’ is geen kolom meer te vinden; die blijft zoals in het dossier.",
        "Blad Begroting is er niet meer; daarvan is niets overgenomen.",
    )


def test_another_workbook_is_refused(plan: Dossier, back: Back) -> None:
    with pytest.raises(IntakeError, match="is geen werkmap van sto excel"):
        back(plan, lambda workbook: workbook.sheets.pop("sto"))


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [(2, "een-ander", "is van een ander dossier dan dit"), (3, "7", "planperiode die het dossier niet meer heeft")],
)
def test_that_of_another_dossier_or_period_is_refused(
    plan: Dossier, back: Back, place: int, value: str, reason: str
) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        workbook.sheets["sto"][0][place] = value

    with pytest.raises(IntakeError, match=reason):
        back(replace(plan, key="dit"), edit)


def test_a_text_that_does_not_fit_in_a_cell_is_cut_and_not_taken_back(plan: Dossier, tmp_path: Path) -> None:
    long = "woord " * 9_000
    now = changed_now(plan, plan.of(Milestone)[1].changed(tangible_result=long), "milestones")
    workbook = EditedWorkbook(build_workbook(now, WorkbookOptions(DAY)))
    column = workbook.heads("Voortgang").index("Resultaat")
    shown = workbook.row("Voortgang", "milestones/1")[column]
    assert len(shown) <= 32_767
    assert shown.endswith(" tekens)")
    path = tmp_path / "terug.xlsx"
    path.write_bytes(workbook.saved())
    unchanged = proposal_of(read_returned(path), now, DAY)
    assert (unchanged.change.edits, unchanged.refused) == ((), ())
    workbook.put("Voortgang", "milestones/1", Resultaat="Korter")
    path.write_bytes(workbook.saved())
    assert refused(proposal_of(read_returned(path), now, DAY))[0].endswith(
        "te lang voor een cel. Wijzig hem in sto-tui."
    )


def test_rows_and_columns_may_be_moved(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        workbook.put("Begroting", "budget/1", Aantal=7)
        rows = workbook.sheets["Begroting"]
        workbook.sheets["Begroting"] = [[row[0], *reversed(row[1:])] for row in rows]
        top = workbook.sheets["Mijlpalen"].index(workbook.heads("Mijlpalen")) + 1
        workbook.sheets["Mijlpalen"][top:] = reversed(workbook.sheets["Mijlpalen"][top:])

    assert told(back(plan, edit)) == ["Aantal: 3,5 → 7"]


def test_a_copied_row_is_new_and_needs_a_number_of_its_own(plan: Dossier, back: Back) -> None:
    def copy(workbook: EditedWorkbook, number: str) -> None:
        rows, row = workbook.sheets["Mijlpalen"], workbook.row("Mijlpalen", "milestones/1")
        copied = [*row]
        copied[workbook.heads("Mijlpalen").index("Nr")] = number
        rows.insert(rows.index(row) + 1, copied)

    same = back(plan, lambda workbook: copy(workbook, "1.1a"))
    assert same.change.edits == ()
    assert refused(same)[0].endswith("nummer 1.1a is al van ‘Lab open’. Kies een ander nummer.")
    proposal = back(plan, lambda workbook: copy(workbook, "1.1d"))
    assert [new.caption for new in proposal.added] == ["mijlpaal 1.1d Lab open"]
    assert "een kopie van een andere rij, als nieuw gelezen." in proposal.remarks[0]


def test_who_types_in_the_upper_of_two_equal_rows_makes_that_one_new(plan: Dossier, back: Back) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        rows, row = workbook.sheets["Mijlpalen"], workbook.row("Mijlpalen", "milestones/1")
        rows.insert(rows.index(row), [*row])
        workbook.put("Mijlpalen", "milestones/1", Nr="1.1d", Mijlpaal="Tweede lab")

    proposal = back(plan, edit)
    assert (told(proposal), [new.caption for new in proposal.added]) == ([], ["mijlpaal 1.1d Tweede lab"])
    assert carried_out(plan, proposal.change).of(Milestone)[1] == plan.of(Milestone)[1]


@pytest.mark.parametrize("sheet", ["Mijlpalen", "Voortgang", "VERI"])
def test_rows_that_moved_without_their_hidden_key_are_not_taken(plan: Dossier, back: Back, sheet: str) -> None:
    """Sorted from the second column on: 1.1a and 1.1b change places, and somebody's stoplicht would too."""

    def edit(workbook: EditedWorkbook) -> None:
        first, second = (workbook.row(sheet, f"milestones/{number}") for number in (1, 2))
        first[1:], second[1:] = second[1:], first[1:]

    proposal = back(plan, edit)
    assert proposal.change.edits == ()
    assert len(proposal.remarks) == 1
    assert "hier staat de tekst van een andere rij, zonder de verborgen sleutel" in proposal.remarks[0]


def test_a_text_of_another_row_may_be_typed_in_a_second_one(plan: Dossier, back: Back) -> None:
    proposal = back(plan, lambda workbook: workbook.put("Mijlpalen", "milestones/2", Mijlpaal="Lab open"))
    assert told(proposal) == ["Mijlpaal: Doorgaan? → Lab open"]


def test_a_new_row_has_no_place_on_every_sheet(plan: Dossier, back: Back) -> None:
    proposal = back(plan, lambda workbook: workbook.insert("VERI", "milestones/1", Jansen_bv="V"))
    assert proposal.change.edits == ()
    assert refused(proposal)[0].endswith("op dit blad kan geen nieuwe rij. Voeg haar toe in sto-tui.")


@pytest.mark.parametrize(
    "value", ["veld rev", "veld bestaat_niet", "onzin", "rol milestones/1", "periode 2027-01-01", "stand x"]
)
def test_a_hidden_sheet_that_someone_edited_is_refused(plan: Dossier, back: Back, value: str) -> None:
    def edit(workbook: EditedWorkbook) -> None:
        homes = next(row for row in workbook.sheets["sto"] if row[0] == "velden")
        homes[3] = value

    with pytest.raises(IntakeError, match="het verborgen blad is beschadigd"):
        back(plan, edit)


def test_a_key_that_someone_typed_is_refused(plan: Dossier, back: Back) -> None:
    proposal = back(plan, lambda workbook: workbook.put("Mijlpalen", "milestones/1", **{"sto-sleutel": "region/1"}))
    assert proposal.change.edits == ()
    assert "deze sleutel stond niet op het blad" in refused(proposal)[0]
