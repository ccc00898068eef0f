"""A bulletin's page from the public door as it runs: two processes of it, readers that keep their connections open."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

ADDRESS = "/bulletins/the-second-wave-begins/"
READERS = 8


def main(seconds: float = 5.0, public: str = "") -> dict[str, float]:
    """Pages a second, each read whole; processor time of the door for one; and the share answered by a 304."""
    if public:
        os.environ["PUBLIC_DATABASE_URL"] = public
    folder = Path(os.environ["BENCH_FOLDER"])
    made = _published(folder)
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"]
    serve = [*command, "--no-control-socket", "--log-level", "error", "pentameter.config.wsgi_public:application"]
    door = subprocess.Popen(serve, env=made)
    try:
        etag = _wait(port)
        whole, each = _measured(door.pid, port, seconds, "")
        known, _ = _measured(door.pid, port, seconds / 2, etag)
    finally:
        door.terminate()
        door.wait(10)
    return {"pages": whole, "milliseconds": each, "known": known}


def _published(folder: Path) -> dict[str, str]:
    """A fresh installation with the demo's bulletins; what the public door's processes need to know."""
    from benchmarks.place import enter

    enter(folder)
    from pentameter.config import installation, loading

    loading.publish_demo_bulletins()
    made = installation.existing(folder / "data")
    return {**os.environ, **installation.environment_of(made, "public")}


def _measured(pid: int, port: int, seconds: float, etag: str) -> tuple[float, float]:
    counts: list[int] = []
    before, began = _processor(pid), time.perf_counter()
    readers = [threading.Thread(target=_read, args=(port, began + seconds, etag, counts)) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    if len(counts) != READERS:
        raise SystemExit("a reader got another answer than the page")
    took, spent = time.perf_counter() - began, _processor(pid) - before
    return sum(counts) / took, 1000 * spent / max(1, sum(counts))


def _read(port: int, until: float, etag: str, counts: list[int]) -> None:
    """Read the page again and again, on one connection."""
    known = f"If-None-Match: {etag}" if etag else "Accept: text/html"
    ask = f"GET {ADDRESS} HTTP/1.1\r\nHost: 127.0.0.1\r\n{known}\r\n\r\n"
    count, wanted = 0, "304" if etag else "200"
    connection = socket.create_connection(("127.0.0.1", port))
    while time.perf_counter() < until:
        connection.sendall(ask.encode())
        status, _, closed = _answer(connection, body=not etag)
        if status != wanted:
            raise SystemExit(f"{ADDRESS} answered {status}")
        count += 1
        if closed:
            connection.close()
            connection = socket.create_connection(("127.0.0.1", port))
    connection.close()
    counts.append(count)


def _answer(connection: socket.socket, *, body: bool) -> tuple[str, str, bool]:
    """Read one answer whole: its status, its ETag, and whether the connection is closed after it."""
    got = b""
    while b"\r\n\r\n" not in got:
        more = connection.recv(65_536)
        if not more:
            raise SystemExit("the door hung up")
        got += more
    head, _, rest = got.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    fields = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
    missing = int(fields.get("content-length", "0")) - len(rest) if body else 0
    while missing > 0:
        missing -= len(connection.recv(65_536))
    return lines[0].split()[1], fields.get("etag", ""), fields.get("connection", "").lower() == "close"


def _wait(port: int) -> str:
    for _ in range(200):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
                connection.sendall(f"GET {ADDRESS} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
                return _answer(connection, body=True)[1]
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the public door did not open")


def _processor(pid: int) -> float:
    """Seconds that the door and its processes have used."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return sum(_seconds(one) for one in (str(pid), *children))


def _seconds(pid: str) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
