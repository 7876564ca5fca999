"""`sto landelijk`: how the plans of the regions on a server stand, for who supports them nationally."""

import shutil
import sys
from collections.abc import Sequence

import orjson

from sto_tui.command.caller import Caller
from sto_tui.command.output import remark, say, say_data, say_path
from sto_tui.command.servers import at_server
from sto_tui.command.workbook import file_ending_in
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.plan import GoalOutcome
from sto_tui.domain.text import shortened
from sto_tui.planning.national import NationalRow, national_rows
from sto_tui.session.servers import settings_of
from sto_tui.storage.file.durable_write import write_new

_HEADS = ("regio", *(light.label for light in Stoplicht), "meldingen", "doelen gehaald")
_NARROWEST = 12


def show_regions(name: str, caller: Caller, *, as_json: bool, target: str | None) -> int:
    """Prints a row for each region, or writes them as a workbook. Raises CommandError or DossierError."""
    path = file_ending_in(target, ".xlsx", "dit is een werkmap") if target is not None else None
    with at_server(settings_of(name)) as server:
        rows = national_rows(server.national(), caller.today)
    if path is not None:
        from sto_tui.documents.excel.national import national_workbook

        write_new(path, national_workbook(rows, name, caller.today))
        say_path(path)
    elif as_json:
        say_data(orjson.dumps([_as_json(row) for row in rows], option=orjson.OPT_INDENT_2))
    else:
        _print_table(rows)
    if not rows:
        remark(
            f"Op {name} zie je van geen regio hoe het staat. Vraag de beheerders om je als landelijk uit te nodigen."
        )
    return 0


def _print_table(rows: Sequence[NationalRow]) -> None:
    if not rows:
        return
    lines = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEADS))]
    if sys.stdout.isatty():
        room = shutil.get_terminal_size().columns - sum(widths[1:]) - 2 * len(widths[1:])
        widths[0] = min(widths[0], max(room, _NARROWEST))
    for first, *numbers in lines:
        cells = [f"{shortened(first, widths[0]):{widths[0]}}"]
        say("  ".join([*cells, *(f"{cell:>{width}}" for cell, width in zip(numbers, widths[1:], strict=True))]))
    for period in dict.fromkeys(row.period for row in rows):
        if period:
            say(f"planperiode {period}: {', '.join(_name(row) for row in rows if row.period == period)}")
    for row in rows:
        if row.findings_in_words:
            say(f"{_name(row)}: {row.findings_in_words}")


def _cells(row: NationalRow) -> tuple[str, ...]:
    lights = (str(row.lights[light]) if row.lights else "" for light in Stoplicht)
    reached = "" if row.outcomes is None else f"{row.outcomes[GoalOutcome.GEHAALD]} van {row.goals}"
    return (_name(row), *lights, "" if row.found is None else str(row.found), reached)


def _name(row: NationalRow) -> str:
    return row.region or row.dossier


def _as_json(row: NationalRow) -> dict[str, object]:
    return {
        "dossier": row.dossier,
        "region": row.region,
        "kind": row.kind,
        "period": row.period,
        "milestones": row.milestones,
        "lights": row.lights and {light.value: many for light, many in row.lights.items()},
        "findings": row.findings,
        "unreadable": row.unreadable,
        "goals": row.goals,
        "outcomes": row.outcomes and {outcome.value: many for outcome, many in row.outcomes.items()},
    }
