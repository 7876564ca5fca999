"""What the header of a place says."""

from sto_tui.planning.checks.finding import Level
from sto_tui.screens.host import Host
from sto_tui.widgets.shell import HeaderState


def header_of(host: Host) -> HeaderState:
    """Dossier, findings, when it was saved, and who else is there."""
    period = host.dossier.current_period
    title = host.dossier.region.name + (f" · {period.label}" if period else "")
    errors = sum(finding.level is Level.FOUT for finding in host.findings.latest)
    milder, aside = len(host.findings.latest) - errors, len(host.findings.aside)
    counting = host.findings.is_behind
    unknown = bool(host.findings.fault)
    saved = host.file.standing or host.changes.saved
    others = host.others
    return HeaderState(title, errors, milder, saved, others.present, aside, counting, unknown, others.names)
