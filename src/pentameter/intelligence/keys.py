"""The keys under which an agency's reports are sealed.

Each agency has a key of its own, wrapped by the root key, which lies outside the database. Three keys are derived from
it: one seals, one makes digests of contents, one makes identifiers. Equal identifiers are found across agencies with a
key derived from the root.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pentameter.intelligence.models import DataKey
from pentameter.kernel import clock, sealing
from pentameter.kernel.safe import Safe
from pentameter.keyring import api as keyring

WRAPPED = keyring.Wrapped("agencies", "intelligence.DataKey", "wrapped", "wrapping of agencies' keys", "agency:{}")
_CANONICAL = json.JSONEncoder(sort_keys=True, default=str)


@dataclass(frozen=True)
class AgencyKeys(Safe):
    """What is needed to seal, open and compare what an agency sent."""

    agency: str

    @cached_property
    def identifiers(self) -> bytes:
        """The key for identifiers of rows."""
        return sealing.derive(self.key, "identifiers")

    @cached_property
    def contents(self) -> bytes:
        """The key for digests of contents."""
        return sealing.derive(self.key, "contents")

    def content(self, facts: Mapping[str, object]) -> str:
        """A keyed digest by which equal contents of this agency are known."""
        return sealing.blind_index(self.contents, _CANONICAL.encode(facts))


def keys_of(agency: str) -> AgencyKeys:
    """An agency's keys. Its key is made when it is first needed, inside the caller's transaction."""
    row = DataKey.objects.filter(agency_id=agency).first() or _make(agency)
    return _unwrap(agency, bytes(row.wrapped))


def every_key() -> dict[str, AgencyKeys]:
    """The keys of all agencies that have one that opens. One SQL query."""
    rows = DataKey.objects.all()
    return {row.agency_id: _unwrap(row.agency_id, bytes(row.wrapped)) for row in rows if _opens(row)}


def keys_opened(agency: str, wrapped: bytes) -> AgencyKeys:
    """An agency's keys, from its wrapped key that is at hand.

    Raises:
        SealBroken: the root key of this installation does not open it.
    """
    return _unwrap(agency, wrapped)


def keys_alone(agency: str) -> AgencyKeys:
    """An agency's keys, held until the caller's transaction ends: what an agency sends is accepted one at a time."""
    keys = keys_of(agency)
    hold(agency)
    return keys


def hold(agency: str) -> None:
    """Let nobody accept what the agency sends until the caller's transaction ends."""
    DataKey.objects.select_for_update().filter(agency_id=agency).first()


def locked_agencies() -> tuple[str, ...]:
    """The agencies whose keys the root key of this installation does not open."""
    return tuple(row.agency_id for row in DataKey.objects.order_by("agency_id") if not _opens(row))


def _opens(row: DataKey) -> bool:
    try:
        return bool(_unwrap(row.agency_id, bytes(row.wrapped)))
    except sealing.SealBroken:
        return False


def identifier_index(kind: str, identifier: str) -> str:
    """The blind index of a phone, a registration, a document: equal for equal things, whoever sent them."""
    return sealing.blind_index(_index_key(), f"{kind}:{identifier}") if identifier else ""


def _make(agency: str) -> DataKey:
    wrapped = keyring.wrap(WRAPPED, agency, sealing.new_key())
    row, _ = DataKey.objects.get_or_create(agency_id=agency, defaults={"wrapped": wrapped, "made_at": clock.now()})
    return row


@lru_cache(maxsize=256)
def _unwrap(agency: str, wrapped: bytes) -> AgencyKeys:
    return AgencyKeys(keyring.unwrap(WRAPPED, agency, wrapped), agency)


@lru_cache(maxsize=1)
def _index_key() -> bytes:
    return keyring.standing_key("index of identifiers")
