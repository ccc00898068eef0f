"""What an installation is told from outside. Everything fails loudly; no secret has a default."""

import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from pentameter.config import embedded


class Mode(StrEnum):
    """A demonstration shows invented people and its own passwords; a real installation refuses both."""

    DEMO = "demo"
    REAL = "real"


class Misconfigured(Exception):  # noqa: N818 - what is wrong, as people say it
    """The installation cannot start; the message says how to mend it."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where an installation keeps things. Keys and checkpoints lie outside the data folder."""

    data: Path
    keys: Path
    checkpoints: Path

    @property
    def staff_database(self) -> Path:
        """The embedded database of the staff door."""
        return self.data / "staff.sqlite3"

    @property
    def public_database(self) -> Path:
        """The embedded database of the public door."""
        return self.data / "public" / "public.sqlite3"


def places() -> Places:
    """The folders, from PENTAMETER_DATA, PENTAMETER_KEYS and PENTAMETER_CHECKPOINTS."""
    data = Path(required("PENTAMETER_DATA")).absolute()
    beside = data.parent
    keys = Path(os.environ.get("PENTAMETER_KEYS") or beside / f"{data.name}.keys").absolute()
    checkpoints = Path(os.environ.get("PENTAMETER_CHECKPOINTS") or beside / f"{data.name}.checkpoints").absolute()
    return Places(data=data, keys=keys, checkpoints=checkpoints)


def required(name: str) -> str:
    """An environment variable that must be there."""
    value = os.environ.get(name, "")
    if not value:
        raise Misconfigured(f"{name} is not set. Start with `pentameter`, which sets it, or set it yourself.")
    return value


def mode() -> Mode:
    """Demonstration or real, from PENTAMETER_MODE."""
    value = required("PENTAMETER_MODE")
    try:
        return Mode(value)
    except ValueError as error:
        raise Misconfigured(f"PENTAMETER_MODE is {value!r}; it must be demo or real.") from error


def hosts() -> list[str]:
    """The names by which browsers ask for the doors: this machine, and those of PENTAMETER_HOSTS, between commas.

    A name may begin with a dot and then stands for all names below it; `*` is refused.
    """
    names = [name.strip().lower() for name in os.environ.get("PENTAMETER_HOSTS", "").split(",") if name.strip()]
    wrong = [name for name in names if not re.fullmatch(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*", name)]
    if wrong:
        raise Misconfigured(f"PENTAMETER_HOSTS: {wrong[0]!r} is no host name. Name the hosts, without port or address.")
    return ["127.0.0.1", "localhost", "[::1]", *names]


def proxies() -> int:
    """How many servers of ours stand between a browser and a door, each adding to X-Forwarded-For: 0 unless said."""
    value = os.environ.get("PENTAMETER_PROXIES", "") or "0"
    if not value.isdecimal() or int(value) > 9:
        raise Misconfigured(f"PENTAMETER_PROXIES is {value!r}; it must be a number from 0 to 9.")
    return int(value)


def desk_number() -> str:
    """The duty desk's telephone number, from PENTAMETER_DESK. A demonstration has one reserved for drama."""
    number = os.environ.get("PENTAMETER_DESK", "").strip()
    return number or ("01632 960007" if mode() is Mode.DEMO else "number not set")


def sender() -> str:
    """Whom letters to readers are from, from PENTAMETER_SENDER."""
    return os.environ.get("PENTAMETER_SENDER", "").strip() or "Pentameter <no-reply@pentameter.example>"


def sends_letters() -> bool:
    """Whether letters to readers go anywhere: a real installation without PENTAMETER_SMTP takes no registrations."""
    return mode() is Mode.DEMO or bool(os.environ.get("PENTAMETER_SMTP", "").strip())


def mail(folder: Path) -> dict[str, Any]:
    """Django's settings for sending e-mail: through PENTAMETER_SMTP (smtp[s]://user:password@host:port).

    A demonstration without it writes letters as files into `folder`. A real installation without it sends nothing, and
    says so to whoever would register (`sends_letters`).
    """
    url = os.environ.get("PENTAMETER_SMTP", "").strip()
    if not url and mode() is Mode.DEMO:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": str(folder)}
    parts = urlsplit(url or "smtp://localhost")
    if parts.scheme not in ("smtp", "smtps"):
        raise Misconfigured(f"PENTAMETER_SMTP must begin with smtp:// or smtps://; it begins with {parts.scheme!r}.")
    return {
        "EMAIL_HOST": unquote(parts.hostname or "localhost"),
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587 if parts.username else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        "EMAIL_TIMEOUT": 10,
    }


def database(variable: str, path: Path) -> dict[str, Any]:
    """The database that `variable` names (postgres://...), or the embedded one at `path`."""
    url = os.environ.get(variable, "")
    return postgres(url, variable) if url else embedded.database(path)


def postgres(url: str, variable: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's settings for a PostgreSQL address."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise Misconfigured(f"{variable} must begin with postgresql://; it begins with {parts.scheme!r}.")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }
