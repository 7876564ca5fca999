"""What themes belong to gets another name: with one theme, those that belong to the same can follow in one change."""

from sto_tui.domain.change import Change, Occasion, replaced
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, count
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Theme


def left_behind(dossier: Dossier, before: Theme, after: Theme) -> list[Theme]:
    """The themes that still have the name of before, when the new one is new: then it may be meant for all."""
    if not before.above or not after.above or before.above == after.above:
        return []
    others = [theme for theme in dossier.of(Theme).values() if theme.id != after.id]
    is_new = all(theme.above != after.above for theme in others)
    return [theme for theme in others if theme.above == before.above] if is_new else []


def following(occasion: Occasion, before: Theme, after: Theme) -> Change:
    """The change in which those follow, as they are now."""
    words = level_words(occasion.dossier.region)
    behind = left_behind(occasion.dossier, before, after)
    edits = [edit for theme in behind for edit in replaced(theme, theme.changed(above=after.above), occasion)]
    themes = count(len(behind), words.theme.singular, words.theme.plural)
    return Change(f"{capital(words.above)} ‘{after.above}’ ook bij {themes}", tuple(edits))
