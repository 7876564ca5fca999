"""Makes samples/almere-2020-2023.sto.json: the facts of the public plan of the region Almere of 27 March 2019.

The words are our own; the facts and also the defects of the plan are kept. Milestones and roles follow from the
phases of the speerpunten and are marked as derived.
Run it as `python samples/make_almere.py [path]`; the same bytes come out each time.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from almere_delen import COMMUNICATION, training
from almere_geld import BUDGET, COFINANCING
from almere_notatie import milestone, roles
from almere_parties import BODIES, DEADLINES, PARTIES, PERIODS, REGION
from almere_rest import DECISIONS, GOALS, RISKS, TEXTS, THEMES
from almere_theme1 import THEME_1
from almere_theme2 import THEME_2
from almere_theme3 import THEME_3
from almere_theme4 import THEME_4
from almere_theme5 import THEME_5

from sto_tui.domain.change import with_part_ids
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.storage.file.codec import encode, raw_from

PLACE = Path(__file__).with_name("almere-2020-2023.sto.json")
PLAN = 1
"""The plan period of the plan."""
KEY = "a1e5c0de-2019-4327-8a11-2020a2023a00"

PLANNED = (*THEME_1, *THEME_2, *THEME_3, *THEME_4, *THEME_5)
STEPS = tuple(step for one in PLANNED for step in one.steps)
MILESTONE_IDS = {step.number: place for place, step in enumerate(STEPS, 1)}
SPEERPUNT_IDS = {one.speerpunt.number: place for place, one in enumerate(PLANNED, 1)}


def milestones() -> list[Milestone]:
    """All milestones; each works on the first goal of its speerpunt."""
    return [
        milestone(step, SPEERPUNT_IDS[one.speerpunt.number], one.speerpunt.goals[0], MILESTONE_IDS)
        for one in PLANNED
        for step in one.steps
    ]


def veri() -> list[Veri]:
    """The roles of all milestones."""
    return [role for step in STEPS for role in roles(Ref("milestones", MILESTONE_IDS[step.number]), step.facts)]


def element(written: str) -> Ref:
    """The record that `thema 1`, `speerpunt 5.1` or `mijlpaal 3.1a` names."""
    kind, number = written.split()
    if kind == "thema":
        return Ref("themes", int(number))
    if kind == "speerpunt":
        return Ref("speerpunten", SPEERPUNT_IDS[number])
    return Ref("milestones", MILESTONE_IDS[number])


def decisions() -> list[Decision]:
    """The choices that the plan explains, with the elements in which they come back."""
    return [
        decision.changed(becomes=tuple(element(name) for name in becomes.split(", ") if name))
        for decision, becomes in DECISIONS
    ]


def numbered(records: Iterable[Record]) -> dict[int, Record]:
    """The records of a table with ids in order, and ids for their parts."""
    return {
        place: with_part_ids(record.changed(id=place).settled_after(None)) for place, record in enumerate(records, 1)
    }


def dossier() -> Dossier:
    """The whole sample; the tables that the plan does not fill stay empty."""
    filled: dict[str, Iterable[Record]] = {
        "region": (REGION,),
        "periods": PERIODS,
        "deadlines": DEADLINES,
        "parties": PARTIES,
        "bodies": BODIES,
        "goals": GOALS,
        "themes": [theme.changed(periods=(PLAN,)) for theme in THEMES],
        "speerpunten": [one.speerpunt for one in PLANNED],
        "milestones": milestones(),
        "veri": veri(),
        "decisions": decisions(),
        "risks": [risk.changed(periods=(PLAN,)) for risk in RISKS],
        "communication": COMMUNICATION,
        "training": training(SPEERPUNT_IDS),
        "budget": BUDGET,
        "cofinancing": COFINANCING,
        "texts": [text.changed(period=PLAN) for text in TEXTS],
    }
    return Dossier({name: numbered(filled.get(name, ())) for name in TABLES}, KEY)


def main() -> None:
    """Writes the sample to the path on the command line, or to its place in the repository."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE
    place.write_bytes(encode(raw_from(dossier())))


if __name__ == "__main__":
    main()
