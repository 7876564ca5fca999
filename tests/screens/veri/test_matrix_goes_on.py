"""A version is worked out from the one before it; it has to be what it would be if it were worked out alone."""

import random
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Progress, Veri
from sto_tui.domain.record import Record
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.checks.veri import errors_of
from sto_tui.planning.veri.matrix import matrix_rows
from sto_tui.planning.veri.summary import Coverage
from sto_tui.screens.veri.rows import RoomWanted, matrix_lines
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import SAMPLES

SAMPLE = Path("voorbeeldregio-2027-2028.sto.json")
# Half of the edits are in the matrix itself; the others change what leads to it, or what a period sees.
TABLES = (
    *("milestones", "speerpunten", "themes", "parties", "bodies", "progress", "periods", "region", "set_aside"),
    *("budget", "payments", "cofinancing", "realised", "sessions", "decisions", "answers", "scores", "actions"),
    *("goals", "risks", "texts", "training", "communication", "deadlines"),
)
STEPS = 60


def a_quarter() -> Dossier:
    """The sample with one in four of its milestones: in fewer rows the edits meet more often."""
    dossier = dossier_from(decode((SAMPLES / SAMPLE).read_bytes(), SAMPLE.name), SAMPLE.name)
    rows = {number for number in dossier.tables["milestones"] if number % 4 == 0}
    in_rows: dict[str, dict[int, Record]] = {
        "milestones": {number: dossier.of(Milestone)[number] for number in rows},
        "progress": {number: one for number, one in dossier.of(Progress).items() if one.milestone in rows},
        "veri": {
            number: one
            for number, one in dossier.of(Veri).items()
            if one.row.table != "milestones" or one.row.id in rows
        },
    }
    return dossier.with_tables(in_rows)


def alone(dossier: Dossier) -> Dossier:
    """The same with records of which nothing is remembered."""
    tables = {
        name: {number: record.model_copy() for number, record in records.items()}
        for name, records in dossier.tables.items()
    }
    return Dossier(tables, dossier.key)


def edited(dossier: Dossier, whole: Dossier, chance: random.Random) -> Dossier:
    """One record gone or back, or with the values of another one."""
    table = chance.choice([*["veri"] * len(TABLES), *TABLES])
    records = dict(dossier.tables[table])
    number = chance.choice([*whole.tables[table], *records] or [0])
    if number in records and table != "region" and chance.random() < 0.5:
        del records[number]
    elif number:
        records[number] = likened(whole.tables[table][number], chance.choice(list(whole.tables[table].values())))
    return dossier.with_tables({table: records})


def likened(record: Record, other: Record) -> Record:
    return other.model_copy(update={"id": record.id})


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_all_is_as_if_it_were_read_anew(seed: int) -> None:
    chance, room, coverage = random.Random(seed), RoomWanted(), Coverage()
    whole = dossier = a_quarter()
    for _ in range(STEPS):
        dossier = edited(dossier, whole, chance)
        fresh = alone(dossier)
        for period in [None, *dossier.of(PlanPeriod)][: chance.randrange(1, 4)]:
            as_plan = chance.random() < 0.5
            view, expected = (one.seen_in(period, as_plan=as_plan) for one in (dossier, fresh))
            assert view.tables == expected.tables
            assert list(view.tables["veri"]) == list(expected.tables["veri"])
            assert [*view.of(PlanPeriod)] == [*expected.of(PlanPeriod)]
            rows = matrix_rows(view)
            drawn = (
                rows,
                errors_of(view, rows),
                matrix_lines(view, rows, ()),
                room.of(view, rows, 80),
                coverage.of(view, rows),
            )
            anew = matrix_rows(expected)
            assert drawn == (
                anew,
                errors_of(expected, anew),
                matrix_lines(expected, anew, ()),
                RoomWanted().of(expected, anew, 80),
                Coverage().of(expected, anew),
            )


def test_after_an_edit_only_the_letters_of_its_row_are_made_anew() -> None:
    before = a_quarter()
    role = next(one for one in before.of(Veri).values() if one.row.table == "milestones")
    after = before.with_tables({"veri": {id: one for id, one in before.of(Veri).items() if id != role.id}})
    there, now = (matrix_lines(one, matrix_rows(one), ()) for one in (before, after))
    assert [one.key for one, other in zip(there, now, strict=True) if one.cells is not other.cells] == [role.row]


@pytest.mark.parametrize("table", ["parties", "bodies"])
def test_a_column_that_is_left_out_is_left_out_of_every_row(table: str) -> None:
    before = a_quarter()
    places = [len(line.cells) for line in matrix_lines(before, matrix_rows(before), ())]
    number, column = next((id, one) for id, one in before.tables[table].items() if not vars(one)["veri_hidden"])
    after = before.with_tables({table: {**before.tables[table], number: column.changed(veri_hidden=True)}})
    assert [len(line.cells) for line in matrix_lines(after, matrix_rows(after), ())] == [many - 1 for many in places]
