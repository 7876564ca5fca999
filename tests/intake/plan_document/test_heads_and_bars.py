"""Tables with their heads in two rows, with the year apart from the months, or with bars of colour."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.support.docx_gaps import element_of
from tests.support.word_plans import new_document, read, table, told

Rows = Sequence[Sequence[str]]
Phases = Mapping[str, list[str]]
PAINT = "00B050"
REMARK = "Gekleurde vakjes onder een periode zijn gelezen als: in die periode."


def phases_of(
    rows: Rows,
    folder: Path,
    merges: Sequence[tuple[int, int, int, int]] = (),
    painted: Mapping[tuple[int, int], str] = {},
) -> tuple[Phases, list[str], list[str]]:
    """The acts by period of a speerpunt with this table, what was not understood, and what is remarked."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    table(document, rows, merges)
    for place, colour in painted.items():
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>'
        element_of(document.tables[0].cell(*place)).get_or_add_tcPr().append(parse_xml(shade))
    plan = read(document, folder)
    return dict(told(plan)["1.1 Bus"][1]), [line.text for line in plan.not_understood], plan.remarks


@pytest.mark.parametrize(
    ("rows", "merges", "phases"),
    [
        (
            [["Activiteit", "2027", "", "2028", ""], ["", "Q1", "Q2", "Q1", "Q2"], ["Kopen", "x", "x", "", "x"]],
            [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)],
            {"Q1 2027": ["Kopen"], "Q2 2027": ["Kopen"], "Q2 2028": ["Kopen"]},
        ),
        (
            [["", "2027", "", "2028", ""], ["Wat", "H1", "H2", "H1", "H2"], ["Kopen", "x", "", "", "x"]],
            [],
            {"H1 2027": ["Kopen"], "H2 2028": ["Kopen"]},
        ),
        (
            [
                ["Activiteit", "Schooljaar 2027-2028", "", "", "Wie"],
                ["", "sept-dec", "jan-mrt", "apr-jul", ""],
                ["Kopen", "offertes", "", "rijden", "ROC Noord"],
            ],
            [(0, 1, 0, 3)],
            {"sept-dec 2027": ["Kopen: offertes"], "apr-jul 2028": ["Kopen: rijden"]},
        ),
        (
            [["Stappen", "2027", *[""] * 11], ["", *"JFMAMJJASOND"], ["Kopen", "x", *[""] * 10, "x"]],
            [(0, 1, 0, 12)],
            {"jan 2027": ["Kopen"], "dec 2027": ["Kopen"]},
        ),
        (
            [
                ["Planning", *[""] * 4],
                ["Actie", "2027", "", "2028", ""],
                ["", "T1", "T2", "T1", "T2"],
                ["Kopen", "x", *[""] * 3],
            ],
            [(0, 0, 0, 4), (1, 1, 1, 2), (1, 3, 1, 4)],
            {"T1 2027": ["Kopen"]},
        ),
        (
            [["Planning 2027", "", "", ""], ["Activiteit", "jan", "feb", "mrt"], ["Kopen", "", "x", ""]],
            [(0, 0, 0, 3)],
            {"feb 2027": ["Kopen"]},
        ),
        (
            [["Activiteit 2028", "Q1", "Q2", "Q3"], ["Kopen", "", "bestellen", ""]],
            [],
            {"Q2 2028": ["Kopen: bestellen"]},
        ),
        ([["Stap 2027", "jan", "feb", "mrt"], ["Kopen", "", "x", ""]], [], {"feb 2027": ["Kopen"]}),
    ],
    ids=[
        "merged",
        "blank",
        "school year",
        "letters",
        "title above",
        "year in the title",
        "year in the corner",
        "a step",
    ],
)
def test_heads_in_two_rows_are_periods(
    rows: Rows, merges: Sequence[tuple[int, int, int, int]], phases: Phases, tmp_path: Path
) -> None:
    assert phases_of(rows, tmp_path, merges)[:2] == (phases, [])


@pytest.mark.parametrize(
    ("rows", "phases", "told_apart"),
    [
        (
            [["Stap", "Activiteit", "Wanneer"], ["1", "Maken", "2027"], ["2", "Geven", "2028"]],
            {"2027": ["Maken"], "2028": ["Geven"]},
            ["Stap: 1", "Stap: 2"],
        ),
        (
            [["Stap", "Actie", "Periode"], ["Voorbereiden", "Maken", "2027"], ["Uitvoeren", "Geven", "2028"]],
            {"2027": ["Maken"], "2028": ["Geven"]},
            ["Stap: Voorbereiden", "Stap: Uitvoeren"],
        ),
        (
            [["Stap", "Omschrijving", "Periode"], ["1", "Maken", "2027"], ["2", "Geven", "2028"]],
            {},
            ["Stap: 1", "2027", "Stap: 2", "2028"],
        ),
    ],
    ids=["a number", "a name", "no acts"],
)
def test_a_step_is_no_act(rows: Rows, phases: Phases, told_apart: list[str], tmp_path: Path) -> None:
    found, not_understood, _ = phases_of(rows, tmp_path)
    assert (found, sorted(not_understood)) == (phases, sorted(told_apart))


def test_what_is_no_part_of_the_year_above_it_is_told(tmp_path: Path) -> None:
    rows = [
        ["Activiteit", "2027", "", "2028", ""],
        ["", "Wat", "Wie", "Wat", "Wie"],
        ["Bus", "kopen", "ROC", "rijden", "ROC"],
    ]
    phases, not_understood, _ = phases_of(rows, tmp_path, [(0, 1, 0, 2), (0, 3, 0, 4)])
    assert "kopen" not in [act for acts in phases.values() for act in acts]
    assert any("kopen" in text for text in not_understood)


@pytest.mark.parametrize(
    ("painted", "phases", "is_remarked"),
    [
        (
            {(1, 1): PAINT, (1, 2): PAINT, (2, 3): "FFC000"},
            {"2027": ["Kopen"], "2028": ["Kopen"], "2029": ["Rijden"]},
            True,
        ),
        ({(0, 1): PAINT, (1, 2): "auto", (2, 3): "FFFFFF"}, {"periode niet genoemd": ["Kopen", "Rijden"]}, False),
        ({(1, column): PAINT for column in range(4)}, {"periode niet genoemd": ["Kopen", "Rijden"]}, False),
        ({(row, 2): PAINT for row in (1, 2)}, {"periode niet genoemd": ["Kopen", "Rijden"]}, False),
        ({(1, column): "D9D9D9" for column in (1, 2, 3)}, {"periode niet genoemd": ["Kopen", "Rijden"]}, False),
        (
            {(row, column): ("D9D9D9", "DDEBF7")[row - 1] for row in (1, 2) for column in (1, 2, 3)},
            {"periode niet genoemd": ["Kopen", "Rijden"]},
            False,
        ),
        (
            {(1, 1): PAINT, (1, 2): PAINT, (1, 3): PAINT, (2, 3): PAINT},
            {"2027": ["Kopen"], "2028": ["Kopen"], "2029": ["Kopen", "Rijden"]},
            True,
        ),
        (
            {(1, 1): PAINT, (1, 2): PAINT, (1, 3): PAINT, (2, 3): "FFC000"},
            {"2027": ["Kopen"], "2028": ["Kopen"], "2029": ["Kopen", "Rijden"]},
            True,
        ),
        (
            {(1, 1): "D9D9D9", (1, 2): "D9D9D9", (1, 3): "D9D9D9", (2, 1): "D9D9D9", (2, 2): "D9D9D9", (2, 3): PAINT},
            {"2029": ["Rijden"], "periode niet genoemd": ["Kopen"]},
            True,
        ),
    ],
    ids=[
        "bars",
        "no colours",
        "a whole row",
        "a whole column",
        "a stripe",
        "stripes in turn",
        "a bar over all",
        "one over all in a colour of its own",
        "one on a background",
    ],
)
def test_cells_with_only_a_colour_are_bars(
    painted: Mapping[tuple[int, int], str], phases: Phases, is_remarked: bool, tmp_path: Path
) -> None:
    rows = [["Activiteit", "2027", "2028", "2029"], ["Kopen", "", "", ""], ["Rijden", "", "", ""]]
    found, not_understood, remarks = phases_of(rows, tmp_path, painted=painted)
    assert (found, not_understood) == (phases, [])
    assert any(remark.startswith(REMARK) for remark in remarks) is is_remarked


def test_a_colour_beside_words_is_one_of_looks(tmp_path: Path) -> None:
    rows = [["Activiteit", "2027", "2028", "2029"], ["Kopen", "x", "", ""], ["Rijden", "", "x", ""]]
    found, _, _ = phases_of(rows, tmp_path, painted={(1, 2): PAINT, (2, 3): PAINT})
    assert found == {"2027": ["Kopen"], "2028": ["Rijden"]}


@pytest.mark.parametrize("corner", ["", "Speerpunt"])
def test_speerpunten_beside_each_other_each_have_what_stands_below_them(corner: str, tmp_path: Path) -> None:
    """Their results stood together in the theme."""
    document = new_document()
    document.add_heading("Thema 1: Instroom", 1)
    rows = [
        [corner, "Speerpunt 1.1 Bus", "Speerpunt 1.2: Lab"],
        ["Resultaat", "Een bus", "Een lab"],
        ["Partners", "ROC Noord", "Philips"],
        ["2027", "Kopen", "Bouwen"],
    ]
    table(document, rows)
    plan = read(document, tmp_path)
    assert told(plan) == {
        "1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"])]),
        "1.2 Lab": (["Philips"], [("2027", ["Bouwen"])]),
    }
    assert [point.result for point in plan.speerpunten] == [["Een bus"], ["Een lab"]]
    assert (plan.themes[0].result, plan.not_understood) == ([], [])


def test_bars_below_heads_that_are_not_read_are_told_and_not_said_to_be_read(tmp_path: Path) -> None:
    rows = [["Nader", "2027", "2028", "2029"], ["Kopen", "", "", ""], ["Rijden", "", "", ""]]
    found, not_understood, remarks = phases_of(rows, tmp_path, painted={(1, 1): PAINT, (2, 3): PAINT})
    assert found == {}
    assert any("Kopen" in text for text in not_understood)
    assert not any(remark.startswith(REMARK) for remark in remarks)
