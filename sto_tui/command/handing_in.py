"""`sto indienen` and `sto wijzigingen`: keeping a plan as it was handed in, and what changed since."""

import shutil
import textwrap
from typing import TYPE_CHECKING, Any

from sto_tui.command.asking import is_terminal
from sto_tui.command.asking import typed as answered
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.output import CommandError, remark, say, say_data
from sto_tui.domain import dutch
from sto_tui.domain.region_words import region_in_words
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_dates import parse_date

if TYPE_CHECKING:
    from datetime import date

    from sto_tui.domain.dossier import Dossier
    from sto_tui.domain.handed_in import ChangeReason
    from sto_tui.planning.handed_in.comparison import Comparison
    from sto_tui.planning.handed_in.difference import Difference

_NOT_DONE = "Er is niets ingediend."


def hand_in_plan(path: str, caller: Caller, *, day: str, version: str, without_asking: bool) -> int:
    """Hands a plan in: 0 done, 1 not taken. Raises CommandError or NotSavedError."""
    from sto_tui.planning.handed_in.comparison import handed_in_unchanged, told_unchanged
    from sto_tui.planning.handed_in.handing_in import handing_in, proposed_version, told_kept
    from sto_tui.storage.handing_in import hand_in, handed_in_dossier

    store = open_store(path, caller, to_change=True)
    dossier = seen_in(store.dossier, caller)
    plan = dossier.current_period
    if plan is None:
        raise CommandError("Dit dossier heeft nog geen planperiode. Voeg die toe bij 1 Overzicht, Planperioden.")
    on = _day(day, dossier, caller)
    shown = version or proposed_version(dossier, plan)
    handing_in(dossier, plan.id, on, shown, today=caller.today)
    called = f"versie {shown}" if shown else "zonder versienummer"
    say(f"Plan {plan.label} van {region_in_words(dossier.region)}, {called}, ingediend op {dutch.long_date(on)}.")
    if kept_now := told_kept(on, caller.today):
        say(kept_now)
    if same := handed_in_unchanged(dossier, lambda submission: handed_in_dossier(store.path, submission)):
        say(told_unchanged(same))
    _say_errors(dossier, caller)
    if not without_asking:
        if not is_terminal():
            remark(f"{_NOT_DONE} Voeg --ja toe om in te dienen.")
            return 1
        if answered("Indienen? [j/N] ").lower() not in ("j", "ja"):
            remark(_NOT_DONE)
            return 1
    done = hand_in(
        store,
        plan.label,
        on,
        lambda now, file, digest: handing_in(now, plan.id, on, shown, today=caller.today, file=file, hash=digest),
    )
    kept = next(edit.after for edit in done.edits if edit.ref.table == "submissions")
    say(f"Bewaard als {getattr(kept, 'file', '')}.")
    if store.remark:
        remark(store.remark)
    return 0


def _day(typed: str, dossier: "Dossier", caller: Caller) -> "date":
    from sto_tui.planning.working_days.named_days import beside_today

    if not typed:
        return caller.today
    try:
        return parse_date(typed, "end", beside_today(dossier, caller.today), happened=True)
    except ValueError as error:
        raise CommandError(str(error)) from error


def _say_errors(dossier: "Dossier", caller: Caller) -> None:
    """Names what is wrong in the plan that is handed in."""
    from sto_tui.planning.checks.finding import open_errors

    errors = open_errors(dossier, caller.today)
    if errors:
        stands = "staat" if len(errors) == 1 else "staan"
        say(f"Er {stands} nog {dutch.count(len(errors), 'fout', 'fouten')} open:")
        for finding in errors:
            say(clean_line(f"- {finding.message}"))


def list_changes(path: str, caller: Caller, *, as_json: bool) -> int:
    """Prints what changed since the plan was handed in. Raises CommandError, also when that cannot be told."""
    from sto_tui.planning.handed_in.comparison import compared, reasons_by_difference, told_submission
    from sto_tui.storage.handing_in import handed_in_dossier

    store = open_store(path, caller)
    dossier = seen_in(store.dossier, caller)
    comparison = compared(dossier, lambda submission: handed_in_dossier(store.path, submission), caller.today)
    if comparison.trouble:
        raise CommandError(comparison.trouble)
    submission = comparison.submission
    reasons = reasons_by_difference(dossier, submission) if submission else {}
    if as_json:
        _print_json(comparison, reasons)
    elif submission is None:
        plan = dossier.current_period
        about = f" voor {plan.label}" if plan else ""
        remark(f"Er is nog geen plan ingediend{about}. Dat kan met: sto indienen BESTAND")
    else:
        say(f"Wijzigingen sinds het plan dat {told_submission(submission)}.")
        _print_lines(comparison, reasons)
    return 0


def _print_json(comparison: "Comparison", reasons: "dict[str, ChangeReason]") -> None:
    import orjson

    submission = comparison.submission
    about: dict[str, Any] = {"submission": submission.model_dump(mode="json") if submission else None}
    about["changes"] = [_row(difference, reasons.get(difference.about)) for difference in comparison.differences]
    say_data(orjson.dumps(about, option=orjson.OPT_INDENT_2))


def _row(difference: "Difference", reason: "ChangeReason | None") -> dict[str, Any]:
    return {
        "about": difference.about,
        "ref": str(difference.ref),
        "kind": difference.kind.value,
        "report": difference.report.value,
        "message": difference.text,
        "before": difference.before,
        "now": difference.now,
        "reason": reason.reason if reason else "",
        "reported_on": reason.reported_on if reason else None,
        "source": difference.source,
        "certainty": "te_controleren",
    }


def _print_lines(comparison: "Comparison", reasons: "dict[str, ChangeReason]") -> None:
    from sto_tui.planning.handed_in.difference import ReportBy

    width = shutil.get_terminal_size().columns
    for report in ReportBy:
        found = comparison.to_report(report)
        if not found:
            continue
        say(f"\n{dutch.capital(report.label)} ({len(found)})")
        say(textwrap.fill(f"te controleren; bron: {found[0].source}", width))
        for difference in found:
            say(textwrap.fill(clean_line(difference.text), width, initial_indent="- ", subsequent_indent="  "))
            _say_reason(reasons.get(difference.about), width)
    many = len(comparison.differences)
    told = dutch.capital(dutch.count(many, "wijziging", "wijzigingen"))
    remark(f"{told}." if many else "Er is geen wijziging om te melden.")


def _say_reason(reason: "ChangeReason | None", width: int) -> None:
    if reason and reason.reason:
        text = clean_line(f"Reden: {reason.reason}")
        say(textwrap.fill(text, width, initial_indent="  ", subsequent_indent="  "))
    if reason and reason.reported_on:
        say(f"  Gemeld op {dutch.short_date(reason.reported_on)}.")
