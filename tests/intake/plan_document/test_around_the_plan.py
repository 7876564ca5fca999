"""What stands around the themes and looks like them: matrices, budgets, a look-back, a calendar, worked out by hand."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document

from tests.support.word_plans import bold, read, table, told

POINTS = {"1.1 Bus": (["ROC Noord"], [("2027", ["Kopen"])]), "2.1 Stage": (["VDL Groep"], [("2028", ["Lopen"])])}


def add_plan(document: Document) -> None:
    for number, theme, point, partner, acts in (
        (1, "Instroom", "Bus", "ROC Noord", "2027: Kopen"),
        (2, "Docenten", "Stage", "VDL Groep", "2028: Lopen"),
    ):
        document.add_heading(f"Thema {number}: {theme}", 1)
        document.add_heading(f"Speerpunt {number}.1: {point}", 2)
        document.add_paragraph(f"Partners: {partner}")
        document.add_paragraph(acts)


@pytest.mark.parametrize(
    "rows",
    [
        [["", "Stuurgroep", "Projectleider", "Scholen"], ["Thema 1", "E", "V", "R"], ["Thema 2", "E", "V", "I"]],
        [["Onderdeel", "Subsidie", "Looptijd"], ["Thema 1", "€ 90.000", "2027-2028"], ["Thema 2", "€ 5.000", "2027"]],
        [["Onderdeel", "Subsidie"], ["Thema 1", "€ 90.000"], ["Thema 2", "€ 45.000"]],
        [["Wie", "Trekker", "Leden"], ["Thema 1", "Jan Smit", "Docenten"], ["Thema 2", "Els Vos", "Adviseurs"]],
    ],
)
def test_what_a_table_says_of_each_theme_is_no_title_of_it(rows: Sequence[Sequence[str]], tmp_path: Path) -> None:
    """The codes of a matrix came in as themes, and took the speerpunten of those with their numbers."""
    document = docx.Document()
    document.add_heading("Overzicht", 1)
    table(document, rows)
    add_plan(document)
    plan = read(document, tmp_path)
    assert [(theme.number, theme.title, theme.result) for theme in plan.themes] == [
        (1, "Instroom", []),
        (2, "Docenten", []),
    ]
    assert told(plan) == POINTS
    said = " ".join(line.text for line in plan.not_understood)
    assert all(cell in said for row in rows[1:] for cell in row[1:])


def test_a_line_between_number_and_title_is_part_of_neither(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Spoor 1 | Instroom", 1)
    document.add_heading("1.1 | Buurtlab", 2)
    document.add_paragraph("Partners: ROC Noord")
    assert told(read(document, tmp_path)) == {"1.1 Buurtlab": (["ROC Noord"], [])}
