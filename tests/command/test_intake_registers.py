"""`sto invoer` of parties, risks, budget, cofinancing and actions: what is shown, asked, taken, and remembered."""

import csv
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sto_tui.command.idle_answers import told_idle
from sto_tui.domain.change import Change
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.registers.kinds import REGISTERS
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.support.commands import Sto, assert_refused

PARTIES = "Naam;Organisatie;Soort\nJan;Stad & Natuur;stichting\nAnja;Jinc;bedrijf\n"


def names(sto: Sto, region: Path, table: str, field: str) -> list[str]:
    return [row[field] for row in json.loads(sto("lijst", region, table, "--json").out)]


@pytest.fixture
def region(sto: Sto) -> Path:
    assert sto("nieuw", "regio.sto.json", "--regio", "Proef", "--periode", "2027-2028").code == 0
    return Path("regio.sto.json")


def test_a_question_is_named_answered_remembered_and_asked_anew(sto: Sto, region: Path) -> None:
    sheet, before = Path("partners.csv"), region.read_bytes()
    sheet.write_text(PARTIES)
    asked = sto("invoer", "partijen", region, sheet, "--ja")
    assert (asked.code, region.read_bytes()) == (1, before)
    assert "In welke kolom staat ‘Naam’? Voeg toe: --antwoord kolom:naam=…" in asked.err
    answers = ("--kolom", "Naam=B", "--antwoord", "keuze:kind:stichting=overig")
    taken = sto("invoer", "partijen", region, sheet, "--ja", *answers)
    assert (taken.code, taken.out.splitlines()[-1]) == (0, "Overgenomen: 2 nieuw, 0 gewijzigd.")
    assert names(sto, region, "partijen", "name") == ["Stad & Natuur", "Jinc"]
    sheet.write_text(PARTIES + "Kim;Koster;bedrijf\n")
    again = sto("invoer", "partijen", region, sheet, "--ja")
    assert again.out.startswith("Zelfde antwoorden als op ")
    assert again.out.endswith("Overgenomen: 1 nieuw, 0 gewijzigd.\n")
    assert sto("invoer", "partijen", region, sheet, "--opnieuw").code == 1
    assert sto("geschiedenis", region, "--terug", "2").code == 0
    assert names(sto, region, "partijen", "name") == []


BUDGET = "Post;2027;2028\nProjectleider;7000;8000\nBus;500;\n"
INCOME = "Subsidie OCW;7500;8000\n"


@pytest.mark.parametrize("wish", ["", "--opnieuw"])
def test_an_answer_outlives_a_sheet_of_which_nothing_is_asked(wish: str, sto: Sto, region: Path) -> None:
    sheet = Path("begroting.csv")
    sheet.write_text(BUDGET + INCOME)
    assert sto("invoer", "begroting", region, sheet, "--ja", "--antwoord", "inkomsten=over").code == 0
    sheet.write_text(BUDGET.replace("500", "600"))
    assert sto("invoer", "begroting", region, sheet, "--ja", *[wish] * bool(wish)).code == 0
    sheet.write_text(BUDGET + INCOME)
    again = sto("invoer", "begroting", region, sheet, "--ja")
    assert ("inkomsten=over" in again.out, again.code) == ((False, 1) if wish else (True, 0))


def test_what_becomes_of_a_number_is_asked_once(sto: Sto, region: Path) -> None:
    sheet = Path("begroting.csv")
    sheet.write_text("Post;Jaar;Aantal;Tarief\nCoach;2027;100;60\n")
    assert sto("invoer", "begroting", region, sheet, "--ja").code == 0
    for amount, typed in ((7000, ("--antwoord", "verdeling=prijs")), (7000, ()), (8000, ())):
        sheet.write_text(f"Post;Jaar;Bedrag\nCoach;2027;{amount}\n")
        assert sto("invoer", "begroting", region, sheet, "--ja", *typed).code == 0
    (coach,) = json.loads(sto("lijst", region, "begroting", "--json").out)
    assert (coach["quantity"], coach["price"]) == (100.0, 80_00)


def test_a_pasted_block_comes_in_by_a_dash(sto: Sto, region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted = io.TextIOWrapper(io.BytesIO(b"Risico\tKans\nTe weinig docenten\thoog\n"))
    monkeypatch.setattr(sys, "stdin", pasted)
    assert sto("invoer", "risicos", region, "-", "--ja").code == 0
    assert names(sto, region, "risicos", "probability") == ["groot"]


@pytest.mark.parametrize("word", REGISTERS)
def test_what_the_program_lists_itself_changes_nothing(sto: Sto, dossier: Path, word: str) -> None:
    before = dossier.read_bytes()
    sheet = Path(f"{word}.csv")
    sheet.write_text(sto("lijst", dossier, word, "--csv").out, encoding="utf-8")
    result = sto("invoer", word, dossier, sheet, "--ja")
    assert f"{sheet}: niets nieuws, geen weigeringen." in result.out
    assert dossier.read_bytes() == before


@pytest.mark.parametrize(
    "argv", [("partijen", "weg.csv"), ("partijen", "regio.sto.json"), ("risicos", "leeg.csv"), ("acties", "rommel.csv")]
)
def test_what_cannot_be_read_is_refused_in_one_sentence(sto: Sto, region: Path, argv: tuple[str, str]) -> None:
    Path("leeg.csv").touch()
    with Path("rommel.csv").open("w") as file:
        csv.writer(file).writerow(["=1+1", "[red]y[/red]"])
    before = region.read_bytes()
    assert_refused(sto("invoer", argv[0], region, argv[1]))
    assert region.read_bytes() == before


def test_a_column_that_is_none_of_the_table_is_refused(sto: Sto, region: Path) -> None:
    Path("partners.csv").write_text(PARTIES)
    refused = sto("invoer", "partijen", region, "partners.csv", "--kolom", "Prijs=B")
    assert_refused(refused)
    assert "‘prijs’ is geen kolom van deze tabel. Kies uit naam, afkorting, soort" in refused.err


@pytest.mark.parametrize(
    ("word", "table", "answers", "told"),
    [
        ("partijen", "Naam;Soort\nJinc;bedrijf\n", ["onzin=ja"], ["onzin=ja", "(er is niets te vragen)"]),
        ("partijen", PARTIES, ["keuze:kind:stichting=overig", "kolom:naam=B", "wie=v"], ["wie=v", "wel: keuze:kind"]),
        ("begroting", BUDGET + INCOME, ["inkomsten=anders"], ["‘anders’ is geen antwoord op inkomsten."]),
        ("uitgaven", "Regelnummer;Datum;Bedrag\n1.1;3-2-2027;500\n", ["tekens=om"], ["tekens=om verandert niets"]),
        ("mijlpalen", "Mijlpaal;Klaar\nLab open;3-2-2027\n", ["gaten=door"], ["gaten=door verandert niets"]),
        ("mijlpalen", "Mijlpaal;Klaar\nLab open;3-2-2027\n", ["jaar=2027"], ["jaar=2027 verandert niets"]),
        # What was answered in vain before is told again; what does count is not.
        ("mijlpalen", "Mijlpaal;Klaar\nLab open;3-2\n", ["jaar=2027"], []),
        ("mijlpalen", "Mijlpaal;Klaar\nLab open;3-2-2027\n", ["kolom:klaar=B"], []),
    ],
)
def test_an_answer_to_what_is_not_asked_is_named_with_what_is(
    word: str, table: str, answers: list[str], told: list[str], sto: Sto, region: Path
) -> None:
    Path("blad.csv").write_text(table)
    typed = [part for answer in answers for part in ("--antwoord", answer)]
    result = sto("invoer", word, region, "blad.csv", "--ja", *typed)
    assert [words for words in told if words not in result.err] == []
    assert ("verandert niets" in result.err or "geen antwoord" in result.err) is bool(told)


def test_an_answer_is_idle_when_the_sheet_is_read_the_same_without_it() -> None:
    """Not when something else is read then, nor when nothing can be."""
    proposal = IntakeProposal(Change("Partijen", ()))
    idle = "Het antwoord wie=v verandert niets, want dat is bij dit blad geen vraag (er is niets te vragen)."

    def unreadable(given: dict[str, str]) -> IntakeProposal:
        raise IntakeError(f"Wie is niet bekend: {given}")

    for read, told in (
        (lambda given: proposal, [idle]),
        (lambda given: replace(proposal, remarks=("Rij 2 zegt niet wie.",)), []),
        (unreadable, []),
    ):
        assert list(told_idle(read, proposal, {"wie": "v"}, {"wie": "v"})) == told
