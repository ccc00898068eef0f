"""Receipt codes: all that a sender has to hold, and all that anyone needs to read what was answered.

A code has 120 random bits and one letter that shows slips of the hand. From it alone come the digest by which the tip
is found and the private key to which replies are closed; neither gives the code back. A form that is sent twice gives
the same code, since it comes from the form's own random key.
"""

import hmac
from hashlib import sha256

from pentameter.kernel import letters_to_one, sealing

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing that reads like something else
_READ_AS = str.maketrans("OIL", "011")
_BYTES = 15
_LETTERS = 25
_GROUP = 5


def code_of(form_key: str) -> str:
    """The code of the tip that is sent with a form: five groups of five."""
    drawn = sealing.derive(form_key.encode(), "receipt code")[:_BYTES]
    value = int.from_bytes(drawn, "big")
    letters = "".join(_ALPHABET[(value >> shift) & 31] for shift in range(_BYTES * 8 - 5, -5, -5))
    return written(letters + _check(letters))


def read(text: str) -> str | None:
    """The code as it was meant, however it was typed; None where a letter is wrong or missing."""
    plain = "".join(one for one in text.upper() if one.isalnum()).translate(_READ_AS)
    if len(plain) != _LETTERS or not set(plain) <= set(_ALPHABET) or _check(plain[:-1]) != plain[-1]:
        return None
    return written(plain)


def written(letters: str) -> str:
    """In groups, for copying by hand."""
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def lookup_of(code: str) -> str:
    """The digest by which a tip is found."""
    return sealing.derive(code.encode(), "finding a tip").hex()


def private_key_of(code: str) -> bytes:
    """The key that opens replies."""
    return sealing.derive(code.encode(), "replies to a tip")


def reply_key_of(code: str) -> str:
    """The public key to which replies are closed, in hexadecimal digits."""
    return letters_to_one.public_of(private_key_of(code)).hex()


def id_for(form_key: str, what: str, content: bytes) -> bytes:
    """Sixteen bytes for the row of something that a form brought: the same for the same, and telling nothing of it."""
    return hmac.digest(form_key.encode(), what.encode() + sha256(content).digest(), "sha256")[:16]


def _check(letters: str) -> str:
    return _ALPHABET[sum((2 * at + 1) * _ALPHABET.index(one) for at, one in enumerate(letters)) % len(_ALPHABET)]
