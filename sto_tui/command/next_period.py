"""`sto volgende`: begins the next plan period from the one before it, as the proposal says."""

from sto_tui.command.asking import take_over
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store
from sto_tui.command.output import CommandError, say
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.text import clean_line
from sto_tui.planning.next_period.carrying_over import begun
from sto_tui.planning.next_period.left_behind import left_behind
from sto_tui.planning.next_period.proposal import CarryItem, NextPeriod, next_period
from sto_tui.planning.progress.as_it_stood import as_of_today


def begin_next(typed: str, period: str, caller: Caller, *, without_asking: bool) -> int:
    """Shows what would go on, asks, and takes it as one change: 0 done, 1 not taken. Raises CommandError."""
    store = open_store(typed, caller, to_change=True)
    try:
        proposal = next_period(as_of_today(store.dossier.whole, caller.today), period)
    except ValueError as error:
        raise CommandError(str(error)) from error
    for line in [*lines_of(proposal), *left_behind(store.dossier, proposal, proposal.proposed)]:
        say(line)
    change = begun(store.dossier, proposal, proposal.proposed)
    goes_on = count(len(proposal.proposed), "onderdeel", "onderdelen")
    taken = take_over(store, change, f"{proposal.period.label}, met {goes_on}", without_asking=without_asking)
    if taken:
        say(at_hand_now(proposal))
    return 0 if taken else 1


def at_hand_now(proposal: NextPeriod) -> str:
    """What it means that another plan is at hand, and how to see the earlier one."""
    earlier = proposal.earlier.label
    return (
        f"Het plan gaat nu over {proposal.period.label}; opdrachten zonder --periode tonen dat. "
        f"{earlier} zie je met --periode {earlier}."
    )


def lines_of(proposal: NextPeriod) -> list[str]:
    """What the next period begins with, and what stays behind."""
    goes = [item for item in proposal.items if item.goes_on]
    stays = [item for item in proposal.items if not item.goes_on]
    lines = [f"Planperiode {proposal.period.label} begint vanuit {proposal.earlier.label}."]
    for heading, items in (("Gaat door", goes), ("Blijft achter", stays)):
        if items:
            lines += [f"{heading} ({len(items)}):", *(f"  {told(item)}" for item in items)]
    return lines


def told(item: CarryItem) -> str:
    """`mijlpaal 1.1a Lab open: staat op groen; 01-01-2027 t/m 31-03-2027`."""
    days = [short_date(day) for day in (item.dates.start, item.dates.due) if day] if item.dates else []
    when = f"; {' t/m '.join(days)}" if days and item.goes_on else ""
    return clean_line(f"{item.name.rstrip('.')}: {item.reason}{when}")
