"""Who has no dossier on a server needs nothing of what that asks for."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

_WITHOUT = """
import sys
from datetime import datetime
from pathlib import Path
sys.modules["psycopg"] = None
from sto_tui.app import StoApp
from sto_tui.domain.change import changing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.errors import DossierError
opened = Opened(None, "jan", datetime.now)
opened.open(Path(sys.argv[1]))
StoApp(opened.session, Place.OVERZICHT, "jan", datetime.now)
record = opened.dossier.of(Milestone)[1]
opened.store.apply(changing(opened.dossier, record, record.changed(title="Zonder")))
assert not [name for name in sys.modules if name.startswith(("sto_tui.storage.ahead", "sto_tui.storage.served.s"))]
try:
    opened.open("postgresql://127.0.0.1:1/sto?dossier=almere")
except DossierError as error:
    print(error)
"""


def test_a_file_opens_and_a_server_says_what_to_install(small: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT, str(small)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert "pipx inject sto-tui 'psycopg[binary]'" in done.stdout
    assert '"title": "Zonder"' in small.read_text(encoding="utf-8")
