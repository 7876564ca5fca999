"""One word for one thing: no two classes of the house share a name."""

import re
from collections import defaultdict
from pathlib import Path

import sto_tui

PACKAGE = Path(sto_tui.__file__).parent
CLASS = re.compile(r"^class (\w+)", re.MULTILINE)


def test_a_class_name_means_one_thing() -> None:
    modules = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for name in CLASS.findall(path.read_text(encoding="utf-8")):
            if not name.startswith("_"):
                modules[name].append(path.relative_to(PACKAGE).as_posix())
    assert {name: found for name, found in modules.items() if len(found) > 1} == {}
