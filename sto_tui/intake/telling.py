"""What is told about a file that came in, kept short: each reason once with its rows, and long lists cut."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from sto_tui.domain import dutch

# So many lines are read; of more, those of one kind are told together.
MOST_LINES = 10
_MOST_ROWS = 8
_MOST_EXAMPLES = 3
# The ’ of *thema’s* ends no quote.
_QUOTED = re.compile(r"‘(?:[^’]|’(?=\w))*’")
_VARYING = re.compile(r"‘(?:[^’]|’(?=\w))*’|\d[\d.,-]*")
_ROW_BEFORE = re.compile(r"Regel (\d+)(?:: | )")


_IN_FULL = ContextVar("_IN_FULL", default=False)


@contextmanager
def in_full() -> Iterator[None]:
    """What is told in here names all that it is about, and not the first few: for a file that holds everything."""
    before = _IN_FULL.set(True)
    try:
        yield
    finally:
        _IN_FULL.reset(before)


def is_in_full() -> bool:
    """Whether nothing is left out of what is told now."""
    return _IN_FULL.get()


def first_of(names: Sequence[str], most: int) -> list[str]:
    """The first names and how many follow (`nog 3`); all of them where it is told in full."""
    if is_in_full() or len(names) <= most:
        return [*names]
    return [*names[:most], f"nog {len(names) - most}"]


class Advised(str):
    """A remark that ends in what can be typed after a command to have it otherwise.

    A screen says what can be done `here`, and without such words only what is told.
    """

    __slots__ = ("on_screen",)
    on_screen: str

    def __new__(cls, told: str, typed: str, here: str = "") -> "Advised":
        """The remark as it is told on the command line."""
        made = super().__new__(cls, f"{told} {typed}")
        made.on_screen = f"{told} {here}".rstrip()
        return made


def for_screen(remark: str) -> str:
    """A remark without what can only be typed after a command."""
    return remark.on_screen if isinstance(remark, Advised) else remark


def told_reasons(reasons: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Reasons with their rows (0: the sheet as a whole), a line each; of many, one line for each kind of reason."""
    if len(reasons) <= MOST_LINES:
        yield from (f"{f'Regel {row}: ' if row else ''}{reason}" for row, reason in reasons)
        return
    kinds: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row, reason in reasons:
        kinds[_VARYING.sub("…", reason)].append((row, reason))
    by_size = sorted(kinds.values(), key=lambda of_kind: -len(of_kind))
    for of_kind in by_size[:MOST_LINES]:
        yield _told_kind(of_kind)
    if rest := by_size[MOST_LINES:]:
        many = sum(map(len, rest))
        why = dutch.count(len(rest), "andere reden", "andere redenen")
        yield f"En nog {dutch.count(many, 'regel', 'regels')} om {why}."


def told_remarks(remarks: Sequence[str]) -> Iterator[str]:
    """Remarks, a line each; of many about one row each, one line for each kind."""
    about_rows = [(int(match[1]), remark) for remark in remarks if (match := _ROW_BEFORE.match(remark))]
    if len(about_rows) <= MOST_LINES:
        yield from remarks
        return
    yield from (remark for remark in remarks if not _ROW_BEFORE.match(remark))
    yield from told_reasons([(row, _ROW_BEFORE.sub("", remark, count=1)) for row, remark in about_rows])


def _told_kind(of_kind: Sequence[tuple[int, str]]) -> str:
    """Such as `Regels 3, 5 en nog 40: ‘31-2-2027’ is geen datum. Ook: ‘x’ en ‘y’`."""
    rows = [row for row, _ in of_kind if row]
    if not rows:
        return of_kind[0][1]
    quoted = dict.fromkeys(text for _, reason in of_kind for text in _QUOTED.findall(reason)[:1])
    also = [*quoted][1:_MOST_EXAMPLES]
    more = f" Ook: {dutch.enumerate_words(also)}." if also else ""
    return f"{_where(rows)}: {of_kind[0][1]}{more}"


def _where(rows: Sequence[int]) -> str:
    unique = [*dict.fromkeys(rows)]
    if len(unique) == 1:
        return f"Regel {unique[0]}"
    more = [f"nog {len(unique) - _MOST_ROWS}"] if len(unique) > _MOST_ROWS else []
    return f"Regels {dutch.enumerate_words([*map(str, unique[:_MOST_ROWS]), *more])}"


def cut_short(lines: Iterable[str], most: int, rest: str) -> Iterator[str]:
    """The first lines; of more, how many follow, in the words of `rest`."""
    shown = [*lines]
    yield from shown[:most]
    if len(shown) > most:
        yield f"  … en nog {len(shown) - most}{rest}"
