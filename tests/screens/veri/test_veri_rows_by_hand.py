"""What the VERI matrix and its wall say of small plans, worked out by hand."""

from collections.abc import Sequence
from datetime import date

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.planning.checks.veri import row_errors
from sto_tui.planning.veri.matrix import MatrixRow, matrix_row, matrix_rows
from sto_tui.planning.veri.summary import Coverage
from sto_tui.screens.veri.rows import (
    LEGEND,
    RoomWanted,
    caption,
    cell_role,
    cell_text,
    legend,
    lines_wanted,
    matrix_columns,
    matrix_lines,
    roles_in_words,
    spelled_out,
    what_to_say,
)
from sto_tui.screens.veri.wall_rows import (
    answer_lines,
    first_presented,
    listed_parties,
    party_columns,
    party_rows,
    standing_lines,
    when,
)
from sto_tui.widgets.matrix import FOLDED, OPENED
from sto_tui.widgets.raster import Run
from tests.support.by_hand import dossier_with

FIRST, SECOND, THIRD = (Ref("milestones", number) for number in (1, 2, 3))
THEME, SPEERPUNT = Ref("themes", 1), Ref("speerpunten", 1)
KOMPAS, ZONRIJK = Ref("parties", 1), Ref("parties", 2)


def roles(*told: tuple[Ref, Ref, str]) -> list[Record]:
    return [
        Veri(id=number, row=row, party=party, code=VeriCode(code)) for number, (row, party, code) in enumerate(told, 1)
    ]


def plan(*told: tuple[Ref, Ref, str], hidden: bool = False, parties: int = 2) -> Dossier:
    """A theme with a speerpunt and two milestones, of which the second lacks an end, and a milestone of no theme."""
    names = {1: "Kompas", 2: "Zonrijk"}
    began = dossier_with(
        *(
            Party(id=number, name=names.get(number, f"Partij {number}"), veri_hidden=hidden and number == 2)
            for number in range(1, parties + 1)
        ),
        Theme(id=1, number=1, title="Kiezen"),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
        Milestone(
            id=1,
            number="1.1a",
            title="Open",
            speerpunt=1,
            start=date(2027, 1, 1),
            due=date(2027, 3, 31),
            light=Stoplicht.GEREED,
        ),
        Milestone(id=2, number="1.1b", title="Vol", speerpunt=1, start=date(2028, 2, 1)),
        Milestone(id=3, number="9", title="Los"),
        *roles(*told),
    )
    return Dossier({**began.tables, "bodies": {}})


def text_of(lines: Sequence[Sequence[Run]]) -> list[str]:
    return ["".join(text for text, _ in runs).strip() for runs in lines]


def row_of(dossier: Dossier, ref: Ref) -> MatrixRow:
    found = matrix_row(dossier, ref)
    assert found is not None
    return found


# The matrix.

# The first milestone has no V, the second takes both from its theme, the third has nobody.
ROLES = plan((FIRST, KOMPAS, "E"), (THEME, KOMPAS, "V"), (THEME, ZONRIJK, "E"))


def test_lines_of_the_matrix() -> None:
    lines = matrix_lines(ROLES, matrix_rows(ROLES), ())
    assert [(one.number, one.title, one.cells, one.depth, one.borrowed, one.sign, one.fold) for one in lines] == [
        ("1", "Kiezen", ("V", "E"), 0, False, "", OPENED),
        ("1.1", "Lab", ("V", "E"), 1, True, "", OPENED),
        ("1.1a", "Open", ("E", ""), 2, False, "!", ""),
        ("1.1b", "Vol", ("V", "E"), 2, True, "", ""),
        ("9", "Los", ("", ""), 0, False, "?", ""),
    ]


@pytest.mark.parametrize(
    ("folded", "shown"),
    [
        # The first milestone is what is open under the speerpunt, and so under the theme.
        ([SPEERPUNT], [("Kiezen", "", OPENED), ("Lab · 1 open", "!", FOLDED), ("Los", "?", "")]),
        ([THEME], [("Kiezen · 1 open", "!", FOLDED), ("Los", "?", "")]),
        ([THEME, SPEERPUNT], [("Kiezen · 1 open", "!", FOLDED), ("Los", "?", "")]),
    ],
)
def test_what_folds_away_is_counted(folded: list[Ref], shown: list[tuple[str, str, str]]) -> None:
    lines = matrix_lines(ROLES, matrix_rows(ROLES), folded)
    assert [(one.title, one.sign, one.fold) for one in lines] == shown


def test_a_folded_row_has_a_fault_as_soon_as_one_under_it_has() -> None:
    """Nobody has a role in either milestone, then one of them has an E only."""
    for told, sign in (((), "?"), (((SECOND, KOMPAS, "E"),), "!")):
        dossier = plan(*told)
        lines = matrix_lines(dossier, matrix_rows(dossier), [THEME])
        assert (lines[0].title, lines[0].sign) == ("Kiezen · 2 open", sign)
    fine = plan((THEME, KOMPAS, "VE"))
    assert [line.title for line in matrix_lines(fine, matrix_rows(fine), [THEME])] == ["Kiezen", "Los"]
    own = plan((THEME, KOMPAS, "V"), (FIRST, KOMPAS, "VE"), (SECOND, KOMPAS, "VE"))
    assert [line.sign for line in matrix_lines(own, matrix_rows(own), [THEME])] == ["!", "?"]


def test_what_is_wrong_is_told_in_the_words_of_now() -> None:
    """A party and the word of the region are in the sentences, also when no role changed since.

    Both decide about 1.1a, and nobody carries it out.
    """
    began = plan((FIRST, KOMPAS, "E"), (FIRST, ZONRIJK, "E"), (THEME, KOMPAS, "E"))
    assert row_errors(began, FIRST) == [
        "Kies één E voor 1.1a: nu beslissen twee partijen (Kompas en Zonrijk).",
        "Kies een V voor 1.1a: niemand voert het uit.",
    ]
    renamed = began.with_tables({"parties": {**began.tables["parties"], 2: Party(id=2, name="Zonnehof")}})
    assert "(Kompas en Zonnehof)" in row_errors(renamed, FIRST)[0]
    region = began.region.changed(theme_name="lijn")
    assert row_errors(began, THEME) == ["Kies een V voor thema 1: niemand voert het uit."]
    worded = began.with_tables({"region": {region.id: region}})
    assert row_errors(worded, THEME) == ["Kies een V voor lijn 1: niemand voert het uit."]


def test_signs_letters_and_their_roles() -> None:
    assert [line.sign for line in matrix_lines(ROLES, matrix_rows(ROLES), ())] == ["", "", "!", "", "?"]
    assert cell_text((VeriCode.VERANTWOORDELIJK, VeriCode.RAADPLEGEN)) == "V/R"
    assert [cell_role(text) for text in ("E", "VE", "V/R", "V", "R", "")] == [
        "key",
        "key",
        "bold",
        "bold",
        "text",
        "rule",
    ]


def test_heads_of_the_matrix_count_what_a_party_carries_out() -> None:
    """Kompas carries out the second milestone, by its theme; VE counts for the third."""
    dossier = plan((FIRST, KOMPAS, "E"), (THEME, KOMPAS, "V"), (THIRD, ZONRIJK, "VE"))
    heads = [(one.key, one.head, one.foot) for one in matrix_columns(dossier, matrix_rows(dossier), Coverage())]
    assert heads == [(KOMPAS, "KOM", "1"), (ZONRIJK, "ZON", "1")]


@pytest.mark.parametrize(
    ("hidden", "phase", "words"),
    [
        (False, "", "Wie doet wat  3 mijlpalen"),
        (False, "Q1 2027", "Wie doet wat  in Q1 2027: 3 mijlpalen"),
        (True, "", "Wie doet wat  3 mijlpalen · 1 kolom met rollen verborgen; U toont ze"),
    ],
)
def test_the_caption_of_the_matrix(hidden: bool, phase: str, words: str) -> None:
    dossier = plan((FIRST, ZONRIJK, "E"), hidden=hidden)
    assert caption(dossier, matrix_rows(dossier), phase) == words


def test_the_roles_of_a_row_in_words_begin_with_who_decides() -> None:
    told = [(FIRST, Ref("parties", number), code) for number, code in enumerate(("O", "S", "I", "R", "V", "E", "V"), 1)]
    dossier = plan(*told, parties=7)
    words = "E Partij 6 · V Partij 5, Partij 7 · R Partij 4 · I Partij 3 · S Zonrijk · O Kompas"
    assert roles_in_words(dossier, FIRST) == words
    assert roles_in_words(dossier, Ref("milestones", 99)) == ""


def spelled(dossier: Dossier, row: Ref, party: Ref | None, height: int, *, hints: bool = False) -> list[str]:
    """Without the legend, which takes a line of 200 cells."""
    said = what_to_say(dossier, row, party, with_hints=hints)
    return text_of(spelled_out(dossier, row, party, said, 200, height))[:-1]


def test_a_cell_spelled_out() -> None:
    assert spelled(ROLES, SECOND, KOMPAS, 4) == [
        "Kompas voert uit: 1.1b Vol (van thema 1)",
        "E Zonrijk · V Kompas",
        "",
    ]
    assert spelled(ROLES, FIRST, KOMPAS, 4)[1:] == ["! Kies een V voor 1.1a: niemand voert het uit.", ""]
    assert spelled(ROLES, FIRST, None, 3) == ["! Kies een V voor 1.1a: niemand voert het uit.", ""]
    assert spelled(ROLES, SECOND, None, 2) == ["E Zonrijk · V Kompas"]
    # Too little room: the meaning stays, then how many sentences are left out.
    both = plan((FIRST, KOMPAS, "O"), (FIRST, KOMPAS, "I"))
    three = spelled(both, FIRST, KOMPAS, 5)
    assert [line[:12] for line in three[1:]] == ["! Kies één E", "! Kies een V", "! Kies bij 1"]
    assert spelled(both, FIRST, KOMPAS, 4)[1:] == [three[1], f"{three[2]} (nog 1)"]
    assert spelled(both, FIRST, KOMPAS, 3)[1:] == [f"{three[1]} (nog 2)"]
    assert spelled(both, FIRST, KOMPAS, 2) == [three[0]]


def test_every_line_about_a_cell_ends_before_the_last_cell() -> None:
    """Two cells come before a line and one after it: n characters need n + 3; with less it goes on or is cut."""

    def lines(row: Ref, party: Ref | None, width: int) -> list[str]:
        return text_of(spelled_out(ROLES, row, party, what_to_say(ROLES, row, party, with_hints=False), width, 20))

    meaning, roles = "Kompas voert uit: 1.1b Vol (van thema 1)", "E Zonrijk · V Kompas"
    assert lines(SECOND, KOMPAS, len(meaning) + 3)[:2] == [meaning, roles]
    assert lines(SECOND, KOMPAS, len(meaning) + 2)[:3] == ["Kompas voert uit: 1.1b Vol (van thema", "1)", roles]
    assert lines(SECOND, None, len(roles) + 3)[0] == roles
    assert lines(SECOND, None, len(roles) + 2)[:2] == ["E Zonrijk · V", "Kompas"]
    narrow = len(roles) + 2
    one_line = text_of(spelled_out(ROLES, SECOND, None, (), narrow, 1 + len(legend(narrow))))
    assert one_line[0] == "E Zonrijk · V Komp…"
    said = what_to_say(ROLES, FIRST, None, with_hints=False)
    sentence = said[0][0]
    for width, many in ((len(sentence) + 3, 1), (len(sentence) + 2, 2)):
        assert " ".join(lines(FIRST, None, width)[:many]) == sentence
        assert lines_wanted(said, width) == 1 + many + len(legend(width))
    room, rows = RoomWanted(), matrix_rows(ROLES)
    for width, many in ((len(sentence) + 3, 1), (len(sentence) + 2, 2), (len(sentence) + 3, 1)):
        assert room.of(ROLES, rows, width) == 1 + many + len(legend(width))


def test_the_meaning_gives_its_second_line_to_what_is_wrong() -> None:
    """With 7 lines less the legend the sentence takes one, and with a cell less two: then the meaning is cut."""
    said = what_to_say(ROLES, FIRST, None, with_hints=False)
    sentence = said[0][0]
    named = ROLES.with_tables({"parties": {**ROLES.tables["parties"], 1: Party(id=1, name="Kompas " * 5 + "Kompas")}})
    for width, cut in ((len(sentence) + 3, False), (len(sentence) + 2, True)):
        height = len(legend(width)) + 3
        found = text_of(spelled_out(named, FIRST, KOMPAS, said, width, height))
        assert found[0].endswith("…") == cut


def test_tips_come_when_they_are_asked_for_before_what_is_wrong() -> None:
    told = (THIRD, KOMPAS, "V"), (THIRD, Ref("parties", 3), "E"), (THIRD, ZONRIJK, "I")
    lines = spelled(plan(*told, parties=3), THIRD, KOMPAS, 6, hints=True)
    assert lines[1:] == ["? Geen tips bij deze rij en deze partij.", "", "", ""]
    assert spelled(ROLES, FIRST, ZONRIJK, 4, hints=True)[1][0] == "?"


def test_the_legend_takes_the_lines_that_it_needs() -> None:
    words = [f"{code} {meaning}" for code, meaning in LEGEND]
    assert "  ".join(text_of([legend(200)[0]])) == "  ".join(words)
    assert len(legend(200)) == 1
    # ` V verantwoordelijk` with two before it: 1 + 1 + 17 + 3 = 21; the next takes 1 + 20 + 3.
    assert text_of(legend(45))[0] == "V verantwoordelijk  E eindverantwoordelijk"
    assert text_of(legend(44))[0] == "V verantwoordelijk"
    assert "".join(text_of(legend(44))).endswith("VE allebei")


# The wall.


def test_the_group_is_asked_about_milestones_and_what_has_codes_of_its_own() -> None:
    rows = matrix_rows(ROLES)
    assert first_presented(rows, None) == THEME
    assert first_presented(rows, SPEERPUNT) == FIRST
    assert first_presented(rows, THIRD) == THIRD
    # After the last it begins again; without any there is none.
    assert first_presented(rows[:2], SPEERPUNT) == THEME
    assert first_presented(rows[1:2], None) is None


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (FIRST, "van 1 januari tot en met 31 maart 2027 · gereed"),
        (SECOND, "vanaf 1 februari 2028, nog geen einde"),
        (THIRD, "nog geen datum"),
        (SPEERPUNT, "2 mijlpalen, 1 jan 2027 t/m 1 feb 2028"),
        (THEME, "2 mijlpalen, 1 jan 2027 t/m 1 feb 2028"),
    ],
)
def test_when_a_row_runs(row: Ref, words: str) -> None:
    assert when(ROLES, row) == words


@pytest.mark.parametrize(
    ("start", "due", "words"),
    [
        (date(2026, 12, 1), date(2027, 1, 31), "van 1 december 2026 tot en met 31 januari 2027"),
        (None, date(2027, 1, 31), "klaar op 31 januari 2027, nog geen begin"),
    ],
)
def test_when_a_milestone_runs(start: date | None, due: date, words: str) -> None:
    dossier = dossier_with(
        Milestone(id=1, number="1", title="Open", start=start, due=due), Theme(id=1, number=1, title="Leeg")
    )
    assert when(dossier, FIRST) == words
    assert when(dossier, THEME) == "geen mijlpalen"


def test_parties_on_the_wall() -> None:
    dossier = plan((THEME, KOMPAS, "VE"), (THEME, ZONRIJK, "R"), (FIRST, KOMPAS, "V"), hidden=True)
    inherited, own = row_of(dossier, SECOND), row_of(dossier, FIRST)
    # A hidden column is listed in the rows where it has a role.
    assert listed_parties(dossier, inherited) == [KOMPAS, ZONRIJK]
    assert listed_parties(dossier, own) == [KOMPAS]
    rows = party_rows(dossier, inherited, [KOMPAS, ZONRIJK])
    assert [row.cells for row in rows] == [
        (("1", "muted"), ("(VE)", "key"), ("Kompas", "bold"), ("van thema 1", "muted")),
        (("2", "muted"), ("(R)", "text"), ("Zonrijk", "bold"), ("van thema 1", "muted")),
    ]
    assert [row.key for row in rows] == [KOMPAS, ZONRIJK]
    assert [row.cells for row in party_rows(dossier, own, [KOMPAS, ZONRIJK])] == [
        (("1", "muted"), ("V", "bold"), ("Kompas", "bold"), ("", "muted")),
        (("2", "muted"), ("·", "rule"), ("Zonrijk", "text"), ("", "muted")),
    ]
    assert [column.width for column in party_columns(dossier, inherited, [KOMPAS])] == [2, 4, 0, 20]
    assert [column.width for column in party_columns(dossier, own, [KOMPAS])] == [2, 2, 0, 20]
    # Names need their room before the column of the source goes: Zonrijk has seven letters.
    columns = party_columns(dossier, inherited, [KOMPAS, ZONRIJK])
    assert [(column.least, column.drop, column.wrap) for column in columns[2:]] == [(7, 0, True), (16, 1, False)]
    assert party_rows(dossier, own, [])[0].cells == ("Nog geen partijen of organen. Voeg ze toe bij 4 Plan.",)


def answers(dossier: Dossier, ref: Ref, height: int, width: int = 100) -> list[str]:
    row = row_of(dossier, ref)
    lines = text_of(answer_lines(dossier, row, listed_parties(dossier, row), width, height))
    return [" ".join(line.split()) for line in lines]


def test_answers_with_air_under_who_decides_and_who_does() -> None:
    dossier = plan((FIRST, KOMPAS, "E"), (FIRST, ZONRIJK, "V"), (FIRST, Ref("parties", 3), "R"), parties=5)
    main = ["E Wie beslist? Kompas", "V Wie voert uit? Zonrijk", "R Wie raadplegen we? Partij 3"]
    rest = [
        "I Wie informeren we? –",
        "S Wie ondersteunt? –",
        "O Hoort er niet bij: –",
        "Zonder rol Partij 4 en Partij 5",
    ]
    everything = [*main, *rest]
    # Thirteen lines give room for one between any two; nine only under the first two.
    aired = [line for one in everything for line in (one, "")]
    assert answers(dossier, FIRST, 13) == aired
    assert answers(dossier, FIRST, 9) == [main[0], "", main[1], "", main[2], *rest]
    # With less room the empty questions go, from the last: O, S, then I.
    assert answers(dossier, FIRST, 8) == [
        main[0],
        "",
        main[1],
        "",
        main[2],
        *rest[:2],
        "Zonder rol 2 partijen en organen",
    ]
    assert answers(dossier, FIRST, 6) == [main[0], "", main[1], "", main[2], "Zonder rol 2 partijen en organen"]
    counted = "Anderen R 1, I 0, S 0, O 0, zonder rol 2"
    assert answers(dossier, FIRST, 5) == [main[0], "", main[1], "", counted, ""]
    assert answers(dossier, FIRST, 4) == [main[0], main[1], counted]


def test_inherited_answers_stand_in_brackets() -> None:
    dossier = plan((THEME, KOMPAS, "E"))
    row = row_of(dossier, SECOND)
    lines = answer_lines(dossier, row, listed_parties(dossier, row), 60, 9)
    assert lines[0] == [(" (E)  ", "key"), ("Wie beslist?        ", "bold"), ("Kompas", "bold")]
    assert lines[2] == [("  V   ", "key"), ("Wie voert uit?      ", "bold"), ("–", "muted")]
    assert [runs[2] for runs in lines if runs][-1] == ("Zonrijk", "muted")


def test_more_than_three_without_a_role_are_counted() -> None:
    assert answers(plan((FIRST, KOMPAS, "E"), parties=4), FIRST, 9)[-1] == "Zonder rol Zonrijk, Partij 3 en Partij 4"
    assert answers(plan((FIRST, KOMPAS, "E"), parties=5), FIRST, 9)[-1] == "Zonder rol 4 partijen en organen"
    assert answers(plan((FIRST, KOMPAS, "E")), FIRST, 8)[-1] == "Zonder rol 1 partij of orgaan"


def test_names_that_do_not_fit_are_counted() -> None:
    """Of 46 cells 26 stand before the names and 3 after them, which leaves 17: `Kompas en Zonrijk` takes those."""
    told = [(FIRST, Ref("parties", number), "E") for number in (1, 2, 3)]
    two, three = plan(*told[:2], parties=3), plan(*told, parties=3)
    assert answers(two, FIRST, 6, 46)[0] == "E Wie beslist? Kompas en Zonrijk"
    assert answers(two, FIRST, 6, 45)[0] == "E Wie beslist? Kompas en nog 1"
    assert answers(three, FIRST, 6, 44)[0] == "E Wie beslist? Kompas en nog 2"
    assert answers(three, FIRST, 12, 51)[:2] == ["E Wie beslist? Kompas, Zonrijk en", "Partij 3"]
    # Not even one name: it is cut, the number never.
    assert answers(three, FIRST, 6, 43)[0] == "E Wie beslist? Komp… en nog 2"


def test_what_is_still_wrong_stands_beside_the_place() -> None:
    fine = plan((THEME, KOMPAS, "VE"), (FIRST, KOMPAS, "VE"))
    said = {ref: standing_lines(fine, row_of(fine, ref), "1 van 3", 60, 2) for ref in (FIRST, SECOND, SPEERPUNT, THIRD)}
    assert text_of(said[FIRST])[1].split("  ")[0] == "Deze rij is compleet."
    assert text_of(said[SECOND])[1].startswith("Compleet met de rollen van thema 1.")
    assert text_of(said[THIRD])[1].startswith("! Bij 9 heeft niemand een rol.")
    assert [runs[1][1] for runs in said[FIRST]] == ["bold", "bold"]
    assert [runs[1][1] for runs in said[THIRD]] == ["error", "error"]
    # 60 - 7 - 5 = 48 cells for the words; the place stands behind them.
    assert [len(text) for text, _ in said[FIRST][1]] == [2, 48, 2, 7]
    none = plan()
    empty = standing_lines(none, row_of(none, THEME), "1 van 3", 60, 2)
    assert text_of(empty)[1].startswith("Deze rij heeft geen eigen rollen meer.")


def test_a_sentence_that_is_too_long_for_the_last_line_takes_the_first() -> None:
    """`! Bij 9 heeft niemand een rol.` has 30 cells: beside a place of 7 it fits from 42 on."""
    dossier = plan()
    row = row_of(dossier, THIRD)
    assert text_of(standing_lines(dossier, row, "1 van 3", 42, 2))[0] == ""
    lines = text_of(standing_lines(dossier, row, "1 van 3", 41, 2))
    assert (lines[0], lines[1]) == ("! Bij 9 heeft niemand een rol.", "1 van 3")
    long = text_of(standing_lines(dossier, row, "1 van 3", 30, 2))
    assert (long[0], long[1].split("  ")[0]) == ("! Bij 9 heeft niemand een", "rol.")


def test_bodies_are_columns_too() -> None:
    dossier = dossier_with(Body(id=1, name="Stuurgroep"), Milestone(id=1, number="1", title="Open"))
    row = row_of(dossier, FIRST)
    assert listed_parties(dossier, row)[0] == Ref("bodies", 1)
