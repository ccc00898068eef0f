"""Codes of apps that were used: each works once, though it would be valid for 90 seconds."""

from hashlib import sha256

from django.core.cache import cache

from pentameter.accounts.rules import CODE_REMEMBERED


def was_used(user_id: object, code: str) -> bool:
    """Whether the person used this code lately."""
    return bool(cache.get(_key(user_id, code)))


def remember(user_id: object, code: str) -> None:
    """Remember that the person used this code, for as long as it could still be valid."""
    cache.set(_key(user_id, code), True, int(CODE_REMEMBERED.total_seconds()))


def _key(user_id: object, code: str) -> str:
    """The code is typed by anybody, and may be anything: its digest is a word that every cache can keep."""
    return f"accounts.code-used:{user_id}:{sha256(code.encode('utf-8', 'surrogatepass')).hexdigest()}"
