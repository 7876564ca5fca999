"""`sto landelijk`, with a real server: every region in one row, and nothing past the view."""

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.storage.served.test_server_commands import log_in_as
from tests.support.commands import Sto, assert_refused
from tests.support.kept import KeptOnServer
from tests.support.postgres import on_postgres

pytestmark = on_postgres


@pytest.fixture
def followed(served: KeptOnServer, small: Path, dossier: Path, sto: Sto) -> KeptOnServer:
    """Two regions that land follows, and one that she does not."""
    log_in_as(served, "jan")
    for path, name in ((dossier, "veen"), (small, "proef")):
        sto("server", "zet", str(path), f"{name}@noord")
        sto("server", "uitnodigen", f"{name}@noord", "land", "--als", "landelijk")
    sto("nieuw", "ander.sto.json", "--regio", "Geheimland", "--periode", "2027-2028")
    sto("server", "zet", "ander.sto.json", "ander@noord")
    return served


def test_who_follows_regions_sees_them_in_one_table(followed: KeptOnServer, sto: Sto) -> None:
    none = sto("landelijk", "noord")
    assert (none.code, none.out) == (0, "")
    assert none.err.startswith("Op noord zie je van geen regio hoe het staat.")
    log_in_as(followed, "land")
    listed = sto("servers")
    assert (listed.code, listed.out) == (0, "")
    assert listed.err == "Op noord volg je landelijk: proef en veen. Dat toont sto landelijk noord.\n"
    for argv in (
        ("lijst", "proef@noord", "doelen"),
        ("zet", "proef@noord", "mijlpalen/1", "titel=x"),
        ("mee", "proef@noord"),
    ):
        refused = sto(*argv)
        assert_refused(refused)
        assert refused.err.startswith("Je volgt proef op noord landelijk")
        assert refused.err.endswith("toont sto landelijk noord.\n")
    assert "landelijk" not in sto("lijst", "ander@noord", "doelen").err
    lines = sto("landelijk", "noord").out.splitlines()
    assert " ".join(lines[0].split()) == "regio niet gestart groen oranje rood gereed meldingen doelen gehaald"
    assert [line.split()[0] for line in lines[1:3]] == ["Proefland", "Veenderwaard"]
    # Of its five goals of 2025-2026 one was reached, two partly and two not.
    assert lines[2].split()[1:] == ["0", "1", "2", "2", "18", "2", "1", "van", "5"]
    assert lines[3:5] == ["planperiode 2027-2028: Proefland", "planperiode 2025-2026: Veenderwaard"]
    told = json.loads(sto("landelijk", "noord", "--json").out)
    # Of its 178 milestones 23 belong to 2025-2026.
    assert [(each["dossier"], each["milestones"]) for each in told] == [("proef", 8), ("veen", 23)]
    assert [(each["kind"], each["goals"]) for each in told] == [("", 0), ("techniekregio", 5)]
    assert told[1]["outcomes"] == {"gehaald": 1, "deels": 2, "niet": 2, "onbekend": 0}
    assert told[1]["lights"] == {"niet_gestart": 0, "groen": 1, "oranje": 2, "rood": 2, "gereed": 18}
    assert told[0]["findings"] == {
        "te laat": [],
        "had moeten beginnen": [],
        "zonder einddatum": [f"1.{number}" for number in range(1, 9)],
    }
    assert sto("landelijk", "noord", "--excel", "regios.xlsx").out == "regios.xlsx\n"
    rows = CalamineWorkbook.from_path("regios.xlsx").get_sheet_by_index(0).to_python()
    assert [row[1:3] for row in rows[-2:]] == [["Proefland", "proef"], ["Veenderwaard", "veen"]]
    assert [row[5] for row in rows[-2:]] == [8, 23]
    assert_refused(sto("landelijk", "noord", "--excel", "regios.xlsx"))
    everything = sto("landelijk", "noord", "--json").out + str(rows)
    assert "Geheimland" not in everything
    assert "Proefles" not in everything


def test_no_more_than_the_server_gives(followed: KeptOnServer, sto: Sto) -> None:
    fields = followed.database.execute("SELECT fields FROM sto.landelijke_velden WHERE tbl = 'milestones'")[0][0]
    log_in_as(followed, "land")
    change = "UPDATE sto.landelijke_velden SET fields = %s WHERE tbl = 'milestones'"
    try:
        followed.database.execute(change, ["number"])
        (proef, _) = json.loads(sto("landelijk", "noord", "--json").out)
    finally:
        followed.database.execute(change, fields)
    assert (proef["lights"], proef["findings"], proef["milestones"]) == (None, {}, 8)
