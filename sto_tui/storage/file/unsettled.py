"""What is unsettled after two copies came together, as it stands in the file: in `meta`, under `unsettled`."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.merging.unsettled import still_unsettled
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.storage.file.migrations import RawTables

KEY = "unsettled"


def unsettled_in(raw: RawTables, dossier: Dossier) -> tuple[Unsettled, ...]:
    """What a file notes and still makes a difference; what cannot be read is passed over."""
    noted = raw["meta"]["1"].get(KEY)
    return still_unsettled(noted_choices(noted, dossier), dossier) if isinstance(noted, list) else ()


def noted_choices(noted: list[Any], dossier: Dossier) -> Iterator[Unsettled]:
    """The choices that were noted so, of records that are there; what cannot be read is passed over."""
    for item in noted:
        try:
            ref = Ref.parse(item["ref"])
            record = dossier.get(ref)
            model = TABLES[ref.table].model
            fields = tuple(str(name) for name in item["fields"] if name in model.model_fields)
            source = clean_line(str(item["source"]))
            values = item.get("other")
            if record is None or (values is not None and not fields):
                continue
            other = None
            if values is not None:
                kept = {name: value for name, value in record.document().items() if name not in fields}
                given = {name: value for name, value in values.items() if name in fields}
                other = model.model_validate({**kept, **given, "id": ref.id})
            yield Unsettled(ref, fields, other, source, item.get("removed_here") is True, str(item.get("merge", "")))
        except (KeyError, TypeError, ValueError, AttributeError, ValidationError):
            continue


def with_unsettled(raw: RawTables, unsettled: Iterable[Unsettled]) -> RawTables:
    """The tables with these noted."""
    noted = [
        {
            "ref": str(choice.ref),
            "fields": list(choice.fields),
            "source": choice.source,
            "other": _values(choice),
            "removed_here": choice.is_removed_here,
            "merge": choice.merge,
        }
        for choice in unsettled
    ]
    about = {name: value for name, value in raw["meta"]["1"].items() if name != KEY}
    if noted:
        about[KEY] = noted
    return {**raw, "meta": {**raw["meta"], "1": about}}


def _values(choice: Unsettled) -> dict[str, Any] | None:
    if choice.other is None:
        return None
    return {name: value for name, value in choice.other.document().items() if name in choice.fields}
