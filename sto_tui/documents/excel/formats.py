"""What cells look like: the colours of the Word draft, and one font."""

from typing import Any

from sto_tui.documents.excel.grid import CellLook, Paint, RowKind
from sto_tui.domain.milestones import Stoplicht

# As in the draft (documents/word/styles.py), which is not loaded for a workbook.
ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT, RULE, GREY = "0F4C5C", "E4EDEF", "F3F7F8", "B9D0D6", "B7C4C8", "595959"
_WHITE, _QUIET_HEAD = "FFFFFF", "6B7F86"
_FONT: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_BORDER: dict[str, Any] = {"border": 1, "border_color": f"#{RULE}"}
_NUMBERS: dict[CellLook, dict[str, Any]] = {
    CellLook.DAY: {"num_format": "dd-mm-yyyy", "align": "center"},
    CellLook.NUMBER: {"num_format": "#,##0.##", "align": "right", "indent": 1},
    CellLook.MONEY: {"num_format": "#,##0.00;[Red]-#,##0.00", "align": "right", "indent": 1},
    CellLook.YEAR: {"num_format": "0", "align": "center"},
    CellLook.CENTRE: {"num_format": "@", "align": "center"},
    CellLook.TEXT: {"num_format": "@", "text_wrap": True},
}
_OF_KIND: dict[RowKind, dict[str, Any]] = {
    RowKind.ROW: {},
    RowKind.SPARE: {},
    RowKind.GROUP: {"bold": True, "bg_color": f"#{HEAD_TINT}"},
    RowKind.UNDER_GROUP: {"bold": True, "bg_color": f"#{LABEL_TINT}"},
    RowKind.TOTAL: {"bold": True, "bg_color": f"#{LABEL_TINT}", "top": 2, "top_color": f"#{ACCENT}"},
}
# For each value in a cell its ground and its letters.
_PAINTED: dict[Paint, dict[str, tuple[str, str]]] = {
    Paint.NONE: {},
    Paint.PERIOD: {
        "L": (MID_TINT, "000000"),
        "K": (ACCENT, _WHITE),
        "G": (HEAD_TINT, "000000"),
        "D": (HEAD_TINT, "000000"),
    },
    Paint.LIGHT: {
        Stoplicht.GROEN.label: ("C6E5C3", "0B3D0B"),
        Stoplicht.ORANJE.label: ("FBD9A6", "5A3300"),
        Stoplicht.ROOD.label: ("F2B8B5", "6B0F0B"),
        Stoplicht.GEREED.label: (MID_TINT, "000000"),
    },
}


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def _format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def cell(self, look: CellLook, kind: RowKind, *, pale: bool = False) -> Any:
        """A cell of a row; `pale` for what comes from elsewhere. A group keeps its name on one line."""
        properties = {**_FONT, **_BORDER, **_NUMBERS[look], **_OF_KIND[kind]}
        if kind not in (RowKind.ROW, RowKind.SPARE):
            properties.pop("text_wrap", None)
        if pale:
            properties |= {"font_color": f"#{GREY}", "italic": True}
        return self._format(**properties)

    def head(self, *, quiet: bool, upright: bool = False) -> Any:
        """The head of a column; a quiet one is of a column that is not taken back."""
        properties = {**_FONT, **_BORDER, "bold": True, "text_wrap": True, "font_color": f"#{_WHITE}"}
        properties["bg_color"] = f"#{_QUIET_HEAD if quiet else ACCENT}"
        properties |= {"rotation": 90, "align": "center", "valign": "bottom"} if upright else {"valign": "vcenter"}
        return self._format(**properties)

    @property
    def band(self) -> Any:
        """A head above several columns."""
        return self._format(
            **_FONT | _BORDER, bold=True, align="center", bg_color=f"#{HEAD_TINT}", font_color=f"#{ACCENT}"
        )

    @property
    def title(self) -> Any:
        """The name of a sheet."""
        return self._format(font_name="Calibri", font_size=16, bold=True, font_color=f"#{ACCENT}")

    @property
    def about(self) -> Any:
        """What a sheet says of itself."""
        return self._format(**_FONT, text_wrap=True, font_color=f"#{GREY}")

    def painted(self, paint: Paint) -> list[tuple[str, Any]]:
        """For each value the colours that it gives a cell."""
        return [
            (value, self._format(bg_color=f"#{ground}", font_color=f"#{letters}", bold=True))
            for value, (ground, letters) in _PAINTED[paint].items()
        ]
