"""`sto zet --json`: an array of edits, taken as one change, in the words of `sto lijst --json`."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.record import fields_of
from sto_tui.domain.tables import TABLES, Table
from tests.conftest import SAMPLES
from tests.support.commands import Result, Sto, assert_refused, everything_in, raw


@pytest.fixture
def taken(sto: Sto, dossier: Path, tmp_path: Path) -> Any:
    """Carries out these edits from a file."""

    def carry_out(steps: object, *options: str) -> Result:
        source = tmp_path / "wijzigingen.json"
        source.write_text(steps if isinstance(steps, str) else json.dumps(steps), encoding="utf-8")
        return sto("zet", dossier, "--bron", source, *options)

    return carry_out


def visible(of_table: Table, record: dict[str, Any]) -> dict[str, Any]:
    shown = [name for name, spec in fields_of(of_table.model).items() if not spec.hidden]
    return {name: record[name] for name in shown}


MANY = 40


@pytest.mark.parametrize("of_table", TABLES.values(), ids=lambda of_table: of_table.dutch)
def test_what_a_list_gives_can_be_given_back(of_table: Table, sto: Sto, dossier: Path, taken: Any) -> None:
    records = json.loads(sto("lijst", dossier, of_table.dutch, "--json").out)
    untouched = dossier.read_bytes()
    steps = [
        {
            "zet": "regio" if of_table.name == "region" else f"{of_table.dutch}/id{record['id']}",
            "velden": visible(of_table, record),
        }
        for record in records[:MANY]
    ]
    result = taken(steps)
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out) == {"label": "", "changed": []}
    assert dossier.read_bytes() == untouched


STEPS = [
    {"voeg-toe": "themas", "id": -1, "velden": {"number": 9, "titel": "Nieuw"}},
    {"voeg-toe": "mijlpalen", "id": -1, "velden": {"nr": "9.1", "titel": "Een", "theme": -1, "klaar-op": "Q128"}},
    {
        "voeg-toe": "mijlpalen",
        "id": -2,
        "velden": {"nr": "9.2", "titel": "Twee", "thema": "9", "after": [{"milestone": -1, "tussentijd": "7"}]},
    },
    {"voeg-toe": "veri", "velden": {"row": "milestones/-2", "wie": "parties/1", "code": "V"}},
    {"zet": "mijlpalen/-1", "velden": {"stoplicht": "groen", "tangible_result": None}},
    {"voeg-toe": "begroting", "velden": {"title": "Lab", "year": 2027, "quantity": 2.5, "price": 1250050}},
    {"voeg-toe": "begroting", "velden": {"title": "Bus", "year": 2027, "quantity": 1, "price": "1.250,50"}},
]


def test_a_script_writes_the_names_that_it_read_whatever_the_region_calls_so(
    sto: Sto, dossier: Path, taken: Any
) -> None:
    """Here a theme is called Speerpunt and a speerpunt Thema."""
    assert sto("zet", dossier, "regio", "naam van een thema=Speerpunt", "naam van een speerpunt=Thema").code == 0
    asked = taken([{"zet": "mijlpalen/1.2a", "velden": {"Thema": 2}}])
    assert_refused(asked)
    assert "‘Thema’ is in deze regio iets anders dan bij STO. Schrijf sto-speerpunt of sto-thema." in asked.err
    speerpunten = json.loads(sto("lijst", dossier, "sto-speerpunten", "--json").out)
    result = taken([{"zet": "mijlpalen/1.2a", "velden": {"speerpunt": speerpunten[3]["id"]}}])
    assert result.code == 0
    (milestone,) = [record for record in raw(dossier)["milestones"].values() if record["number"] == "1.2a"]
    assert milestone["speerpunt"] == speerpunten[3]["id"]


def test_new_records_refer_to_each_other_in_one_change(sto: Sto, dossier: Path, taken: Any) -> None:
    result = taken(STEPS)
    assert result.code == 0
    now = raw(dossier)
    (theme,) = [number for number, record in now["themes"].items() if record["number"] == 9]
    first, second = [(n, r) for n, r in now["milestones"].items() if r["number"] in ("9.1", "9.2")]
    assert (first[1]["title"], first[1]["due"], first[1]["light"]) == ("Een", "2028-03-31", "groen")
    assert first[1]["theme"] == second[1]["theme"] == int(theme)
    assert second[1]["after"] == [{"id": 1, "milestone": int(first[0]), "lag_days": 7}]
    assert [role["party"] for role in now["veri"].values() if role["row"] == f"milestones/{second[0]}"] == ["parties/1"]
    assert [line["milestone"] for line in now["progress"].values() if line["milestone"] == int(first[0])]
    prices = {line["title"]: line["price"] for line in now["budget"].values()}
    assert (prices["Lab"], prices["Bus"]) == (1250050, 125050)
    history = json.loads(sto("geschiedenis", dossier, "--json").out)
    assert [entry["label"] for entry in history] == ["Thema 9 Nieuw toegevoegd, en nog 6 wijzigingen"]
    assert sto("geschiedenis", dossier, "--terug", "1").code == 0
    assert {name: records for name, records in raw(dossier).items() if name != "meta"} == {
        name: records for name, records in raw(SAMPLES / "voorbeeldregio-2027-2028.sto.json").items() if name != "meta"
    }


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ([*STEPS, {"zet": "mijlpalen/xx", "velden": {"klaar": "x"}}], "Wijziging 8: Er is geen mijlpaal ‘xx’."),
        ([{"zet": "mijlpalen/1.1a", "velden": {"klaar": "ooit"}}], "Wijziging 1: Klaar op: ‘ooit’ is geen datum."),
        (
            [{"zet": "mijlpalen/1.1a", "velden": {"goal": 999}}],
            "Wijziging 1: Werkt aan doel: er is geen doel met id 999.",
        ),
        ([{"zet": "mijlpalen/1.1a", "velden": {"goal": True}}], "Wijziging 1: Werkt aan doel: hier hoort tekst"),
        ([{"zet": "mijlpalen/1.1a", "velden": {"title": 7}}], "Wijziging 1: Mijlpaal: hier hoort tekst"),
        ([{"zet": "mijlpalen/1.1a", "velden": {"after": "1.1b"}}], "Wijziging 1: Wacht op: dit is een lijst"),
        ([{"zet": "mijlpalen/1.1a", "velden": {"after": ["1.1b"]}}], "Wijziging 1: Wacht op: hier hoort een lijst van"),
        (
            [{"zet": "mijlpalen/1.1a", "velden": {"after": [{}]}}],
            "Wijziging 1: Wacht op: Mijlpaal: het veld ontbreekt.",
        ),
        ([{"zet": "mijlpalen/1.1a", "velden": {"rev": 7}}], "Wijziging 1: Er is geen veld ‘rev’."),
        (
            [{"zet": "begroting/id1", "velden": {"price": 10.5}}],
            "Wijziging 1: Prijs per eenheid: dit is geen geheel getal.",
        ),
        ([{"zet": "mijlpalen/-1", "velden": {}}], "Wijziging 1: een mijlpaal met id -1 staat er niet eerder"),
        ([{"zet": "mijlpalen/1.1a", "velde": {}}], "Wijziging 1: ‘velde’ kan hier zo niet."),
        ([{"zet": 1}], "Wijziging 1: hier hoort één van zet, voeg-toe en verwijder."),
        ([7], "Wijziging 1: hier hoort één van zet, voeg-toe en verwijder."),
        ([{"voeg-toe": "risicos", "id": 4, "velden": {"tekst": "x"}}], "Wijziging 1: een id van iets nieuws"),
        ([STEPS[0], STEPS[0]], "Wijziging 2: id -1 is al gebruikt"),
        ({}, "Dit is geen lijst van wijzigingen."),
        ("[", "Dit is geen JSON (regel 1, teken "),
        ("", "Dit is geen JSON (regel 1, teken "),
    ],
)
def test_all_or_nothing(steps: object, sentence: str, dossier: Path, taken: Any) -> None:
    untouched = everything_in(dossier.parent)
    result = taken(steps)
    assert_refused(result)
    assert result.err.startswith(sentence)
    now = everything_in(dossier.parent)
    del now["wijzigingen.json"]
    assert now == untouched


def test_a_deletion_in_the_array_has_to_be_meant(dossier: Path, taken: Any) -> None:
    untouched = dossier.read_bytes()
    steps = [{"verwijder": "risicos/1"}, {"zet": "risicos/2", "velden": {"kans": "groot"}}]
    result = taken(steps)
    assert (result.code, dossier.read_bytes()) == (1, untouched)
    assert result.out.startswith("Gaat mee (1 regel):\n  risico ")
    assert result.err == "Er is niets gewijzigd. Voeg --ja toe om ook te verwijderen.\n"
    assert taken(steps, "--ja").code == 0
    assert "1" not in raw(dossier)["risks"]


def test_the_array_comes_in_on_stdin_too(sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = json.dumps([{"zet": "mijlpalen/1.1a", "velden": {"titel": "Één"}}]).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(steps)))
    done = json.loads(sto("zet", dossier, "--json").out)
    assert [edit["after"]["title"] for edit in done["changed"]] == ["Één"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_list_as_powershell_writes_it_is_read(sto: Sto, dossier: Path, tmp_path: Path, encoding: str) -> None:
    source = tmp_path / "lijst.json"
    source.write_bytes('[{"zet": "mijlpalen/1.2a", "velden": {"titel": "Één\\u001b[31m"}}]'.encode(encoding))
    result = sto("zet", dossier, "--bron", source)
    assert (result.code, result.err) == (0, "1 onzichtbaar teken weggelaten.\n")
    assert "Één[31m" in [record["title"] for record in raw(dossier)["milestones"].values()]
