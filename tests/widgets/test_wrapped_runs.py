"""A text in several styles breaks where the same text in one style does, and each letter keeps its own."""

from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import wrap, wrap_runs


def test_lines_break_as_without_styles_and_keep_them() -> None:
    removed, added = ("[−dag−]", "removed"), ("[+week+]", "added")
    runs: tuple[Run, ...] = (("Elke ", "muted"), removed, (" ", "muted"), added, (".", "muted"))
    assert wrap_runs(runs, 12) == ((("Elke ", "muted"), removed), (added, (".", "muted")))


def test_blanks_and_words_longer_than_a_line_lose_no_letter() -> None:
    text = " Twee  blanken en een bovenlangedraadloosheidsmeting\x07  hier. "
    lines = wrap_runs(((text[:9], "muted"), (text[9:], "added")), 10)
    assert tuple("".join(part for part, _ in line) for line in lines) == wrap(text, 10)
