"""The written parts of a chapter, which people typed at place 8."""

from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref


def opening_texts(dossier: Dossier, chapter: Chapter) -> list[ChapterText]:
    """The texts of a chapter without a heading of their own."""
    return [text for text in dossier.of(ChapterText).values() if text.chapter is chapter and not text.heading]


def opening_field(dossier: Dossier, chapter: Chapter) -> list[Ref]:
    """The text that opens a chapter: the field that is found by the number of the chapter."""
    return [ref_of(text, "text") for text in opening_texts(dossier, chapter)[:1]]


def opening(dossier: Dossier, writer: Writer, chapter: Chapter) -> None:
    """The texts without a heading of their own, or that there is no text in a chapter that needs one."""
    for number, text in enumerate(opening_texts(dossier, chapter)):
        if number:
            writer.field_head("Aanvulling", ref_of(text, "text"))
        writer.prose(ref_of(text, "text"), text.text)
    writer.ask(list_of("texts").at("text"))


def headed(dossier: Dossier, writer: Writer, chapter: Chapter) -> None:
    """The texts with a heading."""
    for text in dossier.of(ChapterText).values():
        if text.chapter is chapter and text.heading:
            writer.heading(2, text.heading, ref=ref_of(text, "heading"), below=[ref_of(text, "text")])
            writer.prose(ref_of(text, "text"), text.text)
