"""Which program a file comes from, by what is in it, and its plan as the rows of a sheet."""

from sto_tui.intake.exports.gantt_project import gantt_plan, is_gantt_project
from sto_tui.intake.exports.project_xml import is_project_xml, project_plan
from sto_tui.intake.exports.safe_xml import xml_root
from sto_tui.intake.exports.task_juggler import is_task_juggler, task_juggler_plan
from sto_tui.intake.exports.tasks import ExportedPlan
from sto_tui.intake.exports.trello import board_in, trello_plan
from sto_tui.intake.sheets.table_reader import IntakeError

PLAN_KINDS = (".xml", ".gan", ".json", ".tjp", ".pod", ".mpp")
"""What the files of planning programs end in; the last two can only be read by their own program."""

_OWN_FORMAT = {
    ".mpp": "Microsoft Project. Kies daar Bestand, Opslaan als, en dan XML-indeling of Excel",
    ".pod": "ProjectLibre. Kies daar File, Save as, en dan Microsoft Project XML",
}


def exported_plan(data: bytes, name: str, kind: str) -> ExportedPlan:
    """The plan in a file of this `kind` (its ending). Raises IntakeError with what to do."""
    if program := _OWN_FORMAT.get(kind):
        raise IntakeError(f"{name} is een eigen bestand van {program}.")
    if kind in (".xml", ".gan"):
        root = xml_root(data, name)
        if is_project_xml(root):
            return project_plan(root)
        if is_gantt_project(root):
            return gantt_plan(root)
        raise IntakeError(f"{name} is geen planning van MS Project, ProjectLibre of GanttProject.")
    if kind == ".json":
        board = board_in(data)
        if board is None:
            raise IntakeError(f"{name} is geen bord van Trello. Kies in Trello: Menu, Afdrukken en exporteren, JSON.")
        return trello_plan(board)
    text = data.decode("utf-8-sig", errors="replace")
    if not is_task_juggler(text):
        raise IntakeError(f"{name} is geen planning van TaskJuggler.")
    return task_juggler_plan(text, name)
