"""A page of the manual as lines of a width: Rich reads and wraps it, weight carries it.

Textual's own Markdown makes a widget of every paragraph and cell, which takes ten times as long.
"""

from io import StringIO
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Markdown, TableElement
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

if TYPE_CHECKING:
    from sto_tui.widgets.raster import Run

_INDENT = 4


def _look(role: str, *, bold: bool = True, underline: bool = False) -> Style:
    """How it looks where there are no roles, and the role where there are."""
    return Style(bold=bold or None, underline=underline or None, meta={"role": role})


_PLAIN = _look("text", bold=False)
_LOOKS = {
    "h2": _look("bold", underline=True),
    "h3": _look("bold"),
    "strong": _look("bold"),
    "em": _look("bold"),
    "code": _look("key"),
    "table.header": _look("bold"),
    "table.border": _look("rule", bold=False),
    **dict.fromkeys(("paragraph", "code_block", "item", "item.bullet", "item.number", "link", "link_url"), _PLAIN),
}
_THEME = Theme({f"markdown.{name}": look for name, look in _LOOKS.items()})


class _Code(CodeBlock):
    """Lines to type, as they are: Rich's own colours them for a dark terminal."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(Text(str(self.text).rstrip(), self.style), (0, 0, 0, _INDENT))


class _Table(TableElement):
    """A table without edges."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, border_style="markdown.table.border")
        for cell in self.header.row.cells if self.header and self.header.row else ():
            table.add_column(Text.assemble(cell.content, style="markdown.table.header"))
        for row in self.body.rows if self.body else ():
            table.add_row(*(cell.content for cell in row.cells))
        yield table


class _Page(Markdown):
    """Markdown as our manual has it."""

    elements = {**Markdown.elements, "fence": _Code, "code_block": _Code, "table_open": _Table}


def lines_of_markdown(text: str, width: int) -> "list[list[Run]]":
    """The lines of a text in a width, in runs with a role."""
    console = Console(width=width, theme=_THEME, color_system=None, force_terminal=False, file=StringIO())
    lines = console.render_lines(_Page(text, hyperlinks=False), console.options, pad=False)
    return [_merged(line) for line in lines]


def _merged(line: list[Segment]) -> "list[Run]":
    runs: list[Run] = []
    for text, style, _ in Segment.simplify(line):
        runs.append((text, str(style.meta.get("role", "text")) if style else "text"))
    return runs


def printed_markdown(text: str, width: int) -> str:
    """The same for a terminal that is only printed on: in bold and underlined."""
    printed = StringIO()
    console = Console(width=width, theme=_THEME, color_system="standard", force_terminal=True, file=printed)
    console.print(_Page(text, hyperlinks=False))
    return "\n".join(line.rstrip() for line in printed.getvalue().splitlines()) + "\n"
