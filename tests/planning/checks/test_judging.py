"""Asking only the checks that read what an edit touched finds what asking all of them finds."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.reads import noted
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.planning.checks.finding import CHECKS, Judging, judged
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import ROOT

TODAY = date(2027, 3, 1)
EDIT = st.tuples(st.sampled_from(["take over", "take over", "remove", "add"]), *[st.integers(0, 10_000)] * 4)
BEHIND_A_LENS, WHOLE = True, False


def sample(name: str) -> Dossier:
    path = ROOT / "samples" / f"{name}.sto.json"
    return dossier_from(decode(path.read_bytes(), path.name), path.name)


EXAMPLE = sample("voorbeeldregio-2027-2028")


def edited(dossier: Dossier, edit: tuple[str, int, int, int, int]) -> Dossier:
    """A record gone, one more, or with the value that a field has in another record of its table."""
    how, *numbers = edit
    filled = [name for name, records in dossier.tables.items() if records]
    name = filled[numbers[0] % len(filled)]
    records: Mapping[int, Record] = dossier.tables[name]
    record, other = (list(records.values())[number % len(records)] for number in numbers[1:3])
    if how == "remove" and name != "region":
        return dossier.with_tables({name: {key: kept for key, kept in records.items() if kept is not record}})
    if how == "add" and name != "region":
        new = record.model_copy(update={"id": max(dossier.whole.tables[name]) + 1})
        return dossier.with_tables({name: {**records, new.id: new}})
    field = list(fields_of(TABLES[name].model))[numbers[3] % len(fields_of(TABLES[name].model))]
    return dossier.with_tables({name: {**records, record.id: record.model_copy(update={field: getattr(other, field)})}})


@pytest.mark.parametrize("behind_a_lens", [BEHIND_A_LENS, WHOLE])
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(EDIT, min_size=1, max_size=6))
def test_the_findings_after_an_edit_are_those_of_the_whole(
    behind_a_lens: bool, edits: list[tuple[str, int, int, int, int]]
) -> None:
    judging, dossier = Judging(), EXAMPLE.seen_in() if behind_a_lens else EXAMPLE
    judging.judged(dossier, TODAY)
    for edit in edits:
        dossier = edited(dossier, edit)
        alone = Dossier(dict(dossier.tables), dossier.key, all_periods=dossier.all_periods, lens=dossier.lens)
        assert judging.judged(dossier, TODAY) == judged(alone, TODAY)


def test_only_checks_that_read_a_table_that_changed_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    judging = Judging()
    judging.judged(EXAMPLE, TODAY)
    asked: list[str] = []
    points = type(next(iter(CHECKS.values()))).points

    def counting(check: object, seen: object) -> object:
        asked.append(check.name)  # type: ignore[attr-defined]
        return points(check, seen)  # type: ignore[arg-type]

    monkeypatch.setattr(type(next(iter(CHECKS.values()))), "points", counting)
    risks = EXAMPLE.tables["risks"]
    after = EXAMPLE.with_tables({"risks": dict(list(risks.items())[1:])})
    judging.judged(after, TODAY)
    assert 0 < len(asked) < 30
    assert "no_doer" not in asked
    asked.clear()
    judging.judged(after, TODAY)
    assert asked == []
    whole = judging.steps(EXAMPLE, TODAY)
    next(whole), next(whole)
    asked_before = asked.copy()
    for _ in judging.steps(EXAMPLE, TODAY):
        pass
    assert not {*asked_before} & {*asked[len(asked_before) :]}, "who stopped in between asks only the rest"
    judging.judged(after, date(2027, 3, 2))
    assert len(asked) > 90


def test_who_stops_in_between_goes_on_with_what_was_not_asked_yet() -> None:
    after = EXAMPLE.with_tables({"milestones": {}})
    judging = Judging()
    judging.judged(EXAMPLE, TODAY)
    next(judging.steps(after, TODAY))
    assert judging.judged(after, TODAY) == judged(after, TODAY) != judged(EXAMPLE, TODAY)


def test_what_a_lens_hides_changes_what_is_found() -> None:
    """A theme of another period refers to goals that go there; no table that is seen is another one."""
    before = EXAMPLE.seen_in()
    whole = Dossier({**EXAMPLE.tables, "goals": before.tables["goals"]})
    after = Dossier(before.tables, before.key, all_periods=whole, lens=before.lens)
    judging = Judging()
    judging.judged(before, TODAY)
    assert judging.judged(after, TODAY) == judged(after, TODAY) != judged(before, TODAY)


def test_what_is_remembered_with_a_version_counts_as_read_by_whoever_is_handed_it() -> None:
    dossier = Dossier(EXAMPLE.tables)
    _, first = noted(lambda: dossier.speerpunten_of(1))
    _, again = noted(lambda: dossier.speerpunten_of(1))
    assert first == again == {"speerpunten"}
    _, outer = noted(lambda: (noted(lambda: dossier.get(Ref("goals", 1))), dossier.tables["risks"]))
    assert outer == {"risks"}
    _, whole = noted(lambda: list(dossier.references()))
    assert whole == set(TABLES)
