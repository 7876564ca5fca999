"""The one page: plain forms that work without a script, in the words of the question of now."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files

from sto_tui.frozen import frozen
from sto_tui.phones import words
from sto_tui.phones.room import CODE
from sto_tui.phones.stand import AskedOfPhones, Stand
from sto_tui.planning.evaluation.phone_entries import LONGEST_ANSWER
from sto_tui.planning.evaluation.results import HIGHEST_TABLE, SCALE_WORDS

VOTES_FOR = "n"
"""How the name of a field with votes begins: the id of the answer follows, as its number on the wall can shift."""
MOST_RADIOS = 5
"""With more votes to give, a row of circles does not fit a small phone."""
SECONDS_WITHOUT_SCRIPT = 10


def _part(name: str) -> str:
    return (files("sto_tui.phones") / name).read_text("utf-8")


def _script() -> str:
    text = _part("page.js")
    for name in ("CLOSED_NOW", "NEW_QUESTION", "NO_LINE", "STILL_SAVING", "TOO_FAST"):
        text = text.replace(name, json.dumps(getattr(words, name)))
    return "\n".join(line.strip() for line in text.splitlines())


STYLE = _part("page.css").replace("\n", "")
SCRIPT = _script()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


POLICY = (
    f"default-src 'none'; style-src {_hash(STYLE)}; script-src {_hash(SCRIPT)}; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@frozen
class Filled:
    """What stands in the form of a phone: hidden keys, the table, and what was typed or chosen before.

    `over` is the table whose votes or score would be taken over; `lost` a text that came too late; `lacks` that the
    phone has not given its own votes or score, so that its page may send what it gave before a crash.
    """

    form_key: str = ""
    once: str = ""
    table: int | None = None
    text: str = ""
    score: int = 0
    votes: Mapping[int, int] | None = None
    over: int = 0
    lost: str = ""
    lacks: bool = False


def join_page(message: str = "") -> str:
    """Asks the code."""
    field = (
        f"<input id=c name=c required maxlength=12 autocomplete=off autocapitalize=characters autocorrect=off "
        f"spellcheck=false size={CODE}>"
    )
    form = (
        f'<form method=post action="/mee"><label for=c>{words.CODE}</label>{field}<button>{words.JOIN}</button></form>'
    )
    about = f"<p>{words.TYPE_CODE}</p>{form}<p>{words.MOBILE_DATA}</p>"
    return _page(words.TITLE, message, 0, 0, about)


def question_page(stand: Stand, version: int, filled: Filled, message: str) -> str:
    """What is asked now, or that nothing is."""
    lost = f"<p>{words.YOU_WROTE} {escape(filled.lost)}</p>" if filled.lost else ""
    if stand.asked is AskedOfPhones.NOTHING:
        again = f"<noscript><meta http-equiv=refresh content={SECONDS_WITHOUT_SCRIPT}></noscript>"
        return _page(words.WAIT, message, version, 0, lost, again)
    asked = {AskedOfPhones.ANSWER: _answer, AskedOfPhones.SCORE: _score, AskedOfPhones.VOTE: _vote}[stand.asked]
    hidden = {"k": filled.form_key, "o": filled.once, "q": stand.question}
    if filled.over:
        hidden["over"] = filled.over
    inside = "".join(f'<input type=hidden name={name} value="{escape(str(value))}">' for name, value in hidden.items())
    button = words.TAKE_OVER if filled.over else words.VOTE if stand.asked is AskedOfPhones.VOTE else words.SEND
    form = (
        f'<form method=post action="/{stand.asked.value}">{inside}{_table(stand, filled)}{asked(stand, filled)}'
        f"<button>{button}</button></form>"
    )
    refresh = f'<noscript><a href="/">{words.REFRESH}</a></noscript>'
    return _page(stand.text, message, version, stand.question, lost + form + refresh, about=" data-l=1" * filled.lacks)


def _page(heading: str, message: str, version: int, question: int, inside: str, head: str = "", about: str = "") -> str:
    return (
        "<!doctype html><html lang=nl><head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width,initial-scale=1">'
        f"<title>{words.TITLE}</title><style>{STYLE}</style>{head}</head><body>"
        f"<p id=m role=status>{escape(message)}</p>"
        f'<main data-v="{version}" data-q="{question}"{about}><h1>{escape(heading)}</h1>{inside}</main>'
        f"<script>{SCRIPT}</script></body></html>"
    )


def _table(stand: Stand, filled: Filled) -> str:
    if stand.per_person:
        return ""
    if stand.tables == 1:
        return "<input type=hidden name=t value=1>"
    label = f"<label for=t>{words.TABLE}</label>"
    if not stand.tables:
        needed = "" if stand.asked is AskedOfPhones.ANSWER else " required"
        value = filled.table or ""
        return f'{label}<input id=t name=t type=number min=1 max={HIGHEST_TABLE}{needed} value="{value}">'
    choices = [f'<option value="">{words.CHOOSE_TABLE}']
    for table in range(1, stand.tables + 1):
        choices.append(f"<option{' selected' * (table == filled.table)}>{table}")
    return f"{label}<select id=t name=t required>{''.join(choices)}</select>"


def _answer(stand: Stand, filled: Filled) -> str:
    area = f"<textarea id=x name=x required maxlength={LONGEST_ANSWER} rows=4>{escape(filled.text)}</textarea>"
    return f"<label for=x>{words.ANSWER}</label>{area}<p>{words.AT_MOST}</p>"


def _score(stand: Stand, filled: Filled) -> str:
    legend = words.OWN_SCORE if stand.per_person else words.SCORE
    circles = _radios("w", ((value, f"{value} {word}") for value, word in enumerate(SCALE_WORDS, 1)), filled.score)
    return f"<fieldset class=s><legend>{legend}</legend>{circles}</fieldset>"


def _vote(stand: Stand, filled: Filled) -> str:
    votes = filled.votes or {}
    fields = [f"<p>{words.divide(stand.votes, per_person=stand.per_person)}</p>"]
    for answer in stand.answers:
        given, name = votes.get(answer.id, 0), f"{VOTES_FOR}{answer.id}"
        legend = f"{answer.number} {escape(answer.text)}"
        if stand.votes > MOST_RADIOS:
            numbers = "".join(f"<option{' selected' * (one == given)}>{one}" for one in _up_to(stand.votes))
            fields.append(f"<label for={name}>{legend}</label><select id={name} name={name}>{numbers}</select>")
        else:
            circles = _radios(name, ((one, str(one)) for one in _up_to(stand.votes)), given)
            fields.append(f"<fieldset><legend>{legend}</legend><div class=r>{circles}</div></fieldset>")
    return "".join(fields)


def _up_to(votes: int) -> Sequence[int]:
    return range(votes + 1)


def _radios(name: str, choices: Iterable[tuple[int, str]], chosen: int) -> str:
    return "".join(
        f"<label><input type=radio name={name} value={value}{' checked' * (value == chosen)}>{text}</label>"
        for value, text in choices
    )
