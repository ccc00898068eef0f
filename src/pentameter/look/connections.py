"""From where somebody comes, as far as limits need it. Whoever calls keeps a digest of it for a time, or nothing."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

_OF_ONE_SUBSCRIBER = 64
"""Bits of an IPv6 address that one subscriber has in common; the others they may choose (RFC 6177, RFC 8981)."""


def connection_of(request: HttpRequest) -> str:
    """The address that the outermost proxy of ours saw; of IPv6 the part that one subscriber cannot change at will."""
    count = settings.TRUSTED_PROXIES
    hops = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",") if one.strip()]
    return _of_one(hops[-count] if 0 < count <= len(hops) else str(request.META.get("REMOTE_ADDR", "")))


def _of_one(address: str) -> str:
    try:
        read = ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return address
    if not isinstance(read, IPv6Address):
        return str(read)
    if read.ipv4_mapped:
        return str(read.ipv4_mapped)
    free = 128 - _OF_ONE_SUBSCRIBER
    return f"{IPv6Address(int(read) >> free << free)}/{_OF_ONE_SUBSCRIBER}"
