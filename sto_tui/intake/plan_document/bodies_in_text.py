"""Bodies that running text is about: sentences that begin with one say what it does.

What a body is for is taken from those sentences and from what goes on about it (`Zij …`); how often it meets and how
many are in it only from the sentences that name it.
"""

import re
from collections.abc import Sequence

from sto_tui.domain.dutch import capital
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.pieces import seats, sentences, times_a_year
from sto_tui.intake.plan_document.plan_words import bodies_in
from sto_tui.intake.plan_document.written_plan import WrittenBody, WrittenText

_BEGIN = re.compile(r"(?:de|het|een|onze) ((?:[^\W\d]+ ){0,2}?[^\W\d]+)\b")
_GOES_ON = re.compile(r"(?:zij|ze|hij|deze|die|dit|dat|daarnaast|ook|verder)\b")
# One person is no body, however much there is to say of what they do.
_PERSON = re.compile(r"(?:projectleider|programmamanager|programmaleider|deelprojectleider|projectmanager|penvoerder)")


def bodies_told(texts: Sequence[WrittenText]) -> list[WrittenBody]:
    """Each body once, in the order of the text, with the place of the text."""
    bodies: dict[str, WrittenBody] = {}
    named: dict[str, list[str]] = {}
    for text in texts:
        for paragraph in text.paragraphs:
            body: WrittenBody | None = None
            for sentence in sentences(" ".join(paragraph.split())):
                if name := _begins_with(sentence):
                    body = bodies.setdefault(name, WrittenBody(text.place, capital(name)))
                    named.setdefault(name, []).append(sentence)
                elif not _GOES_ON.match(plain(sentence)):
                    body = None
                if body:
                    body.task.append(sentence)
    for name, body in bodies.items():
        body.task = [" ".join(body.task)]
        body.meets, body.size = times_a_year(" ".join(named[name])), seats(" ".join(named[name]))
    return [*bodies.values()]


def _begins_with(sentence: str) -> str:
    """The body with which a sentence begins; empty for any other."""
    if match := _BEGIN.match(plain(sentence)):
        for many in range(1, 4):
            words = " ".join(match.string[match.start(1) :].split()[:many]).strip(" ,.;:()")
            if bodies_in(words) == [words] and not _PERSON.fullmatch(words):
                return words
    return ""
