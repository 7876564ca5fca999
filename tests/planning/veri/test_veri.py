"""The VERI matrix: rows that take over the roles of the row above, columns in the region's order, and filling in."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.change import Change, renumbered
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Region
from sto_tui.planning.checks.veri import column_hints, row_errors, row_hints
from sto_tui.planning.veri.columns import columns, hidden_column, hidden_with_roles, moved_column, short_head
from sto_tui.planning.veri.filling import copied, filled, why_not_cleared
from sto_tui.planning.veri.matrix import ancestors, cells_of, matrix_row, matrix_rows
from sto_tui.planning.veri.summary import (
    Coverage,
    asked_of,
    busy_quarters,
    everywhere,
    meaning,
)
from tests.planning.checks.test_findings import dossier_of, found_by, milestone, role

SG, NC, ZC, MW = Ref("bodies", 1), Ref("parties", 1), Ref("parties", 2), Ref("parties", 3)
THEME, OTHER, POINT = Ref("themes", 1), Ref("themes", 2), Ref("speerpunten", 1)
ONE, TWO, THREE, FOUR, LOOSE = (Ref("milestones", number) for number in range(1, 6))
V, E, R, INFORM, OUT = (VeriCode(letter) for letter in "VERIO")
ROWS = [
    Region(id=1, name="Proefland"),
    Body(id=1, name="stuurgroep", short="SG"),
    Party(id=1, name="Noord College"),
    Party(id=2, name="Zuid College"),
    Party(id=3, name="mbo College Waterstad"),
    Theme(id=1, number=1, title="Kiezen"),
    Theme(id=2, number=2, title="Leren"),
    Speerpunt(id=1, theme=1, number="1.1", title="Techlab"),
    milestone(1, "1.1a", date(2027, 1, 4), date(2027, 3, 31)),
    milestone(2, "1.1b", date(2027, 4, 1), None),
    milestone(3, "1.9", date(2027, 2, 1), date(2027, 6, 30), speerpunt=None, theme=1),
    milestone(4, "2.1a", None, None, speerpunt=None, theme=2),
    milestone(5, "9.1", None, date(2028, 1, 31), speerpunt=None),
]
MATRIX = dossier_of(
    [
        *ROWS,
        role(1, "themes/1", "bodies/1", "E"),
        role(2, "themes/1", "parties/1", "V"),
        role(3, "milestones/1", "parties/3", "V"),
        role(4, "milestones/1", "parties/1", "R"),
        role(5, "milestones/5", "parties/2", "VE"),
    ]
)


def applied(dossier: Dossier, change: Change) -> tuple[Dossier, Change]:
    """The next version as the store would make it, and the change with the ids it gave."""
    highest = max(dossier.tables["veri"], default=0)
    new = [edit.ref for edit in change.edits if edit.before is None and edit.ref.id < 0]
    done = renumbered(change, {ref: highest + place for place, ref in enumerate(new, 1)})
    tables = {name: dict(records) for name, records in dossier.tables.items()}
    for edit in done.edits:
        assert tables[edit.ref.table].pop(edit.ref.id, None) == edit.before
        if edit.after is not None:
            tables[edit.ref.table][edit.ref.id] = edit.after
    return dossier.with_tables(tables), done


def codes(dossier: Dossier, row: Ref) -> dict[str, str]:
    """What a row shows, as `{"SG": "E"}`; with `+` when it is its own."""
    found = matrix_row(dossier, row)
    assert found is not None
    own = "+" if found.own else ""
    return {short_head(dossier, party): own + "".join(cell) for party, cell in found.shown.items()}


def test_rows_stand_under_what_they_belong_to() -> None:
    rows = matrix_rows(MATRIX)
    assert [(row.number, row.level, row.above) for row in rows] == [
        ("1", 0, None),
        ("1.9", 2, THEME),
        ("1.1", 1, THEME),
        ("1.1a", 2, POINT),
        ("1.1b", 2, POINT),
        ("2", 0, None),
        ("2.1a", 2, OTHER),
        ("9.1", 2, None),
    ]
    shown = {row.ref: (bool(row.own), row.inherited_from) for row in rows}
    assert shown[ONE] == shown[LOOSE] == (True, None)
    assert shown[TWO] == shown[THREE] == shown[POINT] == (False, THEME)
    assert shown[FOUR] == (False, None)
    assert codes(MATRIX, TWO) == {"SG": "E", "NC": "V"}
    nearer, _ = applied(MATRIX, filled(MATRIX, [(POINT, ZC)], INFORM))
    assert codes(nearer, TWO) == {"SG": "E", "NC": "V", "ZC": "I"}
    assert {row.ref: row.inherited_from for row in matrix_rows(nearer)}[TWO] == POINT


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        (date(2027, 3, 31), date(2027, 3, 31), ["1", "1.9", "1.1", "1.1a"]),
        (date(2027, 4, 1), date(2027, 4, 1), ["1", "1.9", "1.1", "1.1b"]),
        (date(2027, 7, 1), date(2028, 12, 31), ["9.1"]),
        (date(2026, 1, 1), date(2026, 12, 31), []),
    ],
)
def test_the_rows_of_a_stretch_of_time(first: date, last: date, numbers: list[str]) -> None:
    assert [row.number for row in matrix_rows(MATRIX, (first, last))] == numbers


def test_a_role_of_who_is_gone_is_no_cell() -> None:
    dossier = dossier_of([*ROWS, role(1, "milestones/1", "parties/9", "E"), role(2, "milestones/9", "parties/1", "V")])
    assert cells_of(dossier, ONE) == {}
    assert row_errors(dossier, ONE) == ["Bij 1.1a heeft niemand een rol."]
    assert filled(dossier, [(Ref("milestones", 9), NC), (ONE, Ref("parties", 9))], V).edits == ()


UNDER_THEME = {"SG": "+E", "NC": "+V"}


@pytest.mark.parametrize(
    ("cells", "code", "label", "row", "expected"),
    [
        ([(ONE, MW)], R, "1.1a: R voor mbo College Waterstad", ONE, {"NC": "+R", "MCW": "+R"}),
        ([(ONE, MW), (ONE, NC)], R, "1.1a: R voor mbo College Waterstad", ONE, {"NC": "+R", "MCW": "+R"}),
        (
            [(ONE, SG), (ONE, ZC), (LOOSE, SG)],
            INFORM,
            "3 cellen op I",
            ONE,
            {"SG": "+I", "NC": "+R", "ZC": "+I", "MCW": "+V"},
        ),
        ([(THEME, SG)], None, "Thema 1: stuurgroep leeg", TWO, {"NC": "V"}),
        ([(ONE, MW), (ONE, NC)], None, "2 cellen leeg; daar geldt nu thema 1", ONE, {"SG": "E", "NC": "V"}),
        (
            [(TWO, NC)],
            INFORM,
            "1.1b: I voor Noord College, met de rol van thema 1",
            TWO,
            {"SG": "+E", "NC": "+I"},
        ),
        ([(TWO, SG), (TWO, NC)], OUT, "2 cellen op O", TWO, {"SG": "+O", "NC": "+O"}),
        ([(TWO, NC)], None, "1.1b: Noord College leeg, met de andere rol van thema 1", TWO, {"SG": "+E"}),
        (
            [(TWO, ZC)],
            INFORM,
            "1.1b: I voor Zuid College, met de 2 rollen van thema 1",
            TWO,
            {**UNDER_THEME, "ZC": "+I"},
        ),
        ([(THEME, NC), (POINT, NC), (TWO, NC)], R, "3 cellen op R", TWO, {"SG": "E", "NC": "R"}),
        ([(THEME, NC), (TWO, NC)], None, "2 cellen leeg", TWO, {"SG": "E"}),
        ([(ONE, MW), (ONE, NC), (LOOSE, ZC)], None, "3 cellen leeg; in 1.1a geldt nu thema 1", LOOSE, {}),
        ([(FOUR, NC)], V, "2.1a: V voor Noord College", FOUR, {"NC": "+V"}),
        ([(ONE, MW), (TWO, NC)], V, "geen cellen op V", TWO, {"SG": "E", "NC": "V"}),
        ([(TWO, SG), (TWO, NC)], None, "geen cellen leeg", TWO, {"SG": "E", "NC": "V"}),
    ],
)
def test_filling_in(
    cells: list[tuple[Ref, Ref]], code: VeriCode | None, label: str, row: Ref, expected: dict[str, str]
) -> None:
    change = filled(MATRIX, cells, code)
    assert change.label == label
    assert bool(change.edits) == (not label.startswith("geen"))
    after, _ = applied(MATRIX, change)
    assert codes(after, row) == expected


def test_a_cell_that_gets_another_code_keeps_its_record() -> None:
    (edit,) = filled(MATRIX, [(ONE, MW)], E).edits
    assert (edit.ref, edit.before and edit.before.rev) == (Ref("veri", 3), 0)
    derived = role(7, "milestones/1", "parties/2", "R").changed(derived=True)
    two = dossier_of([*MATRIX.of(Veri).values(), *ROWS, role(6, "milestones/1", "parties/3", "E"), derived])
    kept = filled(two, [(ONE, MW)], E).edits
    assert [(edit.ref.id, edit.after) for edit in kept] == [(3, None)]
    (talked_through,) = filled(two, [(ONE, ZC)], INFORM).edits
    assert getattr(talked_through.after, "derived", None) is False


def from_the_text(dossier: Dossier, *rows: Ref) -> Dossier:
    """The same, with the roles of these rows made from the text of the plan."""
    roles = {id: one.changed(derived=one.derived or one.row in rows) for id, one in dossier.of(Veri).items()}
    return dossier.with_tables({**dossier.tables, "veri": roles})


def not_talked_through(dossier: Dossier, row: Ref) -> set[str]:
    return {f"{short_head(dossier, one.party)} {one.code}" for one in dossier.veri_row(row) if one.derived}


def test_what_is_typed_is_talked_through_and_what_is_taken_over_is_as_it_was() -> None:
    dossier = from_the_text(MATRIX, THEME)
    after, _ = applied(dossier, filled(dossier, [(TWO, NC), (TWO, ZC)], V))
    assert codes(after, TWO) == {"SG": "+E", "NC": "+V", "ZC": "+V"}
    assert not_talked_through(after, TWO) == {"SG E"}
    both, _ = applied(dossier, filled(dossier, [(THEME, NC), (TWO, ZC)], V))
    assert not_talked_through(both, THEME) == not_talked_through(both, TWO) == {"SG E"}
    emptied, _ = applied(dossier, filled(dossier, [(TWO, SG)], None))
    assert not_talked_through(emptied, TWO) == {"NC V"}


def test_the_same_letter_again_confirms_a_role_from_the_text() -> None:
    dossier = from_the_text(MATRIX, ONE)
    change = filled(dossier, [(ONE, MW)], V)
    assert change.label == "1.1a, mbo College Waterstad: V bevestigd"
    after, done = applied(dossier, change)
    assert (codes(after, ONE), not_talked_through(after, ONE)) == (codes(dossier, ONE), {"NC R"})
    assert filled(after, [(ONE, MW)], V).edits == ()
    assert applied(after, done.reversed())[0].of(Veri) == dossier.of(Veri)
    assert filled(dossier, [(ONE, MW), (ONE, ZC)], V).label == "1.1a: V voor Zuid College, 1 cel bevestigd"
    two, _ = applied(dossier, filled(dossier, [(ONE, NC)], V))
    again = from_the_text(two, ONE)
    assert filled(again, [(ONE, MW), (ONE, NC)], V).label == "2 cellen op V bevestigd"


def test_a_copied_role_is_talked_through_when_it_was_in_the_copied_row() -> None:
    for rows, expected in (((), set()), ((THEME,), {"SG E", "NC V"}), ((ONE,), set())):
        dossier = from_the_text(MATRIX, *rows)
        for row in (THEME, TWO):
            after, _ = applied(dossier, copied(dossier, row, [ONE, FOUR]))
            assert not_talked_through(after, ONE) == not_talked_through(after, FOUR) == expected
    mixed, _ = applied(MATRIX, copied(MATRIX, THEME, [ONE]))
    again = from_the_text(mixed, THEME)
    assert copied(again, THEME, [ONE]).edits == (), "what was talked through stays so"
    other = from_the_text(mixed, ONE)
    assert not_talked_through(applied(other, copied(other, THEME, [ONE]))[0], ONE) == set()


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ([(TWO, NC), (TWO, ZC)], ""),
        ([(TWO, SG), (TWO, NC)], "Deze rollen komen van thema 1; maak de cel daar leeg."),
        ([(TWO, SG), (TWO, NC), (ONE, MW)], ""),
        ([(ONE, MW)], ""),
        ([(FOUR, NC)], ""),
    ],
)
def test_why_a_role_cannot_be_cleared_here(cells: list[tuple[Ref, Ref]], sentence: str) -> None:
    assert why_not_cleared(MATRIX, cells) == sentence
    one, _ = applied(MATRIX, filled(MATRIX, [(THEME, SG)], None))
    assert why_not_cleared(one, [(TWO, NC)]) == "Deze rol komt van thema 1; maak de cel daar leeg."


def test_copying_gives_what_is_shown_and_takes_the_rest_away() -> None:
    change = copied(MATRIX, TWO, [ONE, LOOSE, THREE])
    assert change.label == "Rollen van 1.1b gekopieerd naar 1.1a en 9.1"
    after, done = applied(MATRIX, change)
    assert codes(after, ONE) == codes(after, LOOSE) == {"SG": "+E", "NC": "+V"}
    assert codes(after, THREE) == {"SG": "E", "NC": "V"}
    assert applied(after, done.reversed())[0].tables["veri"] == MATRIX.tables["veri"]


PARTIES = (SG, NC, ZC, MW)
SOME_ROWS = st.sampled_from((THEME, POINT, ONE, TWO, THREE, FOUR))
FILLS = st.tuples(
    st.lists(st.tuples(SOME_ROWS, st.sampled_from(PARTIES)), min_size=1, max_size=6), st.sampled_from((*VeriCode, None))
)
COPIES = st.tuples(SOME_ROWS, st.lists(SOME_ROWS, min_size=1, max_size=3))


@settings(max_examples=40)
@given(st.lists(FILLS | COPIES, min_size=1, max_size=6))
def test_any_way_of_filling_in_touches_only_its_cells_and_can_be_taken_back(steps: list[tuple[Any, Any]]) -> None:
    dossier = MATRIX
    for first, then in steps:
        if isinstance(first, Ref):
            change, cells = copied(dossier, first, then), {(row, party) for row in then for party in PARTIES}
        else:
            change, cells = filled(dossier, first, then), set(first)
        after, done = applied(dossier, change)
        assert max(Counter((one.row, one.party, one.code) for one in after.of(Veri).values()).values(), default=1) == 1
        for row in matrix_rows(dossier):
            own = cells_of(after, row.ref)
            above = next((codes for one in ancestors(after, row.ref) if (codes := cells_of(after, one))), {})
            before = row.own or (above if own else {})
            for party in PARTIES:
                assert (row.ref, party) in cells or own.get(party) == before.get(party)
        assert applied(after, done.reversed())[0].of(Veri) == dossier.of(Veri)
        dossier = after


# Columns.


def heads(dossier: Dossier) -> list[str]:
    return [short_head(dossier, column) for column in columns(dossier)]


def test_heads_are_short_and_no_two_alike() -> None:
    names = ["Noord College", "Nieuw College", "nc", "gemeente", "Gemini", "JINC", "技術学校", "…", "NC 2", "!"]
    parties = [Party(id=place, name=name) for place, name in enumerate(names, 1)]
    short = Party(id=20, name="Zuid", short="NC")
    long = Party(id=21, name="West", short="Westers")
    dossier = dossier_of([Region(id=1, name="Proefland"), *parties, short, long])
    assert heads(dossier) == ["NOO", "NIE", "NC2", "GEM", "GEMI", "JINC", "技術", "?", "N2", "?2", "NC", "West"]


def test_columns_move_and_hide() -> None:
    dossier, _ = applied(MATRIX, moved_column(MATRIX, MW, -1))
    assert heads(dossier) == ["SG", "NC", "MCW", "ZC"]
    assert dossier.of(Party)[2].veri_order == 0
    dossier, _ = applied(dossier, hidden_column(dossier, NC, True))
    assert (heads(dossier), hidden_with_roles(dossier)) == (["SG", "MCW", "ZC"], 1)
    change = moved_column(dossier, MW, -1)
    assert change.label == "Kolom ‘mbo College Waterstad’ naar links verplaatst"
    dossier, _ = applied(dossier, change)
    assert heads(dossier) == ["MCW", "SG", "ZC"]
    assert columns(dossier, hidden=True) == [MW, SG, NC, ZC]
    assert moved_column(dossier, MW, -1).edits == moved_column(dossier, NC, 1).edits == ()
    dossier, _ = applied(dossier, hidden_column(dossier, NC, False))
    assert heads(dossier) == ["MCW", "SG", "NC", "ZC"]


# What it says.


@pytest.mark.parametrize(
    ("row", "party", "sentence"),
    [
        (ONE, MW, "Mbo College Waterstad voert uit: 1.1a Stap 1 is klaar"),
        (ONE, NC, "Noord College wordt vooraf geraadpleegd over 1.1a Stap 1 is klaar"),
        (ONE, ZC, "Zuid College heeft geen rol in 1.1a Stap 1 is klaar"),
        (LOOSE, ZC, "Zuid College voert uit en beslist over 9.1 Stap 5 is klaar"),
        (TWO, SG, "Stuurgroep beslist en tekent af: 1.1b Stap 2 is klaar (van thema 1)"),
        (TWO, ZC, "Zuid College heeft geen rol in 1.1b Stap 2 is klaar"),
        (THEME, NC, "Noord College voert uit: thema 1 Kiezen"),
    ],
)
def test_a_cell_in_words(row: Ref, party: Ref, sentence: str) -> None:
    assert meaning(MATRIX, row, party) == sentence


@pytest.mark.parametrize(
    ("roles", "errors", "hints"),
    [
        ("", ["Bij 1.1a heeft niemand een rol."], []),
        ("SG:E NC:V MW:I", [], []),
        ("SG:E MW:R", ["Kies een V voor 1.1a: niemand voert het uit."], []),
        ("NC:V MW:I", ["Kies één E voor 1.1a: nu beslist niemand."], []),
        (
            "SG:E NC:VE MW:I",
            ["Kies één E voor 1.1a: nu beslissen twee partijen (stuurgroep en Noord College)."],
            ["Noord College voert 1.1a uit en beslist erover. Kan een ander het werk goedkeuren?"],
        ),
        (
            "SG:E NC:V NC:O NC:R ZC:R",
            ["Kies bij 1.1a voor O of voor V en R: Noord College heeft nu beide."],
            ["Twee partijen worden over 1.1a geraadpleegd. Moet iedereen vooraf iets zeggen?"],
        ),
        (
            "SG:E NC:V ZC:V",
            [],
            [
                "Twee partijen voeren 1.1a uit: Noord College en Zuid College. Splits het of kies één trekker.",
                "Over 1.1a wordt niemand geraadpleegd of geïnformeerd. Wie moet dit weten?",
            ],
        ),
    ],
)
def test_what_is_wrong_in_a_row(roles: str, errors: list[str], hints: list[str]) -> None:
    parties = {"SG": SG, "NC": NC, "ZC": ZC, "MW": MW}
    written = [one.split(":") for one in roles.split()]
    records = [role(place, str(ONE), str(parties[who]), code) for place, (who, code) in enumerate(written, 1)]
    region = Region(id=1, name="Proefland", most_consulted=1)
    dossier = dossier_of([*ROWS, region, *records])
    assert (row_errors(dossier, ONE), row_hints(dossier, ONE)) == (errors, hints)


def test_what_is_wrong_above_is_shown_below_and_found_once() -> None:
    dossier = dossier_of([*ROWS, role(1, "themes/1", "bodies/1", "E")])
    assert row_errors(dossier, TWO) == ["Kies een V voor 1.1b: niemand voert het uit."]
    assert row_errors(dossier, THEME) == ["Kies een V voor thema 1: niemand voert het uit."]
    assert row_errors(dossier, POINT) == row_errors(dossier, OTHER) == row_hints(dossier, POINT) == []
    assert [ref for ref, _ in found_by("no_doer", dossier)] == ["themes/1"]
    assert [ref for ref, _ in found_by("milestone_without_role", dossier)] == ["milestones/4", "milestones/5"]
    assert found_by("not_one_decider", dossier) == []


def test_coverage_counts_what_the_milestones_show() -> None:
    counts = Coverage().of(MATRIX, matrix_rows(MATRIX))
    assert counts[NC] == {V: 2, R: 1}
    assert counts[ZC] == {V: 1, E: 1}
    assert counts[SG] == {E: 2}
    assert Coverage().of(MATRIX, [])[MW] == {}


def test_what_is_asked_of_a_party_stands_by_date() -> None:
    dossier, _ = applied(MATRIX, filled(MATRIX, [(LOOSE, NC)], OUT))
    asked = [(one.code, one.ref, one.due) for one in asked_of(dossier, NC)]
    assert asked == [
        (R, ONE, date(2027, 3, 31)),
        (V, THREE, date(2027, 6, 30)),
        (V, TWO, None),
        (V, THEME, None),
        (OUT, LOOSE, date(2028, 1, 31)),
    ]


def test_hints_about_a_column() -> None:
    steps = [milestone(number, f"1.1{number}", None, date(2027, 2, 28)) for number in range(11, 17)]
    of_theme = (("bodies/1", "E"), ("parties/1", "V"), ("parties/2", "O"))
    roles = [role(number, "themes/1", party, code) for number, (party, code) in enumerate(of_theme, 1)]
    dossier = dossier_of([*(one for one in ROWS if not isinstance(one, Milestone)), *steps, *roles])
    assert (everywhere(dossier), len(busy_quarters(dossier))) == ((SG, NC), 1)
    assert column_hints(dossier, SG) == [
        "Stuurgroep heeft een rol in elke mijlpaal. Moet dat overal?",
        "Stuurgroep beslist over 6 van de 6 mijlpalen. Kan een ander over een deel beslissen?",
    ]
    assert column_hints(dossier, NC)[1:] == [
        "In het 1e kwartaal van 2027 moeten van Noord College zes mijlpalen klaar zijn. Spreid ze of verdeel het werk."
    ]
    assert column_hints(dossier, ZC) == [
        "Zuid College staat alleen op I of O. Kan deze partij ergens meedenken of meedoen?"
    ]
    assert column_hints(dossier, MW) == ["Mbo College Waterstad heeft nergens een rol. Hoort deze kolom in de matrix?"]


@pytest.mark.parametrize(("code", "most", "verb"), [("R", 6, "geraadpleegd"), ("I", 10, "geïnformeerd")])
def test_a_tip_from_one_more_than_the_region_finds_wise(code: str, most: int, verb: str) -> None:
    def hints(many: int) -> list[str]:
        parties = [Party(id=10 + place, name=f"School {place}") for place in range(many)]
        roles = [role(place, str(ONE), f"parties/{party.id}", code) for place, party in enumerate(parties, 1)]
        return [one.partition(". ")[0] for one in row_hints(dossier_of([*ROWS, *parties, *roles]), ONE)]

    assert hints(most) == []
    assert hints(most + 1) == [f"{'Zeven' if most == 6 else 'Elf'} partijen worden over 1.1a {verb}"]


@pytest.mark.parametrize(("of_five", "told"), [(2, False), (3, True)])
def test_who_decides_about_more_than_half(of_five: int, told: bool) -> None:
    steps = [milestone(number, f"1.{number}", None, None) for number in range(11, 16)]
    roles = [role(number, f"milestones/{number}", "bodies/1", "E") for number in range(11, 11 + of_five)]
    roles += [role(number, f"milestones/{number}", "parties/1", "R") for number in range(11 + of_five, 16)]
    dossier = dossier_of([*(one for one in ROWS if not isinstance(one, Milestone)), *steps, *roles])
    sentence = f"Stuurgroep beslist over {of_five} van de 5 mijlpalen. Kan een ander over een deel beslissen?"
    assert (sentence in column_hints(dossier, SG)) is told
    fewer = dossier.with_tables({"milestones": {one.id: one for one in steps[:4]}})
    assert not any("beslist over" in one for one in column_hints(fewer, SG))


def test_a_hidden_column_counts_in_what_is_said() -> None:
    steps = [milestone(number, f"1.{number}", None, date(2027, 2, 28)) for number in range(11, 16)]
    roles = [role(number, f"milestones/{number}", "parties/1", "V") for number in range(11, 16)]
    others = (one for one in ROWS if not isinstance(one, Milestone))
    dossier = dossier_of([*others, Party(id=1, name="Noord College", veri_hidden=True), *steps, *roles])
    assert columns(dossier) == [SG, ZC, MW]
    assert everywhere(dossier) == (NC,)
    assert Coverage().of(dossier, matrix_rows(dossier))[NC] == {V: 5}
    assert column_hints(dossier, NC) == ["Noord College heeft een rol in elke mijlpaal. Moet dat overal?"]
    assert [busy.quarter.code for busy in busy_quarters(dossier)] == []
    more = dossier.with_tables({"region": {1: Region(id=1, name="Proefland", most_due_per_quarter=4)}})
    assert [(one.party, one.quarter.code, len(one.milestones)) for one in busy_quarters(more)] == [(NC, "Q127", 5)]


def test_a_column_moves_to_the_right_and_no_further() -> None:
    dossier, _ = applied(MATRIX, moved_column(MATRIX, SG, 1))
    assert heads(dossier) == ["NC", "SG", "ZC", "MCW"]
    dossier, _ = applied(dossier, moved_column(dossier, SG, 9))
    assert heads(dossier) == ["NC", "ZC", "MCW", "SG"]
    assert moved_column(dossier, SG, 1).edits == moved_column(dossier, Ref("parties", 99), 1).edits == ()
    assert moved_column(MATRIX, SG, 1).label == "Kolom ‘stuurgroep’ naar rechts verplaatst"


def test_hiding_what_is_hidden_or_gone_changes_nothing() -> None:
    hidden, _ = applied(MATRIX, hidden_column(MATRIX, NC, True))
    assert hidden_column(hidden, NC, True).edits == hidden_column(MATRIX, NC, False).edits == ()
    assert hidden_column(MATRIX, Ref("parties", 99), True).edits == ()


@pytest.mark.parametrize(("length", "shown"), [(40, "a" * 40), (41, "a" * 39 + "…")])
def test_a_long_name_is_cut_in_a_label(length: int, shown: str) -> None:
    dossier = dossier_of([*ROWS, Party(id=1, name="a" * length)])
    assert hidden_column(dossier, NC, True).label == f"Kolom ‘{shown}’ verborgen"
