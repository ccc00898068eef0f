"""Keeping one sender from crowding out all others, without keeping an address.

Within a few minutes an address is a digest under a salt that is drawn in memory and forgotten with the digests; it is
never written anywhere. Many people share the addresses of networks such as Tor, so one may send a good deal.
"""

import hmac
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable

WINDOW = 600.0
"""Seconds after which all is forgotten."""


class Crowd:
    """Counts what comes in, by digest of the address, and in all."""

    def __init__(self, *, of_one: int, of_all: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._of_one, self._of_all, self._clock = of_one, of_all, clock
        self._lock = threading.Lock()
        self._forget()

    def lets_in(self, address: str) -> bool:
        """Whether one more may come in from an address now. It is counted either way."""
        with self._lock:
            if self._clock() - self._began >= WINDOW:
                self._forget()
            digest = hmac.digest(self._salt, address.encode(), "sha256")
            self._counts[digest] += 1
            return self._counts[digest] <= self._of_one and self._counts.total() <= self._of_all

    def _forget(self) -> None:
        self._salt, self._began = secrets.token_bytes(32), self._clock()
        self._counts: Counter[bytes] = Counter()


SENDING = Crowd(of_one=30, of_all=600)
"""Tip-offs and additions."""
TRYING = Crowd(of_one=60, of_all=1_200)
"""Receipt codes that are typed."""
