"""Which screen is made for each place, and when: each is imported when it is first shown."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen

from sto_tui.places import Place

START_MODE = "start"
RECOVERY_MODE = "recovery"


def _overview() -> Screen[None]:
    from sto_tui.screens.overview.screen import OverviewScreen

    return OverviewScreen()


def _evaluation() -> Screen[None]:
    from sto_tui.screens.evaluation.screen import EvaluationScreen

    return EvaluationScreen()


def _vision() -> Screen[None]:
    from sto_tui.screens.vision.screen import VisionScreen

    return VisionScreen()


def _plan() -> Screen[None]:
    from sto_tui.screens.plan.screen import PlanScreen

    return PlanScreen()


def _milestones() -> Screen[None]:
    from sto_tui.screens.milestones.screen import MilestonesScreen

    return MilestonesScreen()


def _veri() -> Screen[None]:
    from sto_tui.screens.veri.screen import VeriScreen

    return VeriScreen()


def _progress() -> Screen[None]:
    from sto_tui.screens.progress.screen import ProgressScreen

    return ProgressScreen()


def _draft() -> Screen[None]:
    from sto_tui.screens.draft.screen import DraftScreen

    return DraftScreen()


def _start() -> Screen[None]:
    from sto_tui.screens.opening.start import StartScreen

    return StartScreen()


def _recovery() -> Screen[None]:
    from sto_tui.screens.opening.recovery import RecoveryScreen

    return RecoveryScreen()


MODES: Mapping[str, Callable[[], Screen[Any]]] = {
    Place.OVERZICHT.key: _overview,
    Place.EVALUATIE.key: _evaluation,
    Place.REGIOVISIE.key: _vision,
    Place.PLAN.key: _plan,
    Place.MIJLPALEN.key: _milestones,
    Place.VERI.key: _veri,
    Place.VOORTGANG.key: _progress,
    Place.CONCEPT.key: _draft,
    START_MODE: _start,
    RECOVERY_MODE: _recovery,
}
