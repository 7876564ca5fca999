"""What the styles of a Word file are called. Their ids change when another program saves it; their names do not."""

from lxml import etree

from sto_tui.intake.word_file.package import W, child_of

_MOST_STEPS = 20
_NO_LIST = "0"
_STYLE, _NUMBERED, _NUMBER, _VALUE = (f"{W}{name}" for name in ("pStyle", "numPr", "numId", "val"))


class StyleNames:
    """The names of styles in small letters, and which of them make a bullet or number before a paragraph."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId") or "": style for style in styles}
        # A draft has thousands of paragraphs in a few dozen styles.
        self._names: dict[str, str] = {}
        self._bullets: dict[str, bool] = {}

    def name(self, key: str) -> str:
        """The name of a style by its id."""
        if key not in self._names:
            style = self._styles.get(key)
            name = None if style is None else style.find(f"{W}name")
            self._names[key] = (key if name is None else name.get(f"{W}val") or key).lower()
        return self._names[key]

    def of_paragraph(self, about: etree._Element | None) -> tuple[str, bool]:
        """The style that the properties of a paragraph name, and whether it is an item of a list, also by that."""
        style, numbered = "", None
        for child in () if about is None else about:
            if child.tag == _STYLE:
                style = style or child.get(_VALUE) or ""
            elif child.tag == _NUMBERED and numbered is None:
                numbered = child_of(child, _NUMBER)
        name = self.name(style) if style else ""
        if numbered is not None:
            return name, numbered.get(_VALUE) != _NO_LIST
        if style not in self._bullets:
            self._bullets[style] = self._is_bullet_style(style)
        return name, self._bullets[style]

    def _is_bullet_style(self, key: str) -> bool:
        for _ in range(_MOST_STEPS):
            style = self._styles.get(key)
            if style is None:
                return False
            number = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                return number.get(f"{W}val") != _NO_LIST
            above = style.find(f"{W}basedOn")
            key = "" if above is None else above.get(f"{W}val") or ""
        return False
