"""What is found, and in which order: whole words before parts, a name before a text, one typing error forgiven."""

import pytest

from sto_tui.planning.search import SearchIndex, Sought, SoughtKind, begins_nearly, best_of

ACT, PLACE, LIST, RECORD = SoughtKind
INDEX = SearchIndex(
    iter(
        [
            Sought(RECORD, "record", "Plan"),
            Sought(RECORD, "in text", "Overleg", "over het plan"),
            Sought(RECORD, "part in text", "Overleg 2", "het mijlpalenplan"),
            Sought(RECORD, "part", "Activiteitenplan"),
            Sought(RECORD, "begin", "Planning van de labs"),
            Sought(LIST, "list", "Plan"),
            Sought(PLACE, "place", "4 Plan", number="4"),
            Sought(ACT, "act", "Plan maken"),
            Sought(RECORD, "number", "4 Thema’s", number="4"),
            Sought(RECORD, "longer number", "4.1 Één école", number="4.1"),
            Sought(RECORD, "discoverylab", "Discoverylab (Lelystad)."),
        ]
    )
)


def found(query: str) -> list[object]:
    return [thing.target for thing in best_of(query, (INDEX,))]


@pytest.mark.parametrize(
    ("query", "targets"),
    [
        ("plan", ["act", "place", "list", "record", "begin", "part", "in text", "part in text"]),
        ("4", ["place", "number", "longer number"]),
        ("ecole een", ["longer number"]),
        ("themas", ["number"]),
        ("thema's", ["number"]),
        ("lelystad", ["discoverylab"]),
        ("plan niets", []),
        ("", []),
    ],
)
def test_what_fits_best_comes_first(query: str, targets: list[object]) -> None:
    assert found(query) == targets


@pytest.mark.parametrize(
    "typed", ["discoverlab", "discoveryllab", "dixcoverylab", "idscoverylab", "discvoerylab", "discovreylab", "dicsov"]
)
def test_one_typing_error_is_forgiven(typed: str) -> None:
    """A letter too few, too many, another, two swapped: at the begin, in the middle, and before it is typed in full."""
    assert found(typed) == ["discoverylab"]


@pytest.mark.parametrize(
    ("known", "typed", "nearly"),
    [
        ("lab", "lab", True),
        ("discoverylab", "dixcoveryleb", False),
        ("discoverylab", "disc", True),
        ("techniek", "tehcniek", True),
        ("techniek", "tehnciek", False),
    ],
)
def test_what_one_error_is(known: str, typed: str, nearly: bool) -> None:
    assert begins_nearly(known, typed) is nearly


def test_what_is_not_read_in_yet_is_found_all_the_same() -> None:
    index = SearchIndex(iter([Sought(RECORD, number, f"Les {number}") for number in range(500)]))
    assert not index.read_on(seconds=-1)
    assert [thing.target for thing in best_of("les 499", (index,))][:1] == [499]


def index(*captions: str) -> SearchIndex:
    """Records by these names; what begins with a digit is a number."""
    firsts = ((caption, caption.partition(" ")[0]) for caption in captions)
    return SearchIndex(
        iter(Sought(RECORD, own, own, number=first if first[0].isdigit() else "") for own, first in firsts)
    )


def test_what_was_meant_is_sought_when_less_than_five_fit() -> None:
    four = [f"Techniek {number}" for number in range(4)]
    assert [thing.target for thing in best_of("techniek", (index("Technisk lab", *four),))] == [*four, "Technisk lab"]
    five = [*four, "Techniek 5"]
    assert [thing.target for thing in best_of("techniek", (index("Technisk lab", *five),))] == five


def test_a_number_that_is_typed_first_comes_before_the_same_words_in_a_name() -> None:
    """Both names have both words; only of 1.2 it is the number."""
    assert [thing.target for thing in best_of("1.2 bus", (index("Bus van 1.2 ton", "1.2 Bus"),))] == [
        *("1.2 Bus", "Bus van 1.2 ton")
    ]


def test_the_begin_of_a_number_comes_before_a_word_of_a_name() -> None:
    assert [thing.target for thing in best_of("4", (index("Rally 4x4", "4.1 Lab", "4 Plan"),))] == [
        *("4 Plan", "4.1 Lab", "Rally 4x4")
    ]
