"""`sto zoek`: the search of the screen, with the address of what it comes upon."""

from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_any, seen_in
from sto_tui.command.output import remark, say, say_data
from sto_tui.domain.dutch import count
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_address import Addresses
from sto_tui.planning.of_plan import of_other_plan, records_of_plan
from sto_tui.planning.search import find


def search(typed: str, query: str, caller: Caller, *, as_json: bool) -> int:
    """Prints the records in which all these words occur, the nearest first. Raises DossierError."""
    dossier = seen_in(open_any(typed, caller).dossier, caller)
    addresses = Addresses(dossier)
    found = find(dossier, query, most=None)
    if caller.period:
        own = {table: records_of_plan(dossier, table, caller.today) for table in {ref.table for ref, _ in found}}
        found = [(ref, caption) for ref, caption in found if ref.id in own[ref.table]]
    rows = [(ref, addresses.of(ref), caption + of_other_plan(dossier, ref, caller.today)) for ref, caption in found]
    if as_json:
        import orjson

        objects = [
            {"ref": str(ref), "address": address, "table": TABLES[ref.table].dutch, "caption": caption}
            for ref, address, caption in rows
        ]
        say_data(orjson.dumps(objects, option=orjson.OPT_INDENT_2))
        return 0
    width = max((len(address) for _, address, _ in rows), default=0)
    for _, address, caption in rows:
        say(f"{clean_line(address):{width}}  {clean_line(caption)}")
    remark(f"{count(len(rows), 'regel', 'regels')} gevonden." if rows else "Niets gevonden. Probeer een ander woord.")
    return 0
