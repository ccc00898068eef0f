"""The keys of cases: one each, wrapped by the root key. A key that is deleted leaves nothing that could be opened.

Keys are unwrapped each time and never cached, so that an erased case is erased at once in every process.
"""

from collections.abc import Collection
from contextlib import suppress
from functools import lru_cache
from uuid import UUID

from pentameter.kernel import clock, sealing
from pentameter.kernel.safe import Safe
from pentameter.kernel.sealing import SealBroken
from pentameter.keyring import api as keyring
from pentameter.victims.models import CaseKey

WRAPPED = keyring.Wrapped("cases", "victims.CaseKey", "wrapped", "wrapping of cases' keys", "case:{}")


class NoKey(Exception):  # noqa: N818 - what happened, as people say it
    """The case was erased, or its key is lost: nothing of it opens."""


def make_key(case_id: UUID) -> Safe:
    """Make the key of a new case, in the caller's transaction."""
    safe = Safe(sealing.new_key())
    CaseKey.objects.create(case_id=case_id, wrapped=wrap(case_id, safe), made_at=clock.now())
    return safe


def wrap(case_id: UUID, safe: Safe) -> bytes:
    """The key of a case as it is kept: it opens for this case alone."""
    return keyring.wrap(WRAPPED, case_id, safe.key)


def safe_of(case_id: UUID) -> Safe:
    """A case's safe. One SQL query.

    Raises:
        NoKey: if the case has no key any more.
        SealBroken: if the root key of this installation does not open it.
    """
    found = safes_of([case_id])
    if case_id not in found:
        raise NoKey(f"Nothing of the case {case_id} opens.")
    return found[case_id]


def safes_of(cases: Collection[UUID]) -> dict[UUID, Safe]:
    """The safes of many cases, without those that were erased. One SQL query."""
    rows = CaseKey.objects.filter(case_id__in=cases).values_list("case_id", "wrapped")
    return {case_id: unwrap(case_id, wrapped) for case_id, wrapped in rows}


def safes_that_open(cases: Collection[UUID]) -> dict[UUID, Safe]:
    """The same, also without those whose key the root key does not open: for counts that tell how many are closed."""
    found = {}
    for case_id, wrapped in CaseKey.objects.filter(case_id__in=cases).values_list("case_id", "wrapped"):
        with suppress(SealBroken):
            found[case_id] = unwrap(case_id, wrapped)
    return found


def unwrap(case_id: UUID, wrapped: bytes | memoryview) -> Safe:
    """The safe of a case whose wrapped key was read already.

    Raises:
        SealBroken: if the root key of this installation does not open it.
    """
    return Safe(keyring.unwrap(WRAPPED, case_id, wrapped))


def fingerprint(what: str) -> str:
    """A keyed digest of something that a file said, by which it is known again and by which nothing can be guessed."""
    return sealing.blind_index(_fingerprint_key(), what)


@lru_cache(maxsize=1)
def _fingerprint_key() -> bytes:
    return keyring.standing_key("fingerprints of imported cases")
