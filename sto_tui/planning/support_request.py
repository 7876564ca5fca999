"""What a region asks the national support team: the text for the contact form, and the half-days that were used.

Source: the support page of STO: free of charge, at most five half-days; more is paid by the schools themselves.
"""

from sto_tui.content.library import free_half_days
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Support
from sto_tui.domain.region_words import after_label


def half_days(dossier: Dossier) -> int:
    """The half-days of all visits together."""
    return sum(visit.half_days for support in dossier.of(Support).values() for visit in support.visits)


def half_days_in_words(dossier: Dossier) -> str:
    """`Gebruikt: 3 van de 5 gratis dagdelen`."""
    used, free = half_days(dossier), free_half_days()
    if used > free:
        return f"{count(used, 'dagdeel', 'dagdelen')} gebruikt, waarvan {free} gratis"
    return f"Gebruikt: {used} van de {count(free, 'gratis dagdeel', 'gratis dagdelen')}"


def request_text(dossier: Dossier, support: Support) -> str:
    """The text of a request, to be pasted in the contact form; a line for each thing that is known."""
    region, period = dossier.region, dossier.current_period
    known = [
        ("Regio", after_label(region)),
        ("DUS-I-nummer", region.dusi_number),
        ("Penvoerder", region.lead_school),
        ("Programmamanager", region.programme_manager),
        ("Contact", region.contact),
        ("Planperiode", period.label if period else ""),
        ("Soort ondersteuning", support.kind.label),
        ("Wie wij graag spreken", support.supporter),
    ]
    lines = [f"{label}: {value}" for label, value in known if value]
    used = count(half_days(dossier), "dagdeel", "dagdelen")
    return "\n".join(
        [
            "Aanvraag ondersteuning Sterk Techniekonderwijs",
            "",
            *lines,
            "",
            "Onze vraag:",
            support.question,
            "",
            f"Wij gebruikten tot nu toe {used} ondersteuning. Wij horen graag wie kan meedenken en wanneer.",
        ]
    )
