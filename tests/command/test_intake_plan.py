"""`sto invoer plan`: what is shown, what is taken, and what is refused in one sentence."""

import json
from pathlib import Path

import pytest

from sto_tui.storage.store import DossierStore
from tests.conftest import SAMPLES, clock
from tests.support.commands import Sto, Terminal, assert_refused
from tests.support.word_plans import Headings, new_document, write_plan


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    dossier = DossierStore.open(SAMPLES / "almere-2020-2023.sto.json", "iemand", clock).dossier
    return write_plan(dossier, Headings(), tmp_path / "plan.docx")


@pytest.fixture
def region(sto: Sto) -> Path:
    assert sto("nieuw", "regio.sto.json", "--regio", "Almere", "--periode", "2020-2023").code == 0
    return Path("regio.sto.json")


def numbers(region: Path, sto: Sto, table: str) -> list[str]:
    return [row["number"] for row in json.loads(sto("lijst", region, table, "--json").out)]


def test_it_shows_everything_with_its_place_and_takes_nothing_unasked(plan: Path, region: Path, sto: Sto) -> None:
    before = region.read_bytes()
    shown = sto("invoer", "plan", region, plan)
    assert (shown.code, region.read_bytes()) == (1, before)
    assert "   11  1.1 Ontwikkelen programma oriëntatie op techniek en technologie (OTT) · 15 partners" in shown.out
    assert "[kop ‘Speerpunt 1.1: Ontwikkelen programma oriëntatie…’]" in shown.out
    assert "--neem" in shown.err
    assert shown.err.endswith("\nEr is niets overgenomen.\n")


def test_all_lists_each_line_that_was_not_understood(region: Path, sto: Sto) -> None:
    """One table with 30 rows that nobody knows: counted together, and each on a line of its own on request."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    table = document.add_table(30, 2)
    for number, row in enumerate(table.rows, 1):
        row.cells[0].text, row.cells[1].text = f"Letter {number}", f"waarde {number}"
    document.save("plan.docx")
    short, whole = sto("invoer", "plan", region, "plan.docx"), sto("invoer", "plan", region, "plan.docx", "--alles")
    assert whole.code == short.code == 1
    assert "Elke regel apart staat er met --alles." in short.out
    assert "‘Letter 30: waarde 30’" not in short.out
    assert "‘Letter 30: waarde 30’" in whole.out


def test_what_was_chosen_is_taken_with_the_theme_above_it(plan: Path, region: Path, sto: Sto) -> None:
    taken = sto("invoer", "plan", region, plan, "--neem", "doelen,11,13-14")
    # Names of one word, such as *Innovam*, are parties in doubt, and stay.
    assert taken.code == 1
    assert numbers(region, sto, "speerpunten") == ["1.1", "1.3", "1.4"]
    theme = "‘1 Versterken loopbaanoriëntatie techniek… (en nog 15 tekens)’"
    assert f"\n{theme} gaat mee: daar hoort wat je koos bij.\n" in taken.out
    assert "Overgenomen: 9 nieuw, 0 gewijzigd.\n" in taken.out
    rest = sto("invoer", "plan", region, plan, "--ja")
    assert rest.code == 1
    assert len(numbers(region, sto, "speerpunten")) == 25
    # The partners of what was taken first are tied to the parties with which they came; what is in doubt is left.
    assert sto("invoer", "plan", region, plan, "--ja").out.startswith("plan.docx: niets nieuws, 7 in twijfel")
    assert sto("geschiedenis", region, "--terug", "2").code == 0
    assert numbers(region, sto, "speerpunten") == []


def doubtful(folder: Path) -> Path:
    """A plan of one speerpunt, with a goal in words."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in ("Doel: Meer techniek.", "2027: Rijden"):
        document.add_paragraph(line)
    document.save(str(folder / "twijfel.docx"))
    return folder / "twijfel.docx"


def test_what_is_in_doubt_is_taken_only_when_asked_for(region: Path, tmp_path: Path, sto: Sto) -> None:
    plan = doubtful(tmp_path)
    first = sto("invoer", "plan", region, plan, "--ja")
    assert first.code == 1
    assert first.out.startswith("twijfel.docx: 2 nieuw, 0 gewijzigd, 1 in twijfel, alles is begrepen.\n")
    assert "    3? 1.1 Bus, meer bij beoogd resultaat · Meer techniek.  [‘Speerpunt 1.1: Bus’, alinea 1]" in first.out
    assert first.err.startswith("Niet overgenomen omdat er twijfel over is: nummer 3. Geef de opdracht nog eens met")
    assert json.loads(sto("lijst", region, "speerpunten", "--json").out)[0]["result"] == ""
    again = sto("invoer", "plan", region, plan, "--neem", "twijfel")
    assert (again.code, again.out.splitlines()[-1]) == (0, "Overgenomen: 0 nieuw, 1 gewijzigd.")
    assert json.loads(sto("lijst", region, "speerpunten", "--json").out)[0]["result"] == "Meer techniek."
    assert sto("invoer", "plan", region, plan, "--ja").out.startswith("twijfel.docx: niets nieuws, alles is begrepen.")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        # A yes takes what is sure, and not the goal in doubt.
        (("JA",), "Overgenomen: 2 nieuw, 0 gewijzigd."),
        (("nee",), ""),
        (("",), ""),
        (("9", "1-3"), "Overgenomen: 2 nieuw, 0 gewijzigd."),
        (("9", "9", "9", "j"), ""),
    ],
)
def test_who_sits_at_a_terminal_chooses_what_is_taken(
    region: Path, tmp_path: Path, sto: Sto, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{answer}\n" for answer in answers)))
    result = sto("invoer", "plan", region, doubtful(tmp_path))
    assert result.out.partition("Overgenomen")[1:] == (
        ("Overgenomen", f"{said.removeprefix('Overgenomen')}\n") if said else ("", "")
    )
    assert (result.err == "Er is niets overgenomen.\n") is (not said)
    assert numbers(region, sto, "speerpunten") == ["1.1"] * bool(said)
    points = json.loads(sto("lijst", region, "speerpunten", "--json").out)
    assert [point["result"] for point in points] == (["Meer techniek."] if "1-3" in answers else [""]) * bool(said)


def test_any_field_of_a_record_is_edited_before_it_is_taken(region: Path, tmp_path: Path, sto: Sto) -> None:
    plan = doubtful(tmp_path)
    fields = ("--zet", "2:speerpunt=Techniekbus", "--zet", "2:beoogd-resultaat=De bus rijdt.")
    done = sto("invoer", "plan", region, plan, "--neem", "2", *fields)
    assert done.code == 1
    (point,) = json.loads(sto("lijst", region, "speerpunten", "--json").out)
    assert (point["title"], point["result"], point["phases"][0]["label"]) == ("Techniekbus", "De bus rijdt.", "2027")
    for typed in ("9:speerpunt=x", "speerpunt=x", "2:kleur=x", "2:thema=99", "3:speerpunt=x", "1:nr=x"):
        assert_refused(sto("invoer", "plan", region, plan, "--zet", typed))


@pytest.mark.parametrize("choice", ["0", "2-999", "mijlpalen", "1;;2"])
def test_a_choice_that_is_not_in_the_list_is_refused(region: Path, tmp_path: Path, sto: Sto, choice: str) -> None:
    before = region.read_bytes()
    assert_refused(sto("invoer", "plan", region, doubtful(tmp_path), "--neem", choice))
    assert region.read_bytes() == before


def test_a_word_file_that_is_no_plan_is_one_sentence(region: Path, sto: Sto) -> None:
    document = new_document()
    document.add_heading("Notulen", 1)
    document.add_paragraph("Er is koffie. In 2027 is er thee.")
    document.save("notulen.docx")
    refused = sto("invoer", "plan", region, "notulen.docx")
    assert_refused(refused)
    assert "niet als activiteitenplan te herkennen" in refused.err


@pytest.mark.parametrize(
    ("heading", "rows", "listed", "names"),
    [
        ("Doelen", ["Meer instroom", "Meer docenten"], "doelen", ["Meer instroom", "Meer docenten"]),
        ("", [["Risico", "Kans", "Maatregel"], ["Vertrek", "groot", "Werven"]], "risicos", ["Vertrek"]),
        ("", [["Organisatie", "Soort"], ["ROC Noord", "mbo"]], "partijen", ["ROC Noord"]),
    ],
)
def test_a_file_with_one_chapter_of_a_plan_is_taken(
    heading: str, rows: list[str] | list[list[str]], listed: str, names: list[str], region: Path, sto: Sto
) -> None:
    document = new_document()
    if heading:
        document.add_heading(heading, 1)
    made = document.add_table(0, len(rows[0])) if isinstance(rows[0], list) else None
    for row in rows:
        if isinstance(row, str):
            document.add_paragraph(row, style="List Number")
        elif made:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    document.save("deel.docx")
    before = {json.dumps(one) for one in json.loads(sto("lijst", region, listed, "--json").out)}
    taken = sto("invoer", "plan", region, "deel.docx", "--ja")
    assert taken.code == 0
    assert "Er staan geen thema’s en speerpunten in dit bestand; al het andere is wel gelezen." in taken.out
    after = [one for one in json.loads(sto("lijst", region, listed, "--json").out) if json.dumps(one) not in before]
    assert [one.get("text") or one["name"] for one in after] == names


def test_a_list_below_partners_is_offered_in_doubt(region: Path, sto: Sto) -> None:
    """What is said of somebody behind a colon is told."""
    document = new_document()
    document.add_heading("Partners", 1)
    for item in ("ROC Noord", "Philips: geeft lessen"):
        document.add_paragraph(item, style="List Bullet")
    document.save("deel.docx")
    offered = sto("invoer", "plan", region, "deel.docx", "--ja")
    assert "1? ROC Noord" in offered.out
    assert "Philips: geeft lessen" in offered.out


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0oud", b"gewone tekst"])
def test_what_is_no_word_file_is_one_sentence(region: Path, sto: Sto, content: bytes) -> None:
    Path("plan.docx").write_bytes(content)
    assert_refused(sto("invoer", "plan", region, "plan.docx"))
    assert_refused(sto("invoer", "plan", region, "er-is-niets.docx"))


def test_yes_never_replaces_what_the_dossier_says(region: Path, sto: Sto) -> None:
    """The dossier has a stuurgroep with a task."""
    task = "Opdrachtgever; beslist over doelen, voortgang en geld."
    assert sto("zet", region, "organen/1", f"taak={task}").code == 0
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in ("Partners: ROC Noord", "2027: Rijden"):
        document.add_paragraph(line)
    document.add_heading("Organisatie", 1)
    document.add_heading("Stuurgroep", 2)
    document.add_paragraph("Is er.")
    document.save("plan.docx")
    shown = sto("invoer", "plan", region, "plan.docx", "--ja")
    assert "plan.docx: 3 nieuw, 0 gewijzigd, 1 vervangt wat er staat, alles is begrepen.\n" in shown.out
    assert f"       Vervangt wat er staat: taak.\n       Taak: {task} → Is er.\n" in shown.out
    assert (shown.code, shown.err) == (
        1,
        "Niet overgenomen omdat het vervangt wat in het dossier staat: nummer 4. Geef de opdracht nog eens met --neem "
        "wijzigingen, of met nummers uit de nieuwe lijst.\n",
    )
    bodies = json.loads(sto("lijst", region, "organen", "--json").out)
    assert task in [body["task"] for body in bodies]
    assert sto("invoer", "plan", region, "plan.docx", "--neem", "wijzigingen").code == 0
    bodies = json.loads(sto("lijst", region, "organen", "--json").out)
    assert task not in [body["task"] for body in bodies]
    again = sto("invoer", "plan", region, "plan.docx", "--neem", "wijzigingen")
    assert (again.code, again.err) == (2, "Er staat niets dat iets vervangt in de lijst.\n")
