"""Makes samples/voorbeeldregio-2027-2028.sto.json: an invented region with every table filled.

Run it as `python samples/make_voorbeeldregio.py [path]`; the same bytes come out each time.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import voorbeeldregio_2025 as before
import voorbeeldregio_geld_2025 as money_before
from voorbeeldregio_antwoorden import ANSWERS
from voorbeeldregio_delen import communication, lessons, training
from voorbeeldregio_geld import COFINANCING, SPEERPUNT_IDS
from voorbeeldregio_ingediend import PLANS
from voorbeeldregio_mijlpalen1 import THEME_1
from voorbeeldregio_mijlpalen2 import THEME_2
from voorbeeldregio_mijlpalen3 import THEME_3
from voorbeeldregio_mijlpalen4 import THEME_4
from voorbeeldregio_mijlpalen5 import THEME_5
from voorbeeldregio_notatie import milestone, progress, roles
from voorbeeldregio_partijen import (
    BODIES,
    DEADLINES,
    FREE_DAYS,
    PARTIES,
    PARTY_IDS,
    PERIODS,
    REASONS,
    REGION,
    SET_ASIDE,
    SUBMISSIONS,
)
from voorbeeldregio_plan import EARLIER_GOALS, GOALS, RISKS, ROW_ROLES, SUPPORT, TEXTS, THEMES
from voorbeeldregio_speerpunten1 import THEMES_1_AND_2
from voorbeeldregio_speerpunten2 import THEME_3 as SPEERPUNTEN_3
from voorbeeldregio_speerpunten3 import THEME_4 as SPEERPUNTEN_4
from voorbeeldregio_speerpunten3 import THEME_5 as SPEERPUNTEN_5
from voorbeeldregio_terugblik import ACTIONS, DECISIONS, QUESTIONS, RESOLUTIONS, SCORES, SESSIONS
from voorbeeldregio_uitgaven import EQUIPMENT, NUMBERED_BUDGET, PAYMENTS, REALISED
from voorbeeldregio_visie import INDICATORS, VISION

from sto_tui.domain.change import with_part_ids
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, AnswerKind, Decision
from sto_tui.domain.milestones import Milestone, Progress, Veri
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Record, Ref
from sto_tui.storage.file.codec import encode, raw_from

PLACE = Path(__file__).with_name("voorbeeldregio-2027-2028.sto.json")
PLAN, EVALUATED = 3, 2
"""The plan periods that the sample prepares, and that it looks back at."""
KEY = "5d0c1c7e-2b1f-4b8e-9a36-2027a2028b00"

STEPS = (*THEME_1, *THEME_2, *THEME_3, *THEME_4, *THEME_5)
SPEERPUNTEN = (*THEMES_1_AND_2, *SPEERPUNTEN_3, *SPEERPUNTEN_4, *SPEERPUNTEN_5)
MILESTONE_IDS = {step.number: place for place, step in enumerate(STEPS, 1)}
# What is of 2025-2026 stands after what is of this plan.
EARLIER_THEME, EARLIER_GOAL = len(THEMES) + 1, len(GOALS) + 1
EARLIER_SPEERPUNT_IDS = before.speerpunt_ids(len(SPEERPUNTEN) + 1)
EARLIER_MILESTONE_IDS = {step.number: len(STEPS) + place for place, step in enumerate(before.steps(), 1)}
EARLIER_BUDGET = money_before.budget(EARLIER_THEME, EARLIER_SPEERPUNT_IDS)
EARLIER_COFINANCING = money_before.cofinancing(EARLIER_THEME, EARLIER_SPEERPUNT_IDS)
_THEMES_BEFORE = {theme.number: EARLIER_THEME + place for place, theme in enumerate(before.THEMES)}
_RISKS_BEFORE = {risk.text: len(RISKS) + place for place, risk in enumerate(before.RISKS, 1)}
FIRST_MEETING, SECOND_MEETING = 1, 2
LAST_QUESTION_OF_FIRST_MEETING = 11


def veri() -> list[Veri]:
    """All roles: first those of themes and speerpunten, then those of the milestones."""
    found = []
    for where, facts in ROW_ROLES.items():
        table, number = where.split()
        row = Ref(table, SPEERPUNT_IDS[number] if table == "speerpunten" else int(number))
        found += roles(row, facts.split())
    for step in STEPS:
        found += roles(Ref("milestones", MILESTONE_IDS[step.number]), step.facts)
    for step in before.steps():
        found += roles(Ref("milestones", EARLIER_MILESTONE_IDS[step.number]), step.facts)
    return found


def log() -> list[Progress]:
    """The log of all milestones, oldest first."""
    return sorted(
        (
            *(line for step in STEPS for line in progress(step, MILESTONE_IDS)),
            *(line for step in before.steps() for line in progress(step, EARLIER_MILESTONE_IDS)),
        ),
        key=lambda line: (line.date, line.milestone),
    )


def milestones() -> list[Milestone]:
    """Those of this plan, and then those of 2025-2026, of which the goals have their own ids."""
    earlier = (milestone(step, EARLIER_MILESTONE_IDS, EARLIER_SPEERPUNT_IDS) for step in before.steps())
    return [
        *(milestone(step, MILESTONE_IDS, SPEERPUNT_IDS) for step in STEPS),
        *(own.changed(goal=own.goal and EARLIER_GOAL - 1 + own.goal) for own in earlier),
    ]


def speerpunten() -> list[Speerpunt]:
    """Those of this plan, which may go on from one of 2025-2026, and then those."""
    return [
        *(
            own.changed(continues=EARLIER_SPEERPUNT_IDS[before.CONTINUES[own.number]], carried_over_from="")
            if own.number in before.CONTINUES
            else own
            for own in SPEERPUNTEN
        ),
        *before.speerpunten(EARLIER_THEME, EARLIER_GOAL),
    ]


def element(written: str) -> Ref:
    """The record that `doel 3`, `oud-doel 3`, `speerpunt 2.1`, `mijlpaal 4.1a` or `actie 2` names."""
    kind, number = written.split()
    if kind == "oud-doel":
        return Ref("goals", len(GOALS) + int(number))
    if kind == "speerpunt":
        return Ref("speerpunten", SPEERPUNT_IDS[number])
    if kind == "mijlpaal":
        return Ref("milestones", MILESTONE_IDS[number])
    return Ref({"doel": "goals", "actie": "actions"}[kind], int(number))


def decisions() -> list[Decision]:
    """The decisions, with the elements of the plan that they became."""
    return [
        Decision(text=text, why=why, date=day, kind=kind, becomes=tuple(map(element, becomes)), why_not=why_not)
        for text, why, day, kind, becomes, why_not in DECISIONS
    ]


def answer(facts: str, text: str, cause: str) -> Answer:
    """An answer; see the module with the answers for `facts`."""
    number, *rest = facts.split()
    given = {key: value for key, _, value in (fact.partition(":") for fact in rest)}
    about = given.get("over")
    kind = AnswerKind.SUCCES if "+" in given else AnswerKind.VERBETERPUNT if "-" in given else AnswerKind.OPMERKING
    whole = {key: int(given[key]) for key in ("t", "st", "ef", "mo", "b") if key in given}
    return Answer(
        question=int(number),
        text=text,
        session=FIRST_MEETING if int(number) <= LAST_QUESTION_OF_FIRST_MEETING else SECOND_MEETING,
        table=whole.get("t"),
        party=PARTY_IDS[given["p"]] if "p" in given else None,
        kind=kind,
        about=element(_about(about)) if about else None,
        cause=cause,
        votes=whole.get("st", 0),
        impact=whole.get("ef"),
        effort=whole.get("mo"),
        decision=whole.get("b"),
    )


def _about(written: str) -> str:
    if written.startswith("oud"):
        return f"oud-doel {written.removeprefix('oud')}"
    return f"{'speerpunt' if '.' in written else 'doel'} {written}"


def numbered(records: Iterable[Record]) -> dict[int, Record]:
    """The records of a table with ids in order, and ids for their parts."""
    return {
        place: with_part_ids(record.changed(id=place).settled_after(None)) for place, record in enumerate(records, 1)
    }


def dossier() -> Dossier:
    """The whole sample."""
    tables: dict[str, Iterable[Record]] = {
        "region": (REGION,),
        "periods": PERIODS,
        "deadlines": DEADLINES,
        "submissions": SUBMISSIONS,
        "reasons": REASONS,
        "set_aside": SET_ASIDE,
        "free_days": FREE_DAYS,
        "parties": PARTIES,
        "bodies": BODIES,
        "goals": (*GOALS, *EARLIER_GOALS),
        "themes": [
            *(theme.changed(periods=(PLAN,), continues=_THEMES_BEFORE.get(theme.number)) for theme in THEMES),
            *before.THEMES,
        ],
        "speerpunten": speerpunten(),
        "milestones": milestones(),
        "veri": veri(),
        "progress": log(),
        "questions": QUESTIONS,
        "answers": [answer(*written) for written in ANSWERS],
        "scores": SCORES,
        "sessions": SESSIONS,
        "decisions": [decision.changed(period=EVALUATED) for decision in decisions()],
        "resolutions": RESOLUTIONS,
        "actions": ACTIONS,
        "vision": [*(section.changed(period=PLAN) for section in VISION), *before.vision_before(VISION)],
        "indicators": INDICATORS,
        "risks": [
            *(risk.changed(periods=(PLAN,), continues=_RISKS_BEFORE.get(risk.text)) for risk in RISKS),
            *before.RISKS,
        ],
        "communication": communication(MILESTONE_IDS),
        "training": training(SPEERPUNT_IDS),
        "lessons": lessons(SPEERPUNT_IDS),
        "budget": (*NUMBERED_BUDGET, *EARLIER_BUDGET),
        "cofinancing": (*COFINANCING, *EARLIER_COFINANCING),
        "equipment": EQUIPMENT,
        "payments": (*PAYMENTS, *money_before.payments(EARLIER_BUDGET, len(NUMBERED_BUDGET) + 1)),
        "realised": (*REALISED, *money_before.realised(EARLIER_COFINANCING, len(COFINANCING) + 1)),
        "support": SUPPORT,
        "texts": [*(text.changed(period=PLAN) for text in TEXTS), *before.TEXTS],
    }
    return Dossier({name: numbered(records) for name, records in tables.items()}, KEY)


def main() -> None:
    """Writes the sample to the path on the command line, or to its place in the repository."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE
    whole = dossier()
    place.write_bytes(encode(raw_from(whole)))
    for plan in PLANS:
        # Named after the id of the period that it was handed in for.
        kept = place.with_name(f"voorbeeldregio-ingediend-{plan.period}.json")
        kept.write_bytes(encode(raw_from(plan.of(whole))))


if __name__ == "__main__":
    main()
