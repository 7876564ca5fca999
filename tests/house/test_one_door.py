"""Files are made, changed and removed through a folder that is held open, or it says here why not.

A name beside a dossier may be a link by the time it is used (`storage/file/held_folder.py`).
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support.sources import PACKAGE, modules, nodes_in, reads_sources

pytestmark = reads_sources

DOOR = {"storage/file/held_folder.py", "storage/file/rights.py"}
ELSEWHERE = {
    "command/output.py": {"os.open"},  # the null device, after a pipe that was closed
    "settings.py": {"mkdir"},  # the folder of the settings, of this account
    "command/completing.py": {"open"},  # the answer, in a file that the shell made for it
    "command/opening.py": {"TemporaryDirectory"},  # a new folder of this account, for the copy to practise on
    "documents/word/saving.py": {"open"},  # a member of the package in memory, which is made piece by piece
    "failure_report.py": {"mkdir"},  # that of the reports, of this account
    "session/phones.py": {"fdopen"},  # a log of this account, through the held folder
    "storage/file/durable_write.py": {"mkdir"},  # the folder that a person typed
    "storage/past/recovery.py": {"unlink"},  # takes a name away in the folder of the dossier
    "storage/served/own_states.py": {"mkdir"},  # a folder of this account
    "storage/together/own_versions.py": {"mkdir"},  # the same
    "storage/ahead/served_session.py": {"mkdir"},  # the same
    "storage/ahead/queue_on_disk.py": {"mkdir"},  # the same
    "storage/together/unfinished.py": {"mkdir"},  # the same
    "storage/together/writing_thread.py": {"os.open"},  # for reading, and nothing is read: it asks a share something
    "storage/together/edited_outside.py": {"mkdtemp", "os.open", "open", "rmtree"},  # in that folder
}
CHANGES = {
    "TemporaryDirectory", "chmod", "chown", "copy2", "copyfile", "copytree", "fdopen", "hardlink_to", "lchmod", "mkdir",
    "mkdtemp", "mkfifo", "mkstemp", "rename", "rmdir", "rmtree", "symlink_to", "touch", "unlink", "write_bytes",
    "write_text",
}  # fmt: skip
OF_OS = {"open", "link", "symlink", "replace", "remove", "makedirs", "utime", "truncate"}


def doors_in(path: Path) -> Iterator[str]:
    """What a module does itself to names on disk."""
    for node in nodes_in(path):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Attribute):
            owner = called.value.id if isinstance(called.value, ast.Name) else ""
            # A method of the held folder itself, which has some of these names too.
            if owner in ("os", "shutil", "tempfile") and called.attr in OF_OS:
                yield f"{owner}.{called.attr}"
            elif called.attr in CHANGES and owner not in ("folder", "place", "inner"):
                yield called.attr
        if getattr(called, "id", getattr(called, "attr", "")) == "open" and writes(node):
            yield "open"


def writes(call: ast.Call) -> bool:
    words = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    modes = [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    return any(set(mode) <= set("rwxabt+") and set(mode) & set("wxa+") for mode in modes)


def test_files_are_changed_through_one_door() -> None:
    found = {}
    for path in modules():
        name = path.relative_to(PACKAGE).as_posix()
        if name not in DOOR and (doors := set(doors_in(path))):
            found[name] = doors
    assert found == ELSEWHERE
