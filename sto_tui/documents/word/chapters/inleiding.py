"""Chapter 1: what this plan is and how it is built."""

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref


def write(dossier: Dossier, writer: Writer) -> None:
    """What the region wants in a sentence, and how the plan hangs together."""
    region, period = dossier.region, dossier.current_period
    writer.heading(1, "Inleiding", "1")
    when = f" in de periode {period.label}" if period else ""
    writer.lead(f"Dit plan beschrijft wat de regio {region.name}{when} doet voor Sterk Techniekonderwijs.")
    opening(dossier, writer, Chapter.INLEIDING, needed="aanleiding en opzet van dit plan, bij 8 Concept")
    if region.vision_statement:
        writer.prose(Ref("region", region.id, "vision_statement"), region.vision_statement)
    writer.heading(2, "Hoe dit plan is opgebouwd")
    counts = (
        count(len(dossier.goals), "doel", "doelen"),
        count(len(dossier.themes), "thema", "thema's"),
        count(len(dossier.speerpunten), "speerpunt", "speerpunten"),
        count(len(dossier.milestones), "mijlpaal", "mijlpalen"),
    )
    writer.text(
        f"Het plan heeft {counts[0]}, {counts[1]}, {counts[2]} en {counts[3]}. "
        "Elk speerpunt werkt aan een of meer doelen; de mijlpalen laten zien wanneer er wat klaar is."
    )
    headed(dossier, writer, Chapter.INLEIDING)
