"""The workbook of both samples, and of a region with the longest names, is what Excel demands of a package."""

from datetime import date

import pytest
from lxml import etree

from sto_tui.documents.excel import WorkbookOptions, build_workbook
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import LINE_LIMIT
from sto_tui.domain.region import Region
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import SAMPLES
from tests.support.by_hand import dossier_with
from tests.support.word_packages import parts_of
from tests.support.word_templates import pack
from tests.support.workbook_packages import S, check_workbook

DAY = date(2027, 5, 1)
LONG = "&'[x]*?/\\" * (LINE_LIMIT // 9)


@pytest.mark.parametrize("name", ["almere-2020-2023", "voorbeeldregio-2027-2028"])
def test_the_workbook_of_a_sample_is_sound(name: str) -> None:
    path = SAMPLES / f"{name}.sto.json"
    dossier = dossier_from(decode(path.read_bytes(), path.name), path.name)
    sheets = check_workbook(build_workbook(dossier.seen_in(), WorkbookOptions(DAY)))
    lists = {_choices(one) for one in sheets["Cofinanciering"].iter(f"{S}dataValidation")}
    assert lists == {"geld,uren,materiaal,ruimte", "beoogd,toegezegd,getekend,gerealiseerd"}
    locked = {name for name, sheet in sheets.items() if sheet.find(f"{S}sheetProtection") is not None}
    assert locked == {"Begroting totaal", "Cijfers"} & sheets.keys()


def _choices(validation: etree._Element) -> str:
    return (validation.findtext(f"{S}formula1") or "").strip('"')


def test_so_is_that_of_a_region_with_the_longest_names_and_many_parties() -> None:
    parties = [Party(id=number, name=LONG) for number in range(1, 301)]
    dossier = dossier_with(
        Region(id=1, name=LONG, lead_school=LONG),
        Theme(id=1, number=1, title=LONG, periods=(1,)),
        Milestone(id=1, number="1.1a", title=LONG, theme=1, due=date(2027, 8, 31), tangible_result="lang " * 9_000),
        BudgetLine(id=1, number=LONG, title=LONG, theme=1, year=2027, quantity=1, price=1, note="lang " * 9_000),
        Cofinancing(id=1, party=1, title=LONG, year=2027, quantity=1, unit=LONG, rate=1),
        *parties,
    )
    assert "Mijlpalen" in check_workbook(build_workbook(dossier.seen_in(), WorkbookOptions(DAY)))


def test_an_empty_dossier_gives_a_sound_workbook() -> None:
    assert list(check_workbook(build_workbook(dossier_with(Region(id=1, name="Delta")), WorkbookOptions(DAY))))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", 'name="Mijlpalen"', f'name="{"M" * 32}"'),
        ("xl/workbook.xml", 'name="Voortgang"', 'name="MIJLPALEN"'),
        ("xl/workbook.xml", 'localSheetId="1"', 'localSheetId="0"'),
        ("xl/worksheets/sheet1.xml", "<sheetData>", "<pageMargins/><sheetData>"),
        ("xl/worksheets/sheet2.xml", "niet gestart,", "niet gestart," * 30),
        ("xl/worksheets/sheet1.xml", '<row r="1"', '<row r="9999"'),
    ],
)
def test_what_excel_would_repair_is_seen(part: str, old: str, new: str) -> None:
    path = SAMPLES / "almere-2020-2023.sto.json"
    data = build_workbook(dossier_from(decode(path.read_bytes(), path.name), path.name).seen_in(), WorkbookOptions(DAY))
    parts = parts_of(data)
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with pytest.raises(AssertionError):
        check_workbook(pack(parts))
