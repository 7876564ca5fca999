"""Whatever is moved or numbered in whatever order: no reference dangles, nothing is lost, and it can be taken back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.change import Change, carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.planning.plan_tree.moving import moved
from sto_tui.planning.plan_tree.numbering import in_order, renumbered
from tests.support.small_tree import occasion, small_tree

ROWS = [
    Ref(table, number)
    for table, numbers in (("goals", 2), ("themes", 2), ("speerpunten", 4), ("milestones", 6))
    for number in range(1, numbers + 1)
]
ACTS = st.tuples(
    st.sampled_from(("up", "down", "number", "order")),
    st.sampled_from(ROWS),
    st.sampled_from(("1", "2", "1.1", "2.3b")),
)


def acted(dossier: Dossier, act: str, ref: Ref, typed: str) -> Change | None:
    at = occasion(dossier)
    try:
        if act in ("up", "down"):
            proposal = moved(at, ref, None, 1 if act == "down" else -1)
        elif act == "number":
            proposal = renumbered(at, ref, typed)
        else:
            proposal = in_order(at, "themes")
    except ValueError:
        return None
    return proposal.change(range(len(proposal.mentions)))


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, min_size=1, max_size=6))
def test_moving_and_numbering(acts: list[tuple[str, Ref, str]]) -> None:
    dossier = small_tree()
    records = {name: set(records) for name, records in dossier.tables.items()}
    for act, ref, typed in acts:
        change = acted(dossier, act, ref, typed)
        if change is None:
            continue
        after = carried_out(dossier, change)
        assert {name: set(records) for name, records in after.tables.items()} == records
        assert all(after.get(target) for _, target in after.references())
        assert carried_out(after, change.reversed()).tables == dossier.tables
        dossier = after
