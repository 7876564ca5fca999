"""Bodies that running text is about: sentences that begin with one say what it does.

What a body is for is taken from those sentences and from what goes on about it (`Zij …`); how often it meets and how
many are in it only from the sentences that name it.
"""

import re
from collections.abc import Sequence

from sto_tui.domain.dutch import capital
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.pieces import seats, sentences, times_a_year
from sto_tui.intake.plan_document.plan_words import body_at
from sto_tui.intake.plan_document.written_plan import WrittenBody, WrittenText

_BEGIN = re.compile(r"(?:de|het|een|onze) ", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:zij|ze|hij|deze|die|dit|dat|daarnaast|ook|verder)\b")
# One person is no body, however much there is to say of what they do.
_PERSON = re.compile(r"(?:projectleider|programmamanager|programmaleider|deelprojectleider|projectmanager|penvoerder)")
# A region has some of these, and then each has a name.
_OF_SEVERAL = re.compile(r"(?:werkgroep|projectgroep|themagroep|ontwikkelteam|sectortafel|expertgroep|kenniskring)")
_PLURAL = re.compile(r".*(?:groepen|teams|tafels)")


def bodies_told(texts: Sequence[WrittenText]) -> list[WrittenBody]:
    """Each body once, in the order of the text, with the place of the text."""
    bodies: dict[str, WrittenBody] = {}
    about: dict[str, list[str]] = {}
    named = {name for text in texts for name in _named_in(text)}
    for text in texts:
        for paragraph in text.paragraphs:
            last = ""
            for sentence in sentences(" ".join(paragraph.split())):
                if name := _meant(sentence, last, named):
                    bodies.setdefault(name, WrittenBody(text.place, capital(name)))
                    about.setdefault(name, []).append(sentence)
                elif not _GOES_ON.match(plain(sentence)):
                    name = ""
                else:
                    name = last
                if name:
                    bodies[name].task.append(sentence)
                last = name
    for name, body in bodies.items():
        body.task = [" ".join(body.task)]
        body.meets, body.size = times_a_year(" ".join(about[name])), seats(" ".join(about[name]))
        body.doubt = _doubt(name, len(about[name]), named)
    return [*bodies.values()]


def _doubt(name: str, times: int, named: set[str]) -> str:
    """Why it may be more than one body: it has no name, where others like it have one or it comes back."""
    if _PLURAL.match(name):
        return "dit is meer dan één orgaan" if " " in name else ""
    others = [other for other in named if other.startswith(f"{name} ")]
    if _OF_SEVERAL.fullmatch(name) and (times > 1 or others):
        return f"de tekst kan over meer dan één {name} gaan"
    return ""


def _named_in(text: WrittenText) -> list[str]:
    """The bodies with a name of their own with which a sentence begins."""
    found = [
        _begins_with(sentence) for paragraph in text.paragraphs for sentence in sentences(" ".join(paragraph.split()))
    ]
    return ["".join(pair) for pair in found if pair[1]]


def _meant(sentence: str, last: str, named: set[str]) -> str:
    """The body with which a sentence begins: `de werkgroep` is the one before, or the only one that has a name."""
    word, own = _begins_with(sentence)
    if own or not word:
        return word + own
    likely = [last] if last.startswith(f"{word} ") else [name for name in named if name.startswith(f"{word} ")]
    return likely[0] if len(likely) == 1 else word


def _begins_with(sentence: str) -> tuple[str, str]:
    """The word for a body with which a sentence begins, and the name behind it; both empty for any other."""
    article = _BEGIN.match(sentence)
    word, own = body_at(sentence, article.end()) if article else ("", "")
    return ("", "") if _PERSON.fullmatch(word) else (word, own)
