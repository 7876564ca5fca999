"""What themes belong to, renamed with one of them: asks whether the others follow."""

from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Theme
from sto_tui.planning.plan_tree.renaming_line import following, left_behind
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.unasked import ask_unasked


def ask_to_follow(place: PlaceScreen, before: Theme) -> None:
    """After a theme was changed; asks nothing when no other theme is concerned."""
    dossier = place.host.dossier
    after = dossier.of(Theme).get(before.id)
    behind = left_behind(dossier, before, after) if after else []
    if after is None or not behind:
        return
    words = level_words(dossier.region)
    name = words.theme.singular if len(behind) == 1 else words.theme.plural
    numbers = ", ".join(str(theme.number) for theme in behind)

    def answered(sure: bool | None) -> None:
        if sure is None:
            # Escape takes nothing over, also not the name that was just saved here.
            place.act_undo()
        elif sure:
            place.try_out(lambda: place.host.changes.apply(following(place.occasion, before, after)))

    question = QuestionWindow(
        f"{capital(words.above)} ‘{before.above}’ heet nu ‘{after.above}’?",
        [f"Ook bij {name} {numbers} staat ‘{before.above}’."],
        yes="Overal doen",
        no="Alleen hier doen",
    )
    ask_unasked(place.app, question, answered, lambda sure: sure is not None)
