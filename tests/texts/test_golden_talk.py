"""What the commands that change a dossier say, one after another, as it stands in `tests/golden/opdrachten.txt`."""

import re
import shutil
from itertools import count
from pathlib import Path

import pytest

from sto_tui import cli
from sto_tui.command.caller import Caller
from sto_tui.domain.milestones import Milestone
from tests.intake.duo.test_duo import exams, places, pupils
from tests.support.commands import Sto
from tests.support.golden_texts import VOORBEELDREGIO, Golden

FILES = ["opdrachten.txt"]
NEW_ID = re.compile(r"([a-z]+/)(\d{15})\b")
SPENT = """Regelnummer;Factuurdatum;Bedrag;Omschrijving;Factuurnummer
101;12-5-2027;1.360,00;Trekker, twintig uur;F27-061
999;12-5-2027;10,00;Onbekend;F27-062
105;12-5-2027;-10,00;;F27-063
Totaal;;1.360,00;;
"""
SHEET = """\
Nr;Mijlpaal;Begin;Klaar;Stoplicht;Toelichting;stuurgroep
{known};Anders genoemd;1-2-2027;30-6-2027;rood;De zaal is dicht;E
99.1;Nieuwe mijlpaal;1-3-2027;31-5-2027;;;V
99.2;Verkeerde datum;31-2-2027;;;;
99.3;Geen rol;1-4-2027;30-4-2027;;;Q
"""


def test_what_the_commands_say(tmp_path: Path, sto: Sto, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        cli, "_caller", lambda period="", mouse=False: Caller("jan", VOORBEELDREGIO.clock, period, mouse)
    )
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copy(VOORBEELDREGIO.path, tmp_path / "regio.sto.json")
    known = next(iter(VOORBEELDREGIO.dossier().of(Milestone).values())).number
    (tmp_path / "plan.csv").write_text(SHEET.format(known=known), encoding="utf-8")
    (tmp_path / "kosten.csv").write_text(SPENT, encoding="utf-8")
    (tmp_path / "fout.csv").write_text("Nr;Mijlpaal;Klaar\n99.2;Verkeerde datum;31-2-2027\n", encoding="utf-8")
    (tmp_path / "rollen.csv").write_text("Nr;Mijlpaal;stuurgroep\n99.4;Met een O;O\n", encoding="utf-8")
    row = ("01AB", "02", "VMBO BL", "PRODUCEREN, INSTALLEREN EN ENERGIE", (11, 1, 20, 2))
    counted = pupils(tmp_path, row).name
    places(tmp_path)
    exams(tmp_path, ("VMBO BL-PIE", (10, 12, 9, 11)))
    shown = []
    for line in (
        "nieuw leeg.sto.json --regio Veenderwaard --periode 2027-2028",
        "nieuw leeg.sto.json --regio Veenderwaard --periode 2027-2028",
        "lijst leeg.sto.json mijlpalen",
        "stoplicht leeg.sto.json 1.1 rood",
        "geschiedenis leeg.sto.json",
        "geschiedenis leeg.sto.json --terug 1",
        "voorbeeld",
        "voorbeeld almere kopie",
        "voorbeeld almere kopie",
        "invoer mijlpalen regio.sto.json plan.csv",
        "invoer mijlpalen regio.sto.json plan.csv --ja",
        "invoer mijlpalen regio.sto.json plan.csv --ja",
        "invoer uitgaven regio.sto.json kosten.csv",
        "invoer uitgaven regio.sto.json kosten.csv --ja",
        "invoer uitgaven regio.sto.json kosten.csv --ja",
        "voeg-toe regio.sto.json uitgaven begrotingsregel=999 datum=1-5-2027 bedrag=10",
        "invoer mijlpalen regio.sto.json fout.csv",
        "invoer mijlpalen regio.sto.json rollen.csv",
        "invoer mijlpalen regio.sto.json rollen.csv --legenda veori --ja",
        f"invoer duo regio.sto.json {counted}",
        f"invoer duo regio.sto.json {counted} --brin 99ZZ",
        f"invoer duo leeg.sto.json {counted} --brin 01AB",
        f"invoer duo leeg.sto.json {counted} --brin 01AB --ja",
        f"invoer duo leeg.sto.json {counted} --brin 01AB --ja",
        "invoer duo leeg.sto.json examenkandidaten-en-geslaagden-2020-2025.csv --brin 01AB --ja",
        f"invoer duo leeg.sto.json {counted} 02.-alle-vestigingen-vo.csv",
        f"stoplicht regio.sto.json {known} gereed",
        f"stoplicht regio.sto.json {known} oranje De zaal is weer open",
        f"stoplicht regio.sto.json {known} paars",
        "stoplicht regio.sto.json 9.9 rood",
        "geschiedenis regio.sto.json",
        "geschiedenis regio.sto.json --json",
        "geschiedenis regio.sto.json --terug 2",
        "geschiedenis regio.sto.json --terug 9",
        "geschiedenis regio.sto.json --terug 0",
        "concept regio.sto.json",
        "concept leeg.sto.json",
        "concept leeg.sto.json",
        "concept leeg.sto.json -o leeg.docx",
        "concept leeg.sto.json -o leeg.docx",
        "concept leeg.sto.json --deel alle",
        "concept regio.sto.json --deel voortgangsrapportage --van 1-1-2027 --tot 31-3-2027 -o verslag.docx",
        "concept regio.sto.json --van 1-1-2027 --tot 31-3-2027",
        "controle leeg.sto.json",
        "voeg-toe regio.sto.json doelen tekst=Nieuw",
        "zet regio.sto.json doelen/1 tekst=Anders",
        "zet regio.sto.json doelen/1 tekst=Anders",
        "zet regio.sto.json doelen/1 tekst=Weer --json",
        "verwijder regio.sto.json doelen/1",
        "verwijder regio.sto.json doelen/1 --ja",
        "verwijder regio.sto.json doelen/1 --ja",
        "zoek regio.sto.json Zonrijk",
        "zoek regio.sto.json xyzzy",
        "partij stopt regio.sto.json partijen/1",
        "partij doet-mee regio.sto.json partijen/1",
        "partij samen regio.sto.json partijen/1 partijen/2",
        "indienen regio.sto.json --op 14-6-2027 --versie 1.0",
        "wijzigingen regio.sto.json",
        "volgende regio.sto.json --periode 2029-2030",
        "excel regio.sto.json -o regio.xlsx",
        "invoer excel regio.sto.json regio.xlsx",
        "agenda regio.sto.json -o regio.ics",
        "uitleg xyzzy",
        "leeg.sto.json",
        "open leeg.sto.json",
    ):
        result = sto(*line.split())
        remarks = "".join(f"> {text}\n" for text in result.err.splitlines())
        shown.append(f"$ sto {line}\n{result.out}{remarks}[{result.code}]\n")
    golden("opdrachten.txt", _numbered("\n".join(shown).replace(f"{tmp_path}/", "")))


def _numbered(text: str) -> str:
    """The text with the ids of new records, of which a part is random, counted as they come."""
    numbers = count(1)
    told = {found: f"{found[0]}<id {next(numbers)}>" for found in dict.fromkeys(NEW_ID.findall(text))}
    return NEW_ID.sub(lambda match: told[match[1], match[2]], text)
