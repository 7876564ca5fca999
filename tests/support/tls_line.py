"""A line to the server that proves who it is with a certificate, as the server of a region does."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HOST = "127.0.0.2"
"""Another name for this computer, of which our program does not know that."""


def certificate(folder: Path, name: str, alternative: str) -> tuple[Path, Path]:
    """A certificate that vouches for itself, and its key."""
    key, made = folder / f"{name}.key", folder / f"{name}.pem"
    asked = ("-subj", "/CN=noord", "-addext", f"subjectAltName={alternative}", "-days", "2")
    kind = ("-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-batch")
    command = ["openssl", "req", *kind, *asked, "-keyout", str(key), "-out", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    return made, key


def expired_certificate(folder: Path, name: str, alternative: str) -> tuple[Path, Path]:
    """A certificate that vouches for itself, and did so until yesterday, and its key."""
    key, asked, made = (folder / f"{name}.{kind}" for kind in ("key", "csr", "pem"))
    kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-batch")
    names = ("-subj", "/CN=noord", "-addext", f"subjectAltName={alternative}")
    by_itself = ("-signkey", str(key), "-copy_extensions", "copyall", "-days", "-1")
    for command in (
        ["openssl", "req", *kind, *names, "-keyout", str(key), "-out", str(asked)],
        ["openssl", "x509", "-req", "-in", str(asked), *by_itself, "-out", str(made)],
    ):
        subprocess.run(command, check=True, capture_output=True)
    return made, key


@contextmanager
def tls_line(target: Path, proof: tuple[Path, Path]) -> Iterator[str]:
    """The port of a line to the socket in this folder that shows this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*proof)
    listener = socket.create_server((HOST, 0))

    def accept() -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                threading.Thread(target=serve, args=(client,), daemon=True).start()

    def serve(client: socket.socket) -> None:
        with suppress(OSError):
            # libpq first asks whether it may speak so.
            client.recv(8)
            client.sendall(b"S")
            with context.wrap_socket(client, server_side=True) as safe, socket.socket(socket.AF_UNIX) as server:
                server.connect(str(target / ".s.PGSQL.5432"))
                threading.Thread(target=pass_on, args=(server, safe), daemon=True).start()
                pass_on(safe, server)

    def pass_on(source: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 16):
                other.sendall(data)
            other.shutdown(socket.SHUT_RDWR)

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield str(listener.getsockname()[1])
    finally:
        listener.close()
