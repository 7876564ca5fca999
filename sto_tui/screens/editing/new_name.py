"""Under which name a version of the dossier is kept."""

from sto_tui.domain.record import Line, Part, field


class NewName(Part):
    """Where a version is to be kept."""

    file: Line = field("Bestand", "Een naam die er nog niet is, bijvoorbeeld regio-hersteld.sto.json.")
