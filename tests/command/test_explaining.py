"""`sto uitleg`: the pages of the manual by its own headings."""

import pytest

from sto_tui.command.explaining import topics_for
from sto_tui.content.manual import topic_of, topics
from sto_tui.places import Place
from sto_tui.widgets.markdown_lines import lines_of_markdown, printed_markdown
from tests.support.commands import Sto, assert_refused


@pytest.mark.parametrize("place", Place, ids=lambda place: place.word)
def test_every_place_has_a_page_by_its_word_and_its_number(sto: Sto, place: Place) -> None:
    page = topic_of(place.numbered).page
    assert page.startswith(f"## {place.numbered}\n")
    for typed in (place.word, place.key, place.numbered.upper()):
        assert sto("uitleg", typed).out == f"{page.strip()}\n"


def test_the_page_of_a_place_has_all_that_it_points_to() -> None:
    heads = [line for line in topic_of("4 Plan").page.splitlines() if line.startswith("## ")]
    assert heads == ["## 4 Plan", "## Het plan als boom", "## Een partij stopt, doet mee of is dezelfde"]


def test_every_topic_is_found_by_its_heading_and_listed(sto: Sto) -> None:
    titles = [topic.title for topic in topics()]
    assert len(titles) == len(set(titles)) > 60
    assert [topics_for(title) for title in titles] == [[topic] for topic in topics()]
    assert [line.strip() for line in sto("uitleg").out.splitlines()] == titles


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("boom", ["Het plan als boom"]),
        ("instaleren", ["Installeren"]),
        ("partij", ["Een partij stopt, doet mee of is dezelfde", "Wat wordt er van een partij gevraagd?"]),
        ("taskjuggler", ["Mijlpalen uit een rekenblad"]),
        ("xyzzy", []),
    ],
)
def test_a_topic_is_found_by_what_people_remember(typed: str, found: list[str]) -> None:
    assert [topic.title for topic in topics_for(typed)] == found


def test_several_topics_are_listed_and_none_is_refused(sto: Sto) -> None:
    several = sto("uitleg", "partij")
    assert (several.code, several.out.count("\n")) == (1, 2)
    assert_refused(sto("uitleg", "xyzzy"))
    assert sto("uitleg", "notitie", "stuurgroepje").err == (
        "Over ‘notitie stuurgroepje’ staat niets in de handleiding. Bedoel je ‘De notitie voor de stuurgroep’?\n"
    )


@pytest.mark.parametrize("width", [56, 76, 94])
def test_every_page_fits_its_width_and_keeps_all_words(width: int) -> None:
    for topic in topics():
        lines = ["".join(text for text, _ in runs).rstrip() for runs in lines_of_markdown(topic.page, width)]
        assert max(map(len, lines)) <= width, topic.title
        assert lines[0] == topic.title


def test_a_page_in_the_terminal_has_weight_and_no_colour() -> None:
    printed = printed_markdown(
        "## Kop\n\nTyp `a` voor **meer**.\n\n| Toets | Doet |\n| --- | --- |\n| `a` | [x] |\n", 40
    )
    assert printed == (
        "\x1b[1;4mKop\x1b[0m\n\nTyp \x1b[1ma\x1b[0m voor \x1b[1mmeer\x1b[0m.\n\n"
        "\x1b[1mToets\x1b[0m\x1b[1m \x1b[0m \x1b[1m \x1b[0m\x1b[1mDoet\x1b[0m\n────────────\n"
        "\x1b[1ma\x1b[0m       [x]\n"
    )
