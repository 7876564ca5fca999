"""What a file that comes in would do to the dossier, before anything is done."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from sto_tui.domain import dutch
from sto_tui.domain.change import Change
from sto_tui.domain.text import around_difference, cut
from sto_tui.frozen import frozen
from sto_tui.intake.questions import IntakeQuestion, SettledColumn
from sto_tui.intake.telling import told_reasons, told_remarks

LONGEST_SHOWN = 120


@frozen
class Refusal:
    """What is not taken in, and why: a Dutch sentence. Row 0 is the sheet as a whole."""

    row: int
    reason: str


@frozen
class Added:
    """A record that is new: the row it comes from, its name, and what stands in it."""

    row: int
    caption: str
    details: tuple[str, ...]


@frozen
class FieldChange:
    """A field that changes: its label, and both values as people read them."""

    label: str
    old: str
    new: str


@frozen
class Changed:
    """A record that changes."""

    row: int
    caption: str
    differences: tuple[FieldChange, ...]


@frozen
class IntakeProposal:
    """What to do, and what to tell about it.

    `questions` are those that are open, in the order in which they are best asked; what hangs on them is not in
    `change`. `heads` stands for the heads of the sheet: answers are remembered for sheets that have the same. `settled`
    are the fields of which the column is known, and can still be another. `kept` is remembered beside the answers: to
    which rows they came.
    """

    change: Change
    added: tuple[Added, ...] = ()
    changed: tuple[Changed, ...] = ()
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()
    questions: tuple[IntakeQuestion, ...] = ()
    heads: str = ""
    settled: tuple[SettledColumn, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)


def told_counts(added: int, changed: int) -> str:
    """`3 nieuw, 1 gewijzigd`: what is asked about, and what was taken over."""
    return f"{dutch.number(added)} nieuw, {dutch.number(changed)} gewijzigd"


def told_frame(
    name: str, counts: str, lines: Iterable[str], refused: Sequence[Refusal], remarks: Sequence[str]
) -> Iterator[str]:
    """A preview, a line of text each: the numbers, what to look at, what is refused, and then what `lines` tell.

    A long list of what is taken in may not hide the rest.
    `counts` is empty when nothing is new.
    """
    yield f"{name}: {counts or 'niets nieuws'}, {dutch.count(len(refused), 'weigering', 'weigeringen')}."
    if remarks:
        yield "\nLet op"
        yield from (f"  {line}" for line in told_remarks(remarks))
    if refused:
        yield "\nGeweigerd"
        yield from (f"  {line}" for line in told_reasons([(refusal.row, refusal.reason) for refusal in refused]))
    yield from lines
    yield ""


def short_difference(label: str, old: str, new: str) -> FieldChange:
    """A field that changes, with both values on one line; of long texts the part where they differ."""
    if max(len(old), len(new)) > LONGEST_SHOWN:
        old, new = around_difference(old, new)
    return FieldChange(label, *(cut(" ".join(text.split()), LONGEST_SHOWN) for text in (old, new)))
