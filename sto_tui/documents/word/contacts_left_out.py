"""A dossier of which the papers name nobody’s e-mail or telephone."""

from sto_tui.domain.dossier import Dossier


def without_contacts(dossier: Dossier) -> Dossier:
    """The dossier with the contact of the region and of every party left empty."""
    return dossier.with_tables(
        {
            name: {number: record.model_copy(update={"contact": ""}) for number, record in dossier.tables[name].items()}
            for name in ("region", "parties")
        }
    )
