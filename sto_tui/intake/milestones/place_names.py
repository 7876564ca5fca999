"""The themes and speerpunten of a dossier by what a sheet may call them: their number, title, both, or caption."""

from collections.abc import Iterable, Iterator, Mapping

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.text import plain

# What stands between the number and the title of a theme.
_SIGNS = (": ", ". ", " - ", " – ", " ", ") ")


def themes_by_name(dossier: Dossier) -> Mapping[str, Theme]:
    """Every name of a theme, for comparing; of two with one name the first."""
    return {
        plain(name): theme
        for theme in reversed([*dossier.of(Theme).values()])
        for name in (
            dossier.caption(ref_of(theme)),
            theme.title,
            *_numbered(_words(dossier, "thema"), str(theme.number), theme.title),
        )
    }


def speerpunten_by_name(dossier: Dossier) -> Mapping[str, Speerpunt]:
    """Every name of a speerpunt, for comparing; of two with one name the first."""
    return {
        plain(name): speerpunt
        for speerpunt in reversed([*dossier.of(Speerpunt).values()])
        for name in (
            dossier.caption(ref_of(speerpunt)),
            speerpunt.title,
            *_numbered(_words(dossier, "speerpunt"), speerpunt.number, speerpunt.title),
        )
    }


def _words(dossier: Dossier, general: str) -> set[str]:
    """What a level is called, by anybody and by this region."""
    return {general, in_own_words(general, dossier.region)}


def _numbered(words: Iterable[str], number: str, title: str) -> Iterator[str]:
    """`thema 1`, `1`, `Thema 1: Instroom`, `1. Instroom` and the like."""
    for first in (number, *(f"{word} {number}" for word in words)):
        yield first
        yield from (f"{first}{sign}{title}" for sign in _SIGNS)
