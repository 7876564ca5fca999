"""The sections of the regiovisie: the rows of the list, the texts beside them, and the small changes."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any

from rich.cells import cell_len

from sto_tui.content.library import vision_question
from sto_tui.domain import dutch
from sto_tui.domain.agreement import NOT_AGREED
from sto_tui.domain.change import Change, changing, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.vision import VisionSection
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.text_changes import Changed, changed_words, summary
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.widgets.detail import finding_lines
from sto_tui.widgets.marked_words import marked_lines
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.reading_pane import Lines, Page
from sto_tui.widgets.record_list import Cell, wrap

DIFFERENCE = "difference"
NEW = "text"
TEXTS = ("previous", "now", "goes_well", "can_be_better", NEW)
VIEWS = (*TEXTS, DIFFERENCE)
MARGIN = 2
_BETWEEN = 3


def _words(section: VisionSection, around: Around) -> Cell:
    """How many words the new text has."""
    words = len(section.text.split())
    return (dutch.number(words), "bold") if words else ("–", "muted")


SECTIONS = ListOf(
    VisionSection,
    Shown(width=2, align="right", cell=lambda section, around: (str(around.number), "muted")),
    Shown("section", least=22, wrap=True),
    Shown("text", head="Woorden", width=7, align="right", cell=_words),
    Shown(width=1, cell=lambda section, around: ("✓" if section.agreed_on else "", "key")),
    Shown("agreed_on", head="Vastgesteld", width=11, drop=1, role="muted", empty=("nog niet", "muted")),
    none="Nog geen onderdelen. Druk op a om er een toe te voegen.",
)


def new_section(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """After the last one."""
    return beginning(dossier, VisionSection, {})


# Changes.


def agreed(dossier: Dossier, section: VisionSection, today: date) -> Change:
    """Agreed today, by the body that adopts the plan, or not agreed any more."""
    period = dossier.current_period
    by = period.adopted_by if period else None
    values = NOT_AGREED if section.agreed_on else {"agreed_on": today, "agreed_by": by}
    change = changing(dossier, section, section.changed(**values))
    return Change(f"{section.section}: {'niet meer vastgesteld' if section.agreed_on else 'vastgesteld'}", change.edits)


def called_of(section: VisionSection | None) -> Mapping[str, str]:
    """What the acts on a section are called, where that is not their usual name."""
    return {"agree": "Intrekken"} if section and section.agreed_on else {}


def moved(dossier: Dossier, section: VisionSection, step: int) -> Change | None:
    """One place up (-1) or down (1); None at the end of the list."""
    order = list(dossier.of(VisionSection).values())
    place = order.index(section)
    if not 0 <= place + step < len(order):
        return None
    order.insert(place + step, order.pop(place))
    edits = chain.from_iterable(edited(sibling, order=number) for number, sibling in enumerate(order, 1))
    return Change("Volgorde van de onderdelen", tuple(edits))


# What is read.


def label(view: str) -> str:
    """The name of a text, or of the difference."""
    return "Verschil" if view == DIFFERENCE else fields_of(VisionSection)[view].label


def next_view(view: str, *, beside_new: bool) -> str:
    """The text after this one; beside the new text that one is passed over."""
    views = [candidate for candidate in VIEWS if not (beside_new and candidate == NEW)]
    return views[(views.index(view) + 1) % len(views)]


def written_in(view: str) -> str:
    """The field that is written when this is read."""
    return NEW if view == DIFFERENCE else view


def about_text(section: VisionSection, view: str) -> str:
    """How many words it has; for the difference how many came and went."""
    if view != DIFFERENCE:
        return dutch.count(len(getattr(section, view).split()), "woord", "woorden")
    return summary(changes_of(section.previous, section.text)) if section.previous.strip() else ""


@lru_cache(maxsize=32)
def changes_of(previous: str, new: str) -> Sequence[Changed]:
    """What changed; kept, because the same text is shown many times while it is read."""
    return tuple(changed_words(previous, new))


def text_lines(section: VisionSection, view: str, width: int) -> Lines:
    """A text of a section in lines."""
    if view == DIFFERENCE:
        if not section.previous.strip() or not section.text.strip():
            which = "vorige" if not section.previous.strip() else "nieuwe"
            return _plain(f"Er is nog geen {which} tekst om te vergelijken.", width, "muted")
        return marked_lines(changes_of(section.previous, section.text), width)
    text = getattr(section, view)
    return _plain(text.strip("\n"), width) if text.strip() else _nothing_yet(section, view, width)


def _nothing_yet(section: VisionSection, view: str, width: int) -> Lines:
    """That there is no text, and under it the question that the new one answers."""
    question = vision_question(section.section) if view == NEW else ""
    nothing = _plain("Nog geen tekst.", width, "muted")
    return [*nothing, [], *_plain(question, width)] if question else nothing


def agreement_state(section: VisionSection) -> str:
    """`✓ vastgesteld 17-09-2026`."""
    return f"✓ vastgesteld {dutch.short_date(section.agreed_on)}" if section.agreed_on else "nog niet vastgesteld"


def _plain(text: str, width: int, role: str = "text") -> Lines:
    return [[(line, role)] for line in wrap(text, width)]


def section_page(
    section: VisionSection, view: str, target: str, own: Sequence[Finding], width: int, *, beside_new: bool
) -> Page:
    """One text, or with `beside_new` that text and the new one; `target` is the text that has the cursor, or none."""
    state = agreement_state(section)
    room = width - MARGIN - cell_len(state) - 3
    title: list[Run] = [("  ", "text"), (fit(section.section, room), "bold"), ("  ", "text"), (state, "muted")]
    foot = finding_lines(own, width - MARGIN - 1)
    views = [view, NEW] if beside_new else [view]
    size = (width - MARGIN - 1 - _BETWEEN * (len(views) - 1)) // len(views)
    heads = [_heading(section, shown_view, size, at_cursor=shown_view == target) for shown_view in views]
    air: Lines = [[(" " * (MARGIN + size), "text"), (" │ ", "rule")]] if beside_new else ()
    return Page((title, *_side_by_side(heads, size), *air), _body(section, views, size), foot)


def _heading(section: VisionSection, view: str, width: int, *, at_cursor: bool) -> list[list[Run]]:
    name: Run = (f"{'› ' if at_cursor else ''}{label(view)}", "here")
    about = about_text(section, view)
    if cell_len(name[0]) + cell_len(about) + 2 <= width:
        return [[name, ("  ", "text"), (about, "muted")]]
    return [[name], *([(line, "muted")] for line in wrap(about, width))]


def _body(section: VisionSection, views: Sequence[str], size: int) -> Lines:
    return _side_by_side([text_lines(section, view, size) for view in views], size)


def _side_by_side(columns: Sequence[Lines], size: int) -> list[list[Run]]:
    """Columns of lines as lines, with a thin rule between them."""
    lines: list[list[Run]] = []
    for y in range(max(map(len, columns))):
        line: list[Run] = [(" " * MARGIN, "text")]
        for place, column in enumerate(columns):
            runs = list(column[y]) if y < len(column) else []
            line += [(" │ ", "rule")] * bool(place) + runs
            if place < len(columns) - 1:
                line.append((" " * (size - sum(cell_len(text) for text, _ in runs)), "text"))
        lines.append(line)
    return lines


# The difference.
