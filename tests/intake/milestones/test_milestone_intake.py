"""Milestones from a sheet: what is read, what is refused and why, and that a bad file costs one sentence."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from sto_tui.domain.change import Change, adding
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Region
from sto_tui.domain.tables import TABLES
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.sheets.package import safe_package
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.progress.as_it_stood import as_it_stood
from sto_tui.planning.progress.period_report import ReportPeriod as PeriodOfReport
from sto_tui.planning.progress.period_report import period_report, reported_on
from sto_tui.storage.store import DossierStore
from tests.conftest import CONTROLS, NASTY, NOW, clock
from tests.house.test_floors import OFFICE, loaded_by
from tests.support.commands import Sto, assert_refused

TODAY = NOW.date()

_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
}
# Style 1 of this workbook is a date.
_STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)
Value = str | float | date | None


def workbook(path: Path, **sheets: str) -> Path:
    """A workbook as Excel packs it, from the XML of its sheets."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
    links = "".join(
        f'<Relationship Id="r{n}" Type="{kinds}/worksheet" Target="sheet{n}.xml"/>' for n in range(1, len(sheets) + 1)
    )
    links += f'<Relationship Id="s" Type="{kinds}/styles" Target="styles.xml"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _PACKAGE.items():
            archive.writestr(name, content)
        archive.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets>{listed}</sheets></workbook>'
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
        )
        archive.writestr("xl/styles.xml", _STYLES)
        for number, rows in enumerate(sheets.values(), 1):
            sheet = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
            archive.writestr(f"xl/sheet{number}.xml", sheet)
    return path


def cells(*rows: list[Value]) -> str:
    """The XML of rows: numbers as numbers, dates as Excel's days since 1900."""
    xml = []
    for number, row in enumerate(rows, 1):
        found = ""
        for at, value in enumerate(row):
            address = f"{chr(65 + at)}{number}"
            if isinstance(value, date):
                found += f'<c r="{address}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
            elif isinstance(value, int | float):
                found += f'<c r="{address}"><v>{value}</v></c>'
            elif value:
                found += f'<c r="{address}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        xml.append(f'<row r="{number}">{found}</row>')
    return "".join(xml)


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "plan.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.fixture
def empty() -> Dossier:
    return new_dossier("Proef", "2027-2028")


def proposed(path: Path, dossier: Dossier, legend: str | None = None) -> IntakeProposal:
    return proposal_of(read_sheet(path), dossier, TODAY, {"legenda": legend} if legend else {}, "anja")


def reasons(proposal: IntakeProposal) -> list[str]:
    return [f"{one.row}: {one.reason}" for one in proposal.refused]


def carried_out(change: Change, dossier: Dossier, folder: Path) -> Dossier:
    path = folder / f"{len(list(folder.iterdir()))}.sto.json"
    DossierStore.create(path, dossier)
    store = DossierStore.open(path, "anja", clock)
    store.apply(change)
    return store.dossier


@pytest.mark.parametrize(("encoding", "delimiter"), [("cp1252", ";"), ("utf-8-sig", ","), ("utf-16", "\t")])
def test_csv_as_excel_saves_it(tmp_path: Path, empty: Dossier, encoding: str, delimiter: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["Klaar", "MIJLPAAL", "nr.", "Béginn", "Start", "Na", "Stoplicht", "Toelichting", "Projectleider"])
    writer.writerow(["30-6-2027", "Eén café", "1,1", "x", "Q127", "", "Groen", "loopt", "v"])
    writer.writerow(["Q227", "a; b, c\nd", "1.2", "", "1 mei 2027", "1.1+2w", "", "", "V/E"])
    proposal = proposed(csv_file(tmp_path, text.getvalue(), encoding), empty)
    assert reasons(proposal) == []
    dossier = carried_out(proposal.change, empty, tmp_path)
    first, second = dossier.of(Milestone).values()
    assert (first.number, first.title, first.start, first.due) == (
        "1.1",
        "Eén café",
        date(2027, 1, 1),
        date(2027, 6, 30),
    )
    assert (second.start, second.due) == (date(2027, 5, 1), date(2027, 6, 30))
    assert [(link.milestone, link.lag_days) for link in second.after] == [(first.id, 14)]
    (entry,) = dossier.of(Progress).values()
    assert (entry.milestone, entry.date, entry.light, entry.note, entry.by) == (
        first.id,
        TODAY,
        Stoplicht.GROEN,
        "loopt",
        "anja",
    )
    assert [role.code for role in dossier.of(Veri).values()] == [VeriCode.VERANTWOORDELIJK, VeriCode.BEIDE]
    assert any("Béginn" in remark for remark in proposal.remarks)


def test_the_format_of_sto_with_periods_parties_and_title_lines(tmp_path: Path, empty: Dossier) -> None:
    text = """DEELPROJECT: Ontdeklabs;;;;;;Rollen en verantwoordelijkheden;
Nr;Mijlpalen;Tijdsduur;;;;stuurgroep;Bakkerij Smit
;;Q127;Q227;Q327;H128;;
1.1;Plan klaar;x;x;;;E;I
1.2;Lab open;;x;;x;;V

1- Benoem de mijlpaal. 2- Doorlooptijd.;;;;;;;
DEELPROJECT:;Menukaart;;;;;;
Nr;Mijlpalen;Tijdsduur;;;;Bakkerij Smit;
;;2027;2028;;;;
2.1;Menukaart gekozen;;x;;;V;
2.2;Alleen gekleurd;;;;;E;
"""
    proposal = proposed(csv_file(tmp_path, text), empty)
    assert reasons(proposal) == []
    dossier = carried_out(proposal.change, empty, tmp_path)
    found = {one.number: (one.start, one.due, one.deelproject) for one in dossier.of(Milestone).values()}
    assert found == {
        "1.1": (date(2027, 1, 1), date(2027, 6, 30), "Ontdeklabs"),
        "1.2": (date(2027, 4, 1), date(2028, 6, 30), "Ontdeklabs"),
        "2.1": (date(2028, 1, 1), date(2028, 12, 31), "Menukaart"),
        "2.2": (None, None, "Menukaart"),
    }
    (party,) = dossier.of(Party).values()
    assert party.name == "Bakkerij Smit"
    roles = sorted((dossier.caption(one.row)[:3], one.party.table, one.code.value) for one in dossier.of(Veri).values())
    assert roles == [
        ("1.1", "bodies", "E"),
        ("1.1", "parties", "I"),
        ("1.2", "parties", "V"),
        ("2.1", "parties", "V"),
        ("2.2", "parties", "E"),
    ]
    remarks = "\n".join(proposal.remarks)
    for said in ("Bakkerij Smit", "Regel 5: Q327 is leeg", "Regel 7: ‘1- Benoem", "in een csv staan geen kleuren"):
        assert said in remarks


def test_a_workbook_with_numbers_and_dates_from_excel(tmp_path: Path, empty: Dossier) -> None:
    rows = cells(
        ["Nr", "Mijlpaal", "Begin", "Klaar", "Na"],
        [1.1, "=1+1", date(2027, 2, 1), 2027, None],
        [1.2, "Tweede", "15-2-2027", "+6w", 1.1],
        [1.1, "Was 1.10", None, None, None],
        [date(2027, 1, 1), "Was 1-1", None, None, None],
    )
    path = workbook(tmp_path / "plan.xlsx", Uitleg=cells(["Nr", "Mijlpaal", "Klaar", "Begin"]), Mijlpalen=rows)
    proposal = proposed(path, empty)
    assert reasons(proposal) == [
        "4: nummer 1.1 staat ook op regel 2. Was het 1.10, maak dan de kolom Nr op als tekst.",
        "5: het nummer is een datum geworden (01-01-2027). Maak de kolom Nr op als tekst en typ het nummer opnieuw.",
    ]
    first, second = carried_out(proposal.change, empty, tmp_path).of(Milestone).values()
    assert (first.number, first.title, first.start, first.due) == ("1.1", "=1+1", date(2027, 2, 1), date(2027, 12, 31))
    assert (second.due, second.after[0].milestone) == (date(2027, 3, 29), first.id)


def test_what_is_refused_says_where_and_why(tmp_path: Path, empty: Dossier) -> None:
    text = "Nr;Mijlpaal;Klaar;Na;Stoplicht;stuurgroep\n"
    text += (
        "1;Eerste;31-2-2027;;;\n2;;;;;\n;;;;groen;\n3;Derde;;4;paars;V, I\n4;Vierde;;3, 99;;\n5;"
        + "x" * 301
        + ";;;;\n6;Zes;;6;;Q\n"
    )
    proposal = proposed(csv_file(tmp_path, text), empty)
    assert reasons(proposal) == [
        "2: ‘31-2-2027’ is geen datum. Schrijf bijvoorbeeld 28-2-2027, mrt 2027 of Q127.",
        "3: nummer 2 is er nog niet en de mijlpaal is leeg.",
        "4: er staat geen nummer en geen mijlpaal, wel ‘groen’.",
        "5: ‘paars’ is geen stoplicht; kies uit niet gestart, groen, oranje, rood en gereed.",
        "5: bij stuurgroep: ‘V, I’ zijn meer rollen. Alleen V en E gaan samen in één cel.",
        "6: wachten op 99 is niet overgenomen: die mijlpaal is er niet.",
        "6: wachten op 3 is niet overgenomen: dan wachten mijlpalen in een kring, 4 → 3 → 4.",
        "7: Mijlpaal: de tekst is langer dan 300 tekens.",
        "8: bij stuurgroep: ‘Q’ is geen rol. Kies uit V, E, R, I, O, S of VE.",
        "8: wachten op 6 is niet overgenomen: dat is de mijlpaal zelf.",
    ]
    assert [one.caption for one in proposal.added] == ["1 Eerste", "3 Derde", "4 Vierde", "6 Zes"]


def test_a_row_of_the_dossier_changes_only_what_the_sheet_says(tmp_path: Path, sto: Sto, example: Path) -> None:
    before = DossierStore.open(example, "anja", clock).dossier
    milestone = next(iter(before.of(Milestone).values()))
    text = f"Nr;Mijlpaal;Klaar;Resultaat;Knelpunten\n{milestone.number};Nieuwe naam;1-12-2027;;kasten te laat\n"
    source = csv_file(tmp_path, text)
    result = sto("invoer", "mijlpalen", example, source)
    assert (result.code, "--ja" in result.err) == (1, True)
    assert "Klaar op: 12-02-2027 → 01-12-2027" in result.out
    assert DossierStore.open(example, "anja", clock).dossier.of(Milestone)[milestone.id] == milestone
    assert sto("invoer", "mijlpalen", example, source, "--ja").code == 0
    after = DossierStore.open(example, "anja", clock).dossier
    changed = after.of(Milestone)[milestone.id]
    assert changed == milestone.changed(title="Nieuwe naam", due=date(2027, 12, 1), rev=changed.rev)
    assert "kasten te laat" in [entry.obstacle for entry in after.progress_of(milestone.id)]
    again = sto("invoer", "mijlpalen", example, source, "--ja")
    assert (again.code, again.out.splitlines()[0]) == (0, "plan.csv: niets nieuws, geen weigeringen.")


def test_without_a_number_the_exact_title_counts(tmp_path: Path, example: Path) -> None:
    dossier = DossierStore.open(example, "anja", clock).dossier
    milestone = next(iter(dossier.of(Milestone).values()))
    text = f"Mijlpaal;Thema\n{milestone.title};\nGloednieuw;{dossier.of(Theme)[1].title}\nZonder thema;Onbekend\n"
    proposal = proposed(csv_file(tmp_path, text), dossier)
    assert [one.caption for one in proposal.added] == ["1 Gloednieuw", "2 Zonder thema"]
    new, other = (edit.after for edit in proposal.change.edits if edit.ref.table == "milestones")
    assert getattr(new, "theme", None) == 1
    assert getattr(other, "deelproject", "") == "Onbekend"
    after = carried_out(proposal.change, dossier, tmp_path)
    assert proposed(tmp_path / "plan.csv", after).change.edits == ()


def test_the_letter_o_is_asked_for(tmp_path: Path, empty: Dossier) -> None:
    text = "Nr;Mijlpaal;stuurgroep;Bakker\n1;Een;E;O\n2;Twee;O;V\n"
    path = csv_file(tmp_path, text)
    asked = proposed(path, empty)
    assert [question.key for question in asked.questions] == ["legenda"]
    assert [one.row for one in asked.refused] == [2, 3]
    for legend, code in (("veri", VeriCode.OUT_OF_THE_LOOP), ("veori", VeriCode.SUPPORT)):
        proposal = proposed(path, empty, legend)
        assert (proposal.questions, proposal.refused) == ((), ())
        roles = [edit.after for edit in proposal.change.edits if isinstance(edit.after, Veri)]
        assert [role.code for role in roles].count(code) == 2


@pytest.mark.parametrize("codes", ["A;R;C;O", "V;R;A;I", "E;RA;I;I"])
def test_of_a_raci_matrix_no_role_is_taken(tmp_path: Path, empty: Dossier, codes: str) -> None:
    one, two, three, four = codes.split(";")
    text = f"Nr;Mijlpaal;stuurgroep;Bakker\n1;Een;{one};{two}\n2;Twee;{three};{four}\n"
    raci = proposed(csv_file(tmp_path, text), empty)
    assert [(refusal.row, "RACI" in refusal.reason) for refusal in raci.refused] == [(0, True)]
    assert {edit.ref.table for edit in raci.change.edits} == {"milestones"}


def test_only_r_and_i_is_taken_with_a_remark(tmp_path: Path, empty: Dossier) -> None:
    proposal = proposed(csv_file(tmp_path, "Nr;Mijlpaal;stuurgroep\n1;Een;R\n2;Twee;I\n"), empty)
    assert (len(proposal.change.edits), proposal.refused) == (4, ())
    assert any("R is genomen als raadplegen" in remark for remark in proposal.remarks)
    with_v = proposed(csv_file(tmp_path, "Nr;Mijlpaal;stuurgroep\n1;Een;R\n2;Twee;V\n"), empty)
    assert with_v.remarks == ()


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answers", "code", "taken"), [("veri\nj\n", 0, 1), ("veri\nn\n", 1, 0), ("\nj\n", 1, 1)])
def test_on_a_terminal_it_asks(
    tmp_path: Path, sto: Sto, example: Path, monkeypatch: pytest.MonkeyPatch, answers: str, code: int, taken: int
) -> None:
    source = csv_file(tmp_path, "Nr;Mijlpaal;stuurgroep\n99;Nieuw;O\n")
    monkeypatch.setattr("sys.stdin", _Terminal(answers))
    assert sto("invoer", "mijlpalen", example, source).code == code
    dossier = DossierStore.open(example, "anja", clock).dossier
    assert sum(one.number == "99" for one in dossier.of(Milestone).values()) == taken


def test_a_name_is_no_role_and_hostile_text_is_text(tmp_path: Path, sto: Sto, example: Path) -> None:
    """Terminal sequences come in with CSV; XML itself has no place for them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["Nr", "Mijlpaal", "Eigenaar", *NASTY[:2]])
    titles = [*NASTY, CONTROLS]
    writer.writerows([900 + at, title, "Eva", "V", ""] for at, title in enumerate(titles))
    command = ("invoer", "mijlpalen", example, csv_file(tmp_path, text.getvalue()), "--ja")
    asked, result = sto(*command), sto(*command, "--antwoord", "letters=veri")
    assert (asked.code, result.code) == (1, 0)
    assert not [sign for sign in "\x1b\x07\x9b\u202e" if sign in asked.out + result.out]
    dossier = DossierStore.open(example, "anja", clock).dossier
    found = {one.number: one.title for one in dossier.of(Milestone).values()}
    assert [found[str(900 + at)] for at in range(len(NASTY))] == list(NASTY)
    assert {one.name for one in dossier.of(Party).values()} & {"Eigenaar", *NASTY[:2]} == {NASTY[0]}


FAR = '<row r="1048576"><c x=">" r="XFD1048576"><v>1</v></c></row>'
HEAD = cells(["Nr", "Mijlpaal"])


def bad_file(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.xlsx"
    if kind == "bom":
        workbook(path, Mijlpalen=HEAD + " " * 60_000_000)
    elif kind == "hoek":
        workbook(path, Mijlpalen=HEAD + FAR)
    elif kind == "pad":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("../buiten.xml", "x")
    elif kind == "stuk":
        path.write_bytes(workbook(path, Mijlpalen=HEAD).read_bytes()[:400])
    elif kind == "wachtwoord":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
    elif kind == "tekst":
        path.write_text("Nr;Mijlpaal\n1;a\n")
    elif kind == "leeg":
        path.write_bytes(b"")
    elif kind == "map":
        path.mkdir()
    return path


@pytest.mark.parametrize("kind", ["bom", "hoek", "pad", "stuk", "wachtwoord", "tekst", "leeg", "map", "weg"])
def test_a_bad_workbook_is_one_sentence(tmp_path: Path, sto: Sto, example: Path, kind: str) -> None:
    result = sto("invoer", "mijlpalen", example, bad_file(tmp_path, kind), "--ja")
    assert_refused(result)
    assert f"{kind}.xlsx" in result.err


@pytest.mark.parametrize(
    "data",
    [b"", b"a;b\n1;2\n", b'Nr;Mijlpaal\n1;"open\n2;b\n', b"PK\x03\x04rest", b"Nr;Mijlpaal\n1;a\x00b", b"\xff\xfea"],
)
def test_a_bad_csv_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(data)
    with pytest.raises(IntakeError, match=r"^plan\.csv "):
        read_sheet(path)


@pytest.mark.slow
def test_text_needs_no_reader_of_workbooks(tmp_path: Path, example: Path) -> None:
    source = csv_file(tmp_path, "Nr;Mijlpaal\n99;Nieuw\n")
    assert loaded_by({"textual", "rich", *OFFICE}, "invoer", "mijlpalen", str(example), str(source), "--ja") == set()


def test_a_word_that_is_no_legend_is_refused(sto: Sto, example: Path) -> None:
    assert_refused(sto("invoer", "mijlpalen", example, "plan.csv", "--legenda", "raci"))
    assert_refused(sto("invoer"))


def test_a_plan_of_three_hundred_rows_is_one_change(tmp_path: Path, empty: Dossier) -> None:
    rows = [f"{n};Mijlpaal {n};1-1-2027;Q227;{n - 1 if n > 1 else ''};Thema {n % 7};V;E" for n in range(1, 301)]
    path = csv_file(tmp_path, "\n".join(["Nr;Mijlpaal;Begin;Klaar;Na;Thema;stuurgroep;Bakker", *rows]))
    proposal = proposed(path, empty)
    assert (len(proposal.added), proposal.refused) == (300, ())
    assert len(proposal.change.edits) == 901
    assert Ref("parties", -1) in proposal.change.refs


def test_the_first_table_counts_also_when_a_later_head_is_longer(tmp_path: Path, empty: Dossier) -> None:
    text = "Mijlpaal;Plan 2027\nDEELPROJECT: Labs;;\nNr;Mijlpaal;Q127\n1;Lab open;x\n"
    text += "DEELPROJECT: Menu;;\nNr;Mijlpaal;Begin;Klaar;Resultaat\n2;Menu gekozen;;2028;kaart\n"
    proposal = proposed(csv_file(tmp_path, text), empty)
    assert [(one.caption, one.details[1]) for one in proposal.added] == [
        ("1 Lab open", "deelproject Labs"),
        ("2 Menu gekozen", "deelproject Menu"),
    ]


@pytest.mark.parametrize(
    "text", ["Naam;Datum\n1;2\n", "x;y\n" * 60 + "Nr;Mijlpaal\n1;a\n", "Deelproject:;Nr;Mijlpaal\n"]
)
def test_a_sheet_without_heads_is_refused(tmp_path: Path, sto: Sto, example: Path, text: str) -> None:
    result = sto("invoer", "mijlpalen", example, csv_file(tmp_path, text), "--ja")
    assert_refused(result)
    assert "Nr en Mijlpaal" in result.err


def with_milestone(dossier: Dossier, log: Progress | None = None, **values: Any) -> Dossier:
    """The dossier with milestone 1 in it, and the newest line of its log."""
    milestone = Milestone(id=1, number="1", title="Lab open", **values)
    return dossier.with_tables({"milestones": {1: milestone}, "progress": {log.id: log} if log else {}})


def test_what_the_sheet_does_not_say_stays_in_the_log(tmp_path: Path, empty: Dossier) -> None:
    long = "De kasten komen later dan afgesproken. " * 5
    log = Progress(id=1, milestone=1, date=date(2026, 9, 1), light=Stoplicht.ORANJE, obstacle=long, measure="Bellen.")
    dossier = with_milestone(empty, log, light=Stoplicht.ORANJE)
    path = csv_file(tmp_path, "Nr;Stoplicht;Toelichting;Knelpunten\n1;;Eerste kast staat;-\n")
    proposal = proposed(path, dossier)
    (shown,) = proposal.changed
    assert [one.label for one in shown.differences] == ["Toelichting in het logboek"]
    newest = carried_out(proposal.change, dossier, tmp_path).progress_of(1)[0]
    assert (newest.note, newest.obstacle, newest.measure) == ("Eerste kast staat", long, "Bellen.")
    assert newest.light is Stoplicht.ORANJE
    (shown,) = proposed(csv_file(tmp_path, f"Nr;Knelpunten;Stoplicht\n1;{long}Ook de deur.;rood\n"), dossier).changed
    assert [one.label for one in shown.differences] == ["Stoplicht", "Knelpunt in het logboek"]
    assert "Ook de deur." in shown.differences[1].new
    assert all(len(text) < 150 for text in (shown.differences[1].old, shown.differences[1].new))


def test_words_about_being_ready_are_no_reason_for_what_came_after(tmp_path: Path, empty: Dossier) -> None:
    log = Progress(id=1, milestone=1, date=date(2026, 9, 1), light=Stoplicht.GEREED, note="Klaar.")
    dossier = with_milestone(empty, log, light=Stoplicht.GEREED, done_on=date(2026, 9, 1))
    proposal = proposed(csv_file(tmp_path, "Nr;Stoplicht\n1;oranje\n"), dossier)
    newest = carried_out(proposal.change, dossier, tmp_path).progress_of(1)[0]
    assert (newest.light, newest.note) == (Stoplicht.ORANJE, "")


def test_a_period_says_less_than_a_day(tmp_path: Path, empty: Dossier) -> None:
    heads = "Nr;Q127;Q227;Q327\n"
    days: dict[str, Any] = {"start": date(2027, 2, 10), "due": date(2027, 6, 4)}
    dossier = with_milestone(empty, **days)
    assert proposed(csv_file(tmp_path, f"{heads}1;x;x;\n"), dossier).change.edits == ()
    (shown,) = proposed(csv_file(tmp_path, f"{heads}1;x;x;x\n"), dossier).changed
    assert [(one.label, one.new) for one in shown.differences] == [("Klaar op", "30-09-2027")]
    fixed = proposed(csv_file(tmp_path, f"{heads}1;x;x;x\n"), with_milestone(empty, **days, fixed_date=True))
    assert fixed.change.edits == ()
    assert fixed.remarks == (
        "Regel 2: de datum van mijlpaal 1 staat vast en volgt de perioden niet; ‘klaar op’ blijft 04-06-2027.",
    )


def test_a_start_after_the_due_date_is_refused(tmp_path: Path, empty: Dossier) -> None:
    dossier = with_milestone(empty, start=date(2027, 3, 1))
    text = "Nr;Mijlpaal;Begin;Klaar\n1;;;1-2-2027\n2;Twee;2-7-2027;1-7-2027\n"
    assert reasons(proposed(csv_file(tmp_path, text), dossier)) == [
        "2: begin 01-03-2027 ligt na ‘klaar op’ 01-02-2027.",
        "3: begin 02-07-2027 ligt na ‘klaar op’ 01-07-2027.",
    ]


def test_a_mistyped_role_costs_its_cell_and_not_the_column(tmp_path: Path, empty: Dossier) -> None:
    heads = "Nr;Mijlpaal;Bedrijf;Wie;Stuurgroep;Een\n"
    rows = "1;a;V;Eva;Jan;\n2;b;E;V;Piet;\n3;c;X;Bo;-;I\n4;d;-;E;;x\n"
    proposal = proposed(csv_file(tmp_path, heads + rows), empty)
    assert reasons(proposal) == [
        "2: bij Stuurgroep: ‘Jan’ is geen rol. Kies uit V, E, R, I, O, S of VE.",
        "3: bij Stuurgroep: ‘Piet’ is geen rol. Kies uit V, E, R, I, O, S of VE.",
        "4: bij Bedrijf: ‘X’ is geen rol. Kies uit V, E, R, I, O, S of VE.",
    ]
    assert [one.details for one in proposal.added] == [("VERI V Bedrijf",), ("VERI E Bedrijf",), (), ()]
    assert "Niet overgenomen, want geen kolom van een mijlpalenplan: Een." in proposal.remarks
    names = "‘Eva’, ‘V’, ‘Bo’ of ‘E’"
    assert f"‘Wie’ is niet overgenomen: geen partij, orgaan of persoon van een partij heet {names}." in proposal.remarks


@pytest.mark.parametrize(("size", "shown"), [(40, ""), (41, "… (en nog 1 teken)"), (42, "… (en nog 2 tekens)")])
def test_a_name_of_more_than_forty_characters_is_cut_in_a_remark(
    tmp_path: Path, empty: Dossier, size: int, shown: str
) -> None:
    heads = f"Nr;Mijlpaal;{'B' * size};{'C' * size}\n"
    proposal = proposed(csv_file(tmp_path, f"{heads}1;a;V;Eva\n2;b;E;Jan\n"), empty)
    assert proposal.remarks[:2] == (
        f"Nieuw als partij: {'B' * 40}{shown}. Geef ze daarna een soort bij 4 Plan.",
        f"Niet overgenomen, want geen kolom van een mijlpalenplan: {'C' * 40}{shown}.",
    )


def test_a_refused_row_keeps_its_number(tmp_path: Path, empty: Dossier) -> None:
    dossier = with_milestone(empty)
    text = (
        f"Nr;Mijlpaal;Klaar;Na\n1;;morgen;\n2;{'x' * 301};;\n3;Drie;;1, 2\n2;Dubbel;;\n;Lab open;1-7-2027;\n;Vier;;\n"
    )
    proposal = proposed(csv_file(tmp_path, text), dossier)
    assert [reason for reason in reasons(proposal) if "geen datum" not in reason] == [
        "3: Mijlpaal: de tekst is langer dan 300 tekens.",
        "4: wachten op 2 is niet overgenomen: regel 3, met dat nummer, is geweigerd.",
        "5: nummer 2 staat ook op regel 3.",
        "6: mijlpaal 1 staat ook op regel 2.",
    ]
    assert [(one.caption, one.details) for one in proposal.added] == [("3 Drie", ("wacht op 1",)), ("4 Vier", ())]
    ((changed,),) = [one.differences for one in proposal.changed]
    assert (changed.label, changed.new) == ("Toelichting in het logboek", "Klaar op: morgen")


@pytest.mark.parametrize("heads", ["Mijlpaal;Klaar\n", "Mijlpaal;Klaar;Nr\n"])
def test_a_number_in_the_column_of_the_title(tmp_path: Path, empty: Dossier, heads: str) -> None:
    dossier = with_milestone(empty)
    proposal = proposed(csv_file(tmp_path, f"{heads}1;1-8-2027\n1.1c;\n1,2;\n3 labs open;\n"), dossier)
    ((shown,),) = [one.differences for one in proposal.changed]
    assert (shown.label, shown.new) == ("Klaar op", "01-08-2027")
    what = "bij Mijlpaal is een nummer dat er nog niet is. Zet het nummer in een kolom Nr en de naam bij Mijlpaal."
    assert reasons(proposal) == [f"3: ‘1.1c’ {what}", f"4: ‘1,2’ {what}"]
    assert [one.caption for one in proposal.added] == ["2 3 labs open"]


def test_all_that_is_wrong_in_a_row_is_named_at_once(tmp_path: Path, empty: Dossier) -> None:
    heads = "Nr;Mijlpaal;Begin;Klaar;Na;Stoplicht;Thema;stuurgroep\n"
    rows = f"1;{'x' * 301};gisteren;31-6-2027;foo;paars;99;Q\n2;Twee;30-2-2027;+6w;1;;;\n;;;ooit;;;;\n"
    proposal = proposed(csv_file(tmp_path, heads + rows), empty)
    assert [f"{one.row} {one.reason.split(' is geen')[0].split(':')[0]}" for one in proposal.refused] == [
        "2 Mijlpaal",
        "2 ‘gisteren’",
        "2 ‘31-6-2027’",
        "2 ‘paars’",
        "2 bij stuurgroep",
        "2 wachten op foo is niet overgenomen",
        "2 ‘99’",
        "3 ‘30-2-2027’",
        "3 wachten op 1 is niet overgenomen",
        "4 er staat geen nummer en geen mijlpaal, wel ‘ooit’.",
        "4 ‘ooit’",
    ]
    (added,) = proposal.added
    assert added.details == ("toelichting in het logboek Begin: 30-2-2027 Klaar op: +6w",)


def test_rows_without_a_period_are_named(tmp_path: Path, empty: Dossier) -> None:
    rows = "1;a;;;x\n2;b;;;\n3;c;1-2-2027;1-3-2027;\n"
    path = csv_file(tmp_path, f"Nr;Mijlpaal;Begin;Klaar;Q127\n{rows}")
    assert [remark[:40] for remark in proposed(path, empty).remarks] == ["Regel 3 heeft geen gevulde periode. Zet "]
    path = csv_file(tmp_path, f"Nr;Mijlpaal;Q127\n{''.join(f'{n};m;' + chr(10) for n in range(1, 14))}")
    (remark,) = proposed(path, empty).remarks
    assert remark.startswith("De regels 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en nog 3 hebben geen gevulde periode.")


def test_what_starts_too_early_because_of_the_sheet_is_told(tmp_path: Path, empty: Dossier) -> None:
    lab = Milestone(id=-1, number="1", title="Lab", due=date(2027, 6, 30))
    late = Milestone(id=-2, number="2", title="Les", start=date(2027, 7, 1), after=(Dependency(milestone=-1),))
    was = Milestone(id=-3, number="3", title="Was al", start=date(2027, 6, 1), after=(Dependency(milestone=-2),))
    was_early = Milestone(id=-4, number="4", title="Kast", start=date(2027, 6, 1), after=(Dependency(milestone=-1),))
    dossier = carried_out(adding(empty, lab, late, was, was_early), empty, tmp_path)
    same = "Nr;Mijlpaal;Begin;Klaar;Na\n1;Werkplaats;;30-6-2027;\n"
    assert proposed(csv_file(tmp_path, same), dossier).remarks == ()
    text = "Nr;Mijlpaal;Begin;Klaar;Na\n1;;;2-7-2027;\n5;Vijf;1-7-2027;;1+1w\n"
    assert proposed(csv_file(tmp_path, text), dossier).remarks == (
        "Door dit blad beginnen te vroeg: 2 (1 dag, wacht op 1), 4 (31 dagen, wacht op 1) en 5 (8 dagen, wacht op 1). "
        "Verschuif datums, of haal weg waarop ze wachten.",
    )
    many = "".join(f"{n};m{n};1-1-2027;;1\n" for n in range(10, 22))
    (remark,) = proposed(csv_file(tmp_path, f"Nr;Mijlpaal;Begin;Klaar;Na\n{many}"), dossier).remarks
    assert "19 (180 dagen, wacht op 1) en nog 2. " in remark


def test_many_rings_are_each_refused_at_their_last_row(tmp_path: Path, empty: Dossier) -> None:
    rows = [f"{n};Mijlpaal {n};{n + 1 if n % 2 else n - 1}" for n in range(1, 1001)]
    proposal = proposed(csv_file(tmp_path, "\n".join(["Nr;Mijlpaal;Na", *rows])), empty)
    assert [one.row for one in proposal.refused] == [n + 1 for n in range(2, 1001, 2)]
    assert proposal.refused[0].reason.endswith("in een kring, 2 → 1 → 2.")


def test_a_ring_beyond_reason_costs_all_its_links(
    tmp_path: Path, empty: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sto_tui.intake.milestones.links.MOST_WORK", 2)
    path = csv_file(tmp_path, "Nr;Mijlpaal;Na\n1;a;3\n2;b;1\n3;c;2\n4;d;3\n")
    proposal = proposed(path, empty)
    assert [(one.row, one.reason.endswith("in een kring, van 3 mijlpalen.")) for one in proposal.refused] == [
        (2, True),
        (3, True),
        (4, True),
    ]
    assert proposal.added[3].details == ("wacht op 3",)


@pytest.mark.parametrize("piece", [b"<c ", b'<c "', b"<c x='", b"<table ", b"<", b"<x:", b"<c \"'"])
def test_tags_that_are_never_closed_cost_no_time(piece: bytes) -> None:
    """A reader that starts again at every tag would take hours for these."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/sheet1.xml", piece * (1_000_000 // len(piece)))
    assert safe_package(buffer.getvalue())


def ready_dossier() -> Dossier:
    """Four milestones due on 30 June 2026 but for the last, of which the third was still groen in August."""
    found = [
        Milestone(id=number, number=f"1.{number}", title=f"Stap {number}", due=date(2026, 6, 30), light=Stoplicht.GROEN)
        for number in (1, 2, 3)
    ]
    found.append(Milestone(id=4, number="1.4", title="Stap 4", due=date(2026, 12, 31), light=Stoplicht.GROEN))
    log = Progress(id=1, milestone=3, date=date(2026, 8, 20), light=Stoplicht.GROEN)
    region = {1: Region(id=1, name="Proef")}
    none: dict[str, dict[int, Record]] = {name: {} for name in TABLES}
    return Dossier({**none, "region": region, "milestones": {one.id: one for one in found}, "progress": {1: log}})


def test_gereed_in_a_sheet_has_the_day_that_the_sheet_says_or_the_due_date_and_never_today(tmp_path: Path) -> None:
    """Read on 3 September 2026: a day from the sheet, a due date that is proposed, and two that can't be dated."""
    text = "Nr;Stoplicht;Gereed op\n1.1;gereed;15-5-2026\n1.2;gereed;\n1.3;gereed;\n1.4;gereed;\n"
    dossier = ready_dossier()
    proposal = proposed(csv_file(tmp_path, text), dossier)
    assert reasons(proposal) == []
    shown = {one.caption: [(each.label, each.new) for each in one.differences] for one in proposal.changed}
    assert shown == {
        "1.1 Stap 1": [("Stoplicht", "gereed"), ("Gereed op", "15-05-2026")],
        "1.2 Stap 2": [("Stoplicht", "gereed"), ("Gereed op", "30-06-2026")],
        "1.3 Stap 3": [("Stoplicht", "gereed")],
        "1.4 Stap 4": [("Stoplicht", "gereed")],
    }
    assert proposal.remarks == (
        "Regel 3 is gereed zonder dag: voorgesteld is de einddatum. Klopt die niet, zet dan de goede dag in een kolom "
        "‘Gereed op’ of verbeter die bij 5 Mijlpalen.",
        "De regels 4 en 5 zijn gereed zonder dag. Een verslag telt deze mijlpalen niet bij een periode, tot ‘Gereed "
        "op’ is ingevuld bij 5 Mijlpalen.",
    )
    after = carried_out(proposal.change, dossier, tmp_path)
    assert [one.done_on for one in after.of(Milestone).values()] == [date(2026, 5, 15), date(2026, 6, 30), None, None]
    assert [str(after.progress_of(number)[0].date) for number in (1, 2, 3, 4)] == [
        "2026-05-15",
        "2026-06-30",
        "2026-09-03",
        "2026-09-03",
    ]
    span = PeriodOfReport(date(2026, 7, 1), date(2026, 12, 31))
    report = period_report(reported_on(after, date(2027, 1, 1), span))
    assert report.went_well == (
        "2 mijlpalen zijn gereed, zonder dag.",
        "1.3 Stap 3: gereed, maar het dossier zegt niet sinds wanneer.",
        "1.4 Stap 4: gereed, maar het dossier zegt niet sinds wanneer.",
    )


def test_how_it_was_before_a_sheet_was_read_is_not_known(tmp_path: Path) -> None:
    """Read on 3 September 2026: 9.1 is new and groen. On 31 August nobody knows, and it is not late."""
    text = "Nr;Mijlpaal;Begin;Klaar op;Stoplicht\n9.1;Nieuw;1-1-2026;30-6-2026;groen\n"
    dossier = ready_dossier()
    after = carried_out(proposed(csv_file(tmp_path, text), dossier).change, dossier, tmp_path)
    new = next(one for one in after.of(Milestone).values() if one.number == "9.1")
    before = as_it_stood(after, date(2026, 8, 31), date(2026, 12, 1))
    assert (before.light_of(new), before.how_late(new)) == (None, "")
    then = as_it_stood(after, date(2026, 9, 3), date(2026, 12, 1))
    assert (then.light_of(new), then.how_late(new)) == (Stoplicht.GROEN, "te laat")


@pytest.mark.parametrize("head", ["Gereed op", "Afgerond op", "Klaar op", "Datum gereed", "VOLTOOID OP:"])
def test_the_day_of_gereed_is_known_by_several_words(tmp_path: Path, head: str) -> None:
    text = f"Nr;Mijlpaal;Klaar;{head}\n1.1;Stap 1;30-6-2026;2 juni 2026\n9;Nieuw;30-6-2026;apr 2026\n"
    dossier = ready_dossier()
    after = carried_out(proposed(csv_file(tmp_path, text), dossier).change, dossier, tmp_path)
    first, new = after.of(Milestone)[1], next(one for one in after.of(Milestone).values() if one.number == "9")
    assert (first.light, first.done_on, first.due) == (Stoplicht.GEREED, date(2026, 6, 2), date(2026, 6, 30))
    assert (new.light, new.done_on) == (Stoplicht.GEREED, date(2026, 4, 30))


def test_klaar_op_alone_is_the_planned_day(tmp_path: Path, empty: Dossier) -> None:
    (added,) = proposed(csv_file(tmp_path, "Nr;Mijlpaal;Klaar op\n1;Lab open;30-6-2026\n"), empty).added
    assert added.details == ("… – 30 jun 2026",)


def test_a_day_of_gereed_that_cannot_be_is_refused(tmp_path: Path) -> None:
    text = "Nr;Stoplicht;Gereed op\n1.1;gereed;1-10-2026\n1.2;oranje;1-6-2026\n1.3;;1-8-2026\n1.4;gereed;ooit\n"
    dossier = ready_dossier()
    proposal = proposed(csv_file(tmp_path, text), dossier)
    assert reasons(proposal) == [
        "2: ‘Gereed op’ is niet overgenomen. 1 oktober 2026 moet nog komen.",
        "3: ‘Gereed op’ is niet overgenomen: er staat 01-06-2026, maar het stoplicht is oranje.",
        "4: ‘Gereed op’ is niet overgenomen. Op 20 augustus 2026 stond deze mijlpaal volgens het logboek op groen.",
        "5: bij ‘Gereed op’: ‘ooit’ is geen datum. Schrijf bijvoorbeeld 28-2-2027, mrt 2027 of Q127.",
    ]
    after = carried_out(proposal.change, dossier, tmp_path)
    assert [one.light.value for one in after.of(Milestone).values()] == ["gereed", "oranje", "groen", "gereed"]


def test_words_for_a_date_are_kept_once(tmp_path: Path, empty: Dossier) -> None:
    """The same sheet a month later says `na de kerst` again, and does not put it over what was noted since."""
    path = csv_file(tmp_path, "Nr;Mijlpaal;Klaar\n1;Lab open;na de kerst\n2;Folder;n.t.b.\n3;Film;-\n")
    first = carried_out(proposed(path, empty).change, empty, tmp_path)
    notes = {entry.milestone: entry.note for entry in first.of(Progress).values()}
    assert [notes.get(each.id, "") for each in first.of(Milestone).values()] == [
        "Klaar op: na de kerst",
        "Klaar op: n.t.b.",
        "",
    ]
    later = Progress(id=90, milestone=1, date=date(2026, 9, 3), light=Stoplicht.GROEN, note="Bouw begonnen.")
    since = first.with_tables({"progress": {**first.tables["progress"], 90: later}})
    assert proposed(path, since).change.edits == ()
