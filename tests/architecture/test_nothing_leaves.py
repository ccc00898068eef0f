"""Nothing the product does opens a connection to another machine: the guard is there, and sees what it is there for."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from proofs.bad_input import sockets

from guarded import loopback_only

ELSEWHERE = "192.0.2.1"
"""An address that is nobody's: kept for documents (RFC 5737)."""
TRY = f"import socket; socket.create_connection(({ELSEWHERE!r}, 443), timeout=5)"


def forgive(tried: Path) -> str:
    """What was written down, which was meant."""
    said = tried.read_text()
    tried.unlink()
    return said


def test_a_connection_is_refused_and_written_down_even_where_it_is_swallowed(nothing_leaves_this_machine: Path) -> None:
    with socket.socket() as one:
        assert one.family is socket.AF_INET
        with pytest.raises(OSError, match="Nothing may leave this machine"):
            one.connect((ELSEWHERE, 443))
    assert ELSEWHERE in forgive(nothing_leaves_this_machine)


def test_a_datagram_and_a_name_are_refused_too(nothing_leaves_this_machine: Path) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as one, pytest.raises(OSError, match="Nothing may leave this machine"):
        one.sendto(b"a word", (ELSEWHERE, 53))
    with pytest.raises(OSError, match="Nothing may leave this machine"):
        socket.getaddrinfo("example.org", 443)
    assert len(forgive(nothing_leaves_this_machine).splitlines()) == 2


def test_a_process_that_a_test_starts_is_guarded(nothing_leaves_this_machine: Path) -> None:
    done = subprocess.run([sys.executable, "-c", TRY], capture_output=True, text=True, check=False)
    assert "LeftTheMachine" in done.stderr
    assert ELSEWHERE in forgive(nothing_leaves_this_machine)


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        (b"localhost", True),
        (None, True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("localhost.example.org", False),
        ("fe80::1%eth0", False),
        ("::ffff:192.0.2.1", False),
    ],
)
def test_what_this_machine_is(host: object, here: bool) -> None:
    assert loopback_only.stays(host) is here


def test_sockets_that_lead_out_are_seen() -> None:
    """A datagram socket says where it leads without anything being sent; told in a process without the guard."""
    program = f"import socket, sys; one = socket.socket(type=socket.SOCK_DGRAM); one.connect(({ELSEWHERE!r}, 9)); "
    command = [sys.executable, "-I", "-c", program + "print('there', flush=True); sys.stdin.read()"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        if process.stdout.readline().strip() != "there":
            pytest.skip("this machine has no way out at all")
        assert process.pid in sockets.family(os.getpid())
        assert [one for one in sockets.leading_out([process.pid]) if ELSEWHERE in one]
    finally:
        process.communicate("")
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        assert not sockets.leading_out([os.getpid()])
