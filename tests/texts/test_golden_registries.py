"""What the registries hold for people, as it stands in `tests/golden/`: every key and every field, with its help.

Screens show a few of these at a time; here each stands beside the ones that it must not be mixed up with.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from sto_tui.acts import EVERYWHERE, KEY_NAMES, WINDOWS, KeyAct, acts_at
from sto_tui.domain.record import FieldSpec, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from tests.support.golden_texts import Golden

FILES = ["toetsen.txt", "velden.txt"]


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
    golden("velden.txt", "\n".join(shown))


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
