"""One record of two copies, for what nobody should leave in a file, worked out by hand."""

from sto_tui.domain.merging.records import merged
from sto_tui.domain.merging.versions import merged_versions
from sto_tui.domain.milestones import Dependency, Milestone
from sto_tui.domain.record import FRESH_PART_IDS, TEXT_LIMIT, Ref


def milestone(**values: object) -> Milestone:
    return Milestone.model_validate({"id": 1, "number": "1.1", "title": "Lab", **values})


def test_parts_with_one_number_are_all_kept() -> None:
    base = milestone()
    ours = milestone(after=(Dependency(id=7, milestone=2), Dependency(id=7, milestone=3)))
    theirs = milestone(after=(Dependency(id=9, milestone=4),))
    both, clashes = merged(base, ours, theirs)
    assert (sorted(part.milestone for part in both.after), clashes) == ([2, 3, 4], ())
    assert len({part.id for part in both.after}) == 3


def dependency(number: int, on: int) -> Dependency:
    return Dependency(id=number, milestone=on)


def test_parts_stand_where_each_side_put_them() -> None:
    """At the beginning, in between and at the end; of two in one place the order follows from what they say."""
    first, second = dependency(1, 11), dependency(2, 12)
    base = milestone(after=(first, second))
    ours = milestone(after=(dependency(20_001, 21), first, dependency(20_002, 22), second))
    theirs = milestone(after=(first, dependency(30_001, 31), second, dependency(30_002, 32)))
    for both, clashes in (merged(base, ours, theirs), merged(base, theirs, ours)):
        assert ([part.milestone for part in both.after], clashes) == ([21, 11, 22, 31, 12, 32], ())


def test_the_order_is_that_of_who_moved_and_both_who_moved_are_asked() -> None:
    one, two, three = dependency(1, 11), dependency(2, 12), dependency(3, 13)
    base = milestone(after=(one, two, three))
    moved = milestone(after=(three, one, two))
    changed = milestone(after=(one, two.model_copy(update={"milestone": 42}), three))
    for both, clashes in (merged(base, moved, changed), merged(base, changed, moved)):
        assert ([part.milestone for part in both.after], clashes) == ([13, 11, 42], ())
    assert merged(base, moved, milestone(after=(two, one, three)))[1] == ("after",)
    assert merged(base, moved, moved)[1] == ()


def test_a_part_that_one_removed_and_the_other_changed_is_asked() -> None:
    one, two = dependency(1, 11), dependency(2, 12)
    base = milestone(after=(one, two))
    removed, changed = milestone(after=(two,)), milestone(after=(dependency(1, 42), two))
    assert merged(base, removed, changed)[1] == ("after",)
    assert merged(base, changed, removed)[1] == ("after",)
    both, clashes = merged(base, removed, milestone(after=(one, dependency(2, 42))))
    assert ([part.milestone for part in both.after], clashes) == ([42], ())


def test_parts_of_a_new_record_count_from_one_on_both_sides() -> None:
    """Two first parts are two, unless they are alike; a number from the random ones is of one part."""
    base = milestone()
    for both, clashes in (
        merged(base, milestone(after=(dependency(1, 11),)), milestone(after=(dependency(1, 12),))),
        merged(base, milestone(after=(dependency(1, 12),)), milestone(after=(dependency(1, 11),))),
    ):
        assert ([part.milestone for part in both.after], clashes) == ([11, 12], ())
        assert both.after[0].id == 1
    two = (dependency(1, 11), dependency(2, 12))
    both, clashes = merged(base, milestone(after=two[:1]), milestone(after=two))
    assert (both.after, clashes) == (two, ())
    fresh = FRESH_PART_IDS[0]
    one_part = milestone(after=(dependency(fresh, 11),)), milestone(after=(dependency(fresh, 12),))
    assert merged(base, *one_part)[1] == ("after",)


def test_what_either_took_out_of_a_choice_is_out_and_what_either_put_in_is_in() -> None:
    base = milestone(smart=("specifiek", "meetbaar"))
    ours = milestone(smart=("meetbaar",))
    theirs = milestone(smart=("specifiek", "meetbaar", "realistisch"))
    for both, clashes in (merged(base, ours, theirs), merged(base, theirs, ours)):
        assert ([choice.value for choice in both.smart], clashes) == (["meetbaar", "realistisch"], ())


def test_texts_that_are_too_long_together_are_chosen() -> None:
    half = "x" * (TEXT_LIMIT // 2)
    base = milestone(tangible_result="begin\n\nmidden\n\neinde")
    ours = milestone(tangible_result=f"{half}begin\n\nmidden\n\neinde")
    theirs = milestone(tangible_result=f"begin\n\nmidden\n\neinde{half}")
    assert merged(base, ours, theirs)[1] == ("tangible_result",)


def test_what_is_of_both_is_a_version_of_its_own() -> None:
    base = milestone(rev=2)
    ours, theirs = milestone(rev=3, title="Hier"), milestone(rev=5, deelproject="daar")
    assert merged_versions(Ref("milestones", 1), base, ours, theirs, {})[0].rev == 6
    assert merged_versions(Ref("milestones", 1), base, ours, base, {})[0].rev == 3


def test_a_record_that_both_made_is_asked_though_one_never_edited_it() -> None:
    ours, theirs = milestone(rev=0, title="Hier"), milestone(rev=1, title="Daar")
    ref = Ref("milestones", 1)
    assert [choice.fields for choice in merged_versions(ref, None, ours, theirs, {})[1]] == [("title",)]
    assert merged_versions(ref, None, ours, theirs, {}, start_unknown=True)[1] == ()
