"""Secrets at rest: AES-256-GCM with the row's identity bound in, wrapped keys, blind indexes.

A ciphertext is `nonce (12 bytes) + ciphertext + tag (16 bytes)`. The associated data names the row and field that the
secret belongs to: moved to another row, it does not open. Source: NIST SP 800-38D; RFC 5869 for the derivation of keys.
"""

import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12


class SealBroken(Exception):  # noqa: N818 - what happened, as people say it
    """The secret does not open: another key, another row, or bytes that were changed."""


def new_key() -> bytes:
    """A fresh random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def derive(root: bytes, purpose: str) -> bytes:
    """The key for one purpose, derived from the root key (HKDF-SHA-256, 32 bytes)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(root)


def seal(key: bytes, plain: bytes, *, bound_to: str) -> bytes:
    """Encrypt `plain` so that it opens only with `key` and only for `bound_to`."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + _cipher(key).encrypt(nonce, plain, bound_to.encode())


def unseal(key: bytes, sealed: bytes | memoryview, *, bound_to: str) -> bytes:
    """What was sealed.

    Raises:
        SealBroken: if key, row or bytes are not those that were sealed.
    """
    try:
        return _cipher(key).decrypt(bytes(sealed[:_NONCE_BYTES]), bytes(sealed[_NONCE_BYTES:]), bound_to.encode())
    except (InvalidTag, ValueError) as error:
        raise SealBroken(f"The secret of {bound_to} does not open.") from error


def blind_index(key: bytes, value: str) -> str:
    """A keyed digest (HMAC-SHA-256, 32 hexadecimal digits) that finds equal values without showing them."""
    return hmac.digest(key, value.encode(), "sha256").hex()[:32]


@lru_cache(maxsize=64)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)
