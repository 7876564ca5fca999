"""What the registries hold for people, as it stands in `tests/golden/`: every key and every field, with its help.

Screens show a few of these at a time; here each stands beside the ones that it must not be mixed up with. The pages of
a phone are of this kind: one at a time, in a room, with a message above it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from importlib import import_module
from pkgutil import walk_packages

from pydantic import BaseModel

from sto_tui import screens
from sto_tui.acts import EVERYWHERE, KEY_NAMES, WINDOWS, KeyAct, acts_at
from sto_tui.domain.record import FieldSpec, Part, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.phones import words
from sto_tui.phones.page import Filled, join_page, question_page
from sto_tui.phones.stand import Stand
from sto_tui.places import Place
from sto_tui.screens.tour.steps import STEPS
from tests.phones.meeting import COLLECTING, OWN_VOTES, SCORING, VOTING
from tests.support.golden_texts import Golden

FILES = ["rondleiding.txt", "telefoons.txt", "toetsen.txt", "velden.txt"]


def test_every_key_with_what_it_does(golden: Golden) -> None:
    shown = [f"═══ {EVERYWHERE}", *(_act(act) for act in acts_at(Place.OVERZICHT.word) if EVERYWHERE in act.where)]
    for where in (*(place.word for place in Place), *WINDOWS):
        shown += ["", f"═══ {where}", *(_act(act) for act in acts_at(where) if where in act.where)]
    golden("toetsen.txt", "\n".join(shown))


def _act(act: KeyAct) -> str:
    keys = " ".join(dict.fromkeys((act.key, *(KEY_NAMES.get(key, key) for key in act.keys))))
    in_footer = f" [{act.footer}]" if act.footer else ""
    return f"{keys:<12} {act.label}{in_footer}{' *' if act.writes else ''}: {act.help}"


def test_every_field_with_its_help(golden: Golden) -> None:
    shown: list[str] = []
    for table in TABLES.values():
        shown += [f"═══ {table.singular} · {table.plural} · {table.dutch} · bij {table.place.title}"]
        shown += [*_fields(table.model, ""), ""]
    for part in _parts_that_are_asked():
        shown += [f"═══ {part.__name__}", *_fields(part, ""), ""]
    golden("velden.txt", "\n".join(shown))


def _parts_that_are_asked() -> Iterator[type[Part]]:
    """What windows ask that is no record."""
    for found in walk_packages(screens.__path__, f"{screens.__name__}."):
        for one in vars(import_module(found.name)).values():
            if isinstance(one, type) and issubclass(one, Part) and one.__module__ == found.name:
                yield one


def test_every_step_of_the_tour(golden: Golden) -> None:
    where = (step.at.title if isinstance(step.at, Place) else step.at or EVERYWHERE for step in STEPS)
    shown = (f"{step.way.value}, {at}: {step.says}" for step, at in zip(STEPS, where, strict=True))
    golden("rondleiding.txt", "\n".join(shown))


def _fields(model: type[BaseModel], indent: str) -> Iterator[str]:
    for spec in fields_of(model).values():
        marks = [word for word, has in (("verplicht", spec.required), ("verborgen", spec.hidden)) if has]
        yield f"{indent}{spec.label} ({', '.join((spec.kind, *marks))}): {' '.join((spec.help, *_more(spec)))}".rstrip()
        for choice in spec.choices:
            yield f"{indent}  {choice.value} = {choice.label}"
        if spec.part:
            yield from _fields(spec.part, f"{indent}    ")


def _more(spec: FieldSpec) -> Iterator[str]:
    if spec.unit:
        yield f"[{spec.unit.singular}, {spec.unit.plural}]"
    if spec.low is not None or spec.high is not None:
        yield f"[{spec.low} t/m {spec.high}]"
    if spec.edge == "end":
        yield "[een periode is de laatste dag]"
    if spec.tables:
        yield f"[{', '.join(TABLES[name].dutch for name in spec.tables)}]"


def test_every_page_and_message_of_a_phone(golden: Golden) -> None:
    filled = Filled("k", "o", 2, "Ouders erbij", 4, {31: 2, 32: 1})
    pages = {
        "code": join_page(words.WRONG_CODE),
        "wachten, na een tekst die te laat kwam": question_page(Stand(), 1, Filled(lost="Ouders erbij"), words.CLOSED),
        "antwoord": question_page(COLLECTING, 1, filled, ""),
        "antwoord, één tafel": question_page(replace(COLLECTING, tables=1), 1, filled, ""),
        "antwoord, tafels onbekend": question_page(replace(COLLECTING, tables=0), 1, filled, ""),
        "stemmen": question_page(VOTING, 1, filled, ""),
        "stemmen, overnemen": question_page(VOTING, 1, replace(filled, over=2), words.already_given(2, votes=True)),
        "stemmen, elk voor zich, met veel stemmen": question_page(replace(OWN_VOTES, votes=12), 1, filled, ""),
        "score": question_page(SCORING, 1, filled, words.NO_SCORE),
        "score, tafels onbekend": question_page(replace(SCORING, tables=0), 1, Filled(), ""),
        "score, elk voor zich": question_page(replace(SCORING, per_person=True), 1, filled, ""),
    }
    shown = [line for name, page in pages.items() for line in (f"═══ {name}", *_on_page(page), "")]
    said = [text for name, text in vars(words).items() if name.isupper() and isinstance(text, str)]
    said += [words.already_given(3, votes=votes) for votes in (True, False)]
    said += [words.given_since(3), words.stands_again(3)]
    said += [words.divide(votes, per_person=each) for votes in (1, 3) for each in (False, True)]
    said += [words.wrong_sum(given, 3) for given in (1, 2)] + [words.full(200)]
    golden("telefoons.txt", "\n".join([*shown, "═══ alles wat de pagina zegt", *said]))


def _on_page(page: str) -> Iterator[str]:
    """What a person reads and fills in, from top to bottom, and what the page knows of itself."""
    shown = re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL)
    for attributes, text in re.findall(r"<([^>]*)>([^<]*)", shown):
        name, _, rest = attributes.partition(" ")
        marks = re.findall(
            r"\b(?:action=\"[^\"]*\"|name=\w+|value=\"?[^\" ]*|checked|selected|required|max\w*=\d+"
            r"|data-\w=\"?\d+|content=\d+|type=hidden)",
            rest,
        )
        if text.strip() or "http-equiv" in rest or name in ("form", "input", "select", "textarea", "main"):
            of = f" [{' '.join(marks)}]".replace('"', "") if marks else ""
            yield f"{name}{of}: {unescape(text)}".strip()
