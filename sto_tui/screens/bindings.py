"""Bindings and footers, made from the registry of acts."""

from collections.abc import Collection, Mapping

from textual.binding import Binding

from sto_tui.acts import WINDOWS, acts_at, footer_of

# Keys of a place are handled before the next key is looked at, so that keys in one packet never overtake each other
# and what is typed after `a` never reaches the list. In a form only the keys that move between fields are: saving has
# to wait for what was typed before it.
_AT_ONCE_IN_FORMS = ("next_field", "previous_field")


def bindings_at(where: str) -> list[Binding]:
    """All keys of a place, form or dialog."""
    return [
        Binding(
            key,
            f"act('{act.id}')",
            act.label,
            show=False,
            priority=act.id in _AT_ONCE_IN_FORMS if where in WINDOWS else True,
        )
        for act in acts_at(where)
        for key in act.keys
    ]


def footer_keys(
    where: str, *, without: Collection[str] = (), called: Mapping[str, str] | None = None
) -> list[tuple[str, str]]:
    """Key and label of the acts in the footer; `without` names acts that do nothing in the list that is shown.

    `called` are the labels of those that are called otherwise now.
    """
    names = called or {}
    return [(act.key, names.get(act.id, act.label)) for act in footer_of(where) if act.id not in without]


def action_by_label(where: str, label: str) -> str:
    """The act behind a label in the footer, for a click."""
    return next((act.id for act in acts_at(where) if act.label == label), "")
