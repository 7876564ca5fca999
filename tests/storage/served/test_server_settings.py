"""Where a server is: a password never stands there, and a server elsewhere has to prove who it is."""

import os
import shutil
import socket
from pathlib import Path

import pytest

from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.served.reasons import NOT_SAVED, WAITS_HERE, UnreachableError, refusal, unreachable
from sto_tui.storage.served.server import connect
from sto_tui.storage.served.server_settings import (
    ServerSettings,
    check_password_file,
    server_at,
    server_in_settings,
)
from sto_tui.storage.served.service_file import host_of_service
from tests.support.cutting_proxy import cutting_proxy
from tests.support.kept import KeptOnServer
from tests.support.postgres import on_postgres
from tests.support.tls_line import HOST, certificate, expired_certificate, tls_line

FOLDER = Path("/ergens")


@pytest.mark.parametrize(
    ("address", "settings", "dossier"),
    [
        ("postgresql://host.nl/sto?dossier=almere", ("host.nl", "", "sto", ""), "almere"),
        ("postgres://jan@host.nl:6543/sto?dossier=almere", ("host.nl", "6543", "sto", "jan"), "almere"),
        ("postgresql://jan%40school@host.nl/sto?dossier=a-b", ("host.nl", "", "sto", "jan@school"), "a-b"),
        ("postgresql://[::1]/sto?dossier=x", ("::1", "", "sto", ""), "x"),
    ],
)
def test_an_address_names_server_and_dossier(address: str, settings: tuple[str, ...], dossier: str) -> None:
    found, named = server_at(address, FOLDER)
    assert ((found.host, found.port, found.database, found.user), named) == (settings, dossier)
    assert "dossier" not in found.parameters


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://jan:geheim@host.nl/sto?dossier=almere",
        "postgresql://:geheim@host.nl/sto?dossier=almere",
        "postgresql://jan:@host.nl/sto?dossier=almere",
        "postgresql://host.nl/sto?dossier=almere&password=geheim",
        "postgresql://host.nl/sto?dossier=almere&PASSWORD=geheim",
        "postgresql://host.nl/sto?sslpassword=geheim&dossier=almere",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_said_again(address: str) -> None:
    with pytest.raises(DossierError, match="Een wachtwoord hoort niet op de opdrachtregel") as caught:
        server_at(address, FOLDER)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://host.nl/sto",
        "postgresql:///sto?dossier=almere",
        "mysql://host.nl/sto?dossier=almere",
        "postgresql://host.nl:poort/sto?dossier=almere",
        "postgresql://host.nl/sto?dossier=almere&sslmode=disable",
        "postgresql://[::1/sto?dossier=almere",
    ],
)
def test_an_address_that_cannot_be_is_refused(address: str) -> None:
    with pytest.raises(DossierError, match="Het adres van de server klopt niet"):
        server_at(address, FOLDER)


def test_settings_hold_no_password_and_nothing_unknown() -> None:
    found = server_in_settings("noord", {"service": "sto-noord"}, FOLDER)
    assert found == ServerSettings("noord", FOLDER, service="sto-noord")
    for field in ("password", "wachtwoord", "Password", "passfile"):
        with pytest.raises(DossierError, match="Een wachtwoord hoort niet") as caught:
            server_in_settings("noord", {"host": "h", field: "geheim"}, FOLDER)
        assert "geheim" not in str(caught.value)
    with pytest.raises(DossierError, match="‘sslmode’, en dat is geen instelling"):
        server_in_settings("noord", {"host": "h", "sslmode": "disable"}, FOLDER)


@pytest.mark.parametrize(
    ("host", "mode"),
    [
        ("server.nl", "verify-full"),
        ("10.0.0.4", "verify-full"),
        ("", "verify-full"),
        ("/run/postgresql", "verify-full"),
        ("localhost.nl", "verify-full"),
        ("127.0.0.1", "prefer"),
        ("localhost", "prefer"),
    ],
)
def test_a_server_elsewhere_has_to_prove_who_it_is(host: str, mode: str) -> None:
    assert ServerSettings("noord", FOLDER, host=host).parameters["sslmode"] == mode


@on_postgres
def test_a_server_that_cannot_prove_it_is_not_talked_to(served: KeptOnServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real one, at an address that is not this computer by name, without a certificate."""
    monkeypatch.setenv("HOME", str(served.folder))
    with cutting_proxy(served.database.postgres.folder, "127.0.0.2") as line:
        settings = served.database.settings("jan", served.folder, host="127.0.0.2", port=line.port)
        with pytest.raises(DossierError, match="noord kan niet bewijzen dat het de goede server is"):
            connect(settings)


@on_postgres
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")
@pytest.mark.parametrize(
    ("alternative", "trusted", "is_let_in"),
    [
        (f"IP:{HOST}", "own", True),
        ("DNS:noord.nl", "own", False),
        (f"IP:{HOST}", "another", False),
        (f"IP:{HOST}", "", False),
        (f"IP:{HOST}", "nowhere", False),
    ],
)
def test_a_server_proves_it_with_a_certificate(
    served: KeptOnServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    alternative: str,
    trusted: str,
    is_let_in: bool,
) -> None:
    """The name in it and who vouches for it both have to be right."""
    monkeypatch.setenv("HOME", str(tmp_path))
    own = certificate(tmp_path, "own", alternative)
    certificate(tmp_path, "another", f"IP:{HOST}")
    vouching = str(tmp_path / f"{trusted}.pem") if trusted else ""
    with tls_line(served.database.postgres.folder, own) as port:
        settings = served.database.settings("jan", served.folder, host=HOST, port=port, certificate=vouching)
        if is_let_in:
            server = connect(settings)
            assert server.dossiers() == []
            server.close()
            return
        with pytest.raises(DossierError, match="noord kan niet bewijzen dat het de goede server is"):
            connect(settings)


@on_postgres
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")
def test_a_certificate_that_expired_is_no_proof(
    served: KeptOnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    own = expired_certificate(tmp_path, "own", f"IP:{HOST}")
    with tls_line(served.database.postgres.folder, own) as port:
        settings = served.database.settings("jan", served.folder, host=HOST, port=port, certificate=str(own[0]))
        with pytest.raises(DossierError, match="of het certificaat is verlopen, en om het certificaatbestand"):
            connect(settings)


@on_postgres
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")
def test_the_host_of_a_service_is_looked_up_where_no_screen_waits_for_it(
    served: KeptOnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only Python can find this host: libpq, which keeps all threads waiting, is not asked. It proves its name."""
    monkeypatch.setenv("HOME", str(tmp_path))
    found = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *more, **named: found(HOST if "invalid" in str(host) else host, *more, **named),
    )
    own = certificate(tmp_path, "own", "DNS:noord.invalid")
    with tls_line(served.database.postgres.folder, own) as port:
        (tmp_path / ".pg_service.conf").write_text(f"[sto-noord]\nhost=noord.invalid\nport={port}\n")
        given = {"service": "sto-noord", "host": "", "certificate": str(tmp_path / "own.pem")}
        server = connect(served.database.settings("jan", served.folder, **given))
        assert server.dossiers() == []
        server.close()


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("[noord]\nhost=db.noord.nl\nport=1\n", "db.noord.nl"),
        ("[zuid]\nhost=z\n\n  [noord]  \n# host=x\n  host=db=1  \nhost=later\n[oost]\nhost=o", "db=1"),
        ("[noorden]\nhost=n\n", ""),
        ("[noord]\nport=1\n[zuid]\nhost=z\n", ""),
        ("[noord]\nhost=n\nhostaddr=10.0.0.4\n", ""),
        ("[noord]\nhost=een,twee\n", ""),
        ("host=n\n", ""),
        ("[noord]\nhost=caf\xe9\n", ""),
    ],
)
def test_the_host_of_a_service_is_read_as_libpq_reads_it(tmp_path: Path, text: str, host: str) -> None:
    own = tmp_path / "diensten"
    own.write_bytes(text.encode("latin-1"))
    assert host_of_service("noord", {"PGSERVICEFILE": str(own)}) == host
    # What is in the file of the computer counts when the own one does not know the service.
    (tmp_path / "pg_service.conf").write_text("[noord]\nhost=van-de-computer\n")
    both = {"PGSERVICEFILE": str(tmp_path / "geen"), "PGSYSCONFDIR": str(tmp_path)}
    assert host_of_service("noord", both) == "van-de-computer"


@on_postgres
@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"user": "niemand"}, "noord neemt de naam of het wachtwoord niet aan"),
        ({"database": "nergens"}, "De database van noord is er niet, of heet nu anders."),
        ({"database": 'role "certificate" FATAL'}, "De database van noord is er niet, of heet nu anders."),
        ({"host": "127.0.0.1", "port": "1"}, "Geen verbinding met noord"),
        ({"host": "bestaat-niet.invalid"}, "Geen verbinding met noord"),
        ({"host": "/nergens"}, "Geen verbinding met noord"),
        ({"host": "db..nl"}, "Het adres van noord kan niet bestaan: er staat een teken in dat niet kan, of een punt"),
        ({"host": "."}, "Het adres van noord kan niet bestaan"),
        ({"host": "\u202edb.nl"}, "Het adres van noord kan niet bestaan"),
        ({"host": "d" * 64 + ".nl"}, "Het adres van noord kan niet bestaan"),
        ({"database": "\ud800"}, "Het adres van noord kan niet bestaan"),
        ({"service": "geen", "host": ""}, "De service van noord staat niet in het servicebestand"),
    ],
)
def test_why_there_is_no_connection_is_said_in_dutch(served: KeptOnServer, others: dict[str, str], said: str) -> None:
    given = {"user": "jan", **others}
    with pytest.raises(DossierError, match=said) as caught:
        connect(served.database.settings(given.pop("user"), served.folder, **given))
    assert not {"connection", "FATAL", "failed", "server at"} & set(str(caught.value).split())


@pytest.mark.parametrize(
    "state", ["42501", "53100", "53300", "23505", "40001", "55P03", "57014", "28P01", "3D000", "XX000", ""]
)
def test_a_refusal_is_one_dutch_sentence_or_two_and_fits_what_was_asked(state: str) -> None:
    for unsaved in ("", NOT_SAVED, WAITS_HERE):
        said = str(refusal("noord", state, unsaved))
        assert "noord" in said
        assert said.endswith(".")
        assert "{" not in said
        assert "opgeslagen" not in said or unsaved == NOT_SAVED
    assert str(refusal("noord", "53100")) == "De schijf van noord is vol. Waarschuw wie noord beheert."
    assert str(refusal("noord", "XX000", NOT_SAVED)) == (
        "noord geeft fout XX000. Er is niets opgeslagen; waarschuw wie noord beheert."
    )


@pytest.mark.skipif(os.name == "nt", reason="files have no such rights there")
def test_a_password_file_that_others_can_read_is_told_before_connecting(tmp_path: Path) -> None:
    path = tmp_path / "wachtwoorden"
    environment = {"PGPASSFILE": str(path)}
    check_password_file(environment)
    path.write_text("server.nl:5432:*:jan:geheim\n")
    for mode, is_open in ((0o600, False), (0o400, False), (0o644, True), (0o640, True), (0o606, True)):
        path.chmod(mode)
        if not is_open:
            check_password_file(environment)
            continue
        with pytest.raises(DossierError, match=r"is voor anderen leesbaar; zet het op 600") as caught:
            check_password_file(environment)
        assert "geheim" not in str(caught.value)
    # Something else in its place is nothing that libpq reads.
    check_password_file({"PGPASSFILE": str(tmp_path)})


def test_no_connection_is_what_may_be_over_soon() -> None:
    assert isinstance(refusal("noord", "57014"), DossierError)
    assert str(UnreachableError("Geen verbinding met noord.", NOT_SAVED)) == (
        "Geen verbinding met noord. Er is niets opgeslagen; probeer het opnieuw als het terug is."
    )
    assert (
        str(UnreachableError("Geen verbinding met noord.")) == "Geen verbinding met noord. Probeer het later nog eens."
    )


@on_postgres
def test_too_many_connections_are_no_wrong_password(served: KeptOnServer) -> None:
    limit = f"ALTER DATABASE {served.database.name} CONNECTION LIMIT"
    served.database.execute(f"{limit} 0")
    try:
        with pytest.raises(DossierError, match=r"noord heeft te veel verbindingen\. Probeer het zo nog eens\.$"):
            connect(served.database.settings("piet", served.folder))
    finally:
        served.database.execute(f"{limit} -1")


@pytest.mark.parametrize(
    "said",
    [
        'FATAL:  too many connections for role "piet"',
        "FATAL:  sorry, too many clients already",
        "FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute",
    ],
)
def test_too_many_connections_are_told_in_whatever_words_a_server_says_it(said: str) -> None:
    assert str(unreachable("noord", said)) == "noord heeft te veel verbindingen. Probeer het zo nog eens."
