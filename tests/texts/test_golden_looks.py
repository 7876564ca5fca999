"""How documents look and how they fall on pages, and a plan with more than fits, as they stand in `tests/golden/`."""

import pytest

from sto_tui.documents.decision_list import list_title, markdown
from sto_tui.documents.excel import WorkbookOptions, build_workbook
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.domain.record import Ref
from sto_tui.planning.paper_registry import PaperPart
from tests.support.broad_plan import TODAY, broad_plan
from tests.support.golden_texts import VOORBEELDREGIO, Golden
from tests.support.sample_papers import sample_draft
from tests.support.word_looks import chart_lines, look_lines, page_lines, style_lines
from tests.support.word_text import word_lines
from tests.support.workbook_looks import workbook_lines
from tests.texts.test_golden_documents import SHORT

PARTS: tuple[PaperPart, ...] = ("alles", "voortgangsrapportage")
OTHERS = {
    "besluiten": lambda: build_decision_list(broad_plan(), DraftOptions(TODAY)),
    "rollen": lambda: build_party_sheet(broad_plan(), Ref("parties", 2), DraftOptions(TODAY)),
}
FILES = [
    *(f"breed/{name}.txt" for part in PARTS for name in (f"concept-{part}", f"opmaak-{part}")),
    *(f"breed/{name}" for other in OTHERS for name in (f"{other}.txt", f"opmaak-{other}.txt")),
    "breed/besluiten.md",
    "breed/stijlen.txt",
    "breed/grafieken.txt",
    "breed/bladzijden.txt",
    "breed/werkmap.txt",
    "voorbeeldregio/opmaak-alles.txt",
    "voorbeeldregio/opmaak-stukken.txt",
]


@pytest.mark.parametrize("part", PARTS)
def test_words_and_looks_of_a_broad_plan(part: PaperPart, golden: Golden) -> None:
    data = build(broad_plan(), DraftOptions(TODAY, part)).data
    golden(f"breed/concept-{part}.txt", "\n".join(word_lines(data)))
    golden(f"breed/opmaak-{part}.txt", "\n".join(look_lines(data)))


@pytest.mark.parametrize("name", OTHERS)
def test_words_and_looks_of_its_other_papers(name: str, golden: Golden) -> None:
    data = OTHERS[name]()
    golden(f"breed/{name}.txt", "\n".join(word_lines(data)))
    golden(f"breed/opmaak-{name}.txt", "\n".join(look_lines(data)))


def test_its_decisions_in_markdown(golden: Golden) -> None:
    dossier = broad_plan()
    golden("breed/besluiten.md", markdown(dossier, list_title(dossier), TODAY))


def test_its_styles_charts_and_pages(golden: Golden) -> None:
    data = build(broad_plan(), DraftOptions(TODAY)).data
    golden("breed/stijlen.txt", "\n".join(style_lines(data)))
    golden("breed/grafieken.txt", "\n".join(chart_lines(data)))
    golden("breed/bladzijden.txt", "\n".join(page_lines(data)))


def test_words_and_looks_of_its_workbook(golden: Golden) -> None:
    data = build_workbook(broad_plan(), WorkbookOptions(TODAY))
    golden("breed/werkmap.txt", "\n".join(workbook_lines(data)))


@pytest.mark.slow
@pytest.mark.xdist_group(VOORBEELDREGIO.name)
def test_looks_of_the_voorbeeldregio(golden: Golden) -> None:
    data = sample_draft(VOORBEELDREGIO, "alles").data
    golden("voorbeeldregio/opmaak-alles.txt", "\n".join(look_lines(data)))
    shown = [line for part in SHORT for line in (f"═══ {part}", *look_lines(sample_draft(VOORBEELDREGIO, part).data))]
    golden("voorbeeldregio/opmaak-stukken.txt", "\n".join(shown))
