"""The key of a version's true tables, wrapped by the root key. Unwrapped each time and never cached."""

import json
import secrets
from dataclasses import asdict, dataclass
from typing import Any, cast
from uuid import UUID

from pentameter.kernel import sealing
from pentameter.kernel.safe import Safe
from pentameter.keyring import api as keyring
from pentameter.releases.shelf.content import Range, Table
from pentameter.releases.shelf.freezing import Altered, canonical, digest, plain_tables, ranges_of, tables_of

WRAPPED = keyring.Wrapped("releases", "releases.Edition", "key", "wrapping of releases' keys", "release-key:{}")


@dataclass(frozen=True)
class Truth:
    """The tables as they are, small counts and all."""

    tables: tuple[Table, ...]
    ranges: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Sealed:
    """The truth sealed, its own key wrapped, and its digest, which a random salt keeps from being guessed."""

    key: bytes
    body: bytes
    digest: str


def seal(truth: Truth, edition: UUID) -> Sealed:
    """Seal the true tables of a version."""
    safe = Safe(sealing.new_key())
    ranges = [asdict(one) for one in truth.ranges]
    text = canonical({"salt": secrets.token_hex(32), "tables": plain_tables(truth.tables), "ranges": ranges})
    wrapped = keyring.wrap(WRAPPED, edition, safe.key)
    return Sealed(wrapped, safe.seal(text, bound_to=_bound("truth", edition)), digest(text))


def unseal(edition: UUID, key: bytes | memoryview, body: bytes | memoryview, expected: str) -> Truth:
    """The true tables as they were frozen.

    Raises:
        SealBroken: the root key of this installation does not open them.
        Altered: they are not those of the digest.
    """
    safe = Safe(keyring.unwrap(WRAPPED, edition, key))
    text = cast(str, safe.unseal(body, bound_to=_bound("truth", edition)))
    if digest(text) != expected:
        raise Altered("The frozen tables of this version are not those that its digest was made of.")
    said: dict[str, Any] = json.loads(text)
    return Truth(tables_of(said["tables"]), ranges_of(said["ranges"]))


def _bound(what: str, edition: UUID) -> str:
    return f"release-{what}:{edition}"
