"""What is wrong or missing: the checks, one module per subject, and how far the plan is."""

from importlib import import_module

# In the order in which the sections of a paper ask: where two subjects share one, the first comes first.
SUBJECTS = (
    "references",
    "names",
    "cover",
    "plan_periods",
    "vision",
    "figures",
    "goals",
    "themes",
    "parties",
    "stopped",
    "milestones",
    "free_days",
    "progress",
    "days",
    "veri",
    "evaluation",
    "risks",
    "telling",
    "money",
    "spending",
    "texts",
    "plan_status",
    "obligatory",
)


def load() -> None:
    """Imports every subject, so that its checks register themselves."""
    for subject in SUBJECTS:
        import_module(f"sto_tui.planning.checks.{subject}")
