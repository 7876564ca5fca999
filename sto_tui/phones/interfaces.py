"""The addresses of the interfaces of this computer that are up, as the system lists them.

Windows has no such list in its C library; there the name of the computer already leads to all its addresses.
"""

import ctypes
import socket
from collections.abc import Sequence

_UP = 1
_ADDRESS, _END = 4, 8
"""Where the four numbers stand behind the family and the port."""


class _Entry(ctypes.Structure):
    """One address of an interface: `ifaddrs` of Linux and of BSD begin the same."""


_Entry._fields_ = [
    ("following", ctypes.POINTER(_Entry)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.c_void_p),
]


def addresses_of_interfaces() -> Sequence[str]:
    """Those of IPv4; none where the system does not list them."""
    try:
        library = ctypes.CDLL(None)
        ask, free = library.getifaddrs, library.freeifaddrs
    except (AttributeError, OSError, TypeError):
        return ()
    free.argtypes = [ctypes.c_void_p]
    first = ctypes.POINTER(_Entry)()
    if ask(ctypes.byref(first)) != 0:
        return ()
    try:
        return tuple(_addresses_from(first))
    finally:
        free(first)


def _addresses_from(first: "ctypes._Pointer[_Entry]") -> Sequence[str]:
    found: list[str] = []
    at = first
    while at:
        entry = at.contents
        if entry.flags & _UP and entry.address:
            head = ctypes.string_at(entry.address, 2)
            # BSD puts the length of the address before its family; on Linux the family takes both bytes.
            if socket.AF_INET in (head[1], int.from_bytes(head, "little")):
                found.append(socket.inet_ntoa(ctypes.string_at(entry.address, _END)[_ADDRESS:]))
        at = entry.following
    return found
