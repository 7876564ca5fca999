"""Whatever is done in whatever order: no reference dangles, nothing is lost, and each act can be taken back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.change import Change, Occasion, carried_out, renumbered
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.planning.plan_tree.duplicating import duplicated
from sto_tui.planning.plan_tree.joining import joining, second_candidates
from sto_tui.planning.plan_tree.moving import moved
from sto_tui.planning.plan_tree.numbering import in_order
from sto_tui.planning.plan_tree.numbering import renumbered as with_number
from sto_tui.planning.plan_tree.splitting import splitting
from sto_tui.planning.proposal import Proposal
from tests.support.small_tree import occasion, small_tree

ACTS = st.tuples(
    st.sampled_from(("up", "down", "number", "order", "split", "join", "duplicate")),
    st.integers(0, 40),
    st.integers(0, 10**6),
)
NUMBERS = ("1", "2", "1.1", "2.3b")


def rows(dossier: Dossier) -> list[Ref]:
    return [
        Ref(table, number)
        for table in ("goals", "themes", "speerpunten", "milestones")
        for number in dossier.ordered(table)
    ]


def said(dossier: Dossier) -> set[str]:
    """What people wrote, and the money: titles, results, activities, partners and amounts."""
    texts = set()
    for speerpunt in dossier.of(Speerpunt).values():
        texts |= {act.text for phase in speerpunt.phases for act in phase.acts}
        texts |= {f"{partner.party}: {word}" for partner in speerpunt.partners for word in partner.role.split("; ")}
        texts |= {tag.value for tag in speerpunt.tags}
    for table in ("milestones", "budget", "cofinancing"):
        texts |= {str(getattr(record, "title", "")) for record in dossier.tables[table].values()}
    return texts


def change_of(dossier: Dossier, act: str, row: int, chance: int) -> Change:
    """Raises ValueError when it cannot be done."""
    at, places = occasion(dossier), rows(dossier)
    ref = places[row % len(places)]
    if act == "duplicate":
        return duplicated(at, ref)
    if act in ("split", "join"):
        return proposed(at, act, row, chance)
    if act in ("up", "down"):
        proposal = moved(at, ref, None, 1 if act == "down" else -1)
    elif act == "number":
        proposal = with_number(at, ref, NUMBERS[chance % len(NUMBERS)])
    else:
        proposal = in_order(at, "themes")
    return proposal.change([place for place in range(len(proposal.mentions)) if chance >> place & 1])


def proposed(at: Occasion, act: str, row: int, chance: int) -> Change:
    speerpunten = list(at.dossier.of(Speerpunt).values())
    first = speerpunten[row % len(speerpunten)]
    if act == "split":
        proposal: Proposal = splitting(at, first, "De tweede helft")
    else:
        others = second_candidates(at.dossier, first)
        if not others:
            raise ValueError("nothing to join")
        proposal = joining(at, first, others[chance % len(others)])
    return proposal.change([chance // 3**place % len(line.ways) for place, line in enumerate(proposal.lines)])


def settled(dossier: Dossier, change: Change) -> Change:
    """The change as the store would carry it out: new records have numbers of their own."""
    new = [edit.ref for edit in change.edits if edit.before is None]
    highest = {ref.table: max(dossier.tables[ref.table], default=0) for ref in new}
    return renumbered(change, {ref: highest[ref.table] - ref.id for ref in new})


@settings(max_examples=80)
@given(st.lists(ACTS, min_size=1, max_size=6))
def test_acts_of_the_tree(acts: list[tuple[str, int, int]]) -> None:
    dossier = small_tree()
    for act, row, chance in acts:
        try:
            change = settled(dossier, change_of(dossier, act, row, chance))
        except ValueError:
            continue
        after = carried_out(dossier, change)
        assert all(after.get(target) for _, target in after.references())
        assert said(dossier) <= said(after)
        assert carried_out(after, change.reversed()).tables == dossier.tables
        dossier = after
