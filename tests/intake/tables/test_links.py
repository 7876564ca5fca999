"""Links as other programs write them, and what their numbers point at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.intake.tables.links import WrittenLink, links_by_name, number_meaning, written_links


def read(text: str) -> list[tuple[str, str, int | None]] | None:
    links = written_links(text)
    return links if links is None else [(link.target, link.kind, link.lag_days) for link in links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2", [("2", "FS", 0)]),
        ("2;5", [("2", "FS", 0), ("5", "FS", 0)]),
        ("2, 5 en 7", [("2", "FS", 0), ("5", "FS", 0), ("7", "FS", 0)]),
        ("2\n5", [("2", "FS", 0), ("5", "FS", 0)]),
        # MS Project in Dutch and English; five working days are a week.
        ("2EB+5 dagen", [("2", "FS", 7)]),
        ("5EB;2BB", [("5", "FS", 0), ("2", "SS", 0)]),
        ("3BE-2d", [("3", "SF", -2)]),
        ("4EE", [("4", "FF", 0)]),
        ("2fs", [("2", "FS", 0)]),
        ("12FS+1 wk,13SS", [("12", "FS", 7), ("13", "SS", 0)]),
        ("2EB+1,5 weken", [("2", "FS", 10)]),
        ("3FS+16 uur", [("3", "FS", 2)]),
        ("3FS+5 edays", [("3", "FS", 5)]),
        ("3EB+5 vdagen", [("3", "FS", 5)]),
        ("3FS+50%", [("3", "FS", None)]),
        ("3FS + 1 mnd", [("3", "FS", 30)]),
        # Others.
        ("3-FS=P2D", [("3", "FS", 2)]),
        ("3-SS", [("3", "SS", 0)]),
        ("1.2.3", [("1.2.3", "FS", 0)]),
        ("STO-12, STO-14", [("STO-12", "FS", 0), ("STO-14", "FS", 0)]),
        ("T4.2", [("T4.2", "FS", 0)]),
        ("-", []),
        ("", []),
        ("Sleutel gekozen", None),
        ("2 sleutels", None),
        ("2FX", None),
        ("na 2", [("2", "FS", 0)]),
    ],
)
def test_what_is_written(text: str, expected: list[tuple[str, str, int | None]] | None) -> None:
    assert read(text) == expected


def test_a_link_keeps_how_it_was_written() -> None:
    assert written_links("2SS+5 d") == (WrittenLink("2", "SS", 7, "2ss+5 d"),)


def test_names_as_a_whole_and_in_parts() -> None:
    names = {"sleutel gekozen": 1, "begroting, eerste versie": 2, "akkoord": 3}
    assert links_by_name("Sleutel gekozen", names) == (1,)
    assert links_by_name("Begroting, eerste versie", names) == (2,)
    assert links_by_name("Akkoord; Sleutel gekozen", names) == (3, 1)
    assert links_by_name("Akkoord; iets anders", names) is None
    assert links_by_name("-", names) == ()


def meaning(links: dict[int, str], ids: dict[str, int], rows: int = 6) -> str | None:
    """Rows one week apart; each ends before the next begins."""
    order = {str(row + 1): row for row in range(rows)}
    return number_meaning(
        links, {"nr": ids, "volgorde": order}, lambda row: date(2027, 1, 4 + row), lambda row: date(2027, 1, 4 + row)
    ).taken


def test_numbers_point_at_what_can_be_followed_and_fits_the_dates() -> None:
    ids = {str(10 * (row + 1)): row for row in range(6)}
    assert meaning({1: "10", 2: "20", 3: "30"}, ids) == "nr"
    # A unique id column in which half is found, all against the dates, and the order of the rows.
    strange = {"5": 0, "4": 1, "3": 2, "2": 3, "1": 4, "6": 5}
    assert meaning({1: "1", 2: "2", 3: "3", 5: "5"}, strange) == "volgorde"


def test_two_numberings_that_fit_alike_are_asked_and_two_that_say_the_same_are_not() -> None:
    shifted = {"1": 0, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4}
    assert meaning({3: "3", 4: "4", 5: "5"}, shifted) is None
    assert meaning({1: "1", 2: "2"}, {str(row + 1): row for row in range(6)}) == "nr"
    assert meaning({1: "77", 2: "78"}, {}) is None


@given(st.text(alphabet="0123456789EBFSdagenwk+-;,.% =P\n", max_size=30) | st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    links = written_links(text)
    assert links is None or all(link.target for link in links)
    links_by_name(text, {"a": 1})


@given(st.lists(st.integers(1, 999), min_size=1, max_size=6), st.sampled_from([";", ",", " en ", "; "]))
def test_a_list_of_numbers_is_those_numbers(numbers: list[int], between: str) -> None:
    links = written_links(between.join(map(str, numbers)))
    assert links is not None
    assert [link.target for link in links] == [str(number) for number in numbers]


def test_a_lag_that_no_plan_has_is_no_link() -> None:
    assert written_links("2FS+" + "9" * 390) is None
    assert written_links("2FS+12345 dagen") == (WrittenLink("2", "FS", 17283, "2fs+12345 dagen"),)
    assert written_links("2FS+0.0208333d") == (WrittenLink("2", "FS", 0, "2fs+0.0208333d"),)
