"""Tests that share what takes long to make run in one process."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

GROUPED = """
import os
import pytest

@pytest.mark.xdist_group("one")
@pytest.mark.parametrize("number", range(6))
def test_in_one_process(number):
    open(os.environ["PYTEST_XDIST_WORKER"], "w").close()
"""


def test_a_group_of_tests_stays_in_one_process(tmp_path: Path) -> None:
    """pytest-xdist 3.8.0 lets go of it without a word from pytest 9.2.0 on."""
    (tmp_path / "test_grouped.py").write_text(GROUPED, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "loadgroup",
        "-c",
        "/dev/null",
        "--rootdir",
        ".",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert len(list(tmp_path.glob("gw*"))) == 1
