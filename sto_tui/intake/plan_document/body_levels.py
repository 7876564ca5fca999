"""Under which body another one stands: `Stuurgroep > Projectgroep`, by its number, or by how deep it stands."""

import re
from collections.abc import Sequence

from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.matching_records import name_of
from sto_tui.intake.plan_document.numbers_before import number_before
from sto_tui.intake.plan_document.written_plan import WrittenBody

_ARROW = re.compile(r"\s*(?:->|[>→»›➔])\s*")
_MARKS = re.compile(r"(?:->|[-–—•▪○↳└→>»›]|\s)+(?=[^\W\d])")
_ARTICLE = re.compile(r"(?:de|het)\s+", re.IGNORECASE)
# Half a step of a list in twips: what stands less deep than that stands where the row above it does.
_STEP = 100
_LEVEL = 720


class BodyLevels:
    """The bodies of one table, row by row."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._numbers: dict[str, str] = {}

    def placed(self, cell: Sequence[Paragraph], name: str, number: str) -> tuple[str, str]:
        """The name of a body as its row has it, and the one it stands under; `number` is that in a cell of its own."""
        marks = _MARKS.match(name)
        bare = name[marks.end() :] if marks else name
        typed, bare = number_before(bare)
        *above, bare = (part for part in _ARROW.split(bare) if part)
        number = (number or typed).strip(" .)")
        deep = sum(part.depth * _LEVEL + part.indent for part in cell[:1])
        deep += len("".join(marks[0].split())) * _LEVEL if marks else 0
        self._open = [one for one in self._open if one[0] + _STEP <= deep]
        around = [self._open[-1][1]] if self._open else []
        numbered = self._numbers.get(number.rpartition(".")[0], "") if number else ""
        self._open.append((deep, bare))
        self._numbers |= {number: bare} if number else {}
        return bare, next(iter([*above[-1:], *filter(None, [numbered]), *around]), "")


def under(text: str) -> str:
    """The body that `de stuurgroep` beside `Valt onder` names."""
    return _ARTICLE.sub("", " ".join(text.split()), count=1).strip(" .:;")


def above_first(bodies: Sequence[WrittenBody]) -> list[WrittenBody]:
    """The bodies in the order of the plan, but none before the one it stands under; a ring is begun where it begins."""
    by_name = {name_of(body.name): body for body in reversed(bodies)}
    ordered: dict[int, WrittenBody] = {}
    for body in bodies:
        line: list[WrittenBody] = []
        here: WrittenBody | None = body
        while here and id(here) not in ordered and here not in line:
            line.append(here)
            here = by_name.get(name_of(here.under)) if here.under else None
        ordered |= {id(one): one for one in reversed(line)}
    return [*ordered.values()]
