"""The themes and speerpunten of a dossier by what a sheet may call them: their number, title or caption."""

from collections.abc import Mapping

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.text import plain


def themes_by_name(dossier: Dossier) -> Mapping[str, Theme]:
    """Every name of a theme, for comparing; of two with one name the first."""
    return {
        plain(name): theme
        for theme in reversed([*dossier.of(Theme).values()])
        for name in (dossier.caption(ref_of(theme)), theme.title, f"thema {theme.number}", str(theme.number))
    }


def speerpunten_by_name(dossier: Dossier) -> Mapping[str, Speerpunt]:
    """Every name of a speerpunt, for comparing; of two with one name the first."""
    return {
        plain(name): speerpunt
        for speerpunt in reversed([*dossier.of(Speerpunt).values()])
        for name in (
            dossier.caption(ref_of(speerpunt)),
            speerpunt.title,
            f"speerpunt {speerpunt.number}",
            speerpunt.number,
        )
    }
