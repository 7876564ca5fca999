"""`sto lijst` and `sto stoplicht`: look at a table, and set one milestone's light, without opening the app."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from shlex import quote
from typing import Any

from pydantic import ValidationError

from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_any, seen_in
from sto_tui.command.output import CommandError, remark, remark_left_out, say, say_bytes, say_data
from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.light_and_log import newest_first
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import fields_of
from sto_tui.domain.text import clean_text, plain
from sto_tui.domain.typed_address import Addresses, table_named, tables_to_type
from sto_tui.domain.typed_names import NotUnderstoodError, typed_name
from sto_tui.planning.evaluation.looking_back import of_which_plan
from sto_tui.planning.progress.stoplicht import light_change
from sto_tui.storage.file.paths import file_to_read
from sto_tui.storage.served.address import is_served

_LIGHTS = {light.value.replace("_", "-"): light for light in Stoplicht}
_ALSO = {"klaar": Stoplicht.GEREED}


def list_table(typed: str, word: str, caller: Caller, *, as_json: bool, as_csv: bool = False) -> int:
    """Prints the records of a table. Raises CommandError or DossierError."""
    called = typed if is_served(typed) else file_to_read(typed).name
    dossier = seen_in(open_any(typed, caller).dossier, caller)
    try:
        table = table_named(word, dossier.region)
    except NotUnderstoodError as error:
        raise CommandError(str(error)) from error
    if table is None:
        tables = dutch.enumerate_words(tables_to_type(dossier.region))
        raise CommandError(f"‘{word}’ is geen tabel van {called}. Kies uit {tables}.")
    shown = dossier
    # What is read from JSON may be written back: the values as they are, also of what is about a day to come.
    if table.model is Milestone and not as_json:
        from sto_tui.planning.progress.as_it_stood import as_of_today

        shown = as_of_today(dossier, caller.today)
    records = shown.ordered(table.name)
    if caller.period:
        from sto_tui.planning.of_plan import records_of_plan

        records = records_of_plan(shown, table.name, caller.today)
    if as_json:
        import orjson

        rows = [record.model_dump(mode="json") for record in records.values()]
        if table.model is Milestone:
            rows = [row | added for row, added in zip(rows, _planned(dossier, caller.today), strict=True)]
        say_data(orjson.dumps(rows, option=orjson.OPT_INDENT_2))
    elif as_csv:
        from sto_tui.command.csv_table import csv_of

        say_bytes(csv_of(table, records.values(), dossier))
    elif records:
        import shutil

        from sto_tui.command.record_table import grid_of

        text, left = grid_of(table, list(records.values()), dossier, shutil.get_terminal_size().columns)
        say(text)
        if left:
            names = dutch.enumerate_words([f"‘{label}’" for label in left])
            remark(f"Niet getoond: {names}. Alles staat in de uitvoer van --json.")
    if not as_json and not as_csv:
        named = word_of_table(dossier.region, table.name)
        remark(dutch.capital(dutch.count(len(records), named.singular, named.plural)) + ".")
    return 0


def _planned(dossier: Dossier, today: date) -> Iterator[dict[str, Any]]:
    """What follows from the plan for each milestone, by number: its window, and the findings about it."""
    from sto_tui.planning.checks.finding import about_milestone, findings
    from sto_tui.planning.schedule.margins import schedule

    findings_by_id: dict[int, list[dict[str, str]]] = defaultdict(list)
    for finding in findings(dossier, today):
        if milestone_id := about_milestone(dossier, finding.ref):
            findings_by_id[milestone_id].append(
                {"rule": finding.check, "level": finding.level.value, "message": finding.message}
            )
    windows = schedule(dossier)
    for milestone_id in dossier.of(Milestone):
        window = windows[milestone_id]
        yield window._asdict() | {"critical": window.critical, "findings": findings_by_id[milestone_id]}


def set_light(typed: str, number: str, word: str, said: Mapping[str, str], caller: Caller) -> int:
    """Sets a milestone's light and adds a line to the log with these texts, as one change.

    Raises CommandError or DossierError.
    """
    light = (_LIGHTS | _ALSO).get(plain(word).replace("_", "-").replace(" ", "-"))
    if light is None:
        raise CommandError(f"‘{word}’ is geen stoplicht. Kies uit {dutch.enumerate_words([*_LIGHTS])}.")
    store = open_any(typed, caller, to_change=True)
    dossier = seen_in(store.dossier, caller)
    try:
        addresses = Addresses(dossier, only_seen=bool(caller.period))
        milestone = dossier.whole.of(Milestone)[addresses.named(("milestones",), number).id]
    except NotUnderstoodError as error:
        raise CommandError(str(error)) from error
    texts = {name: text for name, typed_text in said.items() if (text := clean_text(typed_text).strip())}
    try:
        change = light_change(dossier, milestone, light, caller.today, texts, caller.user)
    except ValidationError as error:
        from sto_tui.domain.typed_record import explained

        raise CommandError(f"{explained(Progress, error)} Maak de tekst korter.") from error
    store.apply(change)
    say(f"{change.label}{of_which_plan(dossier, ref_of(milestone))}.")
    remark_left_out(said.values())
    _remark_empty(typed, dossier, milestone, [name for name in said if name not in texts])
    if store.remark:
        remark(store.remark)
    return 0


def _remark_empty(typed: str, dossier: Dossier, milestone: Milestone, names: Sequence[str]) -> None:
    """A line that is added empties nothing in the lines that were there."""
    for name in names:
        label = fields_of(Progress)[name].label
        lines = [line for line in newest_first(dossier.progress_of(milestone.id)) if getattr(line, name)]
        how = ""
        if lines:
            address = Addresses(dossier).of(ref_of(lines[0]))
            how = f" Leegmaken kan met: sto zet {quote(typed)} {quote(address)} {typed_name(label)}="
        remark(f"‘{label}’ is leeg en verandert niets; wat in het logboek staat blijft.{how}")
