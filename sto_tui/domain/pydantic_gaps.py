"""What pydantic 2 does before its first model, and cannot be asked to leave: its private part stands here.

`tests/domain/test_pydantic_gaps.py` fails when a release moves it.
"""

import sys
from types import ModuleType

LOADER = "pydantic.plugin._loader"


def leave_out_plugins() -> None:
    """Has models made without plugins, of which we have none.

    To find them pydantic loads what reads the packages that are installed, with all of e-mail behind it, also when
    PYDANTIC_DISABLE_PLUGINS says that there are none: more than starting Python itself takes.
    """
    if LOADER not in sys.modules:
        loader = sys.modules[LOADER] = ModuleType(LOADER)
        vars(loader)["get_plugins"] = tuple
