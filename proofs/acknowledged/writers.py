"""Clients that write: each sends one report after another, and each report until it is acknowledged."""

import http.client
import json
import threading
import time
from collections import Counter
from random import Random

from proofs.acknowledged.history import Sent

PAUSE = 0.05
"""Seconds before a request that was not answered, or not with 200, is sent again."""
PATIENCE = 30.0
LONGEST = 120.0


class Writer(threading.Thread):
    """A client of the API with a connection of its own. Stopped, it sends its last report to the end."""

    def __init__(self, port: int, token: str, row: dict[str, str], *, number: int, seed: int) -> None:
        super().__init__(name=f"writer {number}")
        self.sent: list[Sent] = []
        self.acknowledged = 0
        self.answers: Counter[int] = Counter()
        """How often each status was answered; 0 where nothing was."""
        self.refused: list[str] = []
        self._port, self._token, self._row = port, token, row
        self._number, self._rng = number, Random(seed * 1_000 + number)
        self._over = threading.Event()
        self._connection: http.client.HTTPConnection | None = None

    def stop(self) -> None:
        """Begin no more reports."""
        self._over.set()

    def run(self) -> None:
        """Write until told to stop."""
        while not self._over.is_set():
            one = Sent(f"P{self._number}-{len(self.sent)}", f"{self._rng.getrandbits(128):032x}")
            self.sent.append(one)
            one.id = self._until_acknowledged(one, one.key)
            one.needed = one.requests if one.id else 0
            self.acknowledged += bool(one.id)
            if self._rng.random() < 0.2:  # the answer did not arrive, as far as the client knows
                key = one.key if self._rng.random() < 0.5 else f"{self._rng.getrandbits(128):032x}"
                one.again.append(self._until_acknowledged(one, key))

    def _until_acknowledged(self, one: Sent, key: str) -> str:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            one.requests += 1
            status, body = self._post(one, key)
            self.answers[status] += 1
            if status == 200:
                return str(json.loads(body)[0]["id"])
            if 400 <= status < 500 and status != 429:
                self.refused.append(f"{status} {body.decode()}")
                return ""
            time.sleep(PAUSE)
        return ""

    def _post(self, one: Sent, key: str) -> tuple[int, bytes]:
        """The answer; status 0 where there was none."""
        body = json.dumps([{**self._row, "report_ref": one.reference}])
        head = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": key, "Content-Type": "application/json"}
        try:
            if self._connection is None:
                self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
            self._connection.request("POST", "/api/v1/reports", body, head)
            answer = self._connection.getresponse()
            said = answer.read()
        except (OSError, http.client.HTTPException):
            if self._connection is not None:
                self._connection.close()
            self._connection = None
            return 0, b""
        return answer.status, said


def until_some_more(clients: list[Writer], number: int) -> None:
    """Wait until so many more reports were acknowledged: there is work between two kills, on a slow machine too."""
    enough = sum(client.acknowledged for client in clients) + number
    until = time.monotonic() + LONGEST
    while sum(client.acknowledged for client in clients) < enough:
        if time.monotonic() > until:
            raise RuntimeError("The door acknowledges nothing any more.")
        time.sleep(0.005)
