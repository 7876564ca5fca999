"""What we leave out of pydantic: a release that moves it fails here."""

import importlib.util
import inspect
import subprocess
import sys

from pydantic.plugin import _schema_validator

from sto_tui.domain.pydantic_gaps import LOADER


def test_what_is_left_out_is_asked_for_plugins_and_nothing_else() -> None:
    asked = inspect.getsource(_schema_validator.create_schema_validator)
    assert "from ._loader import get_plugins" in asked
    assert "plugins = get_plugins()\n    if plugins:" in asked
    assert importlib.util.find_spec("pydantic.plugin") is not None
    assert sys.modules[LOADER].get_plugins() == ()


def test_models_are_made_without_reading_what_is_installed() -> None:
    code = (
        "import sys; from sto_tui.domain.tables import TABLES\n"
        "[table.model.model_rebuild() for table in TABLES.values()]\n"
        "print({'importlib.metadata', 'email.message'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
