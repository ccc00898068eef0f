"""Letters that only the one to whose key they are closed can open: anyone may write, and no writer reads again.

A letter is `version (1 byte) + one-time public key (32) + sealed`: a fresh X25519 key agrees with the recipient's,
HKDF gives the key for this letter alone, and AES-256-GCM seals it for the row that it belongs to. What is sealed is
padded, so that its length says little of what is in it. Sources: RFC 7748; RFC 5869; NIST SP 800-38D.
"""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from pentameter.kernel import sealing
from pentameter.kernel.sealing import SealBroken

KEY_BYTES = 32
_VERSION = b"\x01"
_LENGTH_BYTES = 4
_SMALLEST = 16 * 1024
"""Every letter of up to so many bytes has one length; longer ones have the next of a doubling row."""


def new_private_key() -> bytes:
    """A fresh private key."""
    return X25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())


def public_of(private: bytes) -> bytes:
    """The public key that belongs to a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def close(public: bytes, plain: bytes, *, bound_to: str) -> bytes:
    """Close a letter to a public key, for one row."""
    once = X25519PrivateKey.generate()
    mine = once.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    agreed = once.exchange(X25519PublicKey.from_public_bytes(public))
    return _VERSION + mine + sealing.seal(_key(agreed, mine, public), _padded(plain), bound_to=bound_to)


def opened(private: bytes, letter: bytes | memoryview, *, bound_to: str) -> bytes:
    """What a letter says.

    Raises:
        SealBroken: if it was closed to another key, for another row, or was changed.
    """
    held = bytes(letter)
    mine = held[len(_VERSION) : len(_VERSION) + KEY_BYTES]
    if held[: len(_VERSION)] != _VERSION:
        raise SealBroken(f"The letter of {bound_to} is of no version that is known here.")
    try:
        agreed = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(mine))
    except ValueError as error:
        raise SealBroken(f"The letter of {bound_to} does not open.") from error
    key = _key(agreed, mine, public_of(private))
    return _unpadded(sealing.unseal(key, held[len(_VERSION) + KEY_BYTES :], bound_to=bound_to))


def _key(agreed: bytes, mine: bytes, public: bytes) -> bytes:
    info = b"a letter to one" + mine + public
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(agreed)


def _padded(plain: bytes) -> bytes:
    size = _SMALLEST
    while size < len(plain) + _LENGTH_BYTES:
        size *= 2
    return (len(plain).to_bytes(_LENGTH_BYTES, "big") + plain).ljust(size, b"\0")


def _unpadded(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]
