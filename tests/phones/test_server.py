"""The reader on real sockets of this machine: what it refuses, what it waits for, and that it ends in silence."""

import asyncio
import gc
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

import pytest

from sto_tui.failures import kind_of_failure
from sto_tui.phones import words
from sto_tui.phones.addresses import LocalAddress, usable
from sto_tui.phones.head import MOST_BODY, MOST_HEAD, RefusedError, head_of
from sto_tui.phones.room import Below
from sto_tui.phones.server import Limits, NoPortError, PhoneServer, PortTakenError, listening
from tests.phones.meeting import HERE, AtTable, Meeting

GET = f"GET / HTTP/1.1\r\nHost: {HERE}\r\n\r\n".encode()
FAST = Limits(head=0.2, body=0.2, idle=0.2, sending=0.2, saving=0.2, connections=6, strangers_per_address=4)

PATIENCE = 120.0


@asynccontextmanager
async def serving(meeting: Meeting, limits: Limits = FAST) -> AsyncIterator[tuple[PhoneServer, int]]:
    opened = socket.create_server(("127.0.0.1", 0))
    opened.setblocking(False)
    failed: list[BaseException] = []
    server = PhoneServer(meeting.desk, limits, failed.append)
    await server.start(opened)
    try:
        yield server, opened.getsockname()[1]
    finally:
        await server.stop()
    assert [kind_of_failure(error) for error in failed] == list(server.failures)


async def answered(port: int, data: bytes) -> bytes:
    """What comes back until the line is closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    try:
        return await left_in(reader)
    finally:
        writer.close()


async def left_in(reader: asyncio.StreamReader) -> bytes:
    """What comes until the line is closed; one that is cut before all of the request was read, is reset."""
    try:
        return await asyncio.wait_for(reader.read(), PATIENCE)
    except ConnectionResetError:
        return b""


def post(phone: AtTable, form: str, *more: str) -> bytes:
    head = [
        "POST /antwoord HTTP/1.1",
        f"Host: {HERE}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Cookie: {phone.cookie}",
        f"Content-Length: {len(form)}",
        *more,
    ]
    return "\r\n".join((*head, "", form)).encode()


def form_of(meeting: Meeting, phone: AtTable, text: str) -> str:
    return f"k={meeting.room.form_key(phone.cookie[2:])}&o=1&q=7&t=1&x={text}"


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a", 400),
        ("GET / HTTP/1.1", 400),
        ("GET http://a/ HTTP/1.1\r\nHost: a", 400),
        ("OPTIONS * HTTP/1.1\r\nHost: a", 400),
        ("DELETE / HTTP/1.1\r\nHost: a", 400),
        ("GET /\n HTTP/1.1\r\nHost: a", 400),
        ("GET / HTTP/1.1\nHost: a", 400),
        ("GET /a b HTTP/1.1\r\nHost: a", 400),
        (f"GET /{'a' * 300} HTTP/1.1\r\nHost: a", 400),
        ("GET / HTTP/2.0\r\nHost: a", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n folded", 400),
        ("GET / HTTP/1.1\r\nHost : a", 400),
        ("GET / HTTP/1.1\r\nHost: a\rX: b", 400),
        ("GET / HTTP/1.1\r\nHost: a\nX: b", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: \x00", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX:" + " " * 8000 + "\x00", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5", 400),
        ("POST / HTTP/1.1\r\nHost: a", 411),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5", 400),
        (f"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {MOST_BODY + 1}", 413),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99000000", 413),
        ("GET / HTTP/1.1\r\nHost: a" + "\r\nX-1: a\r\nX-2: b" * 50, 431),
        ("\x16\x03\x01\x02\x00", 400),
    ],
)
def test_a_head_that_can_be_read_in_two_ways_is_refused(head: str, status: int) -> None:
    with pytest.raises(RefusedError) as refused:
        head_of(f"{head}\r\n\r\n".encode("latin-1"))
    assert refused.value.status == status


def test_a_head_is_read() -> None:
    head = head_of(b"POST /stem HTTP/1.1\r\nHost: a\r\nX-Naam:  caf\xe9 \r\nContent-Length: 12\r\n\r\n")
    assert (head.method, head.target, head.length, head.stays) == ("POST", "/stem", 12, True)
    assert head.headers == {"host": "a", "x-naam": "caf\xe9", "content-length": "12"}
    assert not head_of(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").stays


async def test_an_answer_is_said_to_be_received_once_it_is_on_disk() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    async with serving(meeting, Limits(saving=PATIENCE)) as (server, port):
        sent = post(phone, form_of(meeting, phone, "een"), "Connection: close")
        waiting = asyncio.create_task(answered(port, sent))
        while not (entries := meeting.desk.inbox.next()):
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        assert not waiting.done()
        meeting.desk.inbox.written(entries)
        server.saved()
        assert (await waiting).startswith(b"HTTP/1.1 303 See Other\r\n")
    assert len(entries) == 1


async def test_an_answer_that_cannot_be_written_is_kept_and_told() -> None:
    meeting = Meeting()
    phone = AtTable(meeting)
    async with serving(meeting, Limits(saving=0.2)) as (server, port):
        sent = post(phone, form_of(meeting, phone, "een"), "Connection: close")
        refused = await answered(port, sent)
        assert refused.startswith(b"HTTP/1.1 503 ")
        assert words.NOT_SAVED.encode() in refused
        assert b">een</textarea>" in refused, "the same form, to send again"
        assert b'name=o value="1"' in refused
        assert len(meeting.written()) == 1
        server.saved()
        assert (await answered(port, sent)).startswith(b"HTTP/1.1 303 "), "the same form again, which counts once"
    assert meeting.written() == []


async def test_every_answer_has_its_headers_and_the_line_stays_open() -> None:
    meeting = Meeting()
    async with serving(meeting, Limits()) as (_, port):
        last = GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
        said = (await answered(port, GET + GET + last)).decode()
    assert said.count("HTTP/1.1 200 OK\r\n") == 3
    for header in ("Cache-Control: no-store", "X-Frame-Options: DENY", "Referrer-Policy: same-origin"):
        assert said.count(header) == 3
    assert said.count("Content-Security-Policy: default-src 'none'; style-src 'sha256-") == 3


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\nHost: a\n\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab",
    ],
)
async def test_who_sends_half_a_request_is_let_go(sent: bytes) -> None:
    async with serving(Meeting()) as (_, port):
        assert await answered(port, sent) == b""


async def test_a_browser_that_tries_https_hears_at_once_that_it_is_not_here() -> None:
    async with serving(Meeting(), Limits(head=600)) as (_, port):
        assert (await answered(port, b"\x16")).startswith(b"HTTP/1.1 400 ")


async def test_a_head_that_is_too_long_is_refused() -> None:
    async with serving(Meeting(), Limits()) as (_, port):
        assert (await answered(port, b"GET / HTTP/1.1\r\nX: " + b"a" * MOST_HEAD)).startswith(b"HTTP/1.1 431 ")


async def begun(reader: asyncio.StreamReader) -> bytes:
    """How an answer begins; empty when the line was cut."""
    try:
        return await asyncio.wait_for(reader.readexactly(12), PATIENCE)
    except (OSError, EOFError):
        return b""


async def test_one_address_has_a_few_lines_only() -> None:
    meeting = Meeting()
    async with serving(meeting, Limits(strangers_per_address=4)) as (_, port):
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(8)]
        for _, writer in lines:
            writer.write(GET)
        heads = [await begun(reader) for reader, _ in lines]
        assert sorted(heads) == [b""] * 4 + [b"HTTP/1.1 200"] * 4
        assert meeting.desk.refused["verbindingen"] == 4
        for _, writer in lines:
            writer.close()


async def asks(line: tuple[asyncio.StreamReader, asyncio.StreamWriter], phone: AtTable) -> int:
    """The status of what a phone gets on a line that stays open; 0 when the line was cut."""
    reader, writer = line
    writer.write(f"GET /s?v=0 HTTP/1.1\r\nHost: {HERE}\r\nCookie: {phone.cookie}\r\n\r\n".encode())
    try:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
        await reader.readexactly(int(head.partition(b"Content-Length: ")[2].split()[0]))
    except (OSError, EOFError):
        return 0
    return int(head.split()[1])


async def test_phones_behind_one_address_keep_their_lines_while_strangers_take_theirs_in_turn() -> None:
    meeting = Meeting()
    phones = [AtTable(meeting) for _ in range(5)]
    async with serving(meeting, Limits(connections=7, strangers_per_address=2)) as (_, port):
        lines = []
        for phone in phones[:4]:
            lines.append(await asyncio.open_connection("127.0.0.1", port))
            assert await asks(lines[-1], phone) == 200
        strangers = [await asyncio.open_connection("127.0.0.1", port) for _ in range(20)]
        lines.append(await asyncio.open_connection("127.0.0.1", port))
        assert [await asks(line, phone) for line, phone in zip(lines, phones, strict=True)] == [200] * 5
        assert [await begun(reader) for reader, _ in strangers[:19]] == [b""] * 19
        strangers[19][1].write(GET)
        assert await begun(strangers[19][0]) == b"HTTP/1.1 200"
        assert meeting.desk.refused["verbindingen"] == 20 - 2 + 1
        for _, writer in (*lines, *strangers):
            writer.close()


async def test_when_all_lines_are_of_phones_one_more_has_to_wait() -> None:
    meeting = Meeting()
    phones = [AtTable(meeting) for _ in range(3)]
    async with serving(meeting, Limits(connections=2)) as (_, port):
        lines = []
        for phone in phones:
            lines.append(await asyncio.open_connection("127.0.0.1", port))
            assert await asks(lines[-1], phone) == (200 if len(lines) < 3 else 0)
        assert [await asks(line, phone) for line, phone in zip(lines, phones, strict=True)] == [200, 200, 0]
        for _, writer in lines:
            writer.close()


async def test_of_one_phone_its_oldest_line_makes_room() -> None:
    meeting = Meeting()
    phone, other = AtTable(meeting), AtTable(meeting)
    async with serving(meeting, Limits(per_phone=2)) as (_, port):
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(4)]
        assert await asks(lines[3], other) == 200
        assert [await asks(line, phone) for line in lines[:3]] == [200] * 3
        assert [await asks(line, phone) for line in lines[:3]] == [0, 200, 200]
        assert await asks(lines[3], other) == 200
        for _, writer in lines:
            writer.close()


async def test_a_failure_of_the_core_is_counted_and_the_others_go_on(capfd: pytest.CaptureFixture[str]) -> None:
    chance: list[Below] = [Random(1).randrange]
    meeting = Meeting(below=lambda most: chance[0](most))
    phone = AtTable(meeting)
    last = f"GET / HTTP/1.1\r\nHost: {HERE}\r\nCookie: {phone.cookie}\r\nConnection: close\r\n\r\n".encode()
    async with serving(meeting, Limits()) as (server, port):
        chance[0] = dict[int, int]().__getitem__
        for _ in range(3):
            said = await answered(port, last)
            assert said.startswith(b"HTTP/1.1 500 ")
            assert words.REFUSED.encode() in said
        chance[0] = Random(1).randrange
        assert (await answered(port, last)).startswith(b"HTTP/1.1 200 ")
    ((kind, many),) = server.failures.items()
    assert (kind.split(",")[0], many) == ("KeyError", 3)
    assert capfd.readouterr().err == ""


async def test_all_addresses_together_have_so_many_lines() -> None:
    meeting = Meeting()
    async with serving(meeting, Limits(connections=3)) as (_, port):
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(5)]
        for _, writer in lines:
            writer.write(GET)
        assert sorted([await begun(reader) for reader, _ in lines]) == [b""] * 2 + [b"HTTP/1.1 200"] * 3
        for _, writer in lines:
            writer.close()


async def test_a_line_serves_so_many_requests() -> None:
    async with serving(Meeting(), Limits(requests=3)) as (_, port):
        said = await answered(port, GET * 5)
    assert said.count(b"HTTP/1.1 200 OK") == 3
    assert said.count(b"Connection: close") == 1


async def test_stopping_cuts_every_line_and_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    meeting = Meeting()
    async with serving(meeting, Limits()) as (server, port):
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(5)]
        for place, (_, writer) in enumerate(lines):
            writer.write(GET[: 10 * place])
        while len(server._lines) < len(lines):
            await asyncio.sleep(0.01)
    for reader, writer in lines:
        assert await left_in(reader) == b""
        writer.close()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)
    gc.collect()
    await asyncio.sleep(0)
    assert capfd.readouterr().err == ""


async def test_what_was_stopped_before_it_began_does_not_listen() -> None:
    opened = socket.create_server(("127.0.0.1", 0))
    port = opened.getsockname()[1]
    server = PhoneServer(Meeting().desk, FAST, print)
    await server.stop()
    await server.start(opened)
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


def test_a_port_that_is_taken_is_passed_over_and_an_address_that_is_gone_is_told() -> None:
    with listening("127.0.0.1", 0) as one, listening("127.0.0.1", 0) as other:
        ports = [opened.getsockname()[1] for opened in (one, other)]
        assert ports[0] < ports[1]
        assert {opened.getsockname()[0] for opened in (one, other)} == {"127.0.0.1"}
    with listening("127.0.0.1", ports[1]) as again:
        assert again.getsockname()[1] == ports[1], "the port of before"
        with pytest.raises(PortTakenError, match=f"Poort {ports[1]} van 127"):
            listening("127.0.0.1", ports[1])
    with pytest.raises(NoPortError, match="lukt het niet: het adres is er niet meer"):
        listening("192.0.2.1", 0)


def test_only_local_addresses_are_offered_with_what_they_probably_are() -> None:
    found = ["127.0.0.1", "8.8.8.8", "169.254.3.4", "172.17.0.1", "192.168.137.1", "172.20.10.2", "10.0.0.8"]
    assert usable(found) == [
        LocalAddress("192.168.137.1", "hotspot van Windows"),
        LocalAddress("172.20.10.2", "hotspot van een iPhone"),
        LocalAddress("10.0.0.8"),
        LocalAddress("169.254.3.4", "geen netwerk gevonden, waarschijnlijk niet"),
        LocalAddress("172.17.0.1", "virtueel, waarschijnlijk niet"),
    ]


INTERFACES = """
ip link set lo up
ip link add wlan0 type veth peer name wlan0x && ip addr add 192.168.77.1/24 dev wlan0 && ip link set wlan0 up
ip addr add 192.168.88.1/24 dev wlan0
ip link add hot0 type veth peer name hot0x && ip addr add 10.42.0.1/24 dev hot0 && ip link set hot0 up
ip link add public0 type veth peer name public0x && ip addr add 145.100.1.2/24 dev public0 && ip link set public0 up
ip link add off0 type veth peer name off0x && ip addr add 192.168.99.1/24 dev off0
exec "$0" -c "from sto_tui.phones.addresses import own_addresses; print(*(one.text for one in own_addresses()))"
"""


@pytest.mark.slow
def test_every_local_address_that_is_up_is_found_where_no_route_leads() -> None:
    """A hotspot of this computer, and a wifi without internet: there is no default route, and no name that leads."""
    apart = ["unshare", "--user", "--map-root-user", "--net"]
    try:
        subprocess.run([*apart, "ip", "link"], check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this machine makes no network apart")
    command = [*apart, "sh", "-e", "-c", INTERFACES, sys.executable]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert sorted(done.stdout.split()) == ["10.42.0.1", "192.168.77.1", "192.168.88.1"]
