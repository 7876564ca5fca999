"""What became of the plan before this one: what goes on in it as what, and what does not, with what was decided.

Source: Tips en tools, section 2: behouden, structureel maken, aanpassen, herformuleren, stoppen.
"""

from collections.abc import Iterator

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.evaluation import DecisionKind
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.planning.next_period.proposal import carried_into, decisions_about, why_done


@frozen
class Continuation:
    """A theme or speerpunt of the period before, what it became, and why; empty where nobody said.

    Of a theme its speerpunten say why: `is_told_below`.
    """

    ref: Ref
    number: str
    title: str
    became: str
    why: str
    is_told_below: bool = False

    @property
    def lacks_why(self) -> bool:
        """Whether somebody still has to say why."""
        return not self.why and not self.is_told_below


def what_went_on(dossier: Dossier) -> tuple[Continuation, ...]:
    """Of every theme of the period before with its speerpunten, in their order; nothing without such a period."""
    plan, earlier = dossier.current_period, dossier.period_before
    if plan is None or earlier is None:
        return ()
    seen = dossier.seen_in(earlier.id)
    copies = carried_into(dossier, plan)
    decided = decisions_about(dossier, earlier)

    def told(part: Theme | Speerpunt) -> Continuation:
        ref = ref_of(part)
        copy = dossier.get(Ref(ref.table, copies[ref])) if ref in copies else None
        done = why_done(seen, part) if isinstance(part, Speerpunt) else ""
        led_to = decided.get(Ref(ref.table, copies[ref]), []) if ref in copies else []
        decisions = list(dict.fromkeys([*decided.get(ref, []), *led_to]))
        if isinstance(copy, Theme | Speerpunt):
            became = " als ".join(filter(None, ("Gaat door", _renamed(part, copy))))
        elif plan.id in dossier.periods_of(ref.table, part):
            became = "Loopt door"
        elif any(decision.kind is DecisionKind.STOPPEN for decision in decisions):
            became = "Gestopt"
        else:
            became = "Afgerond" if done else "Gaat niet door"
        why = "; ".join(
            ": ".join(filter(None, (capital(decision.kind.label), decision.why or decision.text)))
            for decision in decisions
        )
        if became == "Afgerond" and not why:
            why = f"{capital(done)}."
        is_told_below = isinstance(part, Theme) and bool(seen.speerpunten_of(part.id))
        return Continuation(ref, str(part.number), part.title, became, why, is_told_below)

    def parts() -> Iterator[Theme | Speerpunt]:
        for theme in seen.of(Theme).values():
            yield theme
            yield from seen.speerpunten_of(theme.id)

    return tuple(told(part) for part in parts())


def _renamed(part: Theme | Speerpunt, copy: Theme | Speerpunt) -> str:
    """The number and name under which something goes on, as far as they are others: `1.2`, `1.2 Labs`."""
    if copy.title != part.title:
        return f"{copy.number} {copy.title}"
    return "" if copy.number == part.number else str(copy.number)


def builds_on(dossier: Dossier, speerpunt: Speerpunt) -> str:
    """`1.3 Ontdeklabs (2025-2026)`: what a speerpunt goes on from; empty when that is nothing in this dossier."""
    earlier = dossier.whole.of(Speerpunt).get(speerpunt.continues or 0)
    if earlier is None:
        return ""
    periods = dossier.periods_of("speerpunten", earlier)
    labels = [period.label for number, period in dossier.of(PlanPeriod).items() if number in periods]
    return f"{earlier.number} {earlier.title}" + (f" ({', '.join(labels)})" if labels else "")
