"""What running text may say of a speerpunt: `In 2027 richten we het lab in`, `samen met ROC Noord en Philips`.

A sentence is no list: what is read here is offered in doubt, and the text stays where it stands.
"""

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from sto_tui.domain.plan import Size
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.no_words import DASHES
from sto_tui.intake.plan_document.pieces import sentences, size_in, without_stop
from sto_tui.intake.plan_document.plan_words import SPEERPUNT_WORDS
from sto_tui.intake.plan_document.written_periods import is_end, read_period

_MOST_WORDS_OF_PERIOD = 6
_LEAST_WORDS_OF_ACT = 2
_LONGEST_NAME = 8
_BEFORE_PERIOD = re.compile(
    r"(?:in|tijdens|gedurende|van)(?: het| de)? +(?=schooljaar|periode|voorjaar|najaar|zomer|\d|[a-z]+ 20)", re.I
)
# Behind the first day of a period comes its last.
_GOES_ON = re.compile(r"t/m|tot|en|of|e\.?v\.?|tm")
_HOW_OFTEN = re.compile(
    r"(.+?),? ((?:(?:elke?|iedere?|per) (?:dag|week|maand|kwartaal|periode|(?:school)?jaar)|om de (?:week|maand)|"
    r"dagelijks|(?:twee)?wekelijks|maandelijks|jaarlijks|doorlopend)\.?)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:samen met|in samenwerking met|(?:betrokken )?(?:partners|partijen)(?: hierbij| daarbij| bij dit \w+)? zijn|"
    r"(?:hierbij|daarbij) zijn betrokken:?|(?:hieraan|daaraan) (?:doen mee|nemen deel):?)\s+(.+)",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\s+(?:om|zodat|die|waarbij|waarmee|voor|aan|in|op|bij|we|wij)\s.*|\s*[;:(].*")
_BETWEEN = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+")
# `Het Streek` has its article in its name.
_ARTICLE = re.compile(r"^(?:het|de|een)\s+(?=\S)")
# `De Noordgraaf organiseren`: behind a name in a sentence small letters go on with that sentence.
_VERB = re.compile(r"(?<=\w)(?:\s+[^\W\d_A-Z]+)+$")
_LETTER = re.compile(r"(?:^|(?<=[\s(:]))\(?([a-z])\)\s+(?=\S)")
_ITEM = re.compile(r"\d{1,2}[.)] ([^\n]+)")
_LONGEST_TITLE = 80
# What the line above a list says that its items are, when they are no speerpunten.
_REASONS = (
    r"\b(?:reden(?:en)?|waarom|omdat|oorza(?:ak|ken)|aanleiding(?:en)?|knelpunt(?:en)?|proble(?:em|men)|uitgangspunt(?:en)?|"
    r"voorwaarden?|randvoorwaarden?|vragen|vraag|conclusies?|bevindingen|ontwikkelingen|kansen|bedreigingen|argument(?:en)?)\b"
)
_NO_LIST_OF_TITLES = re.compile(
    rf"{_REASONS}[^.]*$|\b(?:bronnen|scholen|bedrijven|partners|leden|aanwezig(?:en)?)(?: zijn)?:?$"
)
_STATES = re.compile(
    r"\b(?:is|zijn|was|waren|heeft|hebben|ontbre(?:ekt|ken)|voldoe(?:t|n)|trek(?:t|ken)|blijft|blijven|daalt|dalen|"
    r"stijgt|stijgen)\b"
)
_LEVEL = re.compile(rf"\b(?:{'|'.join(sorted(SPEERPUNT_WORDS))})(?:en|s)?\b")
_LEVELS = rf"(?:{'|'.join(sorted(SPEERPUNT_WORDS))})(?:en|s)"
# `Wij kiezen deze speerpunten:`, and not `De redenen voor onze speerpunten:`.
_LIST_OF_TITLES = re.compile(rf"\b{_LEVELS}(?: zijn| op| vast| uit| voor)?\W*$")
_REASONS_OF_TITLES = re.compile(
    rf"^waarom\b|{_REASONS} (?:voor|achter|van|bij|over|rond)(?: [^\W\d]+){{0,2}} {_LEVELS}(?: zijn)?\W*$"
)
_LAST_WORD = re.compile(r",?\s+(?:en|of)$")
_SIZED = (
    r"\s*(?:(?P<probability>kans|waarschijnlijkheid)|impact|effect(?:en)?|gevolg(?:en)?|ernst)(?: is)?\s?[:=]?\s?"
    r"(?P<size>[^\W\d]+)\b"
)
# In a sentence (`waardoor de kans groot is`) no sign stands before it; the other size may (`kans groot impact klein`).
_SIZE = re.compile(rf"(?:[.,;:/(\[–—-]|\ben){_SIZED}", re.IGNORECASE)
_OTHER_SIZE = re.compile(_SIZED, re.IGNORECASE)
_BEHIND_SIZES = re.compile(r"[)\].,;\s]*[:–—-]\s*(.+)", re.DOTALL)
_MEASURE = re.compile(r"\b(?:beheers|tegen)?maatregel(?:en)?:\s*(.+)", re.IGNORECASE | re.DOTALL)


def acts_by_period(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text that begin with a period, each as the period and what is done then."""
    for sentence in sentences(" ".join(text.split())):
        for piece in sentence.split(";"):
            words = without_stop(_BEFORE_PERIOD.sub("", piece.strip(), count=1)).split()
            for count in range(min(_MOST_WORDS_OF_PERIOD, len(words) - _LEAST_WORDS_OF_ACT), 0, -1):
                period = read_period(" ".join(words[:count]).strip(",:"))
                # Behind `start 2027 –` stand steps, each with a time of its own.
                if period and words[count] not in DASHES:
                    yield period.label, " ".join(words[count:])
                    break


def period_and_how_often(line: str) -> tuple[str, str] | None:
    """`Vanaf september 2027, elke maand`: how often is no act."""
    match = _HOW_OFTEN.fullmatch(line)
    return (match[1], match[2]) if match and read_period(match[1]) else None


def acts_behind_periods(line: str) -> list[tuple[str, str]]:
    """`Najaar 2027 kopen; voorjaar 2028 rijden` beside `Planning`: each begins with when; a bare year may count."""
    found = []
    for piece in line.split(";"):
        words = without_stop(piece.strip()).split()
        counts = range(min(_MOST_WORDS_OF_PERIOD, len(words) - 1), 1, -1)
        count = next((count for count in counts if read_period(" ".join(words[:count]))), 0)
        goes_on = count and (_GOES_ON.fullmatch(plain(words[count])) or is_end(words[count]))
        if not count or not words[count][0].isalpha() or goes_on or period_and_how_often(piece.strip()):
            return []
        found.append((" ".join(words[:count]), " ".join(words[count:])))
    return found


def names_together(text: str) -> list[str]:
    """Who takes part by the words of a text: names with a capital behind words such as `samen met`."""
    found: list[str] = []
    for sentence in sentences(" ".join(text.split())):
        if match := _TOGETHER.search(sentence):
            for piece in _BETWEEN.split(_FURTHER.sub("", match[1])):
                name = _VERB.sub("", _ARTICLE.sub("", without_stop(piece.strip())))
                has_capital = any(word[:1].isupper() for word in name.split())
                if has_capital and len(name.split()) <= _LONGEST_NAME and name not in found:
                    found.append(name)
    return found


def lettered_titles(text: str) -> list[str]:
    """The speerpunten that one line names by letters: `de speerpunten zijn a) een route en b) een club`."""
    marks = [*_LETTER.finditer(text)]
    letters = "".join(mark[1] for mark in marks)
    if len(marks) < 2 or not ascii_lowercase.startswith(letters) or not _LEVEL.search(plain(text[: marks[0].start()])):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    pieces = [text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]
    return [title for piece in pieces if (title := without_stop(_LAST_WORD.sub("", piece), " ,;."))]


def numbered_titles(lines: Sequence[str]) -> list[str]:
    """The titles of a numbered list: what stands before a colon, or a whole item that is short."""
    at = [number for number, line in enumerate(lines) if _ITEM.fullmatch(line)]
    items = [match[1] for line in lines if (match := _ITEM.fullmatch(line))]
    titles = [without_stop(item.partition(":")[0].strip(), " ,;.") for item in items]
    above = plain(lines[at[0] - 1]) if at and at[0] else ""
    stated = sum(_is_statement(item) for item in items if ":" not in item)
    is_told = not _leads_to_titles(above) and (_NO_LIST_OF_TITLES.search(above) or 0 < len(items) <= 2 * stated)
    is_list = len(titles) > 1 and all(len(title) <= _LONGEST_TITLE for title in titles)
    return titles if is_list and not is_told else []


def _leads_to_titles(above: str) -> bool:
    """Whether the line above a list ends with the word for what stands in it, and not with what is a reason for it."""
    return _LIST_OF_TITLES.search(above) is not None and _REASONS_OF_TITLES.search(above) is None


def _is_statement(item: str) -> bool:
    """Whether an item says how something is, as `Er zijn te weinig docenten.` does: a reason, and nothing to do."""
    return item.endswith(".") and _STATES.search(plain(item)) is not None


def risk_in(text: str) -> tuple[str, Size | None, Size | None, str] | None:
    """The risk, its probability, impact and measure of one line; None when it names neither sizes nor a measure.

    The measure is what stands behind its word, else what stands behind a colon or dash after the sizes.
    """
    measure = _MEASURE.search(text)
    before = text[: measure.start()] if measure else text
    sizes = [*_sizes_in(before)]
    risk = (before[: sizes[0].start()] if sizes else before).strip(" .,;:–-([")
    if not risk or not (measure or sizes) or plain(risk).startswith("kans"):
        return None
    given = {bool(match["probability"]): size_in(match["size"]) for match in reversed(sizes)}
    said = measure or (_BEHIND_SIZES.fullmatch(before, sizes[-1].end()) if sizes else None)
    return risk, given.get(True), given.get(False), said[1].strip() if said else ""


def _sizes_in(text: str) -> Iterator[re.Match[str]]:
    """Each size behind a sign, and one that follows another with nothing between them."""
    match = _SIZE.search(text)
    while match:
        is_size = size_in(match["size"]) is not None
        if is_size:
            yield match
        other = _OTHER_SIZE.match(text, match.end()) if is_size else None
        match = other or _SIZE.search(text, match.end())
