"""An upload that comes in slowly keeps nobody waiting: no transaction is open while its bytes stream in."""

import re
import socket
from urllib.parse import urlsplit

import pytest
from django.test import Client

import cast
from intelligence import ground, pages
from pentameter.intelligence.models import IntakeFile

BOUNDARY = "the-boundary"


def body(fields: dict[str, str], content: bytes) -> tuple[bytes, bytes]:
    """A form as a browser sends it, cut in two in the middle of the file."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    parts.append(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="slow.csv"\r\n'
        "Content-Type: text/csv\r\n\r\n"
    )
    whole = "".join(parts).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    return whole[: len(whole) // 2], whole[len(whole) // 2 :]


@pytest.mark.django_db(transaction=True)
def test_others_write_while_a_file_streams_in(live_server, client: Client) -> None:
    wave_id = ground.wave()
    cast.sign_in(client, cast.durham_constable())
    fields = pages.form(client.get("/intake/"), "/intake/send/")
    first, rest = body(fields, ground.csv_of([ground.good(n) for n in range(20_000)]))
    address = urlsplit(live_server.url)
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    head = (
        f"POST /intake/send/ HTTP/1.1\r\nHost: {address.netloc}\r\nCookie: {cookies}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
        f"Content-Length: {len(first) + len(rest)}\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((address.hostname, address.port), timeout=30) as line:
        line.sendall(head.encode() + first)
        card = ground.sent(ground.csv_of([ground.good(1)]), wave_id)  # waits for nobody
        assert card.accepted == 1
        line.sendall(rest)
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    assert re.match(rb"HTTP/1\.[01] 302 ", answer), answer[:500]
    assert IntakeFile.objects.get(name="slow.csv").size > 1_000_000
