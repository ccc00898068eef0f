"""The sockets of a running installation: every process under its master, and where each socket leads."""

import ipaddress
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_SOCKET = re.compile(r"socket:\[(\d+)\]")
_PROC = Path("/proc")
_TABLES = ("tcp", "tcp6", "udp", "udp6")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def family(master: int) -> list[int]:
    """A process and all that came from it and still run."""
    found = [master]
    for one in found:
        for task in (_PROC / str(one) / "task").glob("*/children"):
            with suppress(OSError):
                found += [int(child) for child in task.read_text().split()]
    return found


def leading_out(processes: list[int]) -> list[str]:
    """Connected sockets of these processes whose other end is another machine, and sockets open to other machines."""
    return [
        f"process {process}: {table} {address}"
        for process in processes
        for table, inode, address in _of(process)
        if inode in _open_in(process) and not _is_here(address)
    ]


def _open_in(process: int) -> set[str]:
    inodes: set[str] = set()
    with suppress(OSError):
        for one in (_PROC / str(process) / "fd").iterdir():
            with suppress(OSError):
                if match := _SOCKET.fullmatch(os.readlink(one)):
                    inodes.add(match[1])
    return inodes


def _of(process: int) -> Iterator[tuple[str, str, Address]]:
    """Kind, inode, and the address that is to be here: the other end's, or one's own where nobody is connected."""
    for table in _TABLES:
        with suppress(OSError):
            for line in (_PROC / str(process) / "net" / table).read_text().splitlines()[1:]:
                words = line.split()
                other, own = (_address(one.partition(":")[0]) for one in (words[2], words[1]))
                yield table, words[9], own if other.is_unspecified else other


def _address(written: str) -> Address:
    """An address as the kernel writes it: words of four bytes, each back to front."""
    words = [bytes.fromhex(written[at : at + 8])[::-1] for at in range(0, len(written), 8)]
    return ipaddress.ip_address(b"".join(words))


def _is_here(address: Address) -> bool:
    plain = getattr(address, "ipv4_mapped", None) or address
    return bool(plain.is_loopback)
