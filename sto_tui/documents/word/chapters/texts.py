"""The written parts of a chapter, which people typed at place 8."""

from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref


def opening(dossier: Dossier, writer: Writer, chapter: Chapter) -> None:
    """The texts without a heading of their own, or that there is no text in a chapter that needs one."""
    for text in dossier.of(ChapterText).values():
        if text.chapter is chapter and not text.heading:
            writer.prose(Ref("texts", text.id, "text"), text.text)
    writer.ask(list_of("texts").at("text"))


def headed(dossier: Dossier, writer: Writer, chapter: Chapter) -> None:
    """The texts with a heading."""
    for text in dossier.of(ChapterText).values():
        if text.chapter is chapter and text.heading:
            writer.heading(2, text.heading, ref=Ref("texts", text.id, "heading"))
            writer.prose(Ref("texts", text.id, "text"), text.text)
