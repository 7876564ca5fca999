"""`sto lijst BESTAND mijlpalen --json`: what follows from the plan stands with each milestone."""

import json
from datetime import date
from pathlib import Path

from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.finding import about_milestone
from sto_tui.planning.schedule.margins import schedule
from sto_tui.storage.file.codec import decode, dossier_from
from tests.support.commands import Sto, first_milestone, raw

PLANNED = {"earliest_start", "earliest_due", "latest_start", "latest_due", "slack_days", "critical", "findings"}


def test_every_milestone_says_its_window_and_its_findings(sto: Sto, dossier: Path) -> None:
    rows = json.loads(sto("lijst", dossier, "mijlpalen", "--json").out)
    read = dossier_from(decode(dossier.read_bytes(), dossier.name), dossier.name).seen_in()
    assert len(rows) == len(read.of(Milestone))
    for row in rows:
        assert row.keys() == {*read.of(Milestone)[row["id"]].model_dump(), *PLANNED}
        window = schedule(read)[row["id"]]
        assert date.fromisoformat(row["latest_due"]) == window.latest_due
        assert date.fromisoformat(row["earliest_start"]) == window.earliest_start
        assert (row["slack_days"], row["critical"]) == (window.slack_days, row["slack_days"] <= 0)
    early = next(row for row in rows if row["number"] == "3.5c")
    found = [one for one in early["findings"] if one["rule"] == "starts_too_early"]
    assert [(one.keys(), one["level"]) for one in found] == [({"rule", "level", "message"}, "fout")]
    checked = json.loads(sto("controle", dossier, "--json").out)
    about = [one["message"] for one in checked if about_milestone(read, Ref.parse(one["ref"]))]
    assert sorted(about) == sorted(one["message"] for row in rows for one in row["findings"])


def test_a_finding_on_the_log_of_a_milestone_stands_with_it(sto: Sto, dossier: Path) -> None:
    number, milestone = first_milestone(dossier)
    tables = raw(dossier)
    tables["milestones"][number]["light"] = "rood"
    line = {"milestone": int(number), "date": "2026-09-01", "light": "rood", "note": "De zaal is dicht."}
    tables["progress"] = {"9999": line}
    dossier.write_text(json.dumps(tables), encoding="utf-8")
    rows = json.loads(sto("lijst", dossier, "mijlpalen", "--json").out)
    rules = {row["number"]: [one["rule"] for one in row["findings"]] for row in rows}
    assert rules[milestone["number"]].count("trouble_without_explanation") == 1


def test_without_dates_nothing_is_known_and_other_tables_stay_as_they_were(sto: Sto, dossier: Path) -> None:
    tables = raw(dossier)
    for milestone in tables["milestones"].values():
        for name in ("start", "due", "done_on"):
            milestone.pop(name, None)
    dossier.write_text(json.dumps(tables), encoding="utf-8")
    rows = json.loads(sto("lijst", dossier, "mijlpalen", "--json").out)
    assert {(row["latest_due"], row["slack_days"], row["critical"]) for row in rows} == {(None, None, False)}
    goals = json.loads(sto("lijst", dossier, "doelen", "--json").out)
    assert not PLANNED.intersection(goals[0])
