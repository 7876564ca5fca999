"""What pydantic 2 does, and cannot be asked to leave: its private parts stand here.

`tests/domain/test_pydantic_gaps.py` fails when a release moves it.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel

LOADER = "pydantic.plugin._loader"


def leave_out_plugins() -> None:
    """Has models made without plugins, of which we have none.

    To find them pydantic loads what reads the packages that are installed, with all of e-mail behind it, also when
    PYDANTIC_DISABLE_PLUGINS says that there are none: more than starting Python itself takes.
    """
    if LOADER not in sys.modules:
        loader = sys.modules[LOADER] = ModuleType(LOADER)
        vars(loader)["get_plugins"] = tuple


GivenFields = dict[frozenset[str], set[str]]
"""The sets of fields that were given to models, each once."""


def share_given(model: "BaseModel", known: GivenFields) -> None:
    """Has models that were given the same fields share the set of them, which is a fifth of what they all take.

    pydantic keeps such a set for each, and changes it only where a field is set, which ours are too frozen for; a copy
    gets its own.
    """
    given = model.model_fields_set
    object.__setattr__(model, "__pydantic_fields_set__", known.setdefault(frozenset(given), given))
