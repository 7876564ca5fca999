"""Between the bytes of a dossier file and the typed dossier.

The file is what plain TinyDB would write: `{table: {id: document}}`, plus a table `meta` that says what it is.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, cast
from uuid import uuid4

import orjson
from pydantic import ValidationError

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.tables import TABLES, Table
from sto_tui.domain.validation import problems
from sto_tui.storage.errors import DossierError

FORMAT = "sto-dossier"
SCHEMA = 1
LARGEST_FILE = 50 * 1024 * 1024

_ID = re.compile(r"[1-9][0-9]{0,8}")

RawTables = dict[str, dict[str, dict[str, Any]]]


def encode(raw: Mapping[str, Any]) -> bytes:
    """The bytes of a dossier file: UTF-8, indented, tables and fields in a fixed order."""
    return orjson.dumps(raw, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def too_large(name: str) -> str:
    """The sentence for a file that is larger than a dossier can be."""
    return f"{name} is groter dan 50 MB en is daarom niet geopend. Kies een ander bestand."


def decode(data: bytes, name: str, *, strictly: bool = True) -> RawTables:
    """The tables in a dossier file. Raises DossierError when the bytes are no dossier of this version.

    `strictly` also looks for names that stand twice, of which a plain reader would drop the first; that is slow, so
    it is done when a file is opened, not at every look.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise DossierError(f"{name} is leeg: het bestand is beschadigd. Zet een kopie terug of kies een ander bestand.")
    if len(data) > LARGEST_FILE:
        raise DossierError(too_large(name))
    try:
        raw = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise DossierError(
            f"{name} is geen leesbaar dossier: op regel {error.lineno}, teken {error.colno} klopt de JSON niet. "
            "Zet een kopie terug of kies een ander bestand."
        ) from error
    if strictly:
        json.loads(data, object_pairs_hook=lambda pairs: _without_doubles(pairs, name))
    _check_shape(raw, name)
    return cast(RawTables, raw)


def _without_doubles(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        double = next(key for key, many in Counter(key for key, _ in pairs).items() if many > 1)
        raise DossierError(f"{name}: ‘{double[:40]}’ staat er twee keer. Haal er een weg of zet een kopie terug.")
    return found


def _check_shape(raw: Any, name: str) -> None:
    meta = raw.get("meta") if isinstance(raw, dict) else None
    about = meta.get("1") if isinstance(meta, dict) else None
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise DossierError(f"{name} is geen STO-dossier. Kies een bestand dat eindigt op .sto.json.")
    schema = about.get("schema")
    if not isinstance(schema, int) or schema > SCHEMA:
        raise DossierError(
            f"{name} is gemaakt met een nieuwere versie van sto-tui (schema {schema}). Werk sto-tui bij."
        )
    for table, documents in raw.items():
        if table != "meta" and table not in TABLES:
            raise DossierError(
                f"{name} heeft een onbekende tabel ‘{str(table)[:40]}’. Werk sto-tui bij of haal de tabel weg."
            )
        if not isinstance(documents, dict):
            raise DossierError(f"{name}: tabel ‘{table}’ is geen lijst van records. Zet een kopie terug.")
        for key, document in documents.items():
            if not _ID.fullmatch(key) or not isinstance(document, dict):
                raise DossierError(f"{name}: in tabel ‘{table}’ is ‘{key[:20]}’ geen record. Zet een kopie terug.")
    if len(raw.get("region", {})) != 1:
        raise DossierError(f"{name} moet precies één regioprofiel hebben, maar heeft er {len(raw.get('region', {}))}.")


def dossier_from(raw: RawTables, name: str) -> Dossier:
    """The typed dossier. Raises DossierError that names the first record that does not validate."""
    tables = {table.name: records_from(table, raw.get(table.name, {}), name) for table in TABLES.values()}
    return Dossier(tables, str(raw["meta"]["1"].get("dossier", "")))


def records_from(table: Table, documents: Mapping[str, Any], name: str) -> dict[int, Record]:
    """The typed records of one table, by id. Raises DossierError."""
    records: dict[int, Record] = {}
    for key, document in documents.items():
        try:
            records[int(key)] = table.model.model_validate({**document, "id": int(key)})
        except ValidationError as error:
            raise DossierError(_why_invalid(table, key, error, name)) from error
    return records


def _why_invalid(table: Table, key: str, error: ValidationError, name: str) -> str:
    where, sentence = problems(error)[0]
    specs = fields_of(table.model)
    label = f" bij ‘{specs[where].label if where in specs else where}’" if where else ""
    return (
        f"{name}: {table.singular} {key} (tabel {table.name}) klopt niet{label}: {sentence}. "
        "Verbeter het in het bestand of zet een kopie terug."
    )


def raw_from(dossier: Dossier) -> RawTables:
    """The tables of a dossier as they are stored; tables and ids in order."""
    raw: RawTables = {"meta": {"1": {"format": FORMAT, "schema": SCHEMA, "dossier": dossier.key or str(uuid4())}}}
    for name in TABLES:
        records = dossier.tables.get(name, {})
        raw[name] = {str(number): records[number].document() for number in sorted(records)}
    return raw
