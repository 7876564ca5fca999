"""The keys of the tour: they work on every screen, and the screens' own keys keep their meaning."""

from textual.binding import Binding, BindingType

TOUR_KEYS: list[BindingType] = [
    Binding("f2", "tour('back')", "Terug", show=False, priority=True),
    Binding("f3", "tour('skip')", "Overslaan", show=False, priority=True),
    Binding("escape", "tour('stop')", "Stoppen", show=False, priority=True),
]
