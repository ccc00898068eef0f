"""Readers' addresses: sealed where they are kept, found by a keyed digest, and never shown to a moderator."""

import hashlib
import secrets
from uuid import UUID

from django.conf import settings

from pentameter.kernel import sealing


def tidy(address: str) -> str:
    """An address as it is compared: without spaces, in small letters."""
    return address.strip().casefold()


def digest_of(*parts: str) -> str:
    """A keyed digest of who somebody is: of an address, of a connection, of a reporter."""
    return sealing.blind_index(_key("digests"), "\n".join(parts))


def sealed(address: str, reader: UUID) -> bytes:
    """An address as it is kept for a reader."""
    return sealing.seal(_key("addresses"), address.encode(), bound_to=f"reader {reader}")


def opened(address: bytes | memoryview, reader: UUID) -> str:
    """A reader's address."""
    return sealing.unseal(_key("addresses"), address, bound_to=f"reader {reader}").decode()


def new_secret() -> str:
    """A secret for a link, a cookie or a receipt."""
    return secrets.token_urlsafe(32)


def secret_digest(secret: str) -> str:
    """What is kept of a secret: SHA-256. It has 256 random bits, so that nothing slower is needed."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _key(purpose: str) -> bytes:
    return sealing.derive(settings.READERS_KEY, purpose)
