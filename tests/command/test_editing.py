"""`sto zet`, `sto voeg-toe` and `sto verwijder`: the edits of the screens, by what people type."""

import json
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import fresh_part_id
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.record import FieldSpec, Ref, fields_of
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import TABLES, Table
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_names import field_named, typed_name
from sto_tui.domain.typed_record import parse_assignment, typed_values
from sto_tui.domain.typed_value import entry_text
from sto_tui.storage.store import DossierStore
from tests.conftest import CONTROLS, NASTY, SAMPLES, clock
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto, assert_refused, everything_in, raw

TODAY = date(2026, 9, 3)


def opened(path: Path) -> Dossier:
    return DossierStore.open(path, "ik", clock).dossier


def table(path: Path, name: str) -> dict[str, Any]:
    return dict(raw(path)[name])


def only(records: dict[str, Any], **values: Any) -> Any:
    (record,) = [record for record in records.values() if all(record.get(key) == values[key] for key in values)]
    return record


def numbered(path: Path, name: str, number: object) -> Any:
    return only(table(path, name), number=number)


# Every table and field.


@pytest.fixture(scope="module")
def full() -> Dossier:
    return opened(SAMPLES / "voorbeeldregio-2027-2028.sto.json").seen_in()


def visible(model: Any) -> list[FieldSpec]:
    return [spec for spec in fields_of(model).values() if not spec.hidden]


def models() -> list[Any]:
    found: list[Any] = [table.model for table in TABLES.values()]
    for model in found:
        found += [spec.part for spec in visible(model) if spec.part and spec.part not in found]
    return found


def test_a_list_of_edits_beside_an_address_is_refused(dossier: Path, sto: Sto, tmp_path: Path) -> None:
    before = dossier.read_bytes()
    assert_refused(sto("zet", dossier, "mijlpalen/1.2a", "titel=x", "--bron", tmp_path / "lijst.json"))
    assert dossier.read_bytes() == before


def test_what_is_left_out_or_left_empty_at_a_stoplicht_is_said(dossier: Path, sto: Sto) -> None:
    result = sto("stoplicht", dossier, "1.2c", "rood", "wacht\x1b[31m", "--knelpunt", "geen lokaal")
    assert result.err == "1 onzichtbaar teken weggelaten.\n"
    result = sto("stoplicht", dossier, "1.2c", "rood", "--knelpunt", "")
    assert "‘Knelpunt’ is leeg en verandert niets" in result.err
    how = shlex.split(result.err.partition("met: ")[2])
    assert sto(*how[1:]).code == 0
    log = [line for line in raw(dossier)["progress"].values() if line.get("note", "").startswith("wacht")]
    assert [line.get("obstacle", "") for line in log] == [""]


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_is_called_by_its_label_and_by_its_name(model: Any) -> None:
    for spec in visible(model):
        for name in (spec.name, spec.label, typed_name(spec.label)):
            assert field_named(model, name) is spec


def test_a_region_types_its_own_words_and_none_that_can_mean_two_things(dossier: Path, sto: Sto) -> None:
    assert sto("zet", dossier, "regio", "naam van een thema=Programmalijn", "naam van een speerpunt=Thema").code == 0
    assert sto("lijst", dossier, "programmalijnen").err == sto("lijst", dossier, "sto-themas").err
    before = dossier.read_bytes()
    for words, said in (
        (("lijst", "themas"), "‘themas’ is in deze regio iets anders dan bij STO. Schrijf speerpunten of"),
        (("voeg-toe", "themas", "nr=7", "titel=Lab"), "Schrijf speerpunten of programmalijnen."),
        (("verwijder", "themas/1", "--ja"), "Schrijf speerpunten of programmalijnen."),
        (("zet", "mijlpalen/1.2a", "thema=2"), "Schrijf speerpunt of programmalijn."),
        (("zet", "mijlpalen/1.2a", "Thema="), "Schrijf speerpunt of programmalijn."),
    ):
        result = sto(words[0], dossier, *words[1:])
        assert_refused(result)
        assert said in result.err
    assert dossier.read_bytes() == before
    changed = sto("zet", dossier, "programmalijnen/1", "programmalijn=Anders")
    assert changed.out == "Programmalijn 1 Anders gewijzigd: programmalijn.\n"
    assert only(table(dossier, "themes"), title="Anders")["number"] == 1


def as_typed(spec: FieldSpec, value: Any, addresses: Addresses) -> str:
    if value is None or value == ():
        return ""
    if spec.kind == "tick":
        return "ja" if value else "nee"
    if spec.kind == "choice":
        return str(value.label)
    if spec.kind == "choices":
        return ", ".join(choice.label for choice in value)
    if spec.tables:
        refs = [
            item if isinstance(item, Ref) else Ref(spec.tables[0], item) for item in (value if spec.many else [value])
        ]
        return ", ".join(addresses.of(ref) for ref in refs)
    return entry_text(spec, value)


@pytest.mark.parametrize("of_table", TABLES.values(), ids=lambda of_table: of_table.dutch)
def test_what_a_record_holds_can_be_typed_field_by_field(full: Dossier, of_table: Table) -> None:
    addresses = Addresses(full)
    records = full.ordered(of_table.name).values()
    assert records
    for record in records:
        if of_table.name != "region":
            assert addresses.named((of_table.name,), addresses.of(Ref(of_table.name, record.id))).id == record.id
        for spec in visible(of_table.model):
            value = getattr(record, spec.name)
            if spec.kind == "parts" or (value is None and spec.default is not None):
                continue
            typed = parse_assignment(of_table.model, f"{typed_name(spec.label)}={as_typed(spec, value, addresses)}")
            read = typed_values(of_table.model, dict(record), [typed], addresses, Beside(TODAY))[spec.name]
            assert (sorted(read) if spec.kind == "choices" else read) == (
                sorted(value) if spec.kind == "choices" else value
            )


@pytest.mark.parametrize("of_table", TABLES.values(), ids=lambda of_table: of_table.dutch)
def test_what_is_typed_for_a_whole_record_makes_the_same_one(
    full: Dossier, of_table: Table, sto: Sto, dossier: Path
) -> None:
    if of_table.name == "region":
        assert_refused(sto("voeg-toe", dossier, "regio", "regio=Elders"))
        return
    if any(spec.required and spec.hidden for spec in fields_of(of_table.model).values()):
        # What it is about is not typed: a reason is given where the difference is shown.
        assert_refused(sto("voeg-toe", dossier, of_table.dutch))
        return
    addresses = Addresses(full)
    record = next(iter(full.ordered(of_table.name).values()))
    address = addresses.of(Ref(of_table.name, record.id))
    fields = [
        f"{typed_name(spec.label)}={as_typed(spec, getattr(record, spec.name), addresses)}"
        for spec in visible(of_table.model)
        if spec.kind != "parts" and getattr(record, spec.name) not in (None, "", ())
    ]
    assert sto("verwijder", dossier, address, "--ja").code == 0
    before = set(table(dossier, of_table.name))
    gone = {"veri", "scores", "progress", "speerpunten", "answers"} & {
        ref.table for ref in (owner.at(None) for owner in full.referrers(Ref(of_table.name, record.id)))
    }
    result = sto("voeg-toe", dossier, of_table.dutch, *fields)
    assert result.code == 0, result.err
    (new,) = set(table(dossier, of_table.name)) - before
    made = opened(dossier).get(Ref(of_table.name, int(new)))
    parts = [spec.name for spec in fields_of(of_table.model).values() if spec.kind in ("parts", "lines") or spec.hidden]
    assert made is not None
    for name in fields_of(of_table.model):
        if name not in parts and not gone:
            assert getattr(made, name) == getattr(record, name), name


# Values.


def test_a_date_is_typed_as_in_a_form(sto: Sto, dossier: Path) -> None:
    for typed, day in (("Q327", "2027-09-30"), ("mrt 2028", "2028-03-31"), ("1-2-28", "2028-02-01")):
        result = sto("zet", dossier, "mijlpalen/1.1a", f"klaar={typed}")
        assert result.code == 0
        assert numbered(dossier, "milestones", "1.1a")["due"] == day
    assert result.out == "Mijlpaal 1.1a Acht proeflessen gekozen door leerkrachten gewijzigd: klaar op.\n"


def test_weeks_count_from_the_date_before_it_also_when_that_is_typed_after_it(sto: Sto, dossier: Path) -> None:
    sto("zet", dossier, "mijlpalen/1.1a", "klaar-op=+6w", "begin=4-1-2027")
    assert numbered(dossier, "milestones", "1.1a")["due"] == "2027-02-15"


def test_nothing_empties_a_field_that_may_be_empty(sto: Sto, dossier: Path) -> None:
    assert sto("zet", dossier, "mijlpalen/1.1a", "due=", "tastbaar=").code == 0
    assert {"due", "tangible_result"}.isdisjoint(numbered(dossier, "milestones", "1.1a"))
    untouched = everything_in(dossier.parent)
    for field, sentence in (
        ("titel=", "Mijlpaal: Vul ‘Mijlpaal’ in.\n"),
        (
            "stoplicht=",
            "Stoplicht: dit veld kan niet leeg zijn. Kies uit niet gestart, groen, oranje, rood en gereed.\n",
        ),
        ("quick_win=", "Snel resultaat: dit veld kan niet leeg zijn. Kies uit ja en nee.\n"),
    ):
        result = sto("zet", dossier, "mijlpalen/1.1a", field)
        assert_refused(result)
        assert result.err == sentence
    assert everything_in(dossier.parent) == untouched


def test_a_list_is_set_and_gets_more_or_less(sto: Sto, dossier: Path) -> None:
    def has() -> Any:
        record = numbered(dossier, "speerpunten", "1.1")
        return record.get("goals", []), record.get("tags", [])

    sto("zet", dossier, "speerpunten/1.1", "werkt=id1, id2", "onderwerpen=")
    assert has() == ([1, 2], [])
    sto("zet", dossier, "speerpunten/1.1", "doelen+=id3", "onderwerpen+=mbo", "werkt-=id1", "onderwerpen+=po")
    assert has() == ([2, 3], ["po", "mbo"])
    assert_refused(sto("zet", dossier, "speerpunten/1.1", "werkt-=id1"))
    assert_refused(sto("zet", dossier, "speerpunten/1.1", "titel+=x"))


def test_lines_are_a_list_too(sto: Sto, dossier: Path) -> None:
    sto("zet", dossier, "themas/1", "voorzieningen=Lab\nBus")
    before = table(dossier, "themes")["1"]["facilities"]
    sto("zet", dossier, "themas/1", "voorzieningen+=Loods", "voorzieningen-=Lab")
    now = table(dossier, "themes")["1"]["facilities"]
    assert [line["name"] for line in now] == ["Bus", "Loods"]
    assert now[0] == before[1]


def test_a_list_with_fields_of_its_own_is_edited_line_by_line(sto: Sto, dossier: Path) -> None:
    there = "mijlpalen/1.1a/wacht-op"
    assert sto("voeg-toe", dossier, there, "mijlpaal=1.1b", "tussentijd=7").code == 0
    sto("voeg-toe", dossier, there, "mijlpaal=1.1c")
    sto("zet", dossier, f"{there}/2", "tussentijd=3")
    after = numbered(dossier, "milestones", "1.1a")["after"]
    assert [part.get("lag_days") for part in after] == [7, 3]
    assert len({part["id"] for part in after}) == 2
    assert sto("verwijder", dossier, f"{there}/1", "--ja").code == 0
    assert numbered(dossier, "milestones", "1.1a")["after"] == after[1:]
    result = sto("zet", dossier, f"{there}/2", "tussentijd=3")
    assert_refused(result)
    assert result.err == "‘Wacht op’ heeft 1 regel; regel 2 is er niet.\n"


def test_a_list_inside_a_list(sto: Sto, dossier: Path) -> None:
    phases = "speerpunten/1.1/activiteiten-per-periode"
    sto("zet", dossier, f"{phases}/1", "activiteiten+=Nog een les")
    count = len(numbered(dossier, "speerpunten", "1.1")["phases"][0]["acts"])
    sto("zet", dossier, f"{phases}/1/activiteiten/{count}", "activiteit=Nog twee lessen")
    assert numbered(dossier, "speerpunten", "1.1")["phases"][0]["acts"][-1]["text"] == "Nog twee lessen"


@pytest.mark.parametrize("text", [*NASTY, "a=b", "-x", "+", "klaar=Q127", "'; rm -rf", "$(id)", "@x"])
def test_text_is_taken_as_it_is(sto: Sto, dossier: Path, text: str) -> None:
    result = sto("zet", dossier, "mijlpalen/1.1a", f"tastbaar-resultaat={text}")
    assert result.code == 0
    assert numbered(dossier, "milestones", "1.1a")["tangible_result"] == text


def test_what_is_left_out_of_a_text_is_told(sto: Sto, dossier: Path) -> None:
    result = sto("zet", dossier, "mijlpalen/1.1a", f"tastbaar-resultaat={CONTROLS}")
    assert "onzichtbare tekens weggelaten." in result.err
    assert "\x1b" not in result.out
    refused = sto("zet", dossier, "mijlpalen/1.1a", "titel=caf\udce9")
    assert_refused(refused)


# Which record.


def test_a_number_is_what_people_see_and_never_an_id_or_a_beginning(sto: Sto, dossier: Path) -> None:
    for address in ("mijlpalen/9", "mijlpalen/1.1", "mijlpalen/", "mijlpalen", "mijlpaal/1.1a", "x/1", "regio/9/x"):
        assert_refused(sto("zet", dossier, address, "titel=Fout"))
    assert sto("zet", dossier, "mijlpalen/id9", "titel=Goed").code == 0
    assert table(dossier, "milestones")["9"]["title"] == "Goed"


def test_a_record_without_a_number_is_called_by_its_name_or_id(sto: Sto, dossier: Path) -> None:
    for address in ("partijen/1", "partijen/id1", f"partijen/{table(dossier, 'parties')['1']['name']}"):
        assert sto("zet", dossier, address, f"contact={address}").code == 0
        assert table(dossier, "parties")["1"]["contact"] == address


def test_what_can_be_more_is_one_sentence_that_lists_them(sto: Sto, dossier: Path) -> None:
    assert sto("voeg-toe", dossier, "doelen", "nr=1", "doel=Nog een").code == 0
    result = sto("zet", dossier, "doelen/1", "doel=x")
    assert_refused(result)
    assert result.err.startswith("‘1’ kan meer zijn: ‘1 In schooljaar")
    assert result.err.endswith("…’ (id1) en ‘1 Nog een’.\n"), "a name that is said whole needs no id"


def test_the_nearest_are_said_by_their_names(sto: Sto, dossier: Path) -> None:
    for year in ("2027", "2028"):
        typed = ("bijdrage=Busritten", f"jaar={year}", "partij=id1")
        assert sto("voeg-toe", dossier, "cofinanciering", *typed).code == 0
    refused = sto("verwijder", dossier, "cofinanciering/Busritten")
    assert refused.err == "‘Busritten’ kan meer zijn: ‘Busritten 2027’ en ‘Busritten 2028’.\n", "no ids"


def test_a_number_is_that_of_the_plan_unless_another_period_is_named(sto: Sto, dossier: Path) -> None:
    assert sto("zet", dossier, "doelen/1", "indicator=van nu").code == 0
    assert sto("zet", dossier, "doelen/1", "indicator=van toen", "--periode", "2025-2026").code == 0
    goals = table(dossier, "goals")
    assert (goals["1"]["indicator"], goals["7"]["indicator"]) == ("van nu", "van toen")
    assert sto("voeg-toe", dossier, "themas", "titel=Van toen", "--periode", "2025-2026").code == 0
    assert only(table(dossier, "themes"), title="Van toen")["periods"] == [2]


@pytest.mark.parametrize(
    "tail", [("stoplicht", "", "groen"), ("zet", "mijlpalen/", "titel=X"), ("verwijder", "mijlpalen/", "--ja")]
)
def test_what_is_typed_for_one_period_changes_nothing_of_another(
    sto: Sto, dossier: Path, tail: tuple[str, str, str]
) -> None:
    """Milestone 4.1z is of 2025-2026 alone. A reference may well be to another period; what is changed may not."""
    command, table_name, last = tail
    spot = ("titel=Van toen", "start=1-2-2025", "klaar=1-3-2025", "nr=4.1z", "thema=1", "--periode", "2025-2026")
    assert sto("voeg-toe", dossier, "mijlpalen", *spot).code == 0
    number = next(key for key, milestone in table(dossier, "milestones").items() if milestone["title"] == "Van toen")
    before = dossier.read_bytes()
    refused = sto(command, dossier, f"{table_name}4.1z", last, "--periode", "2027-2028")
    assert_refused(refused)
    assert refused.err == (
        "Planperiode 2027-2028 heeft geen mijlpaal ‘4.1z’; 2025-2026 wel. Kies met --periode welke je bedoelt.\n"
    )
    assert dossier.read_bytes() == before
    if command == "verwijder":
        # Who removes 1.2 twice would else remove that of the plan before: without a question that has to be asked for.
        assert sto(command, dossier, f"{table_name}4.1z", last).err == refused.err
        assert dossier.read_bytes() == before
        assert sto(command, dossier, f"{table_name}4.1z", last, "--periode", "2025-2026").code == 0
    else:
        # Nobody asked for a period: it is done, and said of which one it was. An id leaves no doubt.
        done = sto(command, dossier, f"{table_name}4.1z", last)
        assert (done.code, done.out.splitlines()[-1].endswith(" (2025-2026).")) == (0, True), done
        address = f"{table_name}id{number}"
        assert sto(command, dossier, address, last.replace("X", "Y"), "--periode", "2027-2028").code == 0


@pytest.mark.parametrize(
    ("number", "day", "booked"),
    [
        ("A03", "12-3-2025", 3),
        ("A03", "12-3-2026", 4),
        # A bill of an earlier plan is of the line of that year.
        ("A03", "12-3-2023", 1),
        # Of a year without such a line: the years are those of this plan, and of all plans when it has none.
        ("A03", "12-3-2022", "Begrotingsregel: Regelnummer A03 is van 2025 en 2026, en niet van 2022."),
        ("B07", "12-3-2025", "Begrotingsregel: Regelnummer B07 is van 2023 en 2024, en niet van 2025."),
    ],
)
def test_the_day_says_which_line_a_number_means(
    sto: Sto, tmp_path: Path, number: str, day: str, booked: int | str
) -> None:
    lines = (("A03", 2023), ("A03", 2024), ("A03", 2025), ("A03", 2026), ("B07", 2023), ("B07", 2024))
    plans = [
        PlanPeriod(id=id, label=f"{first}-{last}", start=date(first, 1, 1), end=date(last, 12, 31), current=id == 2)
        for id, (first, last) in enumerate([(2021, 2024), (2025, 2026)], 1)
    ]
    path = tmp_path / "boeken.sto.json"
    budget = [BudgetLine(id=id, number=own, title="Lab", year=year) for id, (own, year) in enumerate(lines, 1)]
    DossierStore.create(path, dossier_with(*plans, *budget))
    result = sto("voeg-toe", path, "uitgaven", f"begrotingsregel={number}", f"datum={day}", "bedrag=10")
    there = [payment["budget_line"] for payment in table(path, "payments").values()]
    assert (there or result.err.partition(" Verbeter")[0]) == ([booked] if isinstance(booked, int) else booked)


def test_search_shows_all_that_it_finds(sto: Sto, tmp_path: Path) -> None:
    path = tmp_path / "veel.sto.json"
    DossierStore.create(path, dossier_with(*(Milestone(id=id, number=f"1.{id}", title="Lab") for id in range(1, 61))))
    result = sto("zoek", path, "lab")
    assert (len(result.out.splitlines()), result.err) == (60, "60 regels gevonden.\n")


def test_search_gives_addresses_that_can_be_typed(sto: Sto, dossier: Path) -> None:
    result = sto("zoek", dossier, "PROEFLESSEN", "gekozen")
    assert result.out.startswith("mijlpalen/1.1a  1.1a Acht proeflessen gekozen door leerkrachten\n")
    assert result.err == "5 regels gevonden.\n"
    first = json.loads(sto("zoek", dossier, "PROEFLESSEN", "gekozen", "--json").out)[0]
    assert (first["address"], first["table"]) == ("mijlpalen/1.1a", "mijlpalen")
    assert first["caption"] == "1.1a Acht proeflessen gekozen door leerkrachten"
    assert sto("zoek", dossier, "xyzzy").err == "Niets gevonden. Probeer een ander woord.\n"
    for found in json.loads(sto("zoek", dossier, "techniek", "--json").out)[:20]:
        if found["table"] != "regio":
            assert str(Addresses(opened(dossier).seen_in()).named(tuple(TABLES), found["address"])) == found["ref"]


# Adding and removing.


def test_what_is_still_lacking_is_named_as_it_is_typed(sto: Sto, dossier: Path) -> None:
    result = sto("voeg-toe", dossier, "mijlpalen", "klaar=Q127")
    assert_refused(result)
    assert result.err == "Er ontbreekt nog: mijlpaal=….\n"


def test_what_the_screen_fills_in_beforehand_need_not_be_typed(sto: Sto, dossier: Path) -> None:
    assert sto("voeg-toe", dossier, "mijlpalen", "titel=Nog een", "speerpunt=1.1").code == 0
    assert numbered(dossier, "milestones", "1.1g")["title"] == "Nog een"
    assert sto("voeg-toe", dossier, "themas", "titel=Nog een").code == 0
    assert numbered(dossier, "themes", 6)["title"] == "Nog een"
    assert sto("voeg-toe", dossier, "voortgang", "mijlpaal=1.1g", "toelichting=Loopt").code == 0
    line = only(table(dossier, "progress"), note="Loopt")
    assert line["light"] == "niet_gestart"
    assert {"date", "by"} <= set(line)


def test_a_line_of_the_log_sets_the_stoplicht(sto: Sto, dossier: Path) -> None:
    result = sto("voeg-toe", dossier, "voortgang", "mijlpaal=1.1f", "stoplicht=rood", "knelpunt=Geen docent")
    assert result.out.startswith("Mijlpaal 1.1f op rood gezet: ")
    assert numbered(dossier, "milestones", "1.1f")["light"] == "rood"
    assert only(table(dossier, "progress"), obstacle="Geen docent")["light"] == "rood"


def test_a_stoplicht_that_is_set_stands_in_the_log(sto: Sto, dossier: Path) -> None:
    before = set(table(dossier, "progress"))
    assert sto("zet", dossier, "mijlpalen/2.1b", "stoplicht=groen").code == 0
    assert len(set(table(dossier, "progress")) - before) == 1


def test_removing_says_what_goes_along_and_does_nothing_without_an_answer(sto: Sto, dossier: Path) -> None:
    untouched = dossier.read_bytes()
    result = sto("verwijder", dossier, "speerpunten/1.1")
    assert (result.code, dossier.read_bytes()) == (1, untouched)
    assert result.out.startswith("Speerpunt 1.1 Ontdeklabs op de basisschool verwijderen.\nGaat mee (3 regels):\n")
    assert "Wordt aangepast (12 regels):\n  mijlpaal 1.1a" in result.out
    assert result.err == "Er is niets verwijderd. Voeg --ja toe om te verwijderen.\n"
    assert sto("verwijder", dossier, "speerpunten/1.1", "--ja").code == 0
    assert not [record for record in table(dossier, "speerpunten").values() if record["number"] == "1.1"]
    assert sto("geschiedenis", dossier, "--terug", "1").code == 0
    assert numbered(dossier, "speerpunten", "1.1")


def test_the_region_stays(sto: Sto, dossier: Path) -> None:
    assert sto("zet", dossier, "regio", "penvoerder=ROC").code == 0
    assert_refused(sto("verwijder", dossier, "regio", "--ja"))


def test_what_stands_so_already_is_no_change(sto: Sto, dossier: Path) -> None:
    sto("zet", dossier, "mijlpalen/1.1a", "klaar=Q327")
    written = everything_in(dossier.parent)
    result = sto("zet", dossier, "mijlpalen/1.1a", "klaar=Q327")
    assert (result.code, result.out, result.err) == (0, "", "Er is niets veranderd: alles staat al zo.\n")
    assert everything_in(dossier.parent) == written


def test_what_was_changed_as_json(sto: Sto, dossier: Path) -> None:
    done = json.loads(sto("voeg-toe", dossier, "risicos", "tekst=Te weinig docenten", "kans=groot", "--json").out)
    (edit,) = done["changed"]
    assert done["label"] == "Risico Te weinig docenten toegevoegd"
    assert edit["before"] is None
    assert edit["after"]["probability"] == "groot"
    assert sto("zet", dossier, edit["address"], "kans=klein").code == 0
    assert table(dossier, "risks")[edit["ref"].removeprefix("risks/")]["probability"] == "klein"


def test_a_part_that_is_added_gets_a_number_that_was_never_used(sto: Sto, dossier: Path) -> None:
    sto("voeg-toe", dossier, "mijlpalen/1.1a/wacht-op", "mijlpaal=1.1b")
    assert numbered(dossier, "milestones", "1.1a")["after"][0]["id"] >= 10_000
    assert fresh_part_id() >= 10_000


def test_a_stoplicht_takes_what_is_in_the_way_and_what_is_done_about_it(sto: Sto, dossier: Path) -> None:
    texts = ("--knelpunt", "Geen [b]lokaal", "--maatregel", "Huren")
    assert sto("stoplicht", dossier, "1.1f", "oranje", "Wacht", "op sleutel", *texts).code == 0
    line = only(table(dossier, "progress"), obstacle="Geen [b]lokaal")
    assert (line["light"], line["note"], line["measure"]) == ("oranje", "Wacht op sleutel", "Huren")
    refused = sto("stoplicht", dossier, "1.1f", "rood", "--maatregel", "x" * 60_001)
    assert_refused(refused)
    assert refused.err.startswith("Maatregel: de tekst is langer dan 60.000 tekens.")


@pytest.mark.parametrize(
    ("typed", "form"),
    [(("tarief-per-eenheid=500",), "geld"), (("aantal=40", "eenheid=uur"), "uren"), (("eenheid=dag",), "materiaal")],
)
def test_a_contribution_is_counted_in_what_was_said(sto: Sto, dossier: Path, typed: tuple[str, ...], form: str) -> None:
    """It was in hours whenever nobody said in what; without a unit it is money, as on the line of place 4."""
    assert sto("voeg-toe", dossier, "cofinanciering", "bijdrage=Proef", "jaar=2027", *typed).code == 0
    assert only(table(dossier, "cofinancing"), title="Proef")["form"] == form
