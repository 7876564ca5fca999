"""The rules of the domain by hand: texts and where they differ, two who edit one record, order, captions and links."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from sto_tui.domain import light_and_log
from sto_tui.domain.change import Edit, adding, changing, removed, removing, replaced, with_part_ids
from sto_tui.domain.dossier import Dossier, list_of, record_targets, ref_of
from sto_tui.domain.evaluation import Action, Answer, Decision, Question, QuestionPart
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.merging.records import merged
from sto_tui.domain.milestones import Dependency, Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import Act, Facility, Goal, Partner, Phase, Speerpunt, Tag, Theme
from sto_tui.domain.record import FieldSpec, Record, Ref, fields_of, without_empty
from sto_tui.domain.region import PlanPeriod, Region
from sto_tui.domain.resolution_numbers import highest_numbers, highest_of_all
from sto_tui.domain.tables import TABLES, natural_key
from sto_tui.domain.text import around_difference, count_unwanted, cut, path_from_left, plain, shortened, slug
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_value import entry_text, parse_entry, parse_lines
from sto_tui.domain.validation import problems
from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.beginnings import next_number
from tests.domain.test_changes import dossier_of
from tests.support.by_hand import dossier_with

# Texts.


@pytest.mark.parametrize(
    ("one", "other", "context", "shown"),
    [
        # Ten are the same in front and nine behind; three of each are shown.
        ("abcdefghijX123456789", "abcdefghijY123456789", 3, ("…hijX123…", "…hijY123…")),
        # What is kept reaches the ends: then nothing is left out.
        ("abcX12", "abcY12", 3, ("abcX12", "abcY12")),
        ("abcdX123", "abcdY123", 3, ("…bcdX123", "…bcdY123")),
        ("abcX1234", "abcY1234", 3, ("abcX123…", "abcY123…")),
        # Something in between, more of the same, and at the end.
        ("abXcd", "abcd", 1, ("…bXc…", "…bc…")),
        ("aaaa", "aa", 1, ("…aaa", "…a")),
        ("aa", "aaaa", 1, ("…a", "…aaa")),
        ("abc", "abcdef", 1, ("…c", "…cdef")),
        ("abc", "", 1, ("abc", "")),
        ("abcdef", "abcdef", 2, ("…ef", "…ef")),
    ],
)
def test_two_texts_where_they_differ(one: str, other: str, context: int, shown: tuple[str, str]) -> None:
    assert around_difference(one, other, context) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("12345", "12345"), ("123456", "12345… (en nog 1 teken)"), ("1234 67", "1234… (en nog 2 tekens)")],
)
def test_a_text_that_is_cut_says_how_much_follows(text: str, shown: str) -> None:
    assert cut(text, 5) == shown


@pytest.mark.parametrize(
    ("path", "most", "shown"),
    [
        ("~/sto/regio.sto.json", 20, "~/sto/regio.sto.json"),
        ("~/sto/regio.sto.json", 19, "…/regio.sto.json"),
        ("/a/bb/ccc/regio.sto.json", 22, "…/ccc/regio.sto.json"),
        ("/a/bb/ccc/regio.sto.json", 23, "…/bb/ccc/regio.sto.json"),
        # The name stays whole where there is no room for it.
        ("/a/bb/ccc/regio.sto.json", 5, "regio.sto.json"),
        ("regio.sto.json", 5, "regio.sto.json"),
        ("proef@noord", 4, "proef@noord"),
        (r"C:\sto\plannen\regio.sto.json", 24, r"…\plannen\regio.sto.json"),
    ],
)
def test_folders_go_from_the_left_and_the_name_of_a_file_stays(path: str, most: int, shown: str) -> None:
    assert path_from_left(path, most) == shown


def test_letters_of_another_set_are_compared_as_the_letter_that_they_stand_for() -> None:
    assert plain("00\N{MATHEMATICAL MONOSPACE CAPITAL A}") == plain("00A") == "00a"


def test_what_is_taken_out_is_counted_and_a_name_of_a_file_is_plain() -> None:
    assert [count_unwanted(text) for text in ("a\r\nb\tc", "a\x1bb\u200b", "")] == [0, 2, 0]
    assert [slug(text) for text in ("Thema’s & één", "--", "R_2 (b)")] == ["thema-s-een", "", "r-2-b"]


# Two who edit one record.


def partners(text: str) -> tuple[Partner, ...]:
    """`1a 2b` are partners 1 and 2 with those roles; `2b7` is of party 7."""
    return tuple(
        Partner(id=int(word[0]), role=word[1], party=int(word[2:]) if word[2:] else None) for word in text.split()
    )


def as_typed(parts: Sequence[Partner]) -> str:
    return " ".join(f"{part.id if part.id < 10 else '*'}{part.role}{part.party or ''}" for part in parts)


@pytest.mark.parametrize(
    ("mine", "theirs", "both", "clash"),
    [
        # I took 2 out: it goes when they left it alone, and stays when they changed it.
        ("1a 3c", "1a 2b 3x", "1a 3x", False),
        ("1a 3c", "1a 2x 3c", "1a 2x 3c", True),
        # They took 2 out: it is gone, and that is in the way only of who changed it.
        ("1a 2b 3x", "1a 3c", "1a 3x", False),
        ("1a 2x 3c", "1a 3c", "1a 3c", True),
        ("1a 3c", "1a 3x", "1a 3x", False),
        # Both changed 2: other fields go together, one field keeps theirs.
        ("1a 2x 3c", "1a 2b7 3c", "1a 2x7 3c", False),
        ("1a 2x 3c", "1a 2y 3c", "1a 2y 3c", True),
        ("1a 2x7 3c", "1a 2x 3c", "1a 2x7 3c", False),
        ("1a 2x7 3c", "1a 2y 3c", "1a 2y7 3c", True),
        # A clash earlier in the list is not forgotten for what merges later.
        ("1a 2x 3x", "1a 2y 3c7", "1a 2y 3x7", True),
        ("1x 2b 3c", "1a 2x 3x", "1x 2x 3x", False),
        # New parts stand in the order of what they say; of two with one number the later in that order gets another
        # one (*), unless it is the same part.
        ("1a 2b 3c 4m", "1a 2b 3x", "1a 2b 3x 4m", False),
        ("1a 2b 3c 4m", "1a 2b 3c 4t", "1a 2b 3c 4m *t", False),
        ("1a 2b 3c 4m 5n", "1a 2b 3c 4t", "1a 2b 3c 4m 5n *t", False),
        ("1a 2b 3x 4m", "1a 2b 3c 4m", "1a 2b 3x 4m", False),
        ("1a 2b 3c 4m 5n", "1a 2b 3c 4t 5u", "1a 2b 3c 4m 5n *t *u", False),
        # Who moved parts decides the order; what the other added comes last.
        ("3c 1a 2b", "1a 2x 3c 4t", "3c 1a 2x 4t", False),
        ("1a 2x 3c", "3c 2b 1a", "3c 2x 1a", False),
        ("4m 3c 1a 2b", "1a 2x 3c", "4m 3c 1a 2x", False),
        ("3c 1a 2x", "3c 1a 2b7", "3c 1a 2x7", False),
        ("3c 1a 2b", "2b 1a 3c", "2b 1a 3c", True),
    ],
)
def test_lists_of_two_who_edited_them(mine: str, theirs: str, both: str, clash: bool) -> None:
    base = Speerpunt(id=1, theme=1, number="1.1", title="Lab", partners=partners("1a 2b 3c"))
    result, clashes = merged(
        base,
        base.model_copy(update={"partners": partners(mine)}),
        base.model_copy(update={"partners": partners(theirs)}),
    )
    assert isinstance(result, Speerpunt)
    assert (as_typed(result.partners), clashes) == (both, ("partners",) * clash)


# Order and links.


@pytest.mark.parametrize("number", ["²", "1²", "③", "1.²"])
def test_a_number_of_signs_that_only_look_like_digits_sorts_too(number: str) -> None:
    assert sorted(["2", number, "1"], key=natural_key).index("1") < 2
    with pytest.raises(ValueError, match=r"."):
        Ref.parse(f"milestones/{number}")
    assert next_number(["1.1", f"1.{number}"], "1.") == "1.2"


def test_numbers_are_in_the_order_in_which_people_count() -> None:
    numbers = ["", "1.1", "1.1a", "1.2", "1.10", "2", "10", "a", "A1", "a2"]
    assert sorted(["a2", *numbers[:-1]], key=natural_key) == [
        "",
        "1.1",
        "1.1a",
        "1.2",
        "1.10",
        "2",
        "10",
        "A1",
        "a",
        "a2",
    ]


def dossier() -> Dossier:
    """A little of everything, with ids that are not in the order in which things stand."""
    return dossier_of(
        Region(id=1, name="Veenderwaard"),
        PlanPeriod(id=1, label="2027-2028", start="2027-01-01", end="2028-12-31"),
        PlanPeriod(id=2, label="2025-2026", start="2025-01-01", end="2026-12-31"),
        Goal(id=1, number=2, text="Meer\nleerlingen"),
        Goal(id=2, number=1, text="Meer docenten", reformulated_as=1),
        Theme(id=1, number=2, title="Kiezen", lead=1, facilities=(Facility(id=1, name="Lab"),)),
        Theme(id=2, number=1, title="Leren"),
        Speerpunt(id=1, theme=1, number="2.10", title="Beurs", goals=(1, 2), tags=(Tag.PO, Tag.KLIMAAT)),
        Speerpunt(id=2, theme=1, number="2.2", title="Lab", partners=(Partner(id=1, party=1, role="docent"),)),
        Milestone(id=1, number="2.2b", title="Lab open", speerpunt=2, after=(Dependency(id=1, milestone=2),)),
        Milestone(id=2, number="2.2a", title="Lab klaar", theme=2),
        Milestone(id=3, number="2.2c", title="Feest", theme=2, speerpunt=1),
        Milestone(id=4, number="9", title="Los"),
        Party(id=1, name="Bakkerij Smit"),
        Body(id=1, name="stuurgroep", members=(Member(id=1, party=1), Member(id=2, person="Voorzitter"))),
        Veri(id=1, row=Ref("milestones", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
        Veri(id=2, row=Ref("milestones", 1), party=Ref("bodies", 1), code=VeriCode.INFORMEREN),
        Progress(id=1, milestone=1, date="2027-02-01", light=Stoplicht.GROEN),
        Progress(id=2, milestone=1, date="2027-01-01", light=Stoplicht.ROOD),
        Progress(id=3, milestone=1, date="2027-02-01", light=Stoplicht.ORANJE),
        Question(id=1, part=QuestionPart.DOELEN, order=2, text="Welke doelen?"),
        Question(id=2, part=QuestionPart.DOELEN, order=1, text="Alle doelen?"),
        Question(id=3, part=QuestionPart.SAMENWERKING, order=9, text="Hoe ging het?"),
        Answer(id=1, question=1, text="Goed", decision=1),
        Answer(id=2, question=1, text="Beter"),
        Decision(id=1, text="Doorgaan", becomes=(Ref("goals", 1), Ref("milestones", 1), Ref("actions", 1))),
        Action(id=1, text="Bel de bakker"),
        BudgetLine(id=1, title="Later", year=2028),
        BudgetLine(id=2, title="Eerder", year=2027),
        Cofinancing(id=1, title="Later", year=2028),
        Cofinancing(id=2, title="Eerder", year=2027),
    )


@pytest.mark.parametrize(
    ("table", "ids"),
    [
        ("goals", [2, 1]),
        ("themes", [2, 1]),
        ("speerpunten", [2, 1]),
        ("milestones", [2, 1, 3, 4]),
        ("progress", [3, 1, 2]),
        ("questions", [3, 2, 1]),
        ("budget", [2, 1]),
        ("cofinancing", [2, 1]),
        ("parties", [1]),
        ("region", [1]),
    ],
)
def test_the_order_of_a_table(table: str, ids: list[int]) -> None:
    assert list(dossier().ordered(table)) == ids


def test_what_belongs_to_what() -> None:
    here = dossier()
    assert [one.id for one in here.speerpunten_of(1)] == [2, 1]
    # The theme of the speerpunt goes before the theme of the milestone itself.
    assert [getattr(here.theme_of(one), "id", None) for one in here.of(Milestone).values()] == [2, 1, 1, None]
    assert [one.id for one in here.milestones_of(1)] == [1, 3]
    assert [one.id for one in here.milestones_of(0)] == [4]
    assert [one.id for one in here.milestones_of_speerpunt(2)] == [1]
    assert [one.id for one in here.milestones_of_speerpunt(0)] == [2, 4]
    assert [one.id for one in here.veri_row(Ref("milestones", 1))] == [1, 2]
    assert [one.id for one in here.answers_of(1)] == [1, 2]
    assert [one.id for one in here.answers_of_decision(1)] == [1]
    assert [one.id for one in here.progress_of(1)] == [3, 1, 2]
    assert [here.speerpunten_of(9), here.milestones_of(9), here.answers_of(9), here.scores_of(9)] == [[], [], [], []]
    assert list_of("goals") == Ref("goals", 0)


def test_every_link_of_the_dossier_is_found_from_both_sides() -> None:
    found = {(str(ref), str(target)) for ref, target in dossier().references()}
    assert found == {
        ("goals/2/reformulated_as", "goals/1"),
        ("themes/1/lead", "parties/1"),
        ("speerpunten/1/theme", "themes/1"),
        ("speerpunten/2/theme", "themes/1"),
        ("speerpunten/1/goals", "goals/1"),
        ("speerpunten/1/goals", "goals/2"),
        ("speerpunten/2/partners", "parties/1"),
        ("milestones/1/speerpunt", "speerpunten/2"),
        ("milestones/1/after", "milestones/2"),
        ("milestones/2/theme", "themes/2"),
        ("milestones/3/theme", "themes/2"),
        ("milestones/3/speerpunt", "speerpunten/1"),
        ("bodies/1/members", "parties/1"),
        ("veri/1/row", "milestones/1"),
        ("veri/1/party", "parties/1"),
        ("veri/2/row", "milestones/1"),
        ("veri/2/party", "bodies/1"),
        ("progress/1/milestone", "milestones/1"),
        ("progress/2/milestone", "milestones/1"),
        ("progress/3/milestone", "milestones/1"),
        ("answers/1/question", "questions/1"),
        ("answers/1/decision", "decisions/1"),
        ("answers/2/question", "questions/1"),
        ("decisions/1/becomes", "goals/1"),
        ("decisions/1/becomes", "milestones/1"),
        ("decisions/1/becomes", "actions/1"),
    }
    here = dossier()
    assert sorted(map(str, here.referrers(Ref("parties", 1, "name")))) == [
        "bodies/1/members",
        "speerpunten/2/partners",
        "themes/1/lead",
        "veri/1/party",
    ]
    assert here.referrers(Ref("parties", 2)) == []
    assert [str(one) for one in record_targets(here.of(Milestone)[1])] == ["speerpunten/2", "milestones/2"]
    assert list(record_targets(here.region)) == []


@pytest.mark.parametrize(
    ("marked", "expected"), [((), "2029"), (("2025",), "2025"), (("2025", "2027"), "2027"), (("2027", "2025"), "2027")]
)
def test_the_plan_is_about_the_newest_period_that_is_marked_or_the_newest(
    marked: tuple[str, ...], expected: str
) -> None:
    periods = [
        PlanPeriod(id=at, label=year, start=f"{year}-01-01", end=f"{year}-12-31", current=year in marked)
        for at, year in enumerate(("2027", "2029", "2025"), 1)
    ]
    found = dossier_of(*periods).current_period
    assert found is not None
    assert found.label == expected
    assert dossier_of().current_period is None
    assert dossier_of().region.name == "naamloze regio"


# How a value is shown.


@pytest.mark.parametrize(
    ("record", "field", "value", "shown"),
    [
        (Speerpunt, "goals", (1, 2), "2, 1"),
        (Speerpunt, "goals", (1,), "2"),
        (Speerpunt, "goals", (), ""),
        (Speerpunt, "theme", 1, "2 Kiezen"),
        (Speerpunt, "theme", 99, "(vervallen)"),
        (Speerpunt, "tags", (Tag.PO, Tag.KLIMAAT), "po, klimaat en duurzaamheid"),
        (
            Speerpunt,
            "partners",
            (Partner(id=7, party=1, role="docent"), Partner(role="geld")),
            "Bakkerij Smit · docent; geld",
        ),
        # Only goals stand with commas: their captions are numbers and nothing else.
        (Decision, "becomes", (Ref("goals", 1), Ref("goals", 2)), "2, 1"),
        (Decision, "becomes", (Ref("goals", 1), Ref("milestones", 1), Ref("actions", 1)), "2; 2.2b; Bel de bakker"),
        (Decision, "becomes", (Ref("milestones", 1), Ref("milestones", 2)), "2.2b; 2.2a"),
        (Theme, "facilities", (Facility(id=1, name="Lab"), Facility(id=2, name="Keuken")), "Lab; Keuken"),
        (Milestone, "light", Stoplicht.NIET_GESTART, "niet gestart"),
        (Milestone, "due", date(2027, 3, 1), "01-03-2027"),
        (Milestone, "due", None, ""),
        (Milestone, "fixed_date", True, "ja"),
        (Milestone, "fixed_date", False, "nee"),
        (BudgetLine, "price", 1_250_050, "€\u00a012.500,50"),
        (BudgetLine, "price", 0, "€\u00a00"),
        (BudgetLine, "quantity", 0.0, "0"),
        (BudgetLine, "quantity", 12.5, "12,5"),
        (BudgetLine, "year", 2027, "2027"),
        # A part that is left as it is by default is not told; what is required always is.
        (
            Indicator,
            "series",
            (Point(id=3, year=2024, value=3), Point(label="PIE", year=2025, prognosis=True)),
            "2024 · 3; PIE · 2025 · ja",
        ),
    ],
)
def test_a_value_as_people_read_it(record: type[Record], field: str, value: Any, shown: str) -> None:
    assert dossier().shown(fields_of(record)[field], value) == shown


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        (Ref("goals", 1), "doel 2 Meer leerlingen"),
        (Ref("milestones", 1), "mijlpaal 2.2b Lab open"),
        (Ref("progress", 1), "voortgangsregel 2.2b Lab open 01-02-2027"),
        (Ref("milestones", 99), "mijlpaal (vervallen)"),
        (Ref("budget", 1), "begrotingsregel Later 2028"),
    ],
)
def test_the_name_of_a_record(ref: Ref, name: str) -> None:
    assert dossier().name(ref) == name


def test_a_record_without_words_is_called_so() -> None:
    bare = dossier_of(Indicator.model_construct(id=7, title=""))
    assert bare.name(Ref("indicators", 7)) == "cijfer zonder naam"


# Changes and their labels.


@pytest.mark.parametrize(("letters", "shown"), [(49, "w" * 49), (50, "w" * 48 + "…")])
def test_a_name_in_a_label_has_sixty_characters_at_most(letters: int, shown: str) -> None:
    """`actie` and a blank are six, `mijlpaal 1 ` eleven: 49 letters more make sixty, and of 50 the last two go."""
    record = Milestone(number="1", title="w" * letters)
    assert adding(dossier_of(), record).label == f"Mijlpaal 1 {shown} toegevoegd"


def test_a_label_names_the_first_three_fields_and_nothing_when_nothing_changed() -> None:
    before = Milestone(id=1, number="1", title="Lab")
    four = before.changed(title="Labs", start="2027-01-01", due="2027-03-31", quick_win=True)
    assert changing(dossier_of(before), before, four).label == "Mijlpaal 1 Labs gewijzigd: mijlpaal, begin, klaar op"
    same = changing(dossier_of(before), before, before)
    assert (same.label, same.edits) == ("Mijlpaal 1 Lab gewijzigd", ())
    assert replaced(before, before) == ()


def test_what_is_added_together_is_numbered_below_zero() -> None:
    goals = (Goal(number=1, text="a"), Goal(number=2, text="b"), Goal(id=-9, number=3, text="c"))
    change = adding(dossier_of(), *goals)
    assert [edit.ref.id for edit in change.edits] == [-1, -2, -9]
    assert change.label == "Doel 1 a toegevoegd"
    assert change.reversed().edits == tuple(Edit(edit.ref, edit.after, None) for edit in reversed(change.edits))


def test_what_stands_or_falls_with_a_record_that_goes() -> None:
    """Theme 1 takes its speerpunten along; the milestones of those lose them, and the rest stays."""
    gone = removing(dossier(), dossier().of(Theme)[1])
    left = {str(edit.ref): edit.after for edit in gone.edits}
    assert {ref for ref, after in left.items() if after is None} == {"themes/1", "speerpunten/1", "speerpunten/2"}
    kept = {ref: after for ref, after in left.items() if isinstance(after, Milestone)}
    assert {ref: (one.speerpunt, one.theme) for ref, one in kept.items()} == {
        "milestones/1": (None, None),
        "milestones/3": (None, 2),
    }
    gone = removing(dossier(), dossier().of(Party)[1])
    left = {str(edit.ref): edit.after for edit in gone.edits}
    assert {ref for ref, after in left.items() if after is None} == {"parties/1", "veri/1"}
    theme, speerpunt, body = (left[ref] for ref in ("themes/1", "speerpunten/2", "bodies/1"))
    assert isinstance(theme, Theme)
    assert isinstance(speerpunt, Speerpunt)
    assert isinstance(body, Body)
    # A partner keeps what it brings in; a member that was only that party is gone.
    assert theme.lead is None
    assert speerpunt.partners == (Partner(id=1, role="docent"),)
    assert body.members == (Member(id=2, person="Voorzitter"),)
    goal = removing(dossier(), dossier().of(Goal)[1])
    left = {str(edit.ref): edit.after for edit in goal.edits}
    decision, lab = left["decisions/1"], left["speerpunten/1"]
    assert isinstance(decision, Decision)
    assert isinstance(lab, Speerpunt)
    assert decision.becomes == (Ref("milestones", 1), Ref("actions", 1))
    assert lab.goals == (2,)
    assert removed(dossier().of(Goal)[1]) == (Edit(Ref("goals", 1), dossier().of(Goal)[1], None),)


def test_new_parts_count_on_from_the_highest() -> None:
    """The second and the third are new: after 4 come 5 and 6; a part inside a part has numbers of its own."""
    phases = (Phase(id=4, label="a"), Phase(label="b", acts=(Act(text="x"), Act(text="y"))), Phase(id=-1, label="c"))
    record = Speerpunt(theme=1, number="1", title="Lab", phases=phases)
    found = with_part_ids(record)
    assert isinstance(found, Speerpunt)
    assert [phase.id for phase in found.phases] == [4, 5, 6]
    assert [act.id for act in found.phases[1].acts] == [1, 2]
    numbers = iter((70, 80, 90, 100))
    fresh = with_part_ids(record, lambda: next(numbers))
    assert isinstance(fresh, Speerpunt)
    assert ([phase.id for phase in fresh.phases], [act.id for act in fresh.phases[1].acts]) == ([4, 70, 100], [80, 90])


def test_the_highest_number_of_a_year_need_not_be_the_last() -> None:
    assert highest_numbers(["2027-3", "2027-1", "B14", "2028-2", "2027-10", "2027-9"]) == {2027: 10, 2028: 2}
    assert highest_of_all({2027: 3}, {2026: 4, 2027: 1}, {}) == {2026: 4, 2027: 3}


# The log of a milestone.


def line(number: int, day: str, light: Stoplicht = Stoplicht.GEREED, note: str = "") -> Progress:
    return Progress(id=number, milestone=1, date=day, light=light, note=note, by="anja")


def test_of_one_day_the_line_that_was_written_last_is_the_newest() -> None:
    """A line without a number of its own (0 or below) is written now, so after those that are there."""
    lines = [line(2, "2027-05-03"), line(-3, "2027-05-03"), line(0, "2027-05-02"), line(7, "2027-05-03")]
    assert [one.id for one in light_and_log.newest_first([*lines, line(1, "2027-06-01")])] == [1, -3, 7, 2, 0]
    assert [light_and_log.new_line_id(milestone) for milestone in (1, 2, -1, -2)] == [-2, -4, -3, -5]


@pytest.mark.parametrize(
    ("logged", "ready_on", "why"),
    [
        ("2027-03-25", "2027-04-01", ""),  # today
        ("2027-03-25", "2027-04-02", "2 april 2027 moet nog komen. Kies bij ‘Gereed op’ een andere dag."),
        ("2027-04-02", "2027-04-03", ""),  # nobody could see it ready yet
    ],
)
def test_what_became_ready_does_not_become_so_on_a_day_to_come(logged: str, ready_on: str, why: str) -> None:
    before = Milestone(id=1, number="1.1a", title="Lab", light=Stoplicht.GEREED, done_on=date.fromisoformat(logged))
    after = before.changed(done_on=date.fromisoformat(ready_on))
    log = [line(1, logged)]
    if why:
        with pytest.raises(light_and_log.ContradictionError, match=re.escape(why)):
            light_and_log.line_after(before, after, log, date(2027, 4, 1), "bob", {})
    else:
        moved = light_and_log.line_after(before, after, log, date(2027, 4, 1), "bob", {})
        assert moved == light_and_log.LineEdit(line(1, logged), line(1, ready_on))


def test_ready_since_the_first_line_of_the_last_row_of_gereed() -> None:
    first, second, red = line(1, "2027-01-01"), line(3, "2027-03-01"), line(2, "2027-02-01", Stoplicht.ROOD)
    assert light_and_log.ready_since([second, first]) == first
    assert light_and_log.ready_since([second, red, first]) == second
    assert light_and_log.ready_since([red, first]) is None
    assert light_and_log.ready_since([]) is None


@pytest.mark.parametrize(
    ("ready_on", "said"),
    [
        ("2027-01-31", "Op 1 februari 2027 stond deze mijlpaal volgens het logboek op rood."),
        ("2027-02-01", ""),
        ("2027-02-02", ""),
    ],
)
def test_what_was_not_ready_later_was_not_ready_then(ready_on: str, said: str) -> None:
    lines = [line(3, "2027-03-01"), line(2, "2027-02-01", Stoplicht.ROOD)]
    assert light_and_log.why_not_ready_on(None, lines, date.fromisoformat(ready_on), date(2027, 4, 1)) == said
    # What lies ahead says nothing yet: up to today, with today.
    assert light_and_log.why_not_ready_on(None, lines, date(2027, 1, 1), date(2027, 1, 31)) == ""
    assert light_and_log.why_not_ready_on(None, lines, date(2027, 1, 1), date(2027, 2, 1)) != ""


@pytest.mark.parametrize(
    ("lines", "light", "by", "said", "before", "after"),
    [
        # Nothing on that day: a line more.
        ([], Stoplicht.GROEN, "anja", {}, None, Stoplicht.GROEN),
        ([line(1, "2027-05-02", Stoplicht.GROEN)], Stoplicht.GROEN, "anja", {}, None, Stoplicht.GROEN),
        # The line of that day is used again by who wrote it, as long as it has no words.
        ([line(1, "2027-05-03", Stoplicht.ROOD)], Stoplicht.GROEN, "anja", {}, 1, Stoplicht.GROEN),
        ([line(1, "2027-05-03", Stoplicht.ROOD)], Stoplicht.GROEN, "bert", {}, None, Stoplicht.GROEN),
        ([line(1, "2027-05-03", Stoplicht.ROOD, "Laat")], Stoplicht.GROEN, "anja", {}, None, Stoplicht.GROEN),
        ([line(1, "2027-05-03", Stoplicht.GROEN)], Stoplicht.GROEN, "anja", {"note": "Nu"}, 1, Stoplicht.GROEN),
        # Back to not started there is nothing left to say, unless it had started before, or there are words.
        ([line(1, "2027-05-03", Stoplicht.GROEN)], Stoplicht.NIET_GESTART, "anja", {}, 1, None),
        (
            [line(1, "2027-05-03", Stoplicht.GROEN), line(2, "2027-05-01", Stoplicht.NIET_GESTART)],
            Stoplicht.NIET_GESTART,
            "anja",
            {},
            1,
            None,
        ),
        (
            [line(1, "2027-05-03", Stoplicht.GROEN), line(2, "2027-05-01", Stoplicht.ROOD)],
            Stoplicht.NIET_GESTART,
            "anja",
            {},
            1,
            Stoplicht.NIET_GESTART,
        ),
        (
            [line(1, "2027-05-03", Stoplicht.GROEN)],
            Stoplicht.NIET_GESTART,
            "anja",
            {"note": "Toch niet"},
            1,
            Stoplicht.NIET_GESTART,
        ),
        (
            [line(1, "2027-05-03", Stoplicht.GROEN)],
            Stoplicht.ROOD,
            "anja",
            {},
            1,
            Stoplicht.ROOD,
        ),
    ],
)
def test_what_the_log_is_made_to_say(
    lines: list[Progress],
    light: Stoplicht,
    by: str,
    said: dict[str, str],
    before: int | None,
    after: Stoplicht | None,
) -> None:
    found = light_and_log.line_saying(lines, 1, light, date(2027, 5, 3), by, said)
    assert found is not None
    assert (found.before.id if found.before else None, found.after.light if found.after else None) == (before, after)
    if found.after:
        assert (found.after.note, found.after.by, found.after.date) == (said.get("note", ""), by, date(2027, 5, 3))


def test_a_log_that_says_it_already_is_left_alone() -> None:
    lines = [line(1, "2027-05-03", Stoplicht.GROEN, "Loopt")]
    assert light_and_log.line_saying(lines, 1, Stoplicht.GROEN, date(2027, 5, 3), "bert", {"note": ""}) is None


# What is typed, and what is wrong with it.


@pytest.mark.parametrize(
    ("record", "field", "value", "text"),
    [
        (Milestone, "due", None, ""),
        (Milestone, "due", date(2027, 3, 1), "01-03-2027"),
        (BudgetLine, "price", 1_250_000, "12.500"),
        (BudgetLine, "quantity", 12.0, "12"),
        (BudgetLine, "quantity", 0.5, "0,5"),
        (Theme, "facilities", (Facility(name="Lab"), Facility(name="Keuken")), "Lab\nKeuken"),
        (BudgetLine, "year", 2027, "2027"),
    ],
)
def test_a_value_as_it_stands_in_its_field(record: type[Record], field: str, value: Any, text: str) -> None:
    assert entry_text(fields_of(record)[field], value) == text


@pytest.mark.parametrize(
    ("record", "field", "typed", "said"),
    [
        (Goal, "number", "0", "‘0’ past hier niet. Schrijf een getal van 1 tot en met 99."),
        (Goal, "number", "100", "‘100’ past hier niet. Schrijf een getal van 1 tot en met 99."),
        (Goal, "number", "1,5", "‘1,5’ is geen geheel getal. Schrijf een getal van 1 tot en met 99."),
        (Body, "size", "10.001", "‘10.001’ past hier niet. Schrijf een getal van 0 tot en met 10.000."),
        (
            BudgetLine,
            "year",
            "1989",
            "‘1989’ past hier niet. Schrijf een jaar van 1990 tot en met 2100, bijvoorbeeld 2027.",
        ),
        (
            BudgetLine,
            "year",
            "2101",
            "‘2101’ past hier niet. Schrijf een jaar van 1990 tot en met 2100, bijvoorbeeld 2027.",
        ),
        (BudgetLine, "quantity", "x", "‘x’ is geen getal. Schrijf bijvoorbeeld 12,5."),
        (BudgetLine, "quantity", "1000000000001", "‘1000000000001’ past hier niet. Schrijf bijvoorbeeld 12,5."),
        (Goal, "number", " ", "Vul ‘Nr’ in."),
        (Goal, "indicator", "x" * 301, "Dit zijn 301 tekens; er passen er 300. Maak de tekst korter."),
        (Goal, "why", "x" * 60_001, "Dit zijn 60.001 tekens; er passen er 60.000. Maak de tekst korter."),
    ],
)
def test_what_can_not_be_typed_says_what_can(record: type[Record], field: str, typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        parse_entry(fields_of(record)[field], typed)


@pytest.mark.parametrize(
    ("record", "field", "typed", "value"),
    [
        (Goal, "number", "1", 1),
        (Goal, "number", "99", 99),
        (Body, "size", "10.000", 10_000),
        (BudgetLine, "year", "1990", 1990),
        (BudgetLine, "year", "2100", 2100),
        (BudgetLine, "quantity", "-1,5", -1.5),
        (BudgetLine, "quantity", "", None),
        (Goal, "indicator", "x" * 300, "x" * 300),
        (Goal, "indicator", " ", ""),
        (Goal, "indicator", " a\nb ", "a b"),
        (Goal, "why", "a\nb", "a\nb"),
        (BudgetLine, "price", "12,50", 1250),
    ],
)
def test_what_can_be_typed(record: type[Record], field: str, typed: str, value: Any) -> None:
    found = parse_entry(fields_of(record)[field], typed)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Lab\nKeuken\nAula", [4, 5, 6]),
        # Reworded in its place, a line more in front, and one gone.
        ("Lab\nKeukens\nAula", [4, 5, 6]),
        ("Nieuw\nLab\nKeuken\nAula", [0, 4, 5, 6]),
        ("Lab\n\nAula", [4, 6]),
        ("Lab\nEen\nTwee\nAula", [4, 5, 0, 6]),
        ("", []),
    ],
)
def test_lines_keep_their_numbers(typed: str, ids: list[int]) -> None:
    before = tuple(Facility(id=at, name=name) for at, name in enumerate(("Lab", "Keuken", "Aula"), 4))
    found = parse_lines(Facility, typed, before)
    assert [part.id for part in found] == ids
    assert [getattr(part, "name", "") for part in found] == [text for text in typed.split("\n") if text]


@pytest.mark.parametrize(
    ("record", "values", "said"),
    [
        (Goal, {"text": "a"}, ("number", "het veld ontbreekt")),
        (Goal, {"number": 1, "text": "a", "x": 1}, ("x", "dit veld bestaat niet")),
        (Goal, {"number": 0, "text": "a"}, ("number", "het getal is lager dan 1")),
        (Goal, {"number": 100, "text": "a"}, ("number", "het getal is hoger dan 99")),
        (Goal, {"number": "x", "text": "a"}, ("number", "dit is geen geheel getal")),
        (Goal, {"number": 1, "text": 5}, ("text", "dit is geen tekst")),
        (Goal, {"number": 1, "text": " "}, ("", "‘Doel’ is leeg")),
        (Goal, {"number": 1, "text": "a", "source": "x" * 301}, ("source", "de tekst is langer dan 300 tekens")),
        (Goal, {"number": 1, "text": "a", "still_ambition": "x"}, ("still_ambition", "dit is geen ja of nee")),
        (Milestone, {"number": "1", "title": "a", "due": "x"}, ("due", "dit is geen datum")),
        (Milestone, {"number": "1", "title": "a", "due": "1989-12-31"}, ("due", "het jaar 1989 valt buiten 1990-2100")),
        (Milestone, {"number": "1", "title": "a", "due": "2101-01-01"}, ("due", "het jaar 2101 valt buiten 1990-2100")),
        (
            Milestone,
            {"number": "1", "title": "a", "light": "paars"},
            ("light", "deze keuze bestaat niet; kies uit niet_gestart, groen, oranje, rood en gereed"),
        ),
        (Theme, {"number": 1, "title": "a", "facilities": "x"}, ("facilities", "dit is geen lijst")),
        (BudgetLine, {"title": "a", "year": 2027, "quantity": float("inf")}, ("quantity", "dit is geen getal")),
        (BudgetLine, {"title": "a", "year": 2027, "quantity": "x"}, ("quantity", "dit is geen getal")),
        (Theme, {"number": 1, "title": "a", "facilities": [5]}, ("facilities", "hier hoort iets anders te staan")),
    ],
)
def test_what_is_wrong_with_a_record_is_said_in_dutch(
    record: type[Record], values: dict[str, Any], said: tuple[str, str]
) -> None:
    with pytest.raises(ValidationError) as caught:
        record.model_validate(values)
    assert problems(caught.value) == [said]


@pytest.mark.parametrize("year", [1990, 2100])
def test_the_first_and_the_last_year_there_are(year: int) -> None:
    made = Milestone.model_validate({"number": "1", "title": "a", "due": f"{year}-12-31"})
    assert made.due == date(year, 12, 31)


# Addresses and what is known of a field.


@pytest.mark.parametrize("text", ["", "goals", "goals/", "goals/x", "9/1", "goals/-", "goals/1.5", "a-b/1"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match="is geen verwijzing binnen het dossier"):
        Ref.parse(text)


def test_an_address_of_a_record_or_a_field() -> None:
    assert [str(Ref.parse(text)) for text in ("goals/1", "goals/-2/text", "goals/1/")] == [
        "goals/1",
        "goals/-2/text",
        "goals/1",
    ]
    goal = Goal(id=3, number=1, text="a")
    assert (ref_of(goal), ref_of(goal, "text")) == (Ref("goals", 3), Ref("goals", 3, "text"))


def test_what_is_empty_is_not_stored_but_a_default_that_was_emptied_is() -> None:
    assert without_empty({"a": None, "b": "", "c": [], "d": 0, "e": False, "f": [{"g": "", "h": 1}, 2]}) == {
        "d": 0,
        "e": False,
        "f": [{"h": 1}, 2],
    }
    stored = Region(id=1, name="a", theme_name="").document()
    assert (stored["theme_name"], "place" in stored, "id" in stored) == ("", False, False)


def spec_of(record: type[Record], name: str) -> FieldSpec:
    return fields_of(record)[name]


def test_which_fields_say_the_table_with_the_number() -> None:
    """A theme is a number; what can be of more than one table says which."""
    specs = [
        (f"{name}.{field}", spec) for name, table in TABLES.items() for field, spec in fields_of(table.model).items()
    ]
    by_ref = [name for name, spec in specs if spec.by_ref]
    assert sorted(by_ref) == ["answers.about", "decisions.becomes", "veri.party", "veri.row"]
    assert by_ref == [name for name, spec in specs if len(spec.tables) > 1]


def test_what_the_house_knows_of_a_field() -> None:
    number, due, start = spec_of(Goal, "number"), spec_of(Milestone, "due"), spec_of(Milestone, "start")
    assert (number.kind, number.required, number.low, number.high) == ("whole", True, 1, 99)
    assert (due.edge, start.edge, due.required, due.kind) == ("end", "start", False, "date")
    assert (spec_of(Goal, "text").limit, spec_of(Goal, "source").limit) == (60_000, 300)
    assert (spec_of(Decision, "becomes").kind, spec_of(Decision, "becomes").by_ref) == ("references", True)
    assert (spec_of(Goal, "figure").kind, spec_of(Goal, "figure").by_ref) == ("reference", False)
    assert [spec_of(Speerpunt, name).kind for name in ("tags", "partners", "number")] == ["choices", "parts", "line"]
    assert (spec_of(Theme, "facilities").kind, spec_of(Theme, "facilities").part) == ("lines", Facility)
    assert (spec_of(Indicator, "file_hash").hidden, spec_of(Indicator, "file_hash").printed) == (True, False)
    assert (spec_of(Indicator, "file").hidden, spec_of(Indicator, "file").printed) == (False, True)
    assert (spec_of(BudgetLine, "price").kind, spec_of(BudgetLine, "eligible").kind) == ("amount", "tick")
    assert [spec_of(Milestone, name).many for name in ("after", "light")] == [True, False]
    assert spec_of(Milestone, "light").choices == tuple(Stoplicht)
    assert spec_of(Milestone, "number").choices == ()


# What records say of themselves.


def test_a_range_is_from_low_to_high() -> None:
    assert Point(year=2024, value_min=4, value_max=4).value_max == 4
    assert Point(year=2024, value_min=4).value_max is None
    with pytest.raises(ValidationError, match="laagst mogelijk is hoger dan hoogst mogelijk"):
        Point(year=2024, value_min=5, value_max=4)


def test_who_does_and_who_decides() -> None:
    assert "".join(code.value for code in VeriCode if code.does) == "VVE"
    assert "".join(code.value for code in VeriCode if code.decides) == "EVE"


@pytest.mark.parametrize(
    ("quantity", "price", "total"),
    [(2.0, 1250, 2500), (None, 1250, None), (2.0, None, None), (0.0, 1250, 0), (0.5, 1, 1), (0.4, 1, 0), (-0.5, 1, -1)],
)
def test_quantity_times_price_in_cents(quantity: float | None, price: int | None, total: int | None) -> None:
    """Half a cent goes away from zero."""
    assert BudgetLine(title="a", year=2027, quantity=quantity, price=price).total == total
    assert Cofinancing(title="a", year=2027, quantity=quantity, rate=price).total == total


@pytest.mark.parametrize(
    ("before", "after", "light", "done_on"),
    [
        # Only what is gereed has a day; a new one gets the day of today, when that is known.
        (None, {"light": Stoplicht.GEREED}, Stoplicht.GEREED, date(2027, 5, 20)),
        (None, {"light": Stoplicht.GEREED, "done_on": date(2027, 5, 1)}, Stoplicht.GEREED, date(2027, 5, 1)),
        (None, {"done_on": date(2027, 5, 1)}, Stoplicht.GEREED, date(2027, 5, 1)),
        (None, {"light": Stoplicht.ROOD, "done_on": date(2027, 5, 1)}, Stoplicht.ROOD, None),
        (None, {"light": Stoplicht.ROOD}, Stoplicht.ROOD, None),
        ({"light": Stoplicht.GEREED}, {"light": Stoplicht.GEREED}, Stoplicht.GEREED, None),
        ({"light": Stoplicht.GROEN}, {"light": Stoplicht.GEREED}, Stoplicht.GEREED, date(2027, 5, 20)),
        ({}, {"done_on": date(2027, 5, 1)}, Stoplicht.GEREED, date(2027, 5, 1)),
    ],
)
def test_stoplicht_and_day_settle_together(
    before: dict[str, Any] | None, after: dict[str, Any], light: Stoplicht, done_on: date | None
) -> None:
    def milestone(values: dict[str, Any]) -> Milestone:
        return Milestone.model_validate({"id": 1, "number": "1", "title": "a", **values})

    was = None if before is None else milestone(before)
    found = milestone(after).settled_after(was, date(2027, 5, 20))
    assert (found.light, found.done_on) == (light, done_on)


def test_a_line_speaks_when_it_has_words() -> None:
    words = [line(1, "2027-01-01", note="a"), line(1, "2027-01-01").changed(obstacle="a"), line(1, "2027-01-01")]
    assert [one.speaks for one in (*words, words[-1].changed(measure="a"))] == [True, True, False, True]


def test_a_text_that_is_too_long_ends_in_three_dots_and_no_blank() -> None:
    assert shortened("vijf5", 5) == "vijf5"
    assert shortened("zes is langer", 6) == "zes i…"
    assert shortened("zes is langer", 5) == "zes…"


@pytest.mark.parametrize(
    ("model", "field", "words"),
    [
        (Region, "dusi_number", "DUS-I-nummer"),
        (Party, "veri_order", "plaats in de VERI-matrix"),
        (Indicator, "countings", "tellingen van DUO"),
        (Milestone, "title", "mijlpaal"),
    ],
)
def test_a_label_in_a_sentence_keeps_its_abbreviations(model: type[Record], field: str, words: str) -> None:
    assert fields_of(model)[field].label_in_text == words


def test_the_plan_that_was_handed_in_last_stands_first() -> None:
    """Of two on one day the one that came second."""
    days = (date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 1))
    handed_in = [Submission(id=number, period=1, handed_in_on=day) for number, day in enumerate(days, 1)]
    assert list(dossier_with(*handed_in).ordered("submissions")) == [3, 2, 1]


def test_three_letters_are_enough_to_name_a_party_and_two_are_not() -> None:
    addresses = Addresses(dossier_with(Party(id=1, name="Kosterij"), Party(id=2, name="Autobedrijf Visser")))
    assert [addresses.named(("parties",), typed).id for typed in ("Kos", "Vis")] == [1, 2]
    for typed in ("Ko", "Vi"):
        with pytest.raises(NotUnderstoodError):
            addresses.named(("parties",), typed)
