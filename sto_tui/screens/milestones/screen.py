"""Place 5, Mijlpalen: the timeline on which the plan is made, from the end back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual.events import Resize
from textual.geometry import Size
from textual.widget import Widget

from sto_tui.domain.dossier import ref_of
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.schedule.replanning import Unit, shifted, stretched
from sto_tui.screens.editing.along import NOTHING, Along
from sto_tui.screens.frame.list_place import ShownPart
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.host.sheets import SheetKind
from sto_tui.screens.milestones.axis_days import axis_span, free_time
from sto_tui.screens.milestones.groups import Grouping, groups_of
from sto_tui.screens.milestones.marks import go_turned, quick_turned
from sto_tui.screens.milestones.moving import Moving
from sto_tui.screens.milestones.needs import NONE_YET, called_here, why_not
from sto_tui.screens.milestones.rows import (
    begin_after,
    caption_of,
    detail_lines,
    legend,
    linked,
    new_milestone,
    timeline_rows,
    wrong_lines,
)
from sto_tui.screens.milestones.waits_on import ask_after
from sto_tui.widgets.detail import FindingsByRecord, SpelledOut
from sto_tui.widgets.raster import Raster
from sto_tui.widgets.timeline import Timeline

TALL_FROM, SMALL_UNTIL = 32, 22
SMALL_DETAIL, DETAIL, TALL_DETAIL = 2, 3, 7


class MilestonesScreen(PlaceFrame):
    """All milestones on a time axis, in groups that fold.

    Large because: each key is a method.
    """

    place = Place.MIJLPALEN
    sheet_kind = SheetKind.MILESTONES
    stays_in_footer = ("undo", "later")

    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline(id="list")
        self.moving = Moving(self, self.timeline)
        self.spelled_out = SpelledOut()
        self._grouping = Grouping.THEMA
        self._folded: set[object] = set()
        self._only_critical = False
        self._part: ShownPart | None = None
        self._usual_detail = DETAIL
        self._by_record = FindingsByRecord()

    @property
    def main(self) -> Raster:
        """The timeline."""
        return self.timeline

    def body(self) -> Sequence[Widget]:
        """Timeline, and the row of the cursor spelled out."""
        self._fit(self.app.size)
        return (self.timeline, self.spelled_out)

    def on_resize(self, event: Resize) -> None:
        """Another size has other room."""
        self._fit(event.size)
        self.timeline.rearrange()
        self.call_after_refresh(self.show_detail)

    def _fit(self, size: Size) -> None:
        """A tall window has room for air between groups and for more about a milestone."""
        is_tall = size.height >= TALL_FROM
        self.spelled_out.set_class(is_tall, "-tall")
        self.timeline.airy = is_tall
        self._usual_detail = TALL_DETAIL if is_tall else SMALL_DETAIL if size.height < SMALL_UNTIL else DETAIL

    # Showing.

    def show_rows(self) -> None:
        """The timeline of this version of the dossier."""
        dossier, today = self.host.dossier, self.host.today
        critical, part = self._only_critical, self._part
        rows = timeline_rows(dossier, today, self._grouping, self._folded, only_critical=critical, part=part)
        caption = caption_of(self._grouping.word(dossier.region), part, only_critical=critical)
        note = "Niets is kritiek: alles heeft speling. Met K zie je weer alles." if self._only_critical else NONE_YET
        span = axis_span(dossier, today)
        self.timeline.show(rows, span, today, caption, "" if rows else note, free_time(dossier, span))

    def show_detail(self) -> None:
        """What the milestone waits on, how much room it has and what is wrong with it."""
        if not self.is_mounted:
            return
        milestone, width = self._milestone, self.spelled_out.size.width
        if milestone is None:
            self.spelled_out.show_lines([legend(width)])
            self.timeline.mark_links((), ())
            return
        dossier = self.host.dossier
        own = self._by_record.of(dossier, ref_of(milestone), self.host.findings.latest)
        wrong = wrong_lines(dossier, milestone, own, width)
        longest = self._by_record.longest(dossier, self.host.findings.latest, ("milestones",), width - 3)
        self.fit_detail(self.spelled_out, self._usual_detail, min(self._usual_detail, DETAIL) - 1 + longest)
        height = self.spelled_out.size.height
        self.spelled_out.show_lines(detail_lines(dossier, milestone, wrong, width, height, self.host.today))
        self.timeline.mark_links(*linked(dossier, milestone))

    @property
    def _milestone(self) -> Milestone | None:
        ref = self.current_ref
        return self.host.dossier.of(Milestone).get(ref.id) if ref else None

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a milestone, also when its group is folded or it was left out."""
        if ref.table == "milestones" and not self.timeline.go_to(ref.at(None)):
            self._only_critical, self._part = False, None
            self._folded.clear()
            self.show_rows()
        super().show_record(ref)

    def show_part(self, ref: Ref, only: frozenset[Ref], about: str) -> None:
        """Only these milestones, until escape."""
        self.show_record(ref)
        self._part = ShownPart(only, about)
        self.show_rows()
        self.timeline.go_to(ref)

    def show_all(self) -> None:
        """All milestones again."""
        self._part, self._only_critical = None, False
        self.show_rows()

    def why_not(self, id: str) -> str:
        """Most acts are about a milestone, not about the head of a group."""
        if id == "step_back" and (self._part or self._only_critical):
            return ""
        is_on_a_head = self.current_ref is None and self.timeline.current is not None
        reason = why_not(id, self.host.dossier, self._milestone, is_on_a_head=is_on_a_head)
        if reason is None or (reason and self.host.changes.read_only):
            return super().why_not(id)
        return reason

    @property
    def called_here(self) -> Mapping[str, str]:
        """Enter folds the group of a head; where only the critical ones are shown, their key shows all."""
        return called_here(is_on_a_head=self.current_ref is None, only_critical=self._only_critical)

    # The picture.

    def act_zoom_in(self) -> None:
        """Smaller periods."""
        self._zoom(1, "Kleiner dan een maand gaat niet.")

    def act_zoom_out(self) -> None:
        """Larger periods."""
        self._zoom(-1, "Groter dan een jaar gaat niet.")

    def _zoom(self, step: int, end: str) -> None:
        if not self.timeline.zoom_by(step):
            self.say(end)

    def act_pan_right(self) -> None:
        """Later columns."""
        if not self.timeline.pan(1):
            self.say("Verder naar rechts is er niets.")

    def act_pan_left(self) -> None:
        """Earlier columns."""
        if not self.timeline.pan(-1):
            self.say("Verder naar links is er niets.")

    def act_today(self) -> None:
        """The column of today."""
        before = self.timeline.first_column
        if not self.timeline.show_day(self.host.today):
            self.say("Vandaag valt buiten de planperiode.")
        elif self.timeline.first_column == before:
            self.say("Vandaag staat al in beeld.")

    def act_critical(self) -> None:
        """Only what has no room, or everything."""
        self._only_critical = not self._only_critical
        self.show_rows()
        self.say("Alleen wat geen speling heeft; K toont weer alles." if self._only_critical else "Alle mijlpalen.")

    def act_group(self) -> None:
        """By theme, deelproject or party."""
        order = list(Grouping)
        here = self.timeline.current_key
        self._grouping = order[(order.index(self._grouping) + 1) % len(order)]
        self.show_rows()
        self.timeline.go_to(here)
        self.say(f"Gegroepeerd op {self._grouping.word(self.host.dossier.region).plural}.")

    def act_fold(self) -> None:
        """The group of the cursor."""
        key = self._group_here
        if key is not None:
            self._folded ^= {key}
            self.show_rows()
            self.timeline.go_to(key)

    @property
    def _group_here(self) -> Any:
        """The nearest head at or above the cursor."""
        return self.timeline.group_of(self.timeline.cursor)

    def act_fold_all(self) -> None:
        """All groups folded, or all open."""
        keys: set[object] = {group.key for group in groups_of(self.host.dossier, self._grouping)}
        here, group = self.timeline.current_key, self._group_here
        self._folded = set() if keys & self._folded else keys
        self.show_rows()
        if not self.timeline.go_to(here):
            self.timeline.go_to(group)

    # Records.

    def to_add(self) -> tuple[str, Mapping[str, Any]]:
        """A milestone after the one of the cursor."""
        group = self._group_here
        theme = group[1] if group and group[0] == Grouping.THEMA else None
        own = {"deelproject": group[1]} if group and self._grouping is Grouping.DEELPROJECT else {}
        return "milestones", {**new_milestone(self.host.dossier, self._milestone, theme), **own}

    def open_new(self, table_name: str, values: dict[str, Any], along: Along = NOTHING) -> None:
        """The form proposes a begin."""
        super().open_new(table_name, {**begin_after(self._milestone, values), **values}, along)

    def show_added(self, ref: Ref) -> None:
        """Also when its group is folded."""
        self.show_record(ref)

    def act_edit(self) -> None:
        """The form of the milestone; on the head of a group, folding."""
        if ref := self.current_ref:
            self.open_form(ref)
        else:
            self.act_fold()

    def act_go(self) -> None:
        """A moment to decide, or a result."""
        if milestone := self._milestone:
            self.try_out(lambda: self.host.changes.apply(go_turned(milestone)))

    def act_quick(self) -> None:
        """A quick result, or an ordinary one."""
        if milestone := self._milestone:
            self.try_out(lambda: self.host.changes.apply(quick_turned(milestone)))

    def act_after(self) -> None:
        """On which milestones this one waits, in one line."""
        if milestone := self._milestone:
            ask_after(self, milestone)

    def act_to_veri(self) -> None:
        """The row of the milestone in the matrix."""
        if milestone := self._milestone:
            self.host.going.go_to(ref_of(milestone), Place.VERI)

    # Moving.

    def act_later(self) -> None:
        """One column later."""
        self._move(shifted, 1, "later")

    def act_earlier(self) -> None:
        """One column earlier."""
        self._move(shifted, -1, "eerder")

    def act_longer(self) -> None:
        """Due one column later."""
        self._move(stretched, 1, "langer")

    def act_shorter(self) -> None:
        """Due one column earlier."""
        self._move(stretched, -1, "korter")

    def _move(self, how: Callable[[Milestone, Unit, int], Milestone], step: int, word: str) -> None:
        if milestone := self._milestone:
            self.moving.move(milestone, how, step, word)

    def act_push(self) -> None:
        """Everything that waits on this milestone, as far on as needed."""
        if milestone := self._milestone:
            self.moving.push(milestone)

    def act_backwards(self) -> None:
        """From the end results back."""
        self.moving.plan_backwards()
