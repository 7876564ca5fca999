"""What is wrong or missing: the checks, one module per subject, and how far the plan is."""

from importlib import import_module

SUBJECTS = (
    "references",
    "names",
    "goals",
    "figures",
    "themes",
    "parties",
    "stopped",
    "milestones",
    "progress",
    "veri",
    "evaluation",
    "money",
    "texts",
    "status",
    "obligatory",
)


def load() -> None:
    """Imports every subject, so that its checks register themselves."""
    for subject in SUBJECTS:
        import_module(f"sto_tui.planning.checks.{subject}")
