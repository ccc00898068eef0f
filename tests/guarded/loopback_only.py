"""Refuses every connection, datagram and look-up of a name that would leave this machine, and writes each one down.

An audit hook of Python sees each before it happens, whichever library asks. It cannot be taken away again. Programs
that are not Python (a database server, a browser) are not seen; `proofs/bad_input/sockets.py` looks at their sockets.
"""

import ipaddress
import os
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

LOG = "LOOPBACK_ONLY"
"""The environment names the file in which what was tried is written down."""
HERE = str(Path(__file__).parent)
_LOCAL = frozenset({"", "localhost", "ip6-localhost"})
_CONNECTIONS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_FAMILIES = frozenset({socket.AF_INET, socket.AF_INET6})


class LeftTheMachine(OSError):  # noqa: N818 - what happened, as people say it
    """Something tried to reach another machine."""


def guard() -> None:
    """From here on this process, and those that it forks, reach this machine alone."""
    sys.addaudithook(_heard)


def path(*folders: object) -> str:
    """A PYTHONPATH of these folders that guards whoever starts with it, where the tests run guarded."""
    guarding = (HERE,) if os.environ.get(LOG) else ()
    return os.pathsep.join(map(str, (*guarding, *folders)))


def passed_on() -> dict[str, str]:
    """What a process that begins with an environment of its own has to be told."""
    return {LOG: os.environ[LOG]} if os.environ.get(LOG) else {}


def stays(host: object) -> bool:
    """Whether a host is this machine."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "")
    if name.casefold() in _LOCAL or name == socket.gethostname():
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _heard(event: str, told: tuple[Any, ...]) -> None:
    if event in _CONNECTIONS:
        one, address = told[0], told[1]
        if one.family in _FAMILIES and address and not stays(address[0]):
            _refuse(f"{event} to {address!r}")
    elif event in _NAMES and not stays(told[0]):
        _refuse(f"{event} of {told[0]!r}")


def _refuse(what: str) -> None:
    called = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(traceback.extract_stack()[-8:-2]))
    if log := os.environ.get(LOG):
        with Path(log).open("a") as written:
            written.write(f"{what} ({called})\n")
    raise LeftTheMachine(f"Nothing may leave this machine: {what}")
