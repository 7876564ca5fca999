"""The chapters of the draft, in order. A new chapter is one module and one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sto_tui.documents.word.chapters import (
    begroting,
    bijlagen,
    doelen,
    inleiding,
    monitoring,
    organisatie,
    planning,
    regiovisie,
    risicos,
    terugblik,
    themas,
    verplicht,
)
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier

annexes = bijlagen.write


@dataclass(frozen=True)
class ChapterModule:
    """A chapter: what writes it, which part it belongs to, and in which direction it begins."""

    write: Callable[[Dossier, Writer], None]
    part: Literal["regiovisie", "activiteitenplan"] = "activiteitenplan"
    landscape: bool = False


CHAPTERS = (
    ChapterModule(inleiding.write),
    ChapterModule(terugblik.write),
    ChapterModule(regiovisie.write, "regiovisie"),
    ChapterModule(doelen.write),
    ChapterModule(themas.write),
    ChapterModule(verplicht.write),
    ChapterModule(organisatie.write),
    ChapterModule(planning.write, landscape=True),
    ChapterModule(monitoring.write),
    ChapterModule(risicos.write),
    ChapterModule(begroting.write),
)
