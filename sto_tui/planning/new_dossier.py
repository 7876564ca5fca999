"""A new dossier: the region, its period, and what every region starts with."""

from sto_tui.content import library
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Question
from sto_tui.domain.parties import Body
from sto_tui.domain.periods import add_months
from sto_tui.domain.record import LINE_LIMIT, Record
from sto_tui.domain.region import Deadline, DeadlineKind, PlanPeriod, Region
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.text import clean_line
from sto_tui.domain.vision import VisionSection
from sto_tui.planning.plan_periods import period_typed


def new_dossier(region: str, period: str) -> Dossier:
    """The dossier of a region that begins. Raises ValueError with a Dutch sentence."""
    name = clean_line(region)
    if not name:
        raise ValueError("De naam van de regio is leeg. Geef een naam, bijvoorbeeld Almere.")
    if not any(sign.isalnum() for sign in name):
        raise ValueError(f"‘{name}’ is geen naam. Geef een naam met letters of cijfers, bijvoorbeeld Almere.")
    if len(name) > LINE_LIMIT:
        raise ValueError(f"De naam van de regio is langer dan {LINE_LIMIT} tekens. Geef een kortere naam.")
    tables: dict[str, dict[int, Record]] = {table: {} for table in TABLES}
    plan_period = period_typed(period).changed(current=True)
    records: list[Record] = [Region(name=name), plan_period, *_deadlines(plan_period), *_questions(), *_sections()]
    records += [Body(name=body.name, short=body.short) for body in library.bodies()]
    for record in records:
        table = tables[BY_MODEL[type(record)].name]
        table[len(table) + 1] = record.model_copy(update={"id": len(table) + 1})
    return Dossier(tables)


def _deadlines(period: PlanPeriod) -> list[Deadline]:
    """The national deadlines that belong to a period: from a year and a half before it begins until it ends."""
    source = library.sources()["deadline"]
    return [
        Deadline(title=deadline.title, date=deadline.date, kind=DeadlineKind.NATIONAL, source=source)
        for deadline in library.national_deadlines()
        if add_months(period.start, -18) <= deadline.date <= period.end
    ]


def _questions() -> list[Question]:
    orders: dict[str, int] = {}
    questions = []
    for question in library.questions():
        orders[question.part] = orders.get(question.part, 0) + 1
        questions.append(
            Question(
                part=question.part,
                order=orders[question.part],
                text=question.text,
                kind=question.kind,
                own=question.own,
            )
        )
    return questions


_FIRST_PERIOD = 1


def _sections() -> list[VisionSection]:
    titles = enumerate(library.vision_sections(), 1)
    return [VisionSection(order=order, section=title, period=_FIRST_PERIOD) for order, title in titles]
