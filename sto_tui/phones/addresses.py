"""Where phones can reach this computer: its own addresses on a local network, the likely one first.

Only private addresses of IPv4: never one of the internet, and never this computer alone.
"""

import contextlib
import socket
from collections.abc import Collection
from ipaddress import IPv4Address, ip_network

from sto_tui.frozen import frozen
from sto_tui.phones.interfaces import addresses_of_interfaces

_LOCAL = tuple(map(ip_network, ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12", "169.254.0.0/16")))
_LAST = ip_network("169.254.0.0/16")
_VIRTUAL = "virtueel, waarschijnlijk niet"
_HINTS = (
    (ip_network("10.42.0.1/32"), "hotspot van Linux"),
    (ip_network("192.168.137.1/32"), "hotspot van Windows"),
    (ip_network("172.20.10.0/28"), "hotspot van een iPhone"),
    (_LAST, "geen netwerk gevonden, waarschijnlijk niet"),
    (ip_network("192.168.122.1/32"), _VIRTUAL),
    (ip_network("192.168.56.1/32"), _VIRTUAL),
)
# A datagram socket that is connected sends nothing; it only says from which address it would.
_TOWARDS = ("10.255.255.255", "192.168.255.255", "172.16.255.255", "192.0.2.1")


@frozen
class LocalAddress:
    """An address of this computer, and what it probably is."""

    text: str
    hint: str = ""


def own_addresses() -> list[LocalAddress]:
    """Those of this computer; nothing is sent to find them."""
    found: dict[str, None] = {}
    for towards in _TOWARDS:
        with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect((towards, 9))
            found[str(probe.getsockname()[0])] = None
    with contextlib.suppress(OSError):
        for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
            found[str(entry[4][0])] = None
    # A hotspot of this computer, and a wifi without internet, are often where no route leads and no name points.
    found |= dict.fromkeys(addresses_of_interfaces())
    return usable(found)


def usable(found: Collection[str]) -> list[LocalAddress]:
    """The local ones among them, in the order in which they were found; those that will not do at the end."""
    addresses = [IPv4Address(text) for text in found]
    local = [one for one in addresses if any(one in network for network in _LOCAL)]
    return sorted((LocalAddress(str(one), _hint(one)) for one in local), key=lambda one: "niet" in one.hint)


def _hint(address: IPv4Address) -> str:
    for network, hint in _HINTS:
        if address in network:
            return hint
    first, second, _, last = address.packed
    return _VIRTUAL if first == 172 and 17 <= second <= 31 and last == 1 else ""
