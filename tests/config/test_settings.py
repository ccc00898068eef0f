"""What a real installation sets otherwise than a demonstration."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pentameter.config import keys

SAY = """
from django.conf import settings
names = [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, getattr(settings, "BROWSER_COOKIE_NAME", "")]
print(names, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY,
      settings.SESSION_COOKIE_PATH, settings.SESSION_COOKIE_DOMAIN)
"""


def said(folder: Path, door: str, mode: str, place: str = "keys") -> "subprocess.CompletedProcess[str]":
    """What a process of a door says that starts with the keys at a place in the folder."""
    keys.make(folder / place, demo=mode == "demo")
    variables = {
        "PATH": os.environ["PATH"],
        "PENTAMETER_DATA": str(folder / "data"),
        "PENTAMETER_KEYS": str(folder / place),
        "PENTAMETER_MODE": mode,
        "DJANGO_SETTINGS_MODULE": f"pentameter.config.settings.{door}",
    }
    return subprocess.run([sys.executable, "-c", SAY], env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("door", "names"),
    [
        ("staff", ["__Host-staff_session", "__Host-staff_csrf", "__Host-staff_browser"]),
        ("public", ["__Host-public_session", "__Host-public_csrf", ""]),
    ],
)
def test_where_tls_is_cookies_belong_to_this_host_alone(tmp_path: Path, door: str, names: list[str]) -> None:
    assert said(tmp_path, door, "real").stdout.strip() == f"{names} True True True / None"


def test_no_door_starts_with_keys_within_the_data(tmp_path: Path) -> None:
    done = said(tmp_path, "staff", "demo", "data/keys")
    assert done.returncode != 0
    assert "whoever carries off the data has the keys" in done.stderr


def test_no_door_starts_with_a_root_key_that_others_read(tmp_path: Path) -> None:
    keys.make(tmp_path / "keys", demo=True)
    (tmp_path / "keys" / "root.key").chmod(0o640)
    done = said(tmp_path, "staff", "demo")
    assert done.returncode != 0
    assert "chmod 600" in done.stderr
