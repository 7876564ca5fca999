"""What Textual 8.2.8 can do and does not offer: its private parts stand here, and nowhere else.

Each says what Textual does, and what we need instead. `tests/widgets/test_textual_gaps.py` fails when a release moves
one of these parts, and also when Textual itself comes to do what we do here: then ours can go.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor, CompositorMap, LayoutUpdate, ReflowResult
from textual._context import active_app
from textual.app import App
from textual.events import Key, ScreenResume
from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from sto_tui.widgets.keys_in_turn import KeysInTurn
from sto_tui.widgets.painted import Painted


async def run_own_binding(widget: Widget, event: Key) -> bool:
    """Carries out the widget's own binding for a key at once; False when it has none.

    Textual inserts printable keys at once but sends bound keys (backspace, arrows) the long way round, so that keys
    arriving in one packet change places: `vise⌫ie` becomes `visei` (Textualize/textual#6605; #6631 would mend it).
    """
    for binding in widget._bindings.key_to_bindings.get(event.key, ()):
        if await widget.app.run_action(binding.action, default_namespace=widget):
            event.stop()
            event.prevent_default()
            return True
    return False


_painted_on: WeakKeyDictionary[Console, Painted] = WeakKeyDictionary()
"""What stands on the terminal of each console: all screens of an app draw on the same one."""


class ChangedCells(ChopsUpdate):
    """An update of parts of lines that leaves out what stands there already.

    Textual draws a region that changed from the left edge of its widget, and a widget that was moved or made larger
    whole: a line that opens under a list cost 10 KB, most of it the list as it was.
    """

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        painted = _painted_on.setdefault(console, Painted())
        pieces: list[str] = []
        lines = self._lines()
        if shift := painted.shift(
            {y: Strip.join(strip for _, strip in lines[y]) for y in lines if self._is_whole(y, lines[y])}
        ):
            painted.moved(shift)
            pieces.append(shift.sequence)
        for y, parts in lines.items():
            for x, strip in parts:
                for start, stop in painted.changed(x, y, strip):
                    pieces.append(f"\x1b[{y + 1};{x + start + 1}H")
                    pieces.append(strip.crop(start, stop).render(console))
        return "".join(pieces)

    def _lines(self) -> dict[int, list[tuple[int, Strip]]]:
        """The parts of each line, with where they begin."""
        lines: dict[int, list[tuple[int, Strip]]] = defaultdict(list)
        for y, first, last in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is not None and x < last and end > first:
                    left = max(x, first)
                    lines[y].append((left, strip.crop(left - x, min(end, last) - x)))
        return lines

    def _is_whole(self, y: int, parts: Sequence[tuple[int, Strip]]) -> bool:
        """Whether these parts are all of a line of the terminal."""
        return sum(strip.cell_length for _, strip in parts) == self.chop_ends[y][-1]


class WholeScreen(LayoutUpdate):
    """All of the screen: whatever stood on the terminal, afterwards this does."""

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        painted = _painted_on.setdefault(console, Painted())
        painted.forget()
        for y, line in enumerate(self.strips, self.region.y):
            x = self.region.x
            for strip in line:
                painted.keep(x, y, strip)
                x += strip.cell_length
        return super().render_segments(console)


class LeanCompositor(Compositor):
    """Draws only the cells that changed, and forgets nobody who has another size.

    After something scrolled, Textual works out where all stands again as soon as someone asks for it, which may be
    between a change of style and the layout that follows. That then finds nothing new: who is shown or has another
    size never hears of it, and keeps lines for another width, or its cursor out of sight.
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[Widget, Size] = {}
        self._stood: CompositorMap = {}

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lays all out; whoever has another size than it was told is among those shown or resized.

        Textual compares with what it worked out last, which need not be what is drawn. All that stands elsewhere is.
        """
        result = super().reflow(parent, size)
        moved = self._stood.items() ^ self._full_map.items()
        self._dirty_regions.update(filter(None, (place.clip.intersection(place.region) for _, place in moved)))
        self._stood = self._full_map
        told, self._told = self._told, {widget: place.region.size for widget, place in self._full_map.items()}
        unaware = {widget for widget, now in self._told.items() if told.get(widget) != now}
        return ReflowResult(result.hidden, self._told.keys() - told.keys(), unaware & told.keys())

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Everything."""
        update = super().render_full_update(simplify)
        return WholeScreen([list(line) for line in update.strips], update.region)

    def reflow_visible(self, parent: Widget, size: Size) -> set[Widget]:
        """What scrolled moves within the widgets around it; Textual holds all those to have changed as well."""
        whole, was_whole = size.region, size.region in self._dirty_regions
        exposed = super().reflow_visible(parent, size)
        self._stood = self._visible_map or {}
        if whole in self._dirty_regions and not was_whole:
            self._dirty_regions.remove(whole)
            # In two parts it is compared with what stands there.
            self._dirty_regions.update(whole.split_horizontal(1))
        return exposed

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed since the last time."""
        update = super().render_partial_update()
        return ChangedCells(update.chops, update.spans, update.chop_ends) if update else None


def app_now() -> App[Any] | None:
    """The app that runs, for what a screen calls without handing itself over; None where none does."""
    return active_app.get(None)


class QuietScreen:
    """Mixed into a screen, before Screen itself: it draws no more than what changed, for who has a slow line.

    Textual makes `Screen.focused` a reactive that repaints the whole screen: 7.5 KB for every tab, while the two
    fields that really change take 1 KB.

    It also styles all there is anew, twice, when it first shows a screen, and all of a screen whenever that comes to
    the front, as its styles might be of another theme. A screen that is made now has those of now.
    """

    focused: var[Widget | None] = var(None)
    _compositor: Compositor
    _css_update_count: int

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._compositor = LeanCompositor()
        if app := active_app.get(None):
            self._css_update_count = app._css_update_count

    def _on_screen_resume(self, event: ScreenResume) -> None:
        # With another theme Textual styles all screens that it shows then, and those of a place when it comes back.
        event.refresh_styles = False


class GuardedApp(KeysInTurn):
    """An app that keeps an error to itself and ends in order; whoever started it looks at `crash`.

    Textual prints a traceback with the values of all variables in it (Textualize/textual#5325 asks for a way not to):
    texts of the dossier, on the wall. It ends as if all were well (#4325), and hands the error over to tests only.
    """

    ascii_only = False
    """Whether only ASCII is drawn: what cannot be told sign by sign, as large letters, asks for it."""

    def last_act(self) -> None:
        """What has to be done before the app ends, whatever went wrong."""

    @property
    def is_at_rest(self) -> bool:
        """Whether the event loop has nothing to run, and nothing waits for the next paint."""
        loop: Any = asyncio.get_running_loop()
        return not loop._ready and not (self.screen_stack and self.screen._callbacks)

    @property
    def crash(self) -> Exception | None:
        """The error that ended the app."""
        return self._exception

    def end_with(self, error: Exception) -> None:
        """Ends the app as any error does."""
        self._handle_exception(error)

    def _fatal_error(self) -> None:
        # What went wrong may go wrong again while the typing is collected, and the terminal has to be freed.
        with contextlib.suppress(Exception):
            self.last_act()
        self._close_messages_no_wait()
