"""What becomes of two copies, worked out by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sto_tui.domain.change import Change, Occasion, adding, changing, removing, renumbered
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.merging.choices import Copy, Reason
from sto_tui.domain.merging.dossiers import merged_dossiers
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Act, Goal, Phase, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Region
from sto_tui.domain.tables import BY_MODEL, TABLES

LONG = 10**12


def dossier(*records: Record) -> Dossier:
    tables: dict[str, dict[int, Record]] = {name: {} for name in TABLES}
    for record in (Region(id=1, name="Regio"), *records):
        tables[BY_MODEL[type(record)].name][record.id] = record
    return Dossier(tables)


def carried_out(before: Dossier, change: Change, first_id: int = LONG) -> Dossier:
    numbers = {edit.ref: first_id + place for place, edit in enumerate(change.edits) if edit.ref.id < 0}
    tables = {name: dict(records) for name, records in before.tables.items()}
    for edit in renumbered(change, numbers).edits:
        tables[edit.ref.table].pop(edit.ref.id, None)
        if edit.after:
            tables[edit.ref.table][edit.ref.id] = edit.after
    return before.with_tables(tables)


def with_values(
    before: Dossier, ref: Ref, day: date = date(2027, 5, 1), first_id: int = LONG, **values: Any
) -> Dossier:
    record = before.get(ref)
    assert record is not None
    occasion = Occasion(before, day, "an")
    return carried_out(before, changing(before, record, record.changed(**values), occasion), first_id)


MILESTONE, THEME = Ref("milestones", 1), Ref("themes", 1)
START = dossier(
    Theme(id=1, number=1, title="Lab"),
    Milestone(id=1, number="1.1", title="Lab af", theme=1, start=date(2027, 1, 1), due=date(2027, 6, 30)),
    Party(id=1, name="Kompas", kind=PartyKind.VMBO),
    Party(id=2, name="Bedrijf", kind=PartyKind.BEDRIJF),
    Veri(id=1, row=MILESTONE, party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
)


def test_fields_that_one_copy_changed_go_together() -> None:
    ours = with_values(START, MILESTONE, title="Lab open")
    theirs = with_values(START, MILESTONE, due=date(2027, 7, 31))
    together = merged_dossiers(START, ours, theirs)
    milestone = together.tables["milestones"][1]
    assert isinstance(milestone, Milestone)
    assert (milestone.title, milestone.due, together.choices) == ("Lab open", date(2027, 7, 31), ())


def test_a_field_that_both_changed_is_as_it_was_until_somebody_chooses() -> None:
    ours, theirs = (with_values(START, MILESTONE, title=title) for title in ("Lab open", "Lab dicht"))
    together = merged_dossiers(START, ours, theirs)
    (choice,) = together.choices
    assert (choice.ref, choice.fields) == (MILESTONE, ("title",))
    assert getattr(together.tables["milestones"][1], "title", "") == "Lab af"
    for copy, title in ((Copy.OURS, "Lab open"), (Copy.THEIRS, "Lab dicht")):
        outcome = merged_dossiers(START, ours, theirs, {choice.key: copy})
        assert getattr(outcome.tables["milestones"][1], "title", "") == title
        assert outcome.open({choice.key: copy}) == ()


def test_a_begin_after_the_end_of_the_other_copy_is_asked() -> None:
    ours = with_values(START, MILESTONE, start=date(2027, 6, 1))
    theirs = with_values(START, MILESTONE, due=date(2027, 4, 30))
    assert [choice.fields for choice in merged_dossiers(START, ours, theirs).choices] == [("start",), ("due",)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_longer_and_a_shift_to_one_end_day_are_asked(turned: bool) -> None:
    """From January to March ours is a quarter longer, theirs a quarter later: both end on 30 June."""
    start = with_values(START, MILESTONE, start=date(2027, 1, 1), due=date(2027, 3, 31))
    longer = with_values(start, MILESTONE, due=date(2027, 6, 30))
    later = with_values(start, MILESTONE, start=date(2027, 4, 1), due=date(2027, 6, 30))
    ours, theirs = (later, longer) if turned else (longer, later)
    (choice,) = merged_dossiers(start, ours, theirs).choices
    assert choice.fields == ("start",)
    for copy, wanted in ((Copy.OURS, ours), (Copy.THEIRS, theirs)):
        chosen = Dossier(merged_dossiers(start, ours, theirs, {choice.key: copy}).tables).of(Milestone)[1]
        assert (chosen.start, chosen.due) == (wanted.of(Milestone)[1].start, wanted.of(Milestone)[1].due)


def test_what_both_moved_alike_and_a_begin_beside_an_end_are_not_asked() -> None:
    later = with_values(START, MILESTONE, start=date(2027, 4, 1), due=date(2027, 6, 30))
    again = with_values(START, MILESTONE, start=date(2027, 4, 1), due=date(2027, 6, 30), title="Lab open")
    assert merged_dossiers(START, later, again).choices == ()
    begin = with_values(START, MILESTONE, start=date(2027, 4, 1))
    end = with_values(START, MILESTONE, due=date(2027, 7, 31))
    together = merged_dossiers(START, begin, end)
    both = Dossier(together.tables).of(Milestone)[1]
    assert (both.start, both.due, together.choices) == (date(2027, 4, 1), date(2027, 7, 31), ())


@pytest.mark.parametrize("turned", [False, True])
def test_the_stoplicht_is_that_of_the_newest_line_of_both_logs(turned: bool) -> None:
    """Ours gereed on 3 May, theirs rood on 4 May: rood, and no day on which it was ready; both lines stay."""
    ours = with_values(START, MILESTONE, date(2027, 5, 3), light=Stoplicht.GEREED)
    theirs = with_values(START, MILESTONE, date(2027, 5, 4), LONG + 9, light=Stoplicht.ROOD)
    together = merged_dossiers(START, *((theirs, ours) if turned else (ours, theirs)))
    merged = Dossier(together.tables)
    milestone = merged.of(Milestone)[1]
    assert (milestone.light, milestone.done_on) == (Stoplicht.ROOD, None)
    assert [line.light for line in merged.of(Progress).values()] == [Stoplicht.ROOD, Stoplicht.GEREED]
    assert together.choices == ()


def test_a_day_of_gereed_that_one_copy_gave_stays_beside_a_newer_line_that_says_the_same() -> None:
    """Gereed since 3 May in both; ours says since 1 May, theirs adds on 6 May that it still is."""
    ready = with_values(START, MILESTONE, date(2027, 5, 3), light=Stoplicht.GEREED)
    ours = with_values(ready, MILESTONE, date(2027, 5, 7), done_on=date(2027, 5, 1))
    note = Progress(id=-1, milestone=1, date=date(2027, 5, 6), light=Stoplicht.GEREED, note="nog steeds")
    theirs = carried_out(ready, adding(ready, note, occasion=Occasion(ready, date(2027, 5, 6), "bo")), LONG + 50)
    merged = Dossier(merged_dossiers(ready, ours, theirs).tables)
    assert (merged.of(Milestone)[1].light, merged.of(Milestone)[1].done_on) == (Stoplicht.GEREED, date(2027, 5, 1))


def test_what_one_removed_and_nobody_touched_is_gone() -> None:
    ours = carried_out(START, removing(START, START.tables["milestones"][1]))
    theirs = with_values(START, THEME, title="Labs")
    tables = merged_dossiers(START, ours, theirs).tables
    assert (tables["milestones"], tables["veri"]) == ({}, {})


def test_what_one_removed_and_the_other_changed_comes_back_with_all_that_belongs_to_it() -> None:
    """The milestone has its role and its theme again, and is as the other made it; the choice is to remove it."""
    without_milestone = carried_out(START, removing(START, START.tables["milestones"][1]))
    ours = carried_out(without_milestone, removing(without_milestone, START.tables["themes"][1]))
    theirs = with_values(START, MILESTONE, title="Lab open")
    together = merged_dossiers(START, ours, theirs)
    assert Dossier(together.tables).get(MILESTONE) == theirs.get(MILESTONE)
    assert together.tables["veri"] == START.tables["veri"]
    assert together.tables["themes"] == START.tables["themes"]
    (choice,) = together.choices
    assert (choice.reason, choice.ref, choice.ours) == (Reason.REMOVED, MILESTONE, None)
    gone = merged_dossiers(START, ours, theirs, {choice.key: Copy.OURS}).tables
    assert (gone["milestones"], gone["veri"]) == ({}, {})


def test_a_new_role_on_what_the_other_removed_keeps_it() -> None:
    ours = carried_out(START, removing(START, START.tables["milestones"][1]))
    role = Veri(id=-1, row=MILESTONE, party=Ref("parties", 2), code=VeriCode.INFORMEREN)
    theirs = carried_out(START, adding(START, role))
    together = merged_dossiers(START, ours, theirs)
    assert len(together.tables["veri"]) == 2
    assert [(choice.reason, choice.ref) for choice in together.choices] == [(Reason.REMOVED, MILESTONE)]


def test_one_cell_that_both_filled_is_one_role() -> None:
    role = Veri(id=-1, row=MILESTONE, party=Ref("parties", 2), code=VeriCode.INFORMEREN)
    ours = carried_out(START, adding(START, role), LONG)
    same = carried_out(START, adding(START, role), LONG + 5)
    other = carried_out(START, adding(START, role.changed(code=VeriCode.RAADPLEGEN)), LONG + 5)
    together = merged_dossiers(START, ours, same)
    assert (list(together.tables["veri"]), together.choices) == ([1, LONG], ())
    (choice,) = merged_dossiers(START, ours, other).choices
    assert (choice.ref, choice.fields) == (Ref("veri", LONG), ("code",))


def test_two_cells_that_got_one_number_are_two_roles() -> None:
    """Both copies counted on to role 2, in another row and for another party; nobody knows where they began."""
    cells = ((THEME, Ref("parties", 1)), (MILESTONE, Ref("parties", 2)))
    ours, theirs = (
        carried_out(START, adding(START, Veri(id=-1, row=row, party=party, code=VeriCode.INFORMEREN)), 2)
        for row, party in cells
    )
    merged = Dossier(merged_dossiers(None, ours, theirs).tables)
    assert {(role.row, role.party) for role in merged.of(Veri).values()} == {(MILESTONE, Ref("parties", 1)), *cells}


def test_two_records_that_got_one_number_are_two_with_their_own_links() -> None:
    """Both copies counted on to milestone 2, and gave theirs a role."""
    copies = []
    for title in ("Stage", "Robot"):
        added = replace(START, tables={**START.tables, "milestones": {**START.tables["milestones"]}})
        added = carried_out(added, adding(added, Milestone(id=-1, number="1.2", title=title)), 2)
        role = Veri(id=-1, row=Ref("milestones", 2), party=Ref("parties", 1), code=VeriCode.INFORMEREN)
        copies.append(carried_out(added, adding(added, role), 2))
    ours, theirs = copies
    together = merged_dossiers(START, ours, theirs)
    merged = Dossier(together.tables)
    assert sorted(milestone.title for milestone in merged.of(Milestone).values()) == ["Lab af", "Robot", "Stage"]
    assert len(merged.of(Veri)) == 3
    assert {merged.caption(role.row) for role in merged.of(Veri).values()} == {"1.1 Lab af", "1.2 Robot", "1.2 Stage"}
    assert merged_dossiers(START, theirs, ours).tables == together.tables


def test_acts_that_two_people_put_in_one_phase_are_both_there() -> None:
    phase = Phase(id=20_000, label="2027", acts=(Act(id=20_001, text="kopen"),))
    start = dossier(
        Theme(id=1, number=1, title="Lab"), Speerpunt(id=1, theme=1, number="1.1", title="S", phases=(phase,))
    )
    ours, theirs = (
        with_values(
            start,
            Ref("speerpunten", 1),
            phases=(phase.model_copy(update={"acts": (*phase.acts, Act(id=number, text=text))}),),
        )
        for number, text in ((30_000, "huren"), (40_000, "lenen"))
    )
    together = merged_dossiers(start, ours, theirs)
    speerpunt = together.tables["speerpunten"][1]
    assert isinstance(speerpunt, Speerpunt)
    assert [act.text for act in speerpunt.phases[0].acts] == ["kopen", "huren", "lenen"]
    assert together.choices == ()


def test_a_baseline_and_the_year_of_another_are_one_choice() -> None:
    start = dossier(Goal(id=1, number=1, text="Meer", baseline="400 leerlingen", baseline_year=2024))
    ours = with_values(start, Ref("goals", 1), baseline="450 leerlingen")
    theirs = with_values(start, Ref("goals", 1), baseline_year=2025)
    (choice,) = merged_dossiers(start, ours, theirs).choices
    assert choice.fields == ("baseline", "baseline_year")
    chosen = merged_dossiers(start, ours, theirs, {choice.key: Copy.OURS}).tables["goals"][1]
    assert isinstance(chosen, Goal)
    assert (chosen.baseline, chosen.baseline_year, chosen.baseline_value) == ("450 leerlingen", 2024, 450)


def test_without_the_start_all_of_both_is_there_and_only_what_differs_is_asked() -> None:
    """What only one filled in is taken; a milestone with another name is another milestone, with its own roles."""
    ours = with_values(START, MILESTONE, due=date(2027, 7, 31), tangible_result="Sleutel")
    theirs = with_values(START, MILESTONE, due=date(2027, 8, 31))
    theirs = carried_out(theirs, adding(theirs, Party(id=-1, name="Mbo", kind=PartyKind.MBO)))
    together = merged_dossiers(None, ours, theirs)
    assert [choice.fields for choice in together.choices] == [("due",)]
    assert getattr(together.tables["milestones"][1], "tangible_result", "") == "Sleutel"
    assert (len(together.tables["parties"]), len(together.tables["veri"])) == (3, 1)

    renamed = merged_dossiers(None, ours, with_values(theirs, MILESTONE, title="Lab dicht"))
    assert len(renamed.tables["milestones"]) == len(renamed.tables["veri"]) == 2
    assert renamed.choices == ()


CHANGED = {"rev": 1}


def version(number: str, title: str, **values: Any) -> Dossier:
    milestone = Milestone(id=7, number=number, title=title, theme=1, **values)
    return START.with_tables({"milestones": {**START.tables["milestones"], 7: milestone}})


@pytest.mark.parametrize(
    ("here", "there", "records", "asked"),
    [
        # Changed on one side only: the other is what it started from.
        (version("1.7", "Stage"), version("1.7", "Iets heel anders", **CHANGED), 1, []),
        # A few words of the name changed on both sides.
        (version("1.7", "Stage hier", **CHANGED), version("1.7", "Stage daar", **CHANGED), 1, [("title",)]),
        # Another name on both, but of the rest (number, theme) the same: one milestone.
        (version("1.7", "Stage", **CHANGED), version("1.7", "Robots", **CHANGED), 1, [("title",)]),
        # Nobody changed either since it was made, and they differ: made apart.
        (version("1.7", "Stage"), version("1.7", "Robots"), 2, []),
        # Nothing but the theme is the same.
        (
            version("1.7", "Stage", due=date(2027, 5, 1), **CHANGED),
            version("1.8", "Robots", due=date(2027, 6, 1), **CHANGED),
            2,
            [],
        ),
    ],
)
def test_without_the_start_one_number_is_one_record_unless_they_have_little_in_common(
    here: Dossier, there: Dossier, records: int, asked: list[tuple[str, ...]]
) -> None:
    for ours, theirs in ((here, there), (there, here)):
        together = merged_dossiers(None, ours, theirs)
        assert len(together.tables["milestones"]) == 1 + records
        assert [choice.fields for choice in together.choices] == asked


def test_without_the_start_another_role_in_a_cell_is_asked() -> None:
    other = START.tables["veri"][1].model_copy(update={"code": VeriCode.INFORMEREN, "rev": 2})
    theirs = START.with_tables({"veri": {1: other}})
    ours = START.with_tables({"veri": {1: START.tables["veri"][1].model_copy(update={"rev": 1})}})
    together = merged_dossiers(None, ours, theirs)
    assert [(choice.ref, choice.fields) for choice in together.choices] == [(Ref("veri", 1), ("code",))]
    assert len(together.tables["veri"]) == 1


def test_without_the_start_what_was_never_edited_is_older() -> None:
    """An untouched record has version 0, as the store counts."""
    edited = with_values(START, MILESTONE, title="Lab af", due=date(2027, 7, 31))
    milestone = edited.tables["milestones"][1].model_copy(update={"rev": 1})
    edited = edited.with_tables({"milestones": {1: milestone}})
    for ours, theirs in ((START, edited), (edited, START)):
        together = merged_dossiers(None, ours, theirs)
        assert (together.tables["milestones"][1], together.choices) == (milestone, ())
