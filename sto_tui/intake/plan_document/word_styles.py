"""What styles and lists of a Word file say of a paragraph: its level as a heading, its number, whether it stands out.

Numbers that Word counts itself stand nowhere in the text; they are counted here as Word does.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from sto_tui.intake.word_file.package import W, WordParts

_HEADING = re.compile(r"(?:heading|kop|titre|überschrift) ?(\d)")
# Styles of what only points at something else: the contents, and what stands above a table or picture.
_CONTENTS = re.compile(r"(?:toc|inhopg) ?\d|toc heading|kop van inhoudsopgave|table of figures|caption|bijschrift")
_LIST = re.compile(r"(?:list (?:bullet|number)|lijst(?:opsom\w*|nummering)) ([2-5])")
_TITLES = {"title": 1, "titel": 1, "subtitle": 2, "ondertitel": 2}
_OFF = ("0", "false", "off", "none")
_MOST_STEPS = 20
_BULLETS = ("bullet", "none")
_USUAL_SIZE = 22
# In half points: what is this much larger than the text around it stands out.
_STANDS_OUT = 3


@dataclass(frozen=True)
class StyleLook:
    """What a paragraph style gives its paragraphs."""

    level: int = 0
    strong: bool = False
    size: int = 0
    list_number: str = ""
    list_depth: int = 0
    list_level: int = 1
    """Which of the list styles it is, as `List Bullet 2` is the second."""
    is_contents: bool = False
    title_level: int = 0
    """1 for the style of a title, 2 for that of a subtitle."""


@dataclass
class _List:
    """A list of the file: what each of its levels writes, and in which list of the file it is counted."""

    counted_in: str
    formats: dict[int, str] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


def value_of(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element that may not be there."""
    return "" if element is None else element.get(f"{W}{name}") or ""


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a switch is on; None when nothing is said of it."""
    switch = None if properties is None else properties.find(f"{W}{name}")
    return None if switch is None else value_of(switch) not in _OFF


def whole_of(text: str) -> int:
    """A whole number; 0 for what is none."""
    return int(text) if text.isdecimal() and len(text) < 7 else 0


class Styles:
    """The paragraph styles of a file, by their id."""

    def __init__(self, parts: WordParts) -> None:
        root = parts.styles
        styles = [] if root is None else root.findall(f"{W}style")
        self._styles = {value_of(style, "styleId"): style for style in styles}
        self._default = next(
            (
                key
                for key, style in self._styles.items()
                if value_of(style, "type") == "paragraph" and value_of(style, "default") not in ("", *_OFF)
            ),
            "",
        )
        usual = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        self._looks: dict[str, StyleLook] = {}
        self.usual_size = whole_of(value_of(usual)) or _USUAL_SIZE
        self.usual_size = self.look("").size or self.usual_size

    def look(self, key: str) -> StyleLook:
        """What a style gives; of an empty key the default style."""
        key = key or self._default
        if key not in self._looks:
            self._looks[key] = self._read(key)
        return self._looks[key]

    def _read(self, key: str) -> StyleLook:
        level, strong, size, number, depth = 0, None, 0, "", 0
        names = []
        for style in self._with_bases(key):
            names.append(value_of(style.find(f"{W}name")).casefold())
            about, letters = style.find(f"{W}pPr"), style.find(f"{W}rPr")
            level = level or level_of(about) or _level_by_name(names[-1])
            strong = is_on(letters, "b") if strong is None else strong
            size = size or whole_of(value_of(None if letters is None else letters.find(f"{W}sz")))
            listed = None if about is None else about.find(f"{W}numPr")
            if listed is not None and not number:
                number = value_of(listed.find(f"{W}numId"))
                depth = whole_of(value_of(listed.find(f"{W}ilvl")))
        return StyleLook(
            level,
            bool(strong),
            size,
            number,
            depth,
            _list_level(names),
            any(_CONTENTS.fullmatch(name) for name in names[:1]),
            _TITLES.get(names[0], 0) if names else 0,
        )

    def _with_bases(self, key: str) -> list[etree._Element]:
        styles: list[etree._Element] = []
        while key in self._styles and len(styles) < _MOST_STEPS:
            styles.append(self._styles[key])
            key = value_of(self._styles[key].find(f"{W}basedOn"))
        return styles

    def stands_out(self, size: int) -> bool:
        """Whether letters of this size are larger than those of the usual text."""
        return size >= self.usual_size + _STANDS_OUT


def level_of(about: etree._Element | None) -> int:
    """The outline level that a paragraph or style has itself, 1 to 9; 0 for none."""
    outline = "" if about is None else value_of(about.find(f"{W}outlineLvl"))
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0


def _list_level(names: list[str]) -> int:
    return next((int(match[1]) for name in names if (match := _LIST.fullmatch(name))), 1)


def _level_by_name(name: str) -> int:
    match = _HEADING.fullmatch(name)
    return int(match[1]) if match else 0


class Lists:
    """The lists of a file, with how far each has been counted."""

    def __init__(self, parts: WordParts) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if parts.numbering is not None:
            self._read(parts.numbering)

    def _read(self, root: etree._Element) -> None:
        shapes = {value_of(shape, "abstractNumId"): shape for shape in root.findall(f"{W}abstractNum")}
        for entry in root.findall(f"{W}num"):
            key, shape = value_of(entry, "numId"), value_of(entry.find(f"{W}abstractNumId"))
            starts_again = entry.find(f"{W}lvlOverride/{W}startOverride") is not None
            made = self._lists[key] = _List(f"num {key}" if starts_again else f"shape {shape}")
            levels = [] if shape not in shapes else shapes[shape].findall(f"{W}lvl")
            for level in (*levels, *entry.iterfind(f"{W}lvlOverride/{W}lvl")):
                depth = whole_of(value_of(level, "ilvl"))
                made.formats[depth] = value_of(level.find(f"{W}numFmt")) or "decimal"
                made.texts[depth] = value_of(level.find(f"{W}lvlText"))
                made.starts[depth] = whole_of(value_of(level.find(f"{W}start"))) or 1
            for override in entry.iterfind(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                if start is not None:
                    made.starts[whole_of(value_of(override, "ilvl"))] = whole_of(value_of(start))

    def marker(self, key: str, depth: int) -> str:
        """What stands before the next paragraph of a list; `•` for a bullet, empty when there is no such list."""
        if key in ("", "0"):
            return ""
        made = self._lists.get(key)
        if made is None or made.formats.get(depth, "bullet") in _BULLETS:
            return "•"
        counts = self._counts[made.counted_in]
        counts[depth] = counts.get(depth, made.starts.get(depth, 1) - 1) + 1
        for deeper in [deeper for deeper in counts if deeper > depth]:
            del counts[deeper]
        text = made.texts.get(depth, "")
        for level in range(depth + 1):
            number = counts.get(level, made.starts.get(level, 1))
            text = text.replace(f"%{level + 1}", _written(number, made.formats.get(level, "decimal")))
        return text.strip() or "•"


def _written(number: int, shape: str) -> str:
    """A number as a list writes it."""
    if shape in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if shape == "upperLetter" else letter
    if shape in ("lowerRoman", "upperRoman") and 1 <= number <= 39:
        roman = "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
        return roman.upper() if shape == "upperRoman" else roman
    return str(number)
