"""States of other programs as a stoplicht."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.domain.milestones import Stoplicht
from sto_tui.intake.tables.states import (
    Percentages,
    StateWord,
    light_of_percent,
    percentages,
    share_of_states,
    state_of,
)


@pytest.mark.parametrize(
    ("words", "light"),
    [
        ("Niet gestart|Not Started|To do|TODO|gepland|nee|Toekomstige taak|1. Niet gestart", Stoplicht.NIET_GESTART),
        ("Bezig|Wordt uitgevoerd|On Track|In-Progress|in_progress|🟢|🟢 op schema|loopt", Stoplicht.GROEN),
        ("Vertraagd|At risk|amber|🟡|🟠|geel|Late", Stoplicht.ORANJE),
        ("te laat|Blocked|rood|🔴|OVERDUE|Off track|🔴 te laat", Stoplicht.ROOD),
        ("Voltooid|Done|afgerond|x|✓|✔️|✅|Complete|closed|ja|100%|gereed.", Stoplicht.GEREED),
    ],
)  # fmt: skip
def test_words_and_dots(words: str, light: Stoplicht) -> None:
    assert {word: state_of(word) for word in words.split("|")} == {word: StateWord(light) for word in words.split("|")}


@pytest.mark.parametrize(
    ("word", "proposed"),
    [("niet gehaald", Stoplicht.ROOD), ("On hold", Stoplicht.ORANJE),
     ("uitgesteld", Stoplicht.ORANJE),
     ("G", Stoplicht.GROEN), ("R", Stoplicht.ROOD), ("🔵", Stoplicht.GEREED), ("🟢 te laat", Stoplicht.GROEN)],
)  # fmt: skip
def test_words_that_a_person_has_to_explain(word: str, proposed: Stoplicht) -> None:
    assert state_of(word) == StateWord(proposed, asked=True)


@pytest.mark.parametrize("word", ["Vervallen", "Cancelled", "Won't Do", "gestopt"])
def test_words_of_what_will_not_be_done_any_more(word: str) -> None:
    state = state_of(word)
    assert state is not None
    assert state.asked
    assert state.cancelled


@pytest.mark.parametrize("word", ["", "n.v.t.", "Jan", "4-1-2027", "50%", "🟢🔴", "hoog", "fase 2"])
def test_what_is_no_state(word: str) -> None:
    assert state_of(word) is None


def test_a_column_of_states() -> None:
    assert share_of_states(["bezig", "klaar", "", "-", "later dit jaar"]) == pytest.approx(2 / 3)
    # Flags are no states by themselves.
    assert share_of_states(["ja", "nee", "ja"], by_content=True) == 0
    assert share_of_states(["Done", "To do", "Done"], by_content=True) == 1


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["50%", "100 %", ""], Percentages({0: 50, 1: 100})),
        (["50", "100", "0"], Percentages({0: 50, 1: 100, 2: 0})),
        (["0.5", "1", "0"], Percentages({0: 50, 1: 100, 2: 0})),
        (["0,25", "1"], Percentages({0: 25, 1: 100})),
        (["0", "1"], Percentages({0: 0, 1: 1}, asked=True)),
        (["0%", "1%"], Percentages({0: 0, 1: 1})),
        (["0", "0"], Percentages({0: 0, 1: 0})),
        (["50", "klaar"], Percentages({})),
        (["150"], Percentages({})),
        ([], Percentages({})),
    ],
)
def test_percentages(cells: list[str], expected: Percentages) -> None:
    assert percentages(cells) == expected


def test_only_the_ends_of_a_percentage_say_how_it_is() -> None:
    assert [light_of_percent(percent) for percent in (0, 1, 99, 100)] == [
        Stoplicht.NIET_GESTART, None, None, Stoplicht.GEREED,
    ]  # fmt: skip


@given(st.text(max_size=30), st.lists(st.text(max_size=8), max_size=6))
def test_no_text_is_too_strange(text: str, cells: list[str]) -> None:
    state_of(text)
    assert 0 <= share_of_states(cells) <= 1
    assert all(0 <= percent <= 100 for percent in percentages(cells).by_row.values())
