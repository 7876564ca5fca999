"""The manual by its own headings: what `sto uitleg` and the help on the screen show of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_NAME = Path("docs") / "handleiding.md"
_HEADING = re.compile(r"(?m)^(##+) (.+)\n")
_PICTURE = re.compile(r"(?m)^!\[[^]\n]*\]\([^)\n]*\)\n\n?")
_NAMED = re.compile(r"\*([^*]+)\*")
_PLACES = "De acht plaatsen"


@dataclass(frozen=True)
class Topic:
    """A heading of the manual with what stands under it; `under` is the larger topic that it is a part of."""

    title: str
    text: str
    under: str = ""

    @property
    def page(self) -> str:
        """The heading and the text, as the manual writes them; one of the eight places with all that it points to."""
        parts = [f"## {self.title}\n\n{self.text}"]
        if self.under == _PLACES:
            parts += [f"## {topic.title}\n\n{topic.text}" for topic in self.named]
        return "\n".join(parts)

    @property
    def named(self) -> "Sequence[Topic]":
        """The topics that the text points to, in its order."""
        titles = dict.fromkeys(" ".join(name.split()) for name in _NAMED.findall(self.text))
        return [_by_title()[title] for title in titles if title in _by_title() and title != self.title]


@cache
def topics() -> tuple[Topic, ...]:
    """All topics in the order of the manual."""
    text = _PICTURE.sub("", _manual().read_text(encoding="utf-8"))
    found: list[Topic] = []
    heads = list(_HEADING.finditer(text))
    for number, head in enumerate(heads):
        level, title = len(head[1]), head[2].strip()
        end = next((later.start() for later in heads[number + 1 :] if len(later[1]) <= level), len(text))
        above = next((earlier for earlier in reversed(heads[:number]) if len(earlier[1]) < level), None)
        found.append(Topic(title, text[head.end() : end].strip("\n") + "\n", above[2].strip() if above else ""))
    return tuple(found)


@cache
def _by_title() -> dict[str, Topic]:
    return {topic.title: topic for topic in topics()}


def topic_of(title: str) -> Topic:
    """The topic with this heading. Raises KeyError."""
    return _by_title()[title]


def _manual() -> Path:
    """In the package when installed, else in the checkout."""
    installed = _PACKAGE / _NAME
    return installed if installed.exists() else _PACKAGE.parent / _NAME
