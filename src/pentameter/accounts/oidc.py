"""Agencies that sign their own people in, by OpenID Connect. Off unless a file says otherwise. Pure.

The file is a JSON list, one entry an agency:

    [{"id": "durham", "agency": "durham", "name": "Durham Constabulary", "server_url": "https://id.example.org",
      "client_id": "pentameter", "secret": "..."}]

`id` is the last part of the address that the agency's server sends people back to: `/sign-in/agency/<id>/back/`.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_NEEDED = ("id", "agency", "name", "server_url", "client_id", "secret")


class OidcUnreadable(Exception):  # noqa: N818 - what is wrong, as people say it
    """The file of agency sign-ins cannot be used; the message says why."""


def apps(path: str) -> list[dict[str, Any]]:
    """The agencies' sign-ins as allauth wants them. An empty path: none.

    Raises:
        OidcUnreadable: if the file is not what it must be.
    """
    if not path:
        return []
    try:
        entries = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OidcUnreadable(f"PENTAMETER_OIDC: {path} cannot be read as JSON. {error}") from error
    if not isinstance(entries, list):
        raise OidcUnreadable(f"PENTAMETER_OIDC: {path} must hold a list, one entry an agency.")
    return [_app(entry, number) for number, entry in enumerate(entries, 1)]


def providers(path: str) -> dict[str, Any]:
    """Django's setting SOCIALACCOUNT_PROVIDERS."""
    found = apps(path)
    return {"openid_connect": {"APPS": found, "OAUTH_PKCE_ENABLED": True}} if found else {}


def weaknesses(entries: list[dict[str, Any]], agencies: frozenset[str]) -> list[str]:
    """What is wrong with the sign-ins, a sentence each: for `pentameter doctor`."""
    found = []
    for entry in entries:
        name, settings = entry["name"], entry["settings"]
        address = urlsplit(settings["server_url"])
        if address.scheme != "https" and address.hostname not in ("127.0.0.1", "localhost"):
            found.append(f"{name}: the address of its server must begin with https.")
        if settings["agency"] not in agencies:
            found.append(f"{name}: there is no agency {settings['agency']!r}.")
    return found


def _app(entry: object, number: int) -> dict[str, Any]:
    missing = [key for key in _NEEDED if not isinstance(entry, dict) or not isinstance(entry.get(key), str)]
    if missing or not isinstance(entry, dict):
        raise OidcUnreadable(f"PENTAMETER_OIDC: entry {number} lacks {', '.join(missing)}.")
    return {
        "provider_id": entry["id"],
        "name": entry["name"],
        "client_id": entry["client_id"],
        "secret": entry["secret"],
        # What the signed token says is taken, and nothing that another address adds to it.
        "settings": {"server_url": entry["server_url"], "agency": entry["agency"], "fetch_userinfo": False},
    }
