"""`sto controle`: all findings of a dossier, for people or for scripts."""

import os
import sys
import textwrap
from collections import Counter
from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING

from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_any, seen_in
from sto_tui.command.output import remark, say, say_data
from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line

if TYPE_CHECKING:
    from sto_tui.domain.dossier import Dossier
    from sto_tui.planning.checks.finding import Finding, Judged
    from sto_tui.storage.store import DossierStore


def check(typed: str, caller: Caller, *, as_json: bool) -> int:
    """Prints the findings; 1 when one that is open is an error. Raises CommandError or DossierError."""
    store = open_any(typed, caller)
    dossier = seen_in(store.dossier, caller)
    from sto_tui.storage.store import DossierStore

    if isinstance(store, DossierStore):
        _remark_copies(store, typed)
    from sto_tui.planning.checks.finding import Level, judged

    dossier_findings = judged(dossier, caller.today)
    if as_json:
        _print_json(dossier_findings)
    else:
        _print_lines(dossier_findings, dossier)
    return int(any(finding.level is Level.FOUT for finding in dossier_findings.open))


def _remark_copies(store: "DossierStore", typed: str) -> None:
    """Says that other copies lie beside the dossier. They are no finding: the dossier itself is not wrong."""
    from sto_tui.storage.apart.beside import copies_beside, told_beside, useless_beside

    for _, why in useless_beside(store.as_copy):
        remark(f"Een kopie hiernaast telt niet mee: {why}")
    copies = copies_beside(store.as_copy)
    if copies:
        folder = os.path.dirname(os.path.expanduser(typed))
        if os.path.realpath(folder) != str(store.folder):
            # Typed was a link: the copies lie beside what it leads to.
            folder = str(store.folder)
        names = (os.path.join(folder, name) for name in (store.title, *(copy.path.name for copy in copies)))
        remark(f"{told_beside(copies)} Samenvoegen kan met: sto samenvoegen {' '.join(map(quote, names))}")


ASIDE = "opzijgezet"
"""The level of a finding that was set aside: a script that counts by level does not count it with the others."""


def _print_json(judged: "Judged") -> None:
    import orjson

    rows = [_row(finding) for finding in judged.open]
    rows += [
        {**_row(finding), "level": ASIDE, "own_level": finding.level.value, "reason": said.reason, "by": said.by}
        for finding, said in judged.aside
    ]
    say_data(orjson.dumps(rows, option=orjson.OPT_INDENT_2))


def _row(finding: "Finding") -> dict[str, str]:
    return {
        "rule": finding.check,
        "level": finding.level.value,
        "message": finding.message,
        "place": finding.place.word,
        "ref": str(finding.ref),
        "source": finding.source,
        "certainty": finding.certainty.value,
    }


def _print_lines(judged: "Judged", dossier: "Dossier") -> None:
    from sto_tui.planning.checks.finding import Level, counted

    # Elsewhere no line is folded: scripts read one finding from two lines.
    width = None
    if sys.stdout is not None and sys.stdout.isatty():
        import shutil

        width = shutil.get_terminal_size().columns
    for finding in judged.open:
        about = [*_about(finding, dossier), f"bron: {finding.source}", finding.certainty.value.replace("_", " ")]
        _say_finding(finding.level.value, finding, about, width)
    for finding, said in judged.aside:
        _say_finding(ASIDE, finding, [*_about(finding, dossier), f"reden: {said.reason}"], width)
    counts = Counter(finding.level for finding in judged.open)
    levels = {level: counts[level] for level in Level}
    say(f"{dutch.capital(counted(len(judged.open), levels, len(judged.aside)))}.")


def _say_finding(level: str, finding: "Finding", about: "Sequence[str]", width: int | None) -> None:
    sentence, told = clean_line(f"{level}: {finding.message}"), f"  {clean_line(' · '.join(about))}"
    for text in (sentence, told):
        say(textwrap.fill(text, width, subsequent_indent="  ") if width else text)


def _about(finding: "Finding", dossier: "Dossier") -> list[str]:
    """The place of a finding, and the record or the list that it is about."""
    from sto_tui.domain.dossier import list_of
    from sto_tui.domain.level_words import word_of_table

    about = [finding.place.numbered]
    if dossier.get(finding.ref):
        about.append(dossier.name(finding.ref))
    elif finding.ref == list_of(finding.ref.table):
        about.append(word_of_table(dossier.region, finding.ref.table).plural)
    return about
