"""Who signs checkpoints, and whose signatures count. Ed25519 (RFC 8032)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def key_id(public: bytes) -> str:
    """A short name of a public key: the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Signer:
    """The holder of the installation's private key (32 bytes, raw)."""

    private: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()

    @property
    def key_id(self) -> str:
        """The short name of the public key."""
        return key_id(self.public)

    def sign(self, text: str) -> str:
        """The signature over `text`, 128 hexadecimal digits."""
        return Ed25519PrivateKey.from_private_bytes(self.private).sign(text.encode()).hex()


@dataclass(frozen=True, slots=True)
class Trust:
    """The public keys whose signatures count, by their short names."""

    keys: dict[str, bytes]

    @classmethod
    def of(cls, publics: Iterable[bytes]) -> "Trust":
        """Trust in these public keys and in no others."""
        return cls({key_id(public): public for public in publics})

    def knows(self, name: str) -> bool:
        """Whether the key of that name is trusted."""
        return name in self.keys

    def accepts(self, name: str, signature: str, text: str) -> bool:
        """Whether the trusted key of that name signed exactly this text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.keys[name]).verify(bytes.fromhex(signature), text.encode())
        except (KeyError, ValueError, InvalidSignature):
            return False
        return True
