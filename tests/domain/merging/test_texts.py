"""Long texts of two people, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.domain.merging.texts import both_texts, merged_text, text_differences

TEXT = "een\n\ntwee\n\ndrie\n\nvier"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("EEN\n\ntwee\n\ndrie\n\nvier", "een\n\ntwee\n\nDRIE\n\nvier", "EEN\n\ntwee\n\nDRIE\n\nvier"),
        ("twee\n\ndrie\n\nvier", "een\n\ntwee\n\ndrie\n\nvier\n\nvijf", "twee\n\ndrie\n\nvier\n\nvijf"),
        ("nul\n\neen\n\ntwee\n\ndrie\n\nvier", "een\n\ntwee\n\ndrie", "nul\n\neen\n\ntwee\n\ndrie"),
        # Next to each other, or in one place: people choose.
        ("EEN\n\ntwee\n\ndrie\n\nvier", "een\n\nTWEE\n\ndrie\n\nvier", None),
        ("een\n\ntwee\n\ndrie\n\nvier\n\nvijf", "een\n\ntwee\n\ndrie\n\nvier\n\nzes", None),
        ("", "een\n\ntwee\n\ndrie\n\nVIER", None),
        # The same edit of both is one edit.
        ("EEN\n\ntwee\n\ndrie\n\nvier", "EEN\n\ntwee\n\ndrie\n\nVIER", "EEN\n\ntwee\n\ndrie\n\nVIER"),
    ],
)
def test_paragraphs_of_two_people(mine: str, theirs: str, both: str | None) -> None:
    assert merged_text(TEXT, mine, theirs) == both
    assert merged_text(TEXT, theirs, mine) == both


def test_single_lines_are_paragraphs_too() -> None:
    assert merged_text("a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD") == "A\nb\nc\nD"
    # A line at the end of both stays a line.
    assert merged_text("a\nb\nc", "a\nB\nc", "a\nb\nc\nd") == "a\nB\nc\nd"
    assert merged_text("a\n\nb\n\nc", "a\n\nB\n\nc", "a\n\nb\n\nc\n\nd") == "a\n\nB\n\nc\n\nd"


PARAGRAPHS = st.lists(st.sampled_from(("een", "twee", "drie", "vier", "vijf")), max_size=6).map("\n\n".join)


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_no_paragraph_is_lost(base: str, mine: str, theirs: str) -> None:
    both = merged_text(base, mine, theirs)
    assert both == merged_text(base, theirs, mine)
    if both is not None:
        paragraphs = set(both.split("\n\n"))
        for text in (mine, theirs):
            assert set(text.split("\n\n")) - set(base.split("\n\n")) <= paragraphs
    assert merged_text(base, mine, base) == mine
    assert merged_text(base, mine, mine) == mine


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("een\n\ntwee", "EEN\n\ntwee", "een\n\nTWEE", "EEN\n\nTWEE"),
        ("een\n\ntwee\n\ndrie", "EEN\n\ntwee\n\ndrie", "een\n\ndrie", "EEN\n\ndrie"),
        # Of one paragraph, and where what one side adds may stand on either side of what the other changed.
        ("een\n\ntwee", "EEN\n\ntwee", "Een\n\ntwee", None),
        ("een\n\ntwee", "EEN\n\ntwee", "een\n\nnieuw\n\ntwee", None),
    ],
)
def test_edits_of_neighbours_go_together_where_people_look(base: str, mine: str, theirs: str, both: str | None) -> None:
    assert merged_text(base, mine, theirs, neighbours=True) == both
    assert merged_text(base, theirs, mine, neighbours=True) == both
    assert merged_text(base, mine, theirs) is None


@pytest.mark.parametrize(
    ("here", "there", "both", "differences"),
    [
        ("een", "twee", "een\n\ntwee", [("een", "twee")]),
        ("- een\n- A", "- een\n- B", "- een\n- A\n- B", [("- A", "- B")]),
        ("een\n\nA\n\ndrie", "een\n\nB\n\ndrie", "een\n\nA\n\nB\n\ndrie", [("A", "B")]),
        # Two differences, and what only one of them has.
        ("A\n\ntwee\n\nC", "B\n\ntwee\n\nD", "A\n\nB\n\ntwee\n\nC\n\nD", [("A", "B"), ("C", "D")]),
        ("een\n\ntwee", "een", "een\n\ntwee", [("twee", "")]),
        ("een", "nul\n\neen\n\ntwee", "nul\n\neen\n\ntwee", [("", "nul"), ("", "twee")]),
        ("", "een", "een", [("", "een")]),
    ],
)
def test_both_texts_stay_one_after_the_other(
    here: str, there: str, both: str, differences: list[tuple[str, str]]
) -> None:
    assert both_texts(here, there) == both
    assert text_differences(here, there) == differences


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_of_both_texts_stays(here: str, there: str) -> None:
    both = both_texts(here, there).split("\n\n")
    assert {*here.split("\n\n"), *there.split("\n\n")} - {""} <= {*both}
