"""The chapters of the draft: each is written by the module of its key, from the heading that it gets on."""

from collections.abc import Callable, Mapping
from importlib import import_module

from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter

WRITERS: Mapping[Chapter, Callable[[Dossier, Writer], None]] = {
    chapter: import_module(f"{__name__}.{chapter.value}").write for chapter in Chapter
}
