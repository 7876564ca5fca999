"""`sto indienen` and `sto wijzigingen`, as people and scripts use them."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import Change, Occasion, adding, edited, removing
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine, CostKind
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.parties.stopping import stopping
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto, assert_refused, everything_in, raw

THE_DAY = "28-9-2026"


def handed_in(sto: Sto, path: Path, *more: str) -> None:
    result = sto("indienen", path, "--ja", "--op", THE_DAY, "--versie", "1.2", *more)
    assert result.code == 0, result.err


def changes(sto: Sto, path: Path) -> dict[str, dict[str, str]]:
    told = json.loads(sto("wijzigingen", path, "--json").out)
    return {row["about"]: row for row in told["changes"]}


def test_without_ja_it_names_the_errors_and_does_nothing(example: Path, sto: Sto) -> None:
    before = everything_in(example.parent)
    result = sto("indienen", example, "--versie", "2.0")
    assert result.code == 1
    first, second, *errors = result.out.splitlines()
    assert first.startswith("Plan 2027-2028 van regio Veenderwaard, versie 2.0, ingediend op ")
    assert second == f"Er staan nog {len(errors)} fouten open:"
    assert any("geen streefwaarde" in line for line in errors)
    assert result.err == "Er is niets ingediend. Voeg --ja toe om in te dienen.\n"
    assert {name for name in everything_in(example.parent) if not name.endswith(".lock")} == set(before)
    assert everything_in(example.parent)["regio.sto.json"] == before["regio.sto.json"]


def test_a_plan_is_handed_in_and_kept(example: Path, sto: Sto) -> None:
    before = example.read_bytes()
    handed_in(sto, example)
    newest = list(raw(example)["submissions"].values())[-1]
    assert (newest["period"], newest["handed_in_on"], newest["version"]) == (3, "2026-09-28", "1.2")
    assert (example.parent / "regio.sto.d" / newest["file"]).read_bytes() == before
    assert changes(sto, example) == {}


def test_changes_are_told_sorted_and_with_their_reasons(example: Path, sto: Sto) -> None:
    handed_in(sto, example)
    for edit in (
        ("zet", "doelen/1", "streefwaarde=400 leerlingen"),
        ("voeg-toe", "doelen", "nr=9", "doel=Meer zij-instromers"),
        ("zet", "partijen/1", "status=gestopt"),
    ):
        result = sto(edit[0], example, *edit[1:])
        assert result.code == 0, result.err
    told = changes(sto, example)
    goal = told["goals/1"]
    assert (goal["report"], goal["kind"]) == ("direct_melden", "doel_gewijzigd")
    assert goal["now"] == "streefwaarde: 400 leerlingen"
    assert goal["certainty"] == "te_controleren"
    assert "meldplicht" in goal["source"]
    (party,) = [row for row in told.values() if row["kind"] == "partner_weg"]
    assert party["report"] == "in_rapportage"
    lines = sto("wijzigingen", example).out
    by_report = Counter(row["report"] for row in told.values())
    heads = [
        line
        for line in lines.splitlines()
        if line.endswith(")") and "(" in line and not line.startswith((" ", "-", "te "))
    ]
    assert heads[-2:] == [
        f"Direct melden ({by_report['direct_melden']})",
        f"In de volgende rapportage ({by_report['in_rapportage']})",
    ]
    assert by_report["direct_melden"] != by_report.total()
    assert lines.index("Direct melden") < lines.index("Doel 1: ") < lines.index("In de volgende rapportage")


def at(table: str, number: int, **values: object) -> Callable[[Occasion], Change]:
    """The edit of one record."""

    def made(occasion: Occasion) -> Change:
        record = occasion.dossier.get(Ref(table, number))
        assert record
        return Change("Gewijzigd", edited(record, occasion, **values))

    return made


def shifted(occasion: Occasion) -> Change:
    """Money from one line to another, as one change."""
    lines = list(occasion.dossier.of(BudgetLine).values())[:2]
    edits = [
        edit for line, less in zip(lines, (1, -1), strict=True) for edit in edited(line, price=(line.price or 0) - less)
    ]
    return Change("Geschoven", tuple(edits))


def stops(occasion: Occasion) -> Change:
    proposal = stopping(occasion.dossier.of(Party)[15], occasion)
    return proposal.change(proposal.proposed)


def gone(table: str, number: int) -> Callable[[Occasion], Change]:
    """The removal of a record with all that cannot stand without it."""

    def made(occasion: Occasion) -> Change:
        record = occasion.dossier.get(Ref(table, number))
        assert record
        return removing(occasion.dossier, record)

    return made


TEN: Mapping[str, Callable[[Occasion], Change]] = {
    "doel_gewijzigd": at("goals", 1, target="400 leerlingen"),
    "doel_vervallen": gone("goals", 2),
    "doel_nieuw": lambda occasion: adding(occasion.dossier, Goal(number=9, text="Meer zij-instromers", periods=(3,))),
    "activiteit_vervallen": gone("milestones", 3),
    "activiteit_verschoven": at("milestones", 4, due=date(2028, 11, 30)),
    "activiteit_gewijzigd": at("speerpunten", 1, title="Anders"),
    "activiteit_nieuw": lambda occasion: adding(
        occasion.dossier, Milestone(number="1.1z", title="Extra", speerpunt=1, due=date(2028, 6, 1))
    ),
    "geld": shifted,
    "naar_overhead": at("budget", 3, cost_kind=CostKind.OVERHEAD),
    "partner_weg": stops,
}


def test_ten_changes_since_handing_in_are_each_told_and_each_taken_back_in_one_step(example: Path, sto: Sto) -> None:
    handed_in(sto, example)
    store = DossierStore.open(example, "jan", clock)
    before = {name: dict(records) for name, records in raw(example).items() if name in TABLES}
    for kind, make in TEN.items():
        store.apply(make(Occasion(store.dossier.seen_in(3), clock().date(), "jan")))
        assert kind in {row["kind"] for row in changes(sto, example).values()}, kind
        assert store.undo()
        assert changes(sto, example) == {}, kind
    # And all together, back one after the other.
    for make in TEN.values():
        store.apply(make(Occasion(store.dossier.seen_in(3), clock().date(), "jan")))
    assert set(TEN) <= {row["kind"] for row in changes(sto, example).values()}
    for _ in TEN:
        assert store.undo()
    after = {name: dict(records) for name, records in raw(example).items() if name in TABLES}
    assert without_rev(after) == without_rev(before)


def without_rev(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What the tables say, without how often it was changed."""
    return {
        name: {number: {**record, "rev": 0} for number, record in records.items()} for name, records in tables.items()
    }


def test_a_reason_stays_with_its_difference(example: Path, sto: Sto) -> None:
    handed_in(sto, example)
    assert sto("zet", example, "doelen/1", "streefwaarde=400 leerlingen").code == 0
    store = DossierStore.open(example, "jan", clock)
    submission = max(store.dossier.of(Submission))
    reason = ChangeReason(submission=submission, about="goals/1", reason="Krimp.", reported_on=date(2026, 11, 2))
    store.apply(adding(store.dossier, reason))
    assert sto("zet", example, "doelen/1", "streefwaarde=380 leerlingen").code == 0
    told = changes(sto, example)["goals/1"]
    assert (told["reason"], told["reported_on"]) == ("Krimp.", "2026-11-02")
    lines = sto("wijzigingen", example).out
    assert "  Reden: Krimp.\n  Gemeld op 02-11-2026.\n" in lines
    # Another plan that was handed in has differences of its own.
    assert sto("indienen", example, "--ja").code == 0
    assert sto("wijzigingen", example).err == "Er is geen wijziging om te melden.\n"
    assert sto("zet", example, "doelen/1", "streefwaarde=370 leerlingen").code == 0
    assert changes(sto, example)["goals/1"]["reason"] == ""


@pytest.mark.parametrize(
    ("wrong", "told"), [(0, []), (1, ["Er staat nog 1 fout open:"]), (2, ["Er staan nog 2 fouten open:"])]
)
def test_what_is_wrong_in_a_plan_is_counted_before_it_goes(
    sto: Sto, tmp_path: Path, wrong: int, told: list[str]
) -> None:
    """Milestones that are ready a month before they begin."""
    late = {"start": date(2027, 5, 1), "due": date(2027, 4, 1)}
    path = tmp_path / "regio.sto.json"
    steps = [Milestone(id=id, number=f"1.{id}", title="Bus", **late) for id in range(1, wrong + 1)]
    DossierStore.create(path, dossier_with(*steps))
    lines = sto("indienen", path, "--ja").out.splitlines()
    assert [line for line in lines if line.endswith("open:")] == told
    assert len([line for line in lines if line.startswith("- Mijlpaal ")]) == wrong


def test_handing_in_again_compares_with_the_newest(example: Path, sto: Sto) -> None:
    handed_in(sto, example)
    assert sto("zet", example, "doelen/1", "streefwaarde=400 leerlingen").code == 0
    assert "goals/1" in changes(sto, example)
    assert sto("indienen", example, "--ja", "--op", "29-9-2026").code == 0
    assert changes(sto, example) == {}
    assert sto("geschiedenis", example, "--terug", 1).code == 0
    assert "goals/1" in changes(sto, example), "taken back: the first one is the newest again"


def test_the_file_is_called_after_the_day_of_handing_in(example: Path, sto: Sto) -> None:
    handed_in(sto, example)
    (kept,) = (example.parent / "regio.sto.d").glob("ingediend-*")
    assert kept.name.startswith("ingediend-2027-2028-2026-09-28-")


def test_a_version_is_handed_in_once_and_the_next_is_proposed(example: Path, sto: Sto) -> None:
    handed_in(sto, example)
    before = example.read_bytes()
    refused = sto("indienen", example, "--ja", "--versie", "1.2")
    assert_refused(refused)
    assert "Versie 1.2 van plan 2027-2028 is al ingediend op 28 september 2026. Kies een andere" in refused.err
    assert refused.err.endswith("bijvoorbeeld 1.3.\n")
    assert example.read_bytes() == before
    again = sto("indienen", example, "--ja", "--op", "29-9-2026")
    assert again.code == 0
    assert "versie 1.3, ingediend op 29 september 2026" in again.out


def test_a_plan_that_did_not_change_says_so(example: Path, sto: Sto) -> None:
    """A stoplicht and an expense are of carrying it out; a word of the plan is a change."""
    same = "Het plan is niet veranderd sinds het op 28 september 2026 is ingediend (versie 1.2)."
    assert "niet veranderd" not in sto("indienen", example).out
    handed_in(sto, example)
    assert sto("stoplicht", example, "1.1a", "groen").code == 0
    assert same in sto("indienen", example).out
    assert sto("zet", example, "risicos/1", "eigenaar=een ander").code == 0
    assert "niet veranderd" not in sto("indienen", example).out


def test_another_period_has_a_plan_of_its_own(example: Path, sto: Sto) -> None:
    handed_in(sto, example, "--periode", "2025-2026")
    assert "Er is nog geen plan" not in sto("wijzigingen", example, "--periode", "2025-2026").err
    assert_refused(sto("indienen", example, "--ja", "--periode", "2031-2032"))


def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(example: Path, sto: Sto) -> None:
    before = example.read_bytes()
    for wrong in (("--op", "1-1-2031"), ("--op", "ooit")):
        assert_refused(sto("indienen", example, "--ja", *wrong))
    # The sample says of a plan that it was handed in, of which nothing was kept.
    assert_refused(sto("wijzigingen", example))
    assert example.read_bytes() == before
    handed_in(sto, example)
    (kept,) = (example.parent / "regio.sto.d").glob("ingediend-*")
    kept.unlink()
    refused = sto("wijzigingen", example)
    assert_refused(refused)
    assert kept.name in refused.err


def test_plans_that_were_handed_in_in_another_copy_come_along(example: Path, sto: Sto) -> None:
    elsewhere = example.parent / "laptop"
    elsewhere.mkdir()
    other = Path(shutil.copy(example, elsewhere / "regio.sto.json"))
    handed_in(sto, other)
    newest = list(raw(other)["submissions"].values())[-1]
    kept = (elsewhere / "regio.sto.d" / newest["file"]).read_bytes()
    result = sto("samenvoegen", example, other, "--ja")
    assert (result.code, result.err) == (0, "")
    assert (example.parent / "regio.sto.d" / newest["file"]).read_bytes() == kept
    assert changes(sto, example) == {}


def test_a_kept_plan_that_did_not_come_along_is_named_and_comes_the_next_time(example: Path, sto: Sto) -> None:
    other = Path(shutil.copy(example, example.parent / "laptop.sto.json"))
    handed_in(sto, other)
    newest = list(raw(other)["submissions"].values())[-1]
    folder = example.parent / "laptop.sto.d"
    away = folder.rename(example.parent / "weg")
    result = sto("samenvoegen", example, other, "--ja")
    assert (
        f"1 ingediend plan staat niet in regio.sto.d en niet naast laptop.sto.json: zet {newest['file']} daar neer"
        in result.err
    )
    away.rename(folder)
    again = sto("samenvoegen", example, other, "--ja")
    assert (again.code, again.err) == (0, "")
    assert changes(sto, example) == {}
