"""Sheets with milestones by hand: cells, heads, roles, rings and places, up to the lines that a person reads."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.intake.milestones.columns import blocks_of, first_head, head_score
from sto_tui.intake.milestones.links import Wish, dependencies, shown_links
from sto_tui.intake.milestones.numbers_and_names import looks_like_number, read_number
from sto_tui.intake.milestones.veri_cells import CodeError, Legend, code_of, is_code, is_raci, letters_of, may_be_raci
from sto_tui.intake.proposal import Refusal, short_difference, told_frame
from sto_tui.intake.sheets import table_reader
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.package import PackageError, safe_package
from sto_tui.intake.sheets.table_reader import Cell, IntakeError, SheetRow
from sto_tui.intake.tables.workbook_tabs import read_tabs
from sto_tui.planning.new_dossier import new_dossier
from tests.domain.test_changes import dossier_of
from tests.intake.milestones.test_milestone_intake import cells, csv_file, proposed, reasons, workbook

# Cells and tables.


def rows_of(path: Path) -> list[tuple[int, tuple[Cell, ...]]]:
    return [(row.number, row.cells) for row in read_tabs(path).tabs[0].rows]


def test_cells_of_a_workbook_as_they_were_typed(tmp_path: Path) -> None:
    """Numbers without the rests of binary ones; empty cells at the end and empty rows are gone."""
    path = workbook(
        tmp_path / "a.xlsx",
        Blad=cells(["Nr", "Mijlpaal"], [1, 1.1, 0.1 + 0.2, 2027], [], [100, 1e15, " x ", date(2027, 6, 30), None]),
    )
    assert rows_of(path) == [
        (1, ("Nr", "Mijlpaal")),
        (2, ("1", "1.1", "0.3", "2027")),
        (4, ("100", "1e+15", "x", date(2027, 6, 30))),
    ]


def test_a_cell_beyond_the_end_of_its_row_is_empty() -> None:
    row = SheetRow(1, ("a", date(2027, 6, 30)))
    assert [row.cell(index) for index in (0, 1, 2)] == ["a", date(2027, 6, 30), ""]
    assert row.text(1) == "2027-06-30"


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("sep=,\nNr,Mijlpaal\n1,a;b\n", (2, ("1", "a;b"))),
        ("Nr;Mijlpaal\n1;a,b\n", (2, ("1", "a,b"))),
        ("x,y,z\nNr;Mijlpaal\n1;a\n", (2, ("Nr", "Mijlpaal"))),
        ("Nr\tMijlpaal\n\n1\ta\n", (3, ("1", "a"))),
    ],
)
def test_what_keeps_the_cells_of_a_text_apart(tmp_path: Path, text: str, second: tuple[int, tuple[str, ...]]) -> None:
    assert rows_of(csv_file(tmp_path, text))[1] == second


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Nr;Mijlpaal\n" * 20_000, False),
        ("Nr;Mijlpaal\n" * 20_001, True),
        ("Nr;Mijlpaal" + ";x" * 498 + "\n", False),
        ("Nr;Mijlpaal" + ";x" * 499 + "\n", True),
    ],
    ids=("20000 rows", "20001 rows", "500 columns", "501 columns"),
)
def test_how_large_a_table_may_be(tmp_path: Path, text: str, refused: bool) -> None:
    path = csv_file(tmp_path, text)
    if not refused:
        assert rows_of(path)
        return
    with pytest.raises(IntakeError, match=r"^plan\.csv heeft meer dan 20\.000 regels of 500 kolommen\."):
        rows_of(path)


@pytest.mark.parametrize("text", ["x" + ";" * 2_000_001, "x" + "," * 2_000_001, "sep=|\nx" + "|" * 2_000_001])
def test_a_line_of_nothing_but_cells_is_refused_before_they_are_made(tmp_path: Path, text: str) -> None:
    with pytest.raises(IntakeError, match=r"^plan\.csv is te groot: er staat te veel in"):
        rows_of(csv_file(tmp_path, text))


def test_yes_and_no_of_a_workbook_are_words(tmp_path: Path) -> None:
    xml = '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c></row>'
    path = workbook(tmp_path / "a.xlsx", Blad=xml)
    assert rows_of(path)[0][1][:2] == ("ja", "nee")


def test_how_large_a_sheet_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Nr;Mijlpaal\n1;a\n")
    monkeypatch.setattr(table_reader, "LARGEST_FILE", 16)
    assert rows_of(path) == [(1, ("Nr", "Mijlpaal")), (2, ("1", "a"))]
    path.write_text("Nr;Mijlpaal\n1;ab\n")
    with pytest.raises(IntakeError, match=r"a\.csv is groter dan 50 MB en is niet gelezen"):
        rows_of(path)


def package(entries: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize("damaged", [False, True])
@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_is_packed_as_excel_packs(how: int, damaged: bool) -> None:
    data = package({"xl/sheet1.xml": b"<row/>" * 90}, how)
    if damaged:
        begin = data.index(b"sheet1.xml") + len("sheet1.xml")
        data = data[:begin] + bytes(255 - one for one in data[begin : begin + 30]) + data[begin + 30 :]
    with pytest.raises(PackageError, match=r"^is ingepakt op een manier die Word en Excel niet kennen$"):
        safe_package(data)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({f"{number}.xml": b"<a></a>" for number in range(2_000)}, ""),
        ({f"{number}.xml": b"<a></a>" for number in range(2_001)}, "is uitgepakt te groot"),
        ({"a.xml": b"x" * 100_000}, "is uitgepakt te groot"),
        ({"..\\a.xml": b"x"}, "is vreemd opgebouwd"),
        ({"a/../../b.xml": b"x"}, "is vreemd opgebouwd"),
        ({"C:b.xml": b"x"}, "is vreemd opgebouwd"),
        ({"/b.xml": b"x"}, "is vreemd opgebouwd"),
        ({"a..b/c:d.xml": b"<a></a>"}, ""),
    ],
    ids=("2000 parts", "2001 parts", "ratio", "up", "up again", "drive", "root", "dots in a name"),
)
def test_what_a_package_may_hold(entries: dict[str, bytes], said: str) -> None:
    data = package(entries)
    if said:
        with pytest.raises(PackageError, match=said):
            safe_package(data)
        return
    with zipfile.ZipFile(io.BytesIO(safe_package(data))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == entries


def test_of_a_package_only_what_is_read_comes_along() -> None:
    """Written plainly: no comment, no character entity, no count that promises more than there is."""
    entries = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "xl/a.xml": b'<?xml version="1.0"?><!-- x --><a x="&#49;&amp;&#10;" count="9"><b/>&#233;<![CDATA[<&]]></a>',
        "xl/b.xml": "<a>é</a>".encode("utf-16"),
        "xl/_rels/a.xml.rels": b"<a/>",
        "xl/broken.xml": b"<a><b></a>",
        "Configurations2/accelerator/current.xml": b"",
        "xl/media/picture.png": b"png",
        "xl/vbaProject.bin": b"bin",
    }
    with zipfile.ZipFile(io.BytesIO(safe_package(package(entries)))) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "xl/a.xml": '<a x="1&amp;&#10;"><b></b>é&lt;&amp;</a>',
            "xl/b.xml": "<a>é</a>",
            "xl/_rels/a.xml.rels": "<a></a>",
        }


# Heads.


@pytest.mark.parametrize(
    ("heads", "score"),
    [
        (["Nr", "Mijlpaal"], 2),
        (["Mijlpaal"], 1),
        # Only a number may be anything, until something else is known too.
        (["Nr"], 0),
        (["Nr", "Klaar"], 2),
        (["Nr", "Q127"], 2),
        (["Klaar", "Stoplicht"], 0),
        # Several stretches of time are one thing; what is said twice too.
        (["Nr", "Mijlpaal", "Q127", "Q227", "Mijlpalen"], 3),
        ([], 0),
    ],
)
def test_how_much_a_row_looks_like_a_head(heads: list[Cell], score: int) -> None:
    assert head_score(heads) == score


def rows(*texts: str) -> list[SheetRow]:
    return [SheetRow(number, tuple(text.split(";"))) for number, text in enumerate(texts, 1) if text]


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["x", "Nr;Mijlpaal", "1;a"], 1),
        # Of a title with words of heads and the heads below it the longer counts.
        (["Mijlpaal;Status", "Nr;Mijlpaal;Klaar"], 1),
        (["Nr;Mijlpaal;Klaar", "Mijlpaal;Status"], 0),
        (["Nr;Mijlpaal", "Nr;Mijlpaal"], 0),
        # Without a good one the best.
        (["x", "Mijlpaal", "y"], 1),
        (["DEELPROJECT: Nr;Mijlpaal;Klaar", "Nr;Mijlpaal"], 1),
        (["x", "y"], None),
    ],
)
def test_where_the_head_stands(texts: list[str], first: int | None) -> None:
    assert first_head(rows(*texts)) == first


def test_columns_by_the_words_above_them() -> None:
    """An unknown head with roles under it is a party; with a nameless column and a word it is told by its letter."""
    found = rows("Nr;Mijlpaal;2028;Q127;Bakker;Wie;;Klaar", "1;a;x;;V;Eva;?;1-2-2027", "2;b;;x;E;;;")
    (block,) = blocks_of(found, new_dossier("Proef", "2027-2028"))
    assert dict(block.columns.fields) == {"number": 0, "title": 1, "due": 7}
    assert [(span.label, span.column) for span in block.columns.spans] == [("Q127", 3), ("2028", 2)]
    assert [(span.start, span.end) for span in block.columns.spans] == [
        (date(2027, 1, 1), date(2027, 3, 31)),
        (date(2028, 1, 1), date(2028, 12, 31)),
    ]
    assert dict(block.columns.parties) == {4: ("Bakker", None)}
    assert block.columns.unknown == ("Wie", "kolom G (zonder kop)")
    assert [row.number for row, _ in block.rows] == [2, 3]


@pytest.mark.parametrize("letter", [(25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_a_nameless_column_is_called_as_a_rekenblad_does(letter: tuple[int, str]) -> None:
    column, name = letter
    found = rows("Nr;Mijlpaal", f"1;a{';' * (column - 1)}x")
    (block,) = blocks_of(found, new_dossier("Proef", "2027-2028"))
    assert block.columns.unknown == (f"kolom {name} (zonder kop)",)


@pytest.mark.parametrize(
    ("codes", "is_party"),
    [
        ("V", True),
        ("x", False),
        ("", False),
        ("V;E;x", True),
        # Half of the cells is not most of them, and one role is an accident.
        ("V;E;x;y", False),
        ("V;x", False),
        ("V;E;I;x;y", True),
        ("-;V;-", True),
    ],
)
def test_what_may_be_a_column_of_a_party(codes: str, is_party: bool) -> None:
    texts = [f"{at};m;{code}" for at, code in enumerate(codes.split(";"))]
    (block,) = blocks_of(rows("Nr;Mijlpaal;Nieuw", *texts), new_dossier("Proef", "2027-2028"))
    assert (2 in block.columns.parties) is is_party


def test_a_party_is_known_by_its_full_name_before_a_short_one() -> None:
    dossier = dossier_of(
        Party(id=1, name="Bakkerij Smit", short="Smit"),
        Party(id=2, name="Smit"),
        Body(id=1, name="Stuurgroep", short="SG"),
        Party(id=3, name="SG"),
    )
    (block,) = blocks_of(rows("Nr;Mijlpaal;smit;BAKKERIJ-SMIT;sg;Stuurgroep;SG", "1;a;V;E;I;I;V"), dossier)
    parties = {index: ref for index, (_, ref) in block.columns.parties.items()}
    # A second column of one party is not taken.
    assert parties == {2: Ref("parties", 2), 3: Ref("parties", 1), 4: Ref("parties", 3), 5: Ref("bodies", 1)}
    assert block.columns.unknown == ("SG",)


@pytest.mark.parametrize(
    ("texts", "spans", "numbers"),
    [
        # A second row of heads goes with the first: periods under a word that they share.
        (["Nr;Mijlpaal;Planning", ";;Q127", "1;a;x"], ["Q127"], [3]),
        # A row with a number is no head, and neither is one after an empty row.
        (["Nr;Mijlpaal;Planning", "1;;Q127", "2;a;x"], [], [2, 3]),
        (["Nr;Mijlpaal;Planning", "", ";;Q127", "2;a;x"], [], [3, 4]),
        # A new head further on begins a new table; directly under the first it is a row.
        (["Nr;Mijlpaal", "1;a", "Nr;Mijlpaal;2027", "2;b;x"], [], [2]),
        (["Nr;Mijlpaal", "Nr;Mijlpaal"], [], [2]),
    ],
)
def test_heads_of_two_rows_and_of_two_tables(texts: list[str], spans: list[str], numbers: list[int]) -> None:
    blocks = blocks_of(rows(*texts), new_dossier("Proef", "2027-2028"))
    assert [span.label for span in blocks[0].columns.spans] == spans
    assert [row.number for row, _ in blocks[0].rows] == numbers
    if len(blocks) > 1:
        assert [span.label for span in blocks[1].columns.spans] == ["2027"]


def test_years_of_a_head_are_years_that_can_be() -> None:
    (block,) = blocks_of(rows("Nr;Mijlpaal;1989;1990;2100;2101;H327;K127", "1;a"), new_dossier("P", "2027-2028"))
    assert [span.label for span in block.columns.spans] == ["1990", "Q127", "2100"]
    assert head_key("Béoogd-resultaat 2:") == "beoogdresultaat2"


# Roles.


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("v", VeriCode.VERANTWOORDELIJK),
        ("E", VeriCode.EINDVERANTWOORDELIJK),
        ("VE", VeriCode.BEIDE),
        ("e/v", VeriCode.BEIDE),
        ("V en E", VeriCode.BEIDE),
        ("S", VeriCode.SUPPORT),
        ("Raadplegen", VeriCode.RAADPLEGEN),
        ("ondersteunen", VeriCode.SUPPORT),
    ],
)
def test_the_role_in_a_cell(text: str, code: VeriCode) -> None:
    assert code_of(text, None) is code
    assert is_code(text)


@pytest.mark.parametrize(
    ("text", "legend", "said"),
    [
        ("V, I", Legend.VERI, "‘V, I’ zijn meer rollen."),
        ("A", Legend.VERI, "‘A’ is een letter uit RACI."),
        ("C", None, "‘C’ is een letter uit RACI."),
        ("O", None, "‘O’ heeft zonder legenda twee betekenissen."),
        ("SO", Legend.VERI, "‘SO’ is geen rol."),
        ("x" * 41, Legend.VERI, f"‘{'x' * 40}’ is geen rol."),
        ("", Legend.VERI, "‘’ is geen rol."),
    ],
)
def test_what_is_no_role_says_why(text: str, legend: Legend | None, said: str) -> None:
    with pytest.raises(CodeError) as caught:
        code_of(text, legend)
    assert str(caught.value).startswith(said)


def test_the_letters_of_a_sheet_tell_which_matrix_it_is() -> None:
    assert [letters_of(text) for text in ("ra", "V + E", "Jan", "OR", "")] == [
        {"R", "A"},
        {"V", "E"},
        set(),
        set(),
        set(),
    ]
    assert [is_code(text) for text in ("ra", "Jan", "", "OR")] == [True, False, False, False]
    assert [is_raci(letters) for letters in ("RA", "C", "VERIOS", "")] == [True, True, False, False]
    assert [may_be_raci(letters) for letters in ("RI", "RV", "RE", "I", "")] == [True, False, False, False, False]
    assert code_of("O", Legend.VERI) is VeriCode.OUT_OF_THE_LOOP
    assert code_of("O", Legend.VEORI) is VeriCode.SUPPORT


# Numbers, links and rings.


@pytest.mark.parametrize(
    ("text", "read", "like"),
    [
        ("1.1", ("1.1", False), True),
        ("1,10", ("1.10", True), True),
        ("1.1.", ("1.1", False), True),
        ("1,a", ("1,a", False), False),
        ("12", ("12", False), True),
        ("1.1c", ("1.1c", False), True),
        ("3 labs", ("3 labs", False), False),
        ("", ("", False), False),
    ],
)
def test_a_number_as_it_is_read(text: str, read: tuple[str, bool], like: bool) -> None:
    assert read_number(text) == read
    assert looks_like_number(text) is like


def ring_of(size: int) -> str:
    """What is said of a ring of so many new milestones, each of which waits on the next and the last on the first."""
    names = [f"m{number}" for number in range(1, size + 1)]
    wishes = [
        Wish(Milestone(id=-at, number=name, title="a"), [(names[at % size], 0)]) for at, name in enumerate(names, 1)
    ]
    found = dependencies(wishes, dossier_of(), {name: -at for at, name in enumerate(names, 1)}, {})
    assert [len(links) for _, links, _ in found] == [1] * (size - 1) + [0]
    (reason,) = found[-1][2]
    return reason.partition("in een kring, ")[2]


def test_a_long_ring_is_shown_by_its_beginning_and_its_end() -> None:
    """In order of work. Eight names are shown; of nine the first five, how many are left out, the last two."""
    assert ring_of(2) == "m2 → m1 → m2."
    assert ring_of(7) == "m7 → m6 → m5 → m4 → m3 → m2 → m1 → m7."
    assert ring_of(8) == "m8 → m7 → m6 → m5 → m4 → (nog 2) → m1 → m8."
    assert ring_of(10) == "m10 → m9 → m8 → m7 → m6 → (nog 4) → m1 → m10."


def test_links_keep_their_numbers_and_are_shown_with_what_lies_between() -> None:
    before = Milestone(id=1, number="1", title="a", after=(Dependency(id=5, milestone=2, lag_days=7),))
    dossier = dossier_of(before, Milestone(id=2, number="2", title="b"), Milestone(id=3, number="3", title="c"))
    numbers = {"1": 1, "2": 2, "3": 3, "4": None}
    wish = Wish(before, [("2", 14), ("3", 0), ("4", 0), ("9", 0), ("1", 0), ("8", 0)])
    ((_, links, reasons),) = dependencies([wish], dossier, numbers, {"9": 12})
    assert [(one.id, one.milestone, one.lag_days) for one in links] == [(5, 2, 14), (0, 3, 0)]
    assert reasons == [
        "wachten op 4 is niet overgenomen: dat nummer hebben meer mijlpalen.",
        "wachten op 9 is niet overgenomen: regel 12, met dat nummer, is geweigerd.",
        "wachten op 1 is niet overgenomen: dat is de mijlpaal zelf.",
        "wachten op 8 is niet overgenomen: die mijlpaal is er niet.",
    ]
    assert shown_links(links, {2: "2", 3: "3"}) == "2+2w, 3"
    assert shown_links(links, {3: "3"}) == "3"
    ((_, same, _),) = dependencies([Wish(before, [("2", 7)])], dossier, numbers, {})
    assert same is before.after


# What is told.


def test_a_preview_names_what_needs_attention_first() -> None:
    refused = [Refusal(0, "Het blad."), Refusal(3, "De rij.")]
    assert list(told_frame("plan", "2 nieuw", ["\nNieuw", "  a"], refused, ["Pas op."])) == [
        "plan: 2 nieuw, 2 weigeringen.",
        "\nLet op",
        "  Pas op.",
        "\nGeweigerd",
        "  Het blad.",
        "  Regel 3: De rij.",
        "\nNieuw",
        "  a",
        "",
    ]
    assert list(told_frame("plan", "", [], refused[:1], []))[:2] == [
        "plan: niets nieuws, 1 weigering.",
        "\nGeweigerd",
    ]
    assert list(told_frame("plan", "", [], [], [])) == ["plan: niets nieuws, geen weigeringen.", ""]


def test_a_difference_in_a_long_text_is_shown_where_it_is() -> None:
    """Up to 120 characters both stand there whole; of 121 what lies more than 80 from the difference is left out."""
    whole = short_difference("Resultaat", "a" * 119 + "x", "a" * 119 + "y")
    assert (whole.old, whole.new) == ("a" * 119 + "x", "a" * 119 + "y")
    part = short_difference("Resultaat", "a" * 120 + "x", "a" * 120 + "y")
    assert (part.old, part.new) == ("…" + "a" * 80 + "x", "…" + "a" * 80 + "y")
    assert short_difference("Resultaat", "a\n b", "").old == "a b"


def plan() -> Dossier:
    return dossier_of(
        Theme(id=1, number=1, title="Kiezen"),
        Theme(id=2, number=2, title="Leren"),
        Speerpunt(id=1, theme=1, number="1.1", title="Beurs"),
        Milestone(id=1, number="1", title="Lab open", theme=1),
        Milestone(id=2, number="2", title="Dubbel"),
        Milestone(id=3, number="2", title="Ander"),
    )


def test_where_a_milestone_belongs_by_the_words_of_its_row(tmp_path: Path) -> None:
    text = "Nr;Mijlpaal;Thema;Speerpunt;Deelproject\n"
    text += "10;a;thema 1;;\n11;b;;speerpunt 1.1;\n12;c;2;1.1;\n13;d;1.1 beurs;;\n14;e;;;Leren\n15;f;;;Beurs\n"
    text += "16;g;Zomaar;;\n17;h;Iets;;Labs\n18;i;;Nog iets;\n1;;Kiezen;;\n"
    proposal = proposed(csv_file(tmp_path, text), plan())
    assert {one.caption: one.details for one in proposal.added} == {
        "10 a": ("thema 1 Kiezen",),
        "11 b": ("speerpunt 1.1 Beurs",),
        "12 c": ("speerpunt 1.1 Beurs",),
        "13 d": ("speerpunt 1.1 Beurs",),
        "14 e": ("thema 2 Leren",),
        "15 f": ("speerpunt 1.1 Beurs",),
        "16 g": ("deelproject Zomaar",),
        "17 h": ("deelproject Labs",),
        "18 i": ("deelproject Nog iets",),
    }
    assert (proposal.changed, reasons(proposal)) == ((), [])
    assert proposal.remarks == (
        "Geen thema of speerpunt van het dossier, en bij deelproject gezet: ‘Zomaar’ en ‘Nog iets’ (2 regels, vanaf "
        "regel 8).",
        "Geen thema of speerpunt van het dossier, en niet overgenomen: ‘Iets’ (regel 9).",
        "Regel 4: speerpunt 1.1 hoort niet bij thema 2; genomen is speerpunt 1.1.",
    )


def test_without_words_the_number_says_where_a_milestone_belongs(tmp_path: Path) -> None:
    """1.1 is a speerpunt and 1.2 is none; a row that says itself where it belongs stays there."""
    text = "Nr;Mijlpaal;Thema\n1.1c;a;\n1.1.2;b;\n1.2a;c;\n1.10;d;\n1.1d;e;2\n9;f;\n"
    proposal = proposed(csv_file(tmp_path, text), plan())
    assert {one.caption: one.details for one in proposal.added} == {
        "1.1c a": ("speerpunt 1.1 Beurs",),
        "1.1.2 b": ("speerpunt 1.1 Beurs",),
        "1.2a c": (),
        "1.10 d": (),
        "1.1d e": ("thema 2 Leren",),
        "9 f": (),
    }
    assert proposal.remarks == (
        "Bij welk speerpunt een mijlpaal hoort, is uit het nummer gelezen: 1.1c bij 1.1 en 1.1.2 bij 1.1.",
        "Zonder thema overgenomen, want er is geen speerpunt met dat nummer: 1.2a (regel 4).",
        "Zonder thema overgenomen: de regels 5 en 7.",
    )


def test_the_longest_number_says_where_a_milestone_belongs(tmp_path: Path) -> None:
    """1.1.2a is of 1.1.2, though 1.1 is a speerpunt too."""
    dossier = dossier_of(
        *plan().of(Speerpunt).values(),
        Speerpunt(id=2, theme=1, number="1.1.2", title="Beurs in mei"),
        *plan().of(Theme).values(),
    )
    proposal = proposed(csv_file(tmp_path, "Nr;Mijlpaal\n1.1.2a;a\n1.1.3a;b\n"), dossier)
    assert {one.caption: one.details for one in proposal.added} == {
        "1.1.2a a": ("speerpunt 1.1.2 Beurs in mei",),
        "1.1.3a b": ("speerpunt 1.1 Beurs",),
    }


def test_of_many_words_that_are_no_place_six_are_named(tmp_path: Path) -> None:
    def remark(many: int) -> str:
        text = "".join(f"{10 + at};m;woord {at}\n" for at in range(many))
        return proposed(csv_file(tmp_path, f"Nr;Mijlpaal;Thema\n{text}"), plan()).remarks[0]

    assert "‘woord 4’ en ‘woord 5’ (6 regels, vanaf regel 2)." in remark(6)
    assert "‘woord 5’ en nog 2 (8 regels, vanaf regel 2)." in remark(8)


def test_which_milestone_of_several_a_row_is_about(tmp_path: Path) -> None:
    text = "Nr;Mijlpaal;Klaar\n2;Ander;1-2-2027\n2,5;Nieuw;\n;Zonder;\n;Ook zonder;\n"
    proposal = proposed(csv_file(tmp_path, text), plan())
    assert [(edit.ref.id, edit.before is None) for edit in proposal.change.edits] == [
        (3, False),
        (-2, True),
        (-3, True),
        (-4, True),
    ]
    # The highest whole number is 2, so what has none becomes 3 and 4.
    assert [one.caption for one in proposal.added] == ["2.5 Nieuw", "3 Zonder", "4 Ook zonder"]
    assert proposal.remarks == (
        "Nummers met een komma zijn gelezen met een punt: 2,5 is 2.5.",
        "2 regels krijgen in het dossier een nummer: 3 tot en met 4.",
    )
    text = "Nr;Mijlpaal\n2;Iets anders\n"
    assert reasons(proposed(csv_file(tmp_path, text), plan())) == [
        "2: nummer 2 staat in het dossier bij 2 mijlpalen; geef ze eerst elk een eigen nummer."
    ]


def test_a_second_column_of_notes_is_kept_behind_its_head(tmp_path: Path) -> None:
    text = "Nr;Mijlpaal;Toelichting;Opmerkingen;Opmerking\n7;Lab open;Begonnen;Zaal nog vrij;-\n8;Bus;;;Later\n"
    after = carried_out(plan(), proposed(csv_file(tmp_path, text), plan()).change)
    assert [entry.note for entry in after.of(Progress).values()] == [
        "Begonnen\nOpmerkingen: Zaal nog vrij",
        "Opmerking: Later",
    ]


def test_a_stoplicht_is_not_taken_when_the_log_is_further(tmp_path: Path) -> None:
    """Read on 3 September 2026: a line of the 3rd is of today, one of the 4th is later."""
    for day, refused in (("2026-09-03", False), ("2026-09-04", True)):
        known = Milestone(id=1, number="1", title="Lab", light=Stoplicht.GROEN)
        line = Progress(id=1, milestone=1, date=day, light=Stoplicht.GROEN)
        proposal = proposed(csv_file(tmp_path, "Nr;Stoplicht\n1;rood\n"), dossier_of(known, line))
        assert (
            reasons(proposal)
            == ["2: het stoplicht is niet overgenomen: het logboek heeft al een regel van een latere dag."] * refused
        )
        assert bool(proposal.changed) is not refused


@pytest.mark.parametrize(
    ("length", "read"),
    [(20, f"2: er staat geen nummer en geen mijlpaal, wel ‘{'x' * 20}’."), (21, "")],
    ids=("short", "long"),
)
def test_a_long_text_alone_in_a_row_is_an_explanation(tmp_path: Path, length: int, read: str) -> None:
    text = f"Nr;Mijlpaal;Resultaat\n;;{'x' * length}\n1;a;\n"
    proposal = proposed(csv_file(tmp_path, text), plan())
    assert reasons(proposal) == ([read] if read else [])
    assert list(proposal.remarks) == ([] if read else [f"Regel 2: ‘{'x' * 21}’ is geen mijlpaal en is overgeslagen."])


def test_a_fixed_date_stays_for_begin_and_end(tmp_path: Path) -> None:
    known = Milestone(id=1, number="1", title="Lab", start=date(2027, 5, 1), due=date(2027, 6, 1), fixed_date=True)
    proposal = proposed(csv_file(tmp_path, "Nr;Q127\n1;x\n"), dossier_of(known))
    assert proposal.change.edits == ()
    assert proposal.remarks == (
        "Regel 2: de datum van mijlpaal 1 staat vast en volgt de perioden niet; begin blijft 01-05-2027 en ‘klaar op’ "
        "blijft 01-06-2027.",
    )
    first = Milestone(id=1, number="1", title="Lab", start=date(2027, 1, 1), due=date(2027, 3, 31))
    assert proposed(csv_file(tmp_path, "Nr;Q127\n1;x\n"), dossier_of(first)).change.edits == ()
    # The first and the last day of a period lie in it.
    for days, other in (({"due": date(2027, 1, 1)}, "Begin"), ({"start": date(2027, 3, 31)}, "Klaar op")):
        edge = Milestone.model_validate({"id": 1, "number": "1", "title": "Lab", **days})
        (shown,) = proposed(csv_file(tmp_path, "Nr;Q127\n1;x\n"), dossier_of(edge)).changed
        assert [one.label for one in shown.differences] == [other]
    early = Milestone(id=1, number="1", title="Lab", start=date(2026, 12, 31), due=date(2027, 4, 1))
    (shown,) = proposed(csv_file(tmp_path, "Nr;Q127\n1;x\n"), dossier_of(early)).changed
    assert [(one.old, one.new) for one in shown.differences] == [
        ("31-12-2026", "01-01-2027"),
        ("01-04-2027", "31-03-2027"),
    ]


def test_begin_and_end_may_be_one_day_and_what_was_backwards_is_not_of_the_row(tmp_path: Path) -> None:
    text = "Nr;Mijlpaal;Begin;Klaar\n10;a;1-2-2027;1-2-2027\n1;Nieuwe naam;;\n"
    back = Milestone(id=1, number="1", title="Lab", start=date(2027, 5, 1), due=date(2027, 4, 1))
    proposal = proposed(csv_file(tmp_path, text), dossier_of(back))
    assert (reasons(proposal), len(proposal.added), len(proposal.changed)) == ([], 1, 1)


@pytest.mark.parametrize(
    ("number", "hint"), [("1.1", True), ("1", False), ("1.10", False), ("a.1", False), ("1.a", False)]
)
def test_a_zero_may_be_lost_only_from_a_number_with_one_figure_behind_its_point(
    tmp_path: Path, number: str, hint: bool
) -> None:
    proposal = proposed(csv_file(tmp_path, f"Nr;Mijlpaal\n{number};a\n{number};b\n"), dossier_of())
    said = f" Was het {number}0, maak dan de kolom Nr op als tekst." if hint else ""
    assert reasons(proposal) == [f"3: nummer {number} staat ook op regel 2.{said}"]


def test_a_role_that_is_there_changes_and_is_not_added_again(tmp_path: Path) -> None:
    """The bakker goes from V to E, the slager stays I, and the smid is new in this row."""
    here = Ref("milestones", 1)
    dossier = dossier_of(
        Milestone(id=1, number="1", title="Lab"),
        *(Party(id=at, name=name) for at, name in enumerate(("Bakker", "Slager", "Smid"), 1)),
        Veri(id=7, row=here, party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
        Veri(id=8, row=here, party=Ref("parties", 2), code=VeriCode.INFORMEREN),
    )
    proposal = proposed(csv_file(tmp_path, "Nr;Mijlpaal;Bakker;Slager;Smid\n1;;E;I;V\n"), dossier)
    found = [(edit.ref.id, edit.before is None, edit.after) for edit in proposal.change.edits]
    assert [(number, new) for number, new, _ in found] == [(7, False), (-2, True)]
    assert [after.code.value for _, _, after in found if isinstance(after, Veri)] == ["E", "V"]
    ((bakker, smid),) = [one.differences for one in proposal.changed]
    assert (bakker.label, bakker.old, bakker.new) == ("VERI Bakker", "V", "E")
    assert (smid.label, smid.old, smid.new) == ("VERI Smid", "", "V")


@pytest.mark.parametrize(
    ("heads", "cells", "told"),
    [
        ("2027-1;2027-2", "10;5", "2027-1 en 2027-2"),
        ("T1 2027;T2 2027", "geslaagd;", "T1 2027 en T2 2027"),
        ("najaar 2027;voorjaar 2028", "op schema;", "najaar 2027 en voorjaar 2028"),
    ],
)
def test_heads_of_periods_over_amounts_and_words_are_told(tmp_path: Path, heads: str, cells: str, told: str) -> None:
    text = f"Nr;Mijlpaal;Gereed;{heads}\n7;Bus gekocht;1-3-2027;{cells}\n"
    proposal = proposed(csv_file(tmp_path, text), plan())
    assert f"Niet overgenomen, want geen kolom van een mijlpalenplan: {told}." in proposal.remarks
    (bus,) = [edit.after for edit in proposal.change.edits]
    assert isinstance(bus, Milestone)
    assert (bus.start, bus.due) == (None, date(2027, 3, 1))
