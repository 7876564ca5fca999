"""What comes back with a record that someone else removed, worked out on a small plan."""

from sto_tui.domain.bringing_back import brought_back
from sto_tui.domain.change import Change, Edit, Occasion, carried_out, changing, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW


def plan() -> Dossier:
    """One theme; the second milestone waits on the first, the third stands alone."""
    milestones: dict[int, Record] = {
        1: Milestone(id=1, number="1.1", title="Een", theme=1),
        2: Milestone(id=2, number="1.2", title="Twee", theme=1, after=(Dependency(id=1, milestone=1),)),
        3: Milestone(id=3, number="1.3", title="Drie", theme=1),
    }
    themes: dict[int, Record] = {1: Theme(id=1, number=1, title="Thema")}
    return new_dossier("Proef", "2027-2028").with_tables({"milestones": milestones, "themes": themes})


def test_the_record_its_links_and_the_edit_come_back_and_nothing_else() -> None:
    before = plan()
    base = before.of(Milestone)[1]
    gone = removing(before, base)
    aside = Edit(Ref("milestones", 3), before.of(Milestone)[3], None)
    removal = Change("Opgeruimd", (*gone.edits, aside)).reversed()
    now = carried_out(before, Change("", (*gone.edits, aside)))
    mine = base.changed(title="Van mij")
    back = brought_back(removal, base, mine, "Mijlpaal 1.1 Een", Occasion(now, NOW.date(), "jan"))
    assert back.label == "Mijlpaal 1.1 Een teruggezet, met 1 regel die mee verwijderd of aangepast was"
    after = carried_out(now, back).of(Milestone)
    assert (after[1].title, after[2].after, sorted(after)) == ("Van mij", before.of(Milestone)[2].after, [1, 2])


def test_what_was_changed_since_stays_beside_the_link_that_comes_back() -> None:
    before = plan()
    base = before.of(Milestone)[1]
    gone = removing(before, base)
    now = carried_out(before, gone)
    second = now.of(Milestone)[2]
    now = carried_out(now, changing(now, second, second.changed(title="Twee, anders")))
    back = brought_back(gone.reversed(), base, base, "Mijlpaal 1.1 Een", Occasion(now, NOW.date(), "jan"))
    after = carried_out(now, back).of(Milestone)
    assert (after[2].title, [link.milestone for link in after[2].after]) == ("Twee, anders", [1])


def test_what_was_removed_since_does_not_come_back_for_its_link() -> None:
    """The second waited on the first, and went after it."""
    before = plan()
    base = before.of(Milestone)[1]
    gone = removing(before, base)
    now = carried_out(before, gone)
    now = carried_out(now, removing(now, now.of(Milestone)[2]))
    back = brought_back(gone.reversed(), base, base, "Mijlpaal 1.1 Een", Occasion(now, NOW.date(), "jan"))
    assert back.label == "Mijlpaal 1.1 Een teruggezet"
    assert sorted(carried_out(now, back).of(Milestone)) == [1, 3]


def test_without_a_history_the_record_comes_back_alone() -> None:
    before = plan()
    base = before.of(Milestone)[1]
    now = carried_out(before, removing(before, base))
    back = brought_back(None, base, base, "Mijlpaal 1.1 Een", Occasion(now, NOW.date(), "jan"))
    assert back.refs == (Ref("milestones", 1),)
