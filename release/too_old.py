#!/usr/bin/env python3
"""Runs before the single file does, and says so when this Python is too old. Any Python 3 can read it."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 — it is for those
    found = ".".join(map(str, sys.version_info[:2]))
    sys.exit("sto-tui heeft Python 3.11 of nieuwer nodig; dit is " + found + ". Probeer: python3.12 sto.pyz")
