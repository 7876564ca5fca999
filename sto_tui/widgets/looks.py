"""How each role of drawn text looks: one table, read once per widget.

Component classes of Textual would say the same, but it styles each of them anew whenever a class or the focus of the
widget changes: nine tenths of all its styling here.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from sto_tui.frozen import frozen

_AS_CURSOR = "block-cursor-text-style"
"""The weight of a cell under the cursor: each theme has its own."""


@frozen
class RoleLook:
    """The colours by their names in the theme, and the weight; what is empty is as it is around it."""

    colour: str
    background: str = ""
    weight: str = ""


LOOKS: Mapping[str, RoleLook] = {
    "text": RoleLook("text"),
    "bold": RoleLook("text", weight="bold"),
    "chosen here": RoleLook("text", weight="bold underline"),
    "prompt here": RoleLook("muted", weight="bold underline"),
    "muted": RoleLook("muted"),
    "key": RoleLook("primary", weight="bold"),
    "here": RoleLook("primary", weight="bold"),
    "primary": RoleLook("primary"),
    "number": RoleLook("primary"),
    "stroke": RoleLook("primary"),
    "rule": RoleLook("rule"),
    "error": RoleLook("error", weight="bold"),
    "over": RoleLook("error", weight="bold reverse"),
    "hint": RoleLook("hint", weight="bold"),
    "critical": RoleLook("critical", weight="bold"),
    "today": RoleLook("today"),
    "added": RoleLook("accent", weight="bold underline"),
    "removed": RoleLook("error", weight="strike"),
    "module": RoleLook("ink", "paper"),
    "groen": RoleLook("groen-text", "groen", "bold"),
    "oranje": RoleLook("oranje-text", "oranje", "bold"),
    "rood": RoleLook("rood-text", "rood", "bold"),
    "cell": RoleLook("cell-text", "cell", _AS_CURSOR),
    "row": RoleLook("text", "row", "bold"),
}


class DrawnInRoles(Widget):
    """A widget that draws its own lines, in roles of text."""

    def __init__(self, *children: Widget, **options: Any) -> None:
        self._looks: dict[str, Style] = {}
        super().__init__(*children, **options)

    def look(self, role: str) -> Style:
        """The style of a role: one of `LOOKS`."""
        if role not in self._looks:
            variables = self.app.current_theme.variables
            look = LOOKS[role]
            self._looks[role] = self.rich_style + _style(
                variables[f"sto-{look.colour}"],
                variables[f"sto-{look.background}"] if look.background else "",
                variables[_AS_CURSOR] if look.weight == _AS_CURSOR else look.weight,
            )
        return self._looks[role]

    def notify_style_update(self) -> None:
        """Forgets the styles; Textual calls it when those of the theme or of the widget may be others."""
        self._looks.clear()
        super().notify_style_update()


@lru_cache(maxsize=256)
def _style(colour: str, background: str, weight: str) -> Style:
    drawn = Style(
        color=Color.parse(colour).rich_color, bgcolor=Color.parse(background).rich_color if background else None
    )
    return drawn + Style.parse(weight)
