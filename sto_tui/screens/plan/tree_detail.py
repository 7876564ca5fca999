"""What the pane beside the tree says of the row of the cursor."""

from collections.abc import Sequence

from sto_tui.acts import acts_at
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding, Level
from sto_tui.planning.plan_tree.about import told_of
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.reading_pane import Page
from sto_tui.widgets.record_list import wrap

_LABEL = 16
_BESIDE_FROM = 64
_KEY, _ACT = 9, 28
_SHOWN = ("add", "activities", "up", "renumber", "split", "join", "duplicate", "group", "filter", "fold")


def page_of(dossier: Dossier, ref: Ref | None, findings: Sequence[Finding], width: int) -> Page:
    """Name, what is wrong with it, and everything that is filled in; in a narrow pane labels stand above it.

    At the whole plan it says what can be done, and as long as there is nothing in it how it begins.
    """
    if ref is None or dossier.get(ref) is None:
        if not any(dossier.of(model) for model in (Theme, Speerpunt, Milestone)):
            word = level_words(dossier.region).theme.singular
            return Page([_line(("Hoe een plan begint", "bold"))], _beginnings(word, width - 3))
        return Page([_line(("Wat hier kan", "bold"))], _acts(width - 3))
    room = width - 3
    body = [line for finding in findings for line in _finding(finding, room)]
    for told in told_of(dossier, ref):
        lines = [line for text in told.lines for line in text.split("\n")]
        body += _beside(told.label, lines, room) if width >= _BESIDE_FROM else _under(told.label, lines, room)
    head = [_line((line, "bold")) for line in wrap(dossier.caption(ref), room)[:2]]
    return Page(head, body)


def _beginnings(theme: str, room: int) -> list[list[Run]]:
    """The two ways in which a plan begins."""
    ways = (f"Druk op a en typ de naam van een eerste {theme}.", "Staat het plan al in Word, druk dan op i.")
    return [_line((line, "text")) for way in ways for line in wrap(way, room)]


def _acts(room: int) -> list[list[Run]]:
    """The keys of the tree in columns, for the row of the whole plan."""
    acts = [act for act in acts_at(Place.PLAN.word) if act.id in _SHOWN]
    columns = max(1, room // _ACT)
    height = -(-len(acts) // columns)
    lines: list[list[Run]] = [_line() for _ in range(height)]
    for place, act in enumerate(acts):
        lines[place % height] += [(fit(act.key, _KEY), "key"), (fit(act.label, _ACT - _KEY), "text")]
    return lines


def _line(*runs: Run) -> list[Run]:
    return [("  ", "text"), *runs]


def _finding(finding: Finding, room: int) -> list[list[Run]]:
    mark, role = ("!", "error") if finding.level is Level.FOUT else ("?", "hint")
    return [_line((line, role)) for line in wrap(f"{mark} {finding.message}", room)]


def _beside(label: str, lines: Sequence[str], room: int) -> list[list[Run]]:
    wrapped = [piece for line in lines for piece in wrap(line, room - _LABEL - 1)]
    labels = [label, *[""] * (len(wrapped) - 1)]
    return [
        _line((fit(name, _LABEL), "muted"), (" ", "text"), (piece, "text"))
        for name, piece in zip(labels, wrapped, strict=True)
    ]


def _under(label: str, lines: Sequence[str], room: int) -> list[list[Run]]:
    wrapped = [piece for line in lines for piece in wrap(line, room - 2)]
    return [_line((label, "muted")), *(_line(("  " + piece, "text")) for piece in wrapped)]
