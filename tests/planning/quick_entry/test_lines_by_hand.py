"""What a typed line gives a new record, worked out by hand; what cannot be read is refused with one sentence."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.change import Occasion
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, Answer, Meeting, Score
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri
from sto_tui.domain.money import BudgetLine, Cofinancing, Equipment, Payment
from sto_tui.domain.parties import Body, Party, PartyKind
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Risk, Speerpunt, Theme
from sto_tui.domain.record import Day, Line, Record, Ref, Text, field
from sto_tui.domain.region import Deadline, FreeDay, PlanPeriod
from sto_tui.domain.tables import TABLES
from sto_tui.planning.quick_entry.fields_in_order import fields_in_order
from sto_tui.planning.quick_entry.first_text import needed_fields
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.planning.quick_entry.needed_first import NeededFirst, needed_first, offers
from sto_tui.planning.quick_entry.pasted_lines import LinesRefusedError, lines_change, lines_of
from sto_tui.planning.quick_entry.reading import explanations, grammar_of, read_line
from tests.support.by_hand import dossier_with

TODAY = date(2026, 11, 28)
JINC, STAD, NORTH, LYCEUM, VISSER = 1, 2, 3, 4, 5
PLAN: tuple[Record, ...] = (
    Party(id=JINC, name="Jinc", kind=PartyKind.BEDRIJF),
    Party(id=STAD, name="Stad & Natuur", short="SN", kind=PartyKind.OVERIG),
    Party(id=NORTH, name="Noord College", kind=PartyKind.VMBO),
    Party(id=LYCEUM, name="Noord Lyceum", kind=PartyKind.VMBO),
    Party(id=VISSER, name="Visser, Zn en Co", kind=PartyKind.BEDRIJF),
    Theme(id=1, number=1, title="Ontdekken"),
    Speerpunt(id=2, theme=1, number="1.2", title="Labs"),
    Milestone(id=11, number="1.1", title="Groep compleet"),
    Milestone(id=13, number="1.3", title="Programma af"),
    BudgetLine(id=7, number="101", title="Docenten", year=2027),
    Cofinancing(id=8, party=JINC, title="Gastlessen", year=2027),
    Goal(id=1, number=1, text="Meer techniek"),
)
DOSSIER = dossier_with(*PLAN)


def read(
    table: str, text: str, beforehand: Mapping[str, Any] | None = None, dossier: Dossier = DOSSIER
) -> dict[str, Any]:
    """The fields that a line gives; parts without their ids."""
    return dict(read_line(dossier, table, beforehand or {}, text, TODAY))


def waits(values: Mapping[str, Any]) -> list[tuple[int, int]]:
    return [(link.milestone, link.lag_days) for link in values.get("after", ())]


START, DUE = date(2027, 3, 1), date(2027, 9, 30)


@pytest.mark.parametrize(
    ("text", "title", "start", "due", "after"),
    [
        ("Lab klaar  mrt 2027–Q327  na 1.1  @Stad & Natuur", "Lab klaar", START, DUE, [(11, 0)]),
        ("Lab klaar mrt 2027–Q327 na 1.1 @Stad & Natuur", "Lab klaar", START, DUE, [(11, 0)]),
        ("Lab klaar @Stad & Natuur mrt 2027-Q327 na 1.1", "Lab klaar", START, DUE, [(11, 0)]),
        ("Lab klaar  na 1.1, 1.3+2w  mrt - sep 2027", "Lab klaar", START, DUE, [(11, 0), (13, 14)]),
        ("Lab klaar  1-3-2027 t/m 30-9-2027", "Lab klaar", START, DUE, []),
        ("Lab klaar Q327", "Lab klaar", None, DUE, []),
        ("Lab klaar  sep", "Lab klaar", None, DUE, []),
        ("Lab klaar vanaf 1 mrt 2027", "Lab klaar", START, None, []),
        ("Lab klaar  nov–feb 2028", "Lab klaar", date(2027, 11, 1), date(2028, 2, 29), []),
        ("Lab klaar  1-3-2027–+6w", "Lab klaar", START, date(2027, 4, 12), []),
        # What may be part of a title stays in it.
        ("Plan voor 2027", "Plan voor 2027", None, None, []),
        ("Groep 3-4 doet mee", "Groep 3-4 doet mee", None, None, []),
        ("Rooster 2026-2027", "Rooster 2026-2027", None, None, []),
        ("Evaluatie na 2 maanden", "Evaluatie na 2 maanden", None, None, []),
        ("Klaar na 9.9", "Klaar na 9.9", None, None, []),
        ("Excursie op 1 mei", "Excursie op 1 mei", None, None, []),
        ("Q1-overleg – vast moment", "Q1-overleg – vast moment", None, None, []),
        ("Mail naar info@jinc.nl", "Mail naar info@jinc.nl", None, None, []),
        ("1.5 fte geworven", "1.5 fte geworven", None, None, []),
    ],
)
def test_a_milestone(text: str, title: str, start: date | None, due: date | None, after: list[tuple[int, int]]) -> None:
    values = read("milestones", text)
    assert (values["title"], values.get("start"), values.get("due"), waits(values)) == (title, start, due, after)


def test_who_is_named_with_a_milestone_carries_it_out() -> None:
    occasion = Occasion(DOSSIER, TODAY)
    change = line_change("milestones", {"speerpunt": 2}, "Lab klaar @SN @Jinc Q327  @Visser, Zn en Co", occasion)
    milestone, *roles = [edit.after for edit in change.edits]
    assert isinstance(milestone, Milestone)
    assert (milestone.number, milestone.title, change.label) == (
        "1.2a",
        "Lab klaar",
        "Mijlpaal 1.2a Lab klaar toegevoegd",
    )
    assert all(isinstance(role, Veri) for role in roles)
    given = {(str(role.row), str(role.party), role.code.value) for role in roles if isinstance(role, Veri)}
    row = str(Ref("milestones", milestone.id))
    assert given == {(row, "parties/2", "V"), (row, "parties/1", "V"), (row, "parties/5", "V")}
    assert len({role.id for role in roles if role}) == 3


def test_a_milestone_can_name_where_it_belongs() -> None:
    assert read("milestones", "Lab klaar  bij 1.2")["speerpunt"] == 2
    for belongs, number in (("bij 1", "1.4"), ("", "1")):
        change = line_change("milestones", {}, f"Lab klaar  {belongs}", Occasion(DOSSIER, TODAY))
        assert getattr(change.edits[0].after, "number", "") == number


def as_stored(record: Record) -> dict[str, Any]:
    return {name: value for name, value in record.document().items() if name != "rev"}


@pytest.mark.parametrize(
    ("given", "text", "record"),
    [
        ({}, "Jinc Noord bedrijf", Party(name="Jinc Noord", kind=PartyKind.BEDRIJF)),
        ({}, "mbo College Almere (MCA)", Party(name="mbo College Almere", short="MCA", kind=PartyKind.MBO)),
        ({}, "Techniekkring (TK) netwerk", Party(name="Techniekkring", short="TK", kind=PartyKind.NETWERK)),
        ({}, "gemeente Almere", Party(name="gemeente Almere", kind=PartyKind.GEMEENTE)),
        ({}, "Almere gem", Party(name="Almere", kind=PartyKind.GEMEENTE)),
        # What has the look of a kind but is the name, and what is no kind at all.
        ({}, "Noordelijk netwerken overig", Party(name="Noordelijk netwerken", kind=PartyKind.OVERIG)),
        ({}, "Theater De Molen", Party(name="Theater De Molen")),
        ({}, "Stad (ST) en Land", Party(name="Stad (ST) en Land")),
        ({}, "Bedrijf", Party(name="Bedrijf", kind=PartyKind.BEDRIJF)),
        ({"question": 3}, "2: Ouders kwamen mee", Answer(question=3, text="Ouders kwamen mee", table=2)),
        ({"question": 3}, "14:00 uur was te laat", Answer(question=3, text="14:00 uur was te laat")),
        ({"statement": 3}, "2: 4", Score(statement=3, table=2, value=4)),
        ({"statement": 3}, "5", Score(statement=3, value=5)),
        (
            {},
            "Te weinig docenten; groot; m; zij-instromers; bijscholen",
            Risk.model_validate(
                {
                    "text": "Te weinig docenten",
                    "probability": "groot",
                    "impact": "middel",
                    "measure": "zij-instromers; bijscholen",
                }
            ),
        ),
        ({}, "Te weinig – nu al 3", Risk(text="Te weinig – nu al 3")),
        ({}, "Bel Jinc; Anja; 1-3-2027", Action(text="Bel Jinc", owner="Anja", due=date(2027, 3, 1))),
        (
            {},
            "Ontdekken; elk kind ziet vijf bedrijven",
            Theme(number=2, title="Ontdekken", result="elk kind ziet vijf bedrijven"),
        ),
        ({}, "Stuurgroep; beslist; Anja Smit", Body(name="Stuurgroep", task="beslist", chair="Anja Smit")),
        (
            {},
            "Robotarm; 24.600; Q127; 60",
            Equipment(title="Robotarm", purchase=2460000, in_use_from=date(2027, 1, 1), life=60),
        ),
        (
            {},
            "doelen; De regio kiest; vijf",
            ChapterText(chapter=Chapter.DOELEN, text="De regio kiest; vijf"),
        ),
        ({}, "Thema’s en speerpunten; Vijf", ChapterText(chapter=Chapter.THEMAS, text="Vijf")),
        ({}, "1 okt 2026  4 tafels", Meeting(title="4 tafels", date=date(2026, 10, 1))),
        ({}, "10; Acht risico’s", ChapterText(chapter=Chapter.RISICOS, text="Acht risico’s")),
        ({"chapter": Chapter.DOELEN}, "Vijf; zes", ChapterText(chapter=Chapter.DOELEN, text="Vijf; zes")),
        ({}, "1 okt 2026 Plan indienen", Deadline(title="Plan indienen", date=date(2026, 10, 1))),
        (
            {},
            "1 okt 2026 Evaluatieavond; 4 tafels",
            Meeting(title="Evaluatieavond", date=date(2026, 10, 1), tables=4),
        ),
        ({}, "Avond met 4 tafels  1-10-2026", Meeting(title="Avond met 4 tafels", date=date(2026, 10, 1))),
        ({}, "Avond  1-10-2026  1 tafel", Meeting(title="Avond", date=date(2026, 10, 1), tables=1)),
        ({}, "Plan indienen  Q127", Deadline(title="Plan indienen", date=date(2027, 3, 31))),
        ({}, "ma 1-3-2027 Overleg 2", Deadline(title="Overleg 2", date=date(2027, 3, 1))),
        ({}, "26-4–4-5-2027 Meivakantie", FreeDay(title="Meivakantie", start=date(2027, 4, 26), end=date(2027, 5, 4))),
        ({}, "1-2-2027 Studiedag", FreeDay(title="Studiedag", start=date(2027, 2, 1))),
        (
            {"milestone": 11, "date": TODAY},
            "groen De groep is er; ziekte; invaller",
            Progress(
                milestone=11,
                date=TODAY,
                light=Stoplicht.GROEN,
                note="De groep is er",
                obstacle="ziekte",
                measure="invaller",
            ),
        ),
        (
            {"milestone": 11, "date": TODAY},
            "Nog niets gedaan",
            Progress(milestone=11, date=TODAY, light=Stoplicht.NIET_GESTART, note="Nog niets gedaan"),
        ),
        (
            {"date": TODAY},
            "1.3 oranje Loopt",
            Progress(milestone=13, date=TODAY, light=Stoplicht.ORANJE, note="Loopt"),
        ),
        (
            {"date": TODAY},
            "101 12-3-2027 1.250,50 factuur 7; te laat",
            Payment(budget_line=7, date=date(2027, 3, 12), amount=125050, source="factuur 7", note="te laat"),
        ),
        ({"budget_line": 7, "date": START}, "€ 40", Payment(budget_line=7, date=START, amount=4000)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_of_another_table(given: Mapping[str, Any], text: str, record: Record) -> None:
    table = next(name for name, table in TABLES.items() if table.model is type(record))
    change = line_change(table, given, text, Occasion(DOSSIER, TODAY, "anja"))
    made = change.edits[0].after
    assert made
    assert as_stored(made) == as_stored(record)


@pytest.mark.parametrize(
    ("text", "title", "quantity", "unit", "cents", "year", "kind"),
    [
        ("Scholing 200 uur × 65 = 2027 extern", "Scholing", 200, "uur", 6500, 2027, "extern_personeel"),
        ("Scholing 200 uur x 65=2027 intern personeel", "Scholing", 200, "uur", 6500, 2027, "intern_personeel"),
        ("Scholing 200uur*65,50=2027", "Scholing", 200, "uur", 6550, 2027, None),
        ("200 uur × 65 = 2027 extern", "Extern personeel", 200, "uur", 6500, 2027, "extern_personeel"),
        ("Lab 3 inrichten 2 × € 1.250,50 = 2.501 2027 mat", "Lab 3 inrichten", 2, "", 125050, 2027, "materieel"),
        ("Laptops voor lab 2: 12.500 in 2027", "Laptops voor lab 2", 1, "", 1250000, 2027, None),
        ("Lab 25.000 2027", "Lab", 1, "", 2500000, 2027, None),
        ("Lab € 25 2027 materieel", "Lab", 1, "", 2500, 2027, "materieel"),
        ("Lab 2: 1250,50 2028", "Lab 2", 1, "", 125050, 2028, None),
        ("Kisten  12,5 m hout × 40 = 2028", "Kisten", 12.5, "m hout", 4000, 2028, None),
    ],
)
def test_a_line_of_the_budget(
    text: str, title: str, quantity: float, unit: str, cents: int, year: int, kind: str | None
) -> None:
    values = read("budget", text)
    read_as = (values["title"], values["quantity"], values["unit"], values["price"], values["year"])
    assert read_as == (title, quantity, unit, cents, year)
    assert values.get("cost_kind") == kind


def test_a_line_of_the_budget_without_a_year_has_that_of_the_line_before_it() -> None:
    values = read("budget", "Avonden 4 × 250 overig", {"year": 2028})
    assert (values["year"], values["price"], values["cost_kind"]) == (2028, 25000, "overig")


def test_a_contribution_names_who_gives_it() -> None:
    values = read("cofinancing", "Gastlessen @Jinc 40 uur × 50 = 2027 toegezegd")
    assert values == {
        "title": "Gastlessen",
        "party": JINC,
        "quantity": 40.0,
        "unit": "uur",
        "rate": 5000,
        "year": 2027,
        "form": "uren",
        "status": "toegezegd",
    }
    assert read("cofinancing", "Geld  @Visser, Zn en Co  5.000 = 2027")["form"] == "geld"
    assert read("cofinancing", "Geld  bij 1.2  5.000 in 2027 getekend")["speerpunt"] == 2


def test_a_speerpunt_with_partners_goals_and_acts() -> None:
    values = read("speerpunten", "Lab op school  @Jinc, SN  doel 1  bij 1  2027: lessen; scholen  H128: draaien")
    assert values["title"] == "Lab op school"
    assert [partner.party for partner in values["partners"]] == [JINC, STAD]
    assert values["goals"] == (1,)
    first, second = values["phases"]
    assert (first.label, first.start, first.end) == ("2027", date(2027, 1, 1), date(2027, 12, 31))
    assert [act.text for act in first.acts] == ["lessen", "scholen"]
    assert (second.start, second.end) == (date(2028, 1, 1), date(2028, 6, 30))


def test_a_plan_period_has_what_the_regulation_says() -> None:
    change = line_change("periods", {}, "2027-2028", Occasion(DOSSIER, TODAY))
    period = change.edits[0].after
    assert isinstance(period, PlanPeriod)
    assert (period.label, period.start, period.end) == ("2027-2028", date(2027, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("table", "text", "sentence"),
    [
        ("milestones", "Lab  @Noord", "kan meer zijn"),
        ("milestones", "Lab  @Onbekend bv", "Er is geen partij of orgaan ‘Onbekend bv’."),
        ("milestones", "Lab  na 9.9", "9.9"),
        ("milestones", "Lab  31-2-2027", "geen datum"),
        ("milestones", "Lab  klaar", "Hoort het bij de titel, zet er dan één spatie voor."),
        ("milestones", "Lab  Q327–mrt 2027", "Zet het begin voorop."),
        ("milestones", "Lab  Q327  Q427", "staat er twee keer"),
        ("milestones", "  Q327", "Vul ‘Mijlpaal’ in."),
        ("risks", "Te duur; reuze", "Kies uit klein, middel en groot."),
        ("risks", ";groot", "Vul ‘Risico’ in."),
        ("actions", "a; b; 1-3-2027; d", "puntkomma"),
        ("scores", "6", "6"),
        ("scores", "1: 4  2: 3", "Typ één score per regel"),
        ("budget", "Scholing", "Schrijf een bedrag of hoeveel keer hoeveel"),
        ("budget", "Lab 2 2027", "Schrijf een bedrag of hoeveel keer hoeveel"),
        ("budget", "Plan 2026 2027", "Schrijf een bedrag of hoeveel keer hoeveel"),
        ("budget", "Lab 2 25.000 2027", "Voor ‘25.000’ staat nog ‘2’."),
        ("budget", "Lab 25.000", "Zet er het jaar achter"),
        ("parties", "Windkracht bedrjif", "Bedoel je met ‘bedrjif’ de soort bedrijf?"),
        ("parties", "Windkracht gemeenten", "Bedoel je met ‘gemeenten’ de soort gemeente?"),
        ("parties", "Windkracht netwe", "Bedoel je met ‘netwe’ de soort bedrijvennetwerk?"),
        ("parties", "Windkracht (WK) stichting", "‘stichting’ is geen soort. Kies uit vmbo, mbo,"),
        ("parties", "Windkracht; stichting", "‘stichting’ is geen soort."),
        ("parties", "Sterren Noord (SN) bedrijf", "De afkorting SN is al van ‘Stad & Natuur’."),
        ("parties", "Sterren Noord (Sn)", "De afkorting Sn is al van"),
        ("budget", "Scholing 200 uur × 65", "Zet er het jaar achter"),
        ("budget", "Scholing 2 × 3 = 7 2027", "2 × 3 is €\u00a06, en er staat 7."),
        ("budget", "Scholing 2 × 3 = 2027 ov", "‘ov’ kan meer zijn: overig en overhead."),
        ("budget", "Scholing 2 × 3 = 2027 iets", "Kies uit intern personeel"),
        ("budget", "Laptops 10 12.500 = 2027", "Voor ‘12.500’ staat nog ‘10’."),
        ("budget", "Scholing 2 × 3 × 65 = 2027", "Voor ‘3 × 65’ staat nog ‘×’."),
        ("budget", "Scholing 200 uur × 65 + 50 = 2027", "Voor ‘50’ staat nog ‘+’."),
        ("budget", "Scholing 200 uur × 65 en 50 = 2027", "Voor ‘50’ staat nog ‘200 uur × 65’."),
        ("cofinancing", "Gastlessen 3 40 uur × 50 = 2027", "Voor ‘40 uur × 50’ staat nog ‘3’."),
        ("payments", "101 12-3-2026", "Typ het bedrag"),
        ("payments", "101 12-3-2026 veel", "‘veel’ is geen bedrag."),
        ("payments", "12,50", "begrotingsregel"),
        ("progress", "groen Loopt", "Begin met het nummer van de mijlpaal"),
        ("deadlines", "Plan indienen", "Begin met de datum"),
        (
            "texts",
            "De regio kiest",
            "Begin met het hoofdstuk en een puntkomma, zoals Doelen; De regio kiest vijf doelen.",
        ),
        ("texts", "; Vijf", "Begin met het hoofdstuk en een puntkomma"),
        ("texts", "Onzin; Vijf", "Hoofdstuk: ‘Onzin’ kan hier niet. Kies uit 1 Inleiding; 2 Terugblik;"),
        ("sessions", "1 okt 2026 Avond; 100 tafels", "Schrijf een getal van 1 tot en met 99."),
        ("speerpunten", "Lab  2027", "‘2027: activiteit; activiteit’"),
        ("speerpunten", "Lab", "Bij welk thema hoort het?"),
        ("speerpunten", "Lab  @Noord Colege", "Het dichtst erbij: ‘Noord College’ en ‘Noord Lyceum’."),
        ("speerpunten", "Lab @Jinc 2027: lessen; scholen", "Zet twee spaties vóór ‘2027:’."),
        ("speerpunten", "Lab  @Jinc, SN 2027: lessen", "Zet twee spaties vóór ‘2027:’."),
        ("periods", "volgend jaar", "geen planperiode"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(table: str, text: str, sentence: str) -> None:
    given = {"date": TODAY} if table in ("payments", "progress") else {"statement": 3} if table == "scores" else {}
    with pytest.raises(ValueError, match=re.escape(sentence)):
        line_change(table, given, text, Occasion(DOSSIER, TODAY))


def test_what_stands_above_the_line_fits_a_narrow_window() -> None:
    for table in set(TABLES) - WITHOUT_LINE:
        said = explanations(table, LinePlace(DOSSIER, {}, TODAY))
        assert min(map(len, said)) <= 52, (table, said)


def test_what_is_added_is_said_before_what_more_a_line_may_carry() -> None:
    """In the 74 cells of a window of 80 the longest example fits only where nothing says that it is a speerpunt."""
    said = explanations("speerpunten", LinePlace(DOSSIER, {}, TODAY))
    first = next(words for words in said if len(words) <= 74)
    assert first.startswith("Nieuw speerpunt"), said


def test_a_table_without_a_grammar_costs_nothing() -> None:
    assert set(grammar_of("questions").read(LinePlace(DOSSIER, {}, TODAY), "Wat; nu?").values.items()) == {
        ("text", "Wat; nu?")
    }

    class Outing(Record):
        """A table to be: two texts must be filled in."""

        number: int = field("Nr")
        place: Line = field("Waarheen")
        why: Text = field("Waarom")
        day: Day | None = field("Wanneer", default=None)

    assert needed_fields(Outing) == ["place", "why"]
    assert fields_in_order(Outing, needed_fields(Outing), ()).parts == "waarheen; waarom"


def test_a_table_of_which_nothing_is_typed_is_refused_on_a_line() -> None:
    with pytest.raises(ValueError, match="Dit past niet op een regel"):
        line_change("veri", {}, "V", Occasion(DOSSIER, TODAY))


def test_pasted_lines_are_one_change_in_which_each_sees_those_before_it() -> None:
    lines = lines_of("milestones", "Eerste\tQ127\n\n• Tweede  na 1.2a  @Jinc\n")
    change = lines_change("milestones", {"speerpunt": 2}, lines, Occasion(DOSSIER, TODAY))
    first, second, role = [edit.after for edit in change.edits]
    assert isinstance(first, Milestone)
    assert isinstance(second, Milestone)
    assert isinstance(role, Veri)
    assert [(one.number, one.title, one.due) for one in (first, second)] == [
        ("1.2a", "Eerste", date(2027, 3, 31)),
        ("1.2b", "Tweede", None),
    ]
    assert [link.milestone for link in second.after] == [first.id]
    assert role.row == Ref("milestones", second.id)
    assert change.label == "2 mijlpalen toegevoegd"


def test_new_themes_that_are_pasted_are_numbered_on_also_through_a_plan_period() -> None:
    seen = DOSSIER.seen_in(next(iter(DOSSIER.of(PlanPeriod))))
    change = lines_change("themes", {}, ["Een", "Twee"], Occasion(seen, TODAY))
    numbers = [edit.after.number for edit in change.edits if isinstance(edit.after, Theme)]
    assert len(set(numbers)) == 2
    assert numbers[1] == numbers[0] + 1


def test_of_pasted_lines_each_that_is_wrong_is_named() -> None:
    with pytest.raises(LinesRefusedError) as refused:
        lines_change("risks", {}, ["Goed; klein", "Fout; reuze", "Ook; goed; a; b"], Occasion(DOSSIER, TODAY))
    assert [(trouble.number, trouble.text) for trouble in refused.value.troubles] == [
        (2, "Fout; reuze"),
        (3, "Ook; goed; a; b"),
    ]


def test_what_has_to_be_there_first() -> None:
    empty = LinePlace(dossier_with(), {}, TODAY)
    needed = needed_first("speerpunten", empty)
    assert needed == NeededFirst("themes", "theme")
    assert offers(needed, empty)[0] == "Er is nog geen thema. Naam van het eerste thema:"
    needed = needed_first("payments", empty)
    assert needed
    assert offers(needed, empty)[-1] == "Er is nog geen begrotingsregel. Typ de eerste begrotingsregel:"
    assert needed_first("speerpunten", LinePlace(DOSSIER, {}, TODAY)) is None
    assert needed_first("milestones", empty) is None


GIVEN: Mapping[str, Mapping[str, Any]] = {
    "answers": {"question": 3},
    "scores": {"statement": 3},
    "speerpunten": {"theme": 1},
    "progress": {"milestone": 11, "date": TODAY},
    "payments": {"budget_line": 7, "date": TODAY},
    "realised": {"contribution": 8, "date": TODAY},
}
WITHOUT_LINE = {"region", "veri", "set_aside"}
OF_FIRST_TEXT = {"submissions", "reasons", "questions", "vision", "support"}


def examples_of(table: str, place: LinePlace) -> list[str]:
    """All examples that can stand above a line, cut out of what does."""
    return [said.split("bijvoorbeeld: ")[1] for said in explanations(table, place) if "bijvoorbeeld: " in said]


@pytest.mark.parametrize("table", sorted(set(TABLES) - WITHOUT_LINE - OF_FIRST_TEXT))
def test_every_example_can_be_typed(table: str) -> None:
    for dossier in (DOSSIER, dossier_with()):
        examples = examples_of(table, LinePlace(dossier, GIVEN.get(table, {}), TODAY))
        assert examples
        for example in examples:
            assert read(table, example, GIVEN.get(table), dossier)
    for example in examples_of(table, LinePlace(DOSSIER, GIVEN.get(table, {}), TODAY)):
        assert line_change(table, GIVEN.get(table, {}), example, Occasion(DOSSIER, TODAY)).edits


@pytest.mark.parametrize(
    ("dossier", "example"),
    [
        (DOSSIER, "Gastlessen @Jinc 40 uur × 50 = 2027 toegezegd"),
        (dossier_with(), "Gastlessen 40 uur × 50 = 2027 toegezegd"),
    ],
)
def test_an_example_names_a_party_where_there_is_one(dossier: Dossier, example: str) -> None:
    assert example in examples_of("cofinancing", LinePlace(dossier, {}, TODAY))[0]


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        # Today is in 2026. A number that is there once, and of this year when there is one.
        ((("101", 2027), ("102", 2026)), "102 12-3-2026 "),
        ((("101", 2027), ("", 2026)), "101 12-3-2027 "),
        # Of two lines nobody knows which is meant, and a number with a blank ends at it.
        ((("101", 2027), ("101", 2027)), "12-3-2026 "),
        ((("1 a", 2027), ("101", 2028)), "101 12-3-2028 "),
        ((), "12-3-2026 "),
    ],
)
def test_the_example_of_a_payment_has_a_number_that_can_be_typed(lines: Sequence[tuple[str, int]], begins: str) -> None:
    records = [
        BudgetLine(id=id, number=number, year=year, title="Lab", quantity=1, price=5000_00)
        for id, (number, year) in enumerate(lines, 1)
    ]
    assert TODAY.year == 2026
    for example in examples_of("payments", LinePlace(dossier_with(*records), {}, TODAY)):
        assert example.startswith(f"{begins}1.250,50")


WORDS = [
    "Lab",
    "3-4",
    "2027",
    "–",
    "Q1",
    "na",
    "bij",
    "t/m",
    "groep",
    "2026-2027",
    "x",
    "1,5",
    "info@jinc.nl",
    "vanaf",
    "=",
    ";",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_a_title_without_signs_is_never_torn(words: list[str]) -> None:
    assert read("milestones", " ".join(words))["title"] == " ".join(words)
    assert read("speerpunten", " ".join(words), {"theme": 1})["title"] == " ".join(words)


@settings(max_examples=100)
@given(st.text(max_size=60), st.sampled_from(sorted(set(TABLES) - WITHOUT_LINE)))
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(text: str, table: str) -> None:
    try:
        said = bool(read(table, text, GIVEN.get(table)))
    except ValueError as error:
        said = str(error).endswith((".", "…"))
    assert said


@pytest.mark.parametrize(("left", "asks"), [("", True), ("z", False), ("c", False)])
def test_a_speerpunt_without_letters_left_says_so(left: str, asks: bool) -> None:
    used = [letter for letter in ascii_lowercase if letter != left]
    there = [Milestone(id=50 + at, speerpunt=2, number=f"1.2{used[at]}", title="Vol") for at in range(len(used))]
    occasion = Occasion(dossier_with(*PLAN, *there), TODAY, "jan")
    if not asks:
        (edit,) = line_change("milestones", {"speerpunt": 2}, "Nog een", occasion).edits
        assert isinstance(edit.after, Milestone)
        assert edit.after.number == f"1.2{left}"
        return
    with pytest.raises(ValueError, match=r"^Bij speerpunt 1\.2 zijn de letters a–z op\. Hierbij hoort ook: nr"):
        line_change("milestones", {"speerpunt": 2}, "Nog een", occasion)


LONG_RESTS = ("overigmateriaal" * 20, "overig " * 40, "1.1 " * 60, "jan " * 60, "@a " * 60, "€ " * 100, ", " * 100)


@pytest.mark.parametrize("start", ["", "Werk 3 × 40 = 2027 ", "Werk € 40 in 2027 ", "1-2-2027 ", "1: ", "na 1.1 "])
def test_a_long_line_that_cannot_be_read_comes_to_an_end(start: str) -> None:
    """Of every table: an expression that tries every way to cut such a line goes on for hours, and so would this."""
    for table in set(TABLES) - {"veri"}:
        for rest in LONG_RESTS:
            with suppress(ValueError):
                read_line(dossier_with(*PLAN), table, {}, f"{start}{rest}!", TODAY)
