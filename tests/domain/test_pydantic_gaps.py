"""What we leave out of pydantic: a release that moves it fails here."""

import importlib.util
import inspect
import subprocess
import sys

from pydantic.plugin import _schema_validator

from sto_tui.domain.pydantic_gaps import LOADER, GivenFields, share_given
from sto_tui.domain.tables import TABLES


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


def test_models_with_the_same_fields_share_the_set_of_them_and_their_copies_do_not() -> None:
    known: GivenFields = {}
    said = {"number": 1, "text": "Meer techniek"}
    first, second, third = ({**said, "id": 1}, {**said, "id": 2}, {**said, "id": 3, "rev": 2})
    one, other, more = map(TABLES["goals"].model.model_validate, (first, second, third))
    for record in (one, other, more):
        share_given(record, known)
    assert one.model_fields_set is other.model_fields_set
    assert more.model_fields_set == {"id", "number", "text", "rev"}
    assert "rev" in one.model_copy(update={"rev": 3}).model_fields_set
    assert one.model_fields_set == {"id", "number", "text"}
    assert other == TABLES["goals"].model.model_validate(second)
