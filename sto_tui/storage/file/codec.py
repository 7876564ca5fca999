"""Between the bytes of a dossier file and the typed dossier.

The file is what plain TinyDB would write: `{table: {id: document}}`, plus a table `meta` that says what it is.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NoReturn, cast
from uuid import uuid4

import orjson
from pydantic import ValidationError

from sto_tui.domain.dossier import Aside, Dossier
from sto_tui.domain.pydantic_gaps import GivenFields, share_given
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES, Table
from sto_tui.domain.text import clean_line, shortened
from sto_tui.domain.validation import problems
from sto_tui.patterns import pattern
from sto_tui.storage.file.encodings import encoding_of
from sto_tui.storage.file.errors import DamagedError, DossierError, OtherKindError
from sto_tui.storage.file.lineage import lineage_of, with_lineage
from sto_tui.storage.file.long_numbers import (
    WrittenNumber,
    as_written,
    broken_number,
    may_have_long_numbers,
    whole_number,
)
from sto_tui.storage.file.migrations import SCHEMA, RawTables, migrated, schema_of
from sto_tui.storage.file.new_ids import HIGHEST_ID
from sto_tui.storage.file.table_texts import TableNotation, TableTexts
from sto_tui.storage.file.unsettled import unsettled_in
from sto_tui.waste import nothing_collected

FORMAT = "sto-dossier"
LARGEST_FILE = 50 * 1024 * 1024

_GIT_MARK = pattern(rb"^<<<<<<< .*^>>>>>>> ", re.MULTILINE | re.DOTALL)
_FEWEST_OF_OURS = 3
"""Tables with names of ours in a file that does not say that it is a dossier: fewer can be chance."""
_ID = pattern(r"[1-9][0-9]{0,15}")
_NOT_ENCODED = (
    "Het dossier is niet geschreven: er staat iets in van een ander programma dat te diep genest is. "
    "Haal dat weg of zet een kopie terug."
)


def encode(raw: Mapping[str, Any]) -> bytes:
    """The bytes of a dossier file: UTF-8, indented, tables and fields in a fixed order. Raises DossierError.

    What this version writes itself can always be encoded; what another program put in the file may not.
    """
    try:
        return orjson.dumps(raw, as_written, orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError as error:
        raise DossierError(_NOT_ENCODED) from error


def encoded_anew(raw: Mapping[str, Any], texts: TableTexts) -> Sequence[bytes]:
    """The same bytes in pieces; `texts`, in the notation `WRITTEN`, are those of the file before."""
    try:
        written = texts.of(raw)
    except orjson.JSONEncodeError as error:
        raise DossierError(_NOT_ENCODED) from error
    return [*chain.from_iterable((b",\n" if place else b"{\n", *text) for place, text in enumerate(written)), b"\n}\n"]


def _written_text(table: str, documents: Mapping[str, Any]) -> bytes:
    """The part of one table in a dossier file."""
    return orjson.dumps({table: documents}, as_written, orjson.OPT_INDENT_2)[len(b"{\n") : -len(b"\n}")]


WRITTEN = TableNotation(_written_text, before=b"\n", between=b",\n", after=b"\n  ", is_sorted=False)
"""A table as it stands in a dossier file."""


def too_large(name: str) -> str:
    """The sentence for a file that is larger than a dossier can be."""
    return f"{name} is groter dan 50 MB en is daarom niet geopend. Kies een ander bestand."


def decode(data: bytes, name: str, *, strictly: bool = True) -> RawTables:
    """The tables in a dossier file, in the present form; those of a newer version as they are.

    Raises what `parsed` and `up_to_date` raise.
    """
    return up_to_date(parsed(data, name, strictly=strictly), name)


@nothing_collected()
def parsed(data: bytes, name: str, *, strictly: bool = True) -> RawTables:
    """The tables in a dossier file, in whichever form they are.

    Raises DamagedError when the bytes are no dossier (any more), DossierError when there are too many. `strictly` also
    looks for names that stand twice, of which a plain reader would drop the first; that is slow, so it is done when a
    file is opened, not at every look; bytes that we would write ourselves hold no name twice.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise DamagedError(f"{name} is leeg: het bestand is beschadigd.")
    if len(data) > LARGEST_FILE:
        raise DossierError(too_large(name))
    raw, is_ours = _read(data, name)
    if strictly and not is_ours:
        try:
            _read_slowly(data, lambda pairs: _without_doubles(pairs, name))
            # How deep Python reads depends on its version; what cannot be written back is too deep.
            orjson.dumps(raw, as_written)
        except (RecursionError, orjson.JSONEncodeError) as error:
            raise DamagedError(f"{name} is geen leesbaar dossier: het is te diep genest.") from error
    _check_identity(raw, name)
    return cast(RawTables, raw)


def _read(data: bytes, name: str) -> tuple[Any, bool]:
    """What is in these bytes, and whether they are exactly what this version would write of it.

    When they are, reading altered no number either: that need not be looked for. Raises DamagedError.
    """
    raw: Any = None
    broken: orjson.JSONDecodeError | None = None
    try:
        raw = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        broken = error
    if not broken and _is_ours(data, raw):
        return raw, True
    if may_have_long_numbers(data) and (exact := _with_long_numbers(data)) is not None:
        return exact, _is_ours(data, exact)
    if broken:
        # It reads packages, which no command needs that opens a dossier.
        from sto_tui.storage.file.other_kinds import other_kind

        if other := other_kind(data, name):
            raise other from broken
        raise DamagedError(_why_unreadable(data, broken, name)) from broken
    return raw, False


def _is_ours(data: bytes, raw: Any) -> bool:
    """Whether these bytes are exactly what this version would write of what was read from them."""
    try:
        return encode(raw) == data
    except DossierError:
        return False


def value_in(data: bytes) -> Any:
    """What is in these bytes of JSON, with every number at its value. Raises ValueError."""
    exact = _with_long_numbers(data) if may_have_long_numbers(data) else None
    return orjson.loads(data) if exact is None else exact


def _with_long_numbers(data: bytes) -> Any:
    """What is in these bytes with every number at its value; None when that is not the JSON of a dossier."""
    try:
        raw = _read_slowly(data)
        orjson.dumps(raw, as_written)
    except (ValueError, RecursionError, orjson.JSONEncodeError):
        return None
    return raw


def _read_slowly(data: bytes, pairs: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """What Python reads in these bytes, with every number at its value. Raises ValueError or RecursionError."""
    return json.loads(
        data.decode(),
        object_pairs_hook=pairs,
        parse_int=whole_number,
        parse_float=broken_number,
        parse_constant=_no_number,
    )


def _no_number(name: str) -> NoReturn:
    """Python reads `NaN` and `Infinity`, which are not JSON."""
    raise ValueError(name)


def up_to_date(raw: RawTables, name: str) -> RawTables:
    """The tables in the present form; those of a newer version as they are.

    Raises DossierError for a form of too long ago, or a newer one that cannot even be read, DamagedError when a table
    is no table.
    """
    newer = is_newer(raw)
    if not newer:
        now = migrated(raw)
        if now is None:
            raise DossierError(
                f"{name} is van een oudere versie van sto-tui die niet meer gelezen wordt (schema {schema_of(raw)}). "
                "Open en bewaar het eerst met een versie ertussenin."
            )
        raw = now
    try:
        _check_tables(raw, name)
    except DamagedError as error:
        if newer:
            raise DossierError(
                f"{name} is gemaakt met een nieuwere versie van sto-tui en hier niet te lezen. Werk sto-tui bij."
            ) from error
        raise
    return raw


def is_newer(raw: RawTables) -> bool:
    """Whether a newer version of sto-tui wrote these tables."""
    return schema_of(raw) > SCHEMA


def _why_unreadable(data: bytes, error: orjson.JSONDecodeError, name: str) -> str:
    encoding = encoding_of(data)
    if encoding:
        return f"{name} is bewaard als {encoding.label} en niet als UTF-8, waarschijnlijk door een ander programma."
    if _GIT_MARK.search(data):
        return (
            f"In {name} staan nog conflicten van git. Haal de basis en beide kanten op en breng ze samen met sto "
            "samenvoegen; hoe dat gaat staat in de handleiding bij ‘Met git’."
        )
    where = f"op regel {error.lineno}, teken {error.colno}"
    if error.pos >= len(data.rstrip(b"\x00 \t\r\n").decode("utf-8", "replace")):
        return f"{name} is geen leesbaar dossier: het houdt {where} ineens op."
    if "unexpected content" in error.msg or "trailing" in error.msg:
        return f"{name} is geen leesbaar dossier: na het einde staat {where} nog iets."
    return f"{name} is geen leesbaar dossier: {where} klopt de JSON niet."


def _without_doubles(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        double = next(key for key, many in Counter(key for key, _ in pairs).items() if many > 1)
        first, second = [_short(value) for key, value in pairs if key == double][:2]
        raise DamagedError(
            f"{name}: ‘{double[:40]}’ staat er twee keer, met {first} en met {second}; niet te zeggen welke geldt."
        )
    return members


def _short(value: Any) -> str:
    text = value.text if isinstance(value, WrittenNumber) else json.dumps(value, ensure_ascii=False)
    return shortened(text, 40)


def _check_identity(raw: Any, name: str) -> None:
    meta = raw.get("meta") if isinstance(raw, dict) else None
    about = meta.get("1") if isinstance(meta, dict) and all(map(_is_id, meta)) else None
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        if _has_our_tables(raw):
            lost = "wat erin staat over het bestand zelf (‘meta’) ontbreekt of klopt niet."
            raise DamagedError(f"{name} is een beschadigd dossier: {lost}")
        raise OtherKindError(f"{name} is geen STO-dossier: er staat iets anders in.", "Kies een ander bestand.")
    schema = about.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise DamagedError(f"{name} zegt niet van welke versie het is (meta, schema).")


def _is_id(key: str) -> bool:
    return bool(_ID.fullmatch(key)) and int(key) <= HIGHEST_ID


def _check_tables(raw: RawTables, name: str) -> None:
    """Tables that are not ours are left as they are."""
    for table in TABLES:
        documents = raw.get(table, {})
        if not isinstance(documents, dict):
            raise DamagedError(f"{name}: tabel ‘{table}’ klopt niet: de lijst is beschadigd.")
        for key, document in documents.items():
            if not _is_id(key) or not isinstance(document, dict):
                raise DamagedError(f"{name}: in tabel ‘{table}’ klopt regel ‘{key[:20]}’ niet: die is beschadigd.")
    if len(raw.get("region", {})) != 1:
        raise DamagedError(f"{name} moet precies één regioprofiel hebben, maar heeft er {len(raw.get('region', {}))}.")


@nothing_collected()
def dossier_from(raw: RawTables, name: str) -> Dossier:
    """The typed dossier; records that do not validate are set aside. Raises DamagedError without a region profile."""
    tables: dict[str, dict[int, Record]] = {}
    aside: list[Aside] = []
    for table in TABLES.values():
        tables[table.name], bad = records_from(table, raw.get(table.name, {}), lenient=is_newer(raw))
        aside += bad
    if not tables["region"]:
        raise DamagedError(f"{name}: {aside[0].sentence}.")
    dossier = Dossier(tables, clean_line(str(raw["meta"]["1"].get("dossier", ""))), (*aside, *foreign_tables(raw)))
    return replace(dossier, unsettled=unsettled_in(raw, dossier))


def foreign_documents(raw: RawTables) -> dict[str, Any]:
    """What is in the tables that this version does not know."""
    return {table: documents for table, documents in raw.items() if table not in TABLES and table != "meta"}


def foreign_tables(raw: RawTables) -> list[Aside]:
    """The tables of a file that this version does not know: they stay in the file as they are."""
    return [
        Aside(
            Ref("region", 0),
            f"Het bestand heeft een onbekende tabel ‘{str(table)[:40]}’. Die blijft erin staan zoals ze is; "
            "werk sto-tui bij als een nieuwere versie die heeft gemaakt",
        )
        for table in foreign_documents(raw)
    ]


def records_from(
    table: Table, documents: Mapping[str, Any], *, lenient: bool = False
) -> tuple[dict[int, Record], list[Aside]]:
    """The typed records of one table, by id, and those that do not validate.

    `lenient` passes over fields that this version does not know, which a newer version may have added.
    """
    records: dict[int, Record] = {}
    aside: list[Aside] = []
    fields = table.model.model_fields
    given: GivenFields = {}
    for key, document in documents.items():
        if lenient:
            document = {name: value for name, value in document.items() if name in fields}
        try:
            record = table.model.model_validate({**document, "id": int(key)})
            share_given(record, given)
            records[int(key)] = record
        except ValidationError as error:
            aside.append(Aside(Ref(table.name, int(key)), _why_invalid(table, key, error)))
    return records, aside


def _why_invalid(table: Table, key: str, error: ValidationError) -> str:
    where, sentence = problems(error)[0]
    specs = fields_of(table.model)
    label = f" bij ‘{specs[where].label}’" if where in specs else f" bij ‘{where}’, dat geen veld is" if where else ""
    return (
        f"{table.singular[0].upper()}{table.singular[1:]} {key} (tabel {table.dutch}) klopt niet{label}: {sentence}. "
        "Die regel blijft zo in het bestand staan; verbeter het daar of zet een kopie terug"
    )


def raw_from(dossier: Dossier) -> RawTables:
    """The tables of a dossier as they are stored; tables and ids in order."""
    raw: RawTables = {"meta": {"1": {"format": FORMAT, "schema": SCHEMA, "dossier": dossier.key or str(uuid4())}}}
    for name in TABLES:
        records = dossier.tables.get(name, {})
        raw[name] = {str(number): records[number].document() for number in sorted(records)}
    return with_lineage(raw, lineage_of(raw, "dossier"), "dossier")


def _has_our_tables(raw: Any) -> bool:
    """Whether there are so many tables of a dossier in it that no other program wrote it."""
    if not isinstance(raw, dict):
        return False
    tables = [raw[name] for name in TABLES if name in raw]
    return sum(isinstance(table, dict) and all(map(_is_id, table)) for table in tables) >= _FEWEST_OF_OURS
