"""An installation: a data folder that says what it is, keys beside it, two databases."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import django
from django.core.management import call_command

from pentameter.config import embedded, environment, keys
from pentameter.config.environment import Misconfigured, Mode, Places

MARK = "installation.json"
DOORS = {"staff": "pentameter.config.settings.staff", "public": "pentameter.config.settings.public"}


@dataclass(frozen=True, slots=True)
class Installation:
    """Where it lies and whether it is a demonstration."""

    places: Places
    mode: Mode


def create(data: Path, *, demo: bool) -> Installation:
    """Make the folders and keys that are missing and mark the data folder. What is there is kept.

    Raises:
        Misconfigured: if the folder is an installation of the other mode or has lost a key, the keys would lie within
            it, or real mode would use demo keys.
    """
    mode = Mode.DEMO if demo else Mode.REAL
    os.environ["PENTAMETER_DATA"] = str(data)
    places = environment.places()
    keys.must_lie_outside(places.keys, places.data)
    for folder in (places.data, places.data / "public", places.data / "static"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark = places.data / MARK
    if mark.exists() and _marked(mark) is not mode:
        raise Misconfigured(
            f"{places.data} is a {_marked(mark).value} installation. Choose another folder with --data."
        )
    if mode is Mode.REAL and keys.are_demo(places.keys):
        raise Misconfigured(f"The keys in {places.keys} belong to a demonstration. A real installation refuses them.")
    if mark.exists():
        keys.all_there(places.keys)
    keys.make(places.keys, demo=demo)
    places.checkpoints.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not mark.exists():
        mark.write_text(json.dumps({"mode": mode.value}) + "\n", encoding="utf-8")
    return Installation(places, mode)


def existing(data: Path) -> Installation:
    """The installation at `data`.

    Raises:
        Misconfigured: if there is none.
    """
    mark = data.absolute() / MARK
    if not mark.exists():
        raise Misconfigured(f"There is no installation in {data.absolute()}. Run `pentameter init` first.")
    os.environ["PENTAMETER_DATA"] = str(data)
    places, mode = environment.places(), _marked(mark)
    if mode is Mode.REAL and keys.are_demo(places.keys):
        raise Misconfigured(f"The keys in {places.keys} belong to a demonstration. A real installation refuses them.")
    return Installation(places, mode)


def environment_of(installation: Installation, door: str = "staff") -> dict[str, str]:
    """The environment variables by which a process knows its installation and its door."""
    places = installation.places
    return {
        "PENTAMETER_DATA": str(places.data),
        "PENTAMETER_KEYS": str(places.keys),
        "PENTAMETER_CHECKPOINTS": str(places.checkpoints),
        "PENTAMETER_MODE": installation.mode.value,
        "DJANGO_SETTINGS_MODULE": DOORS[door],
    }


def variables_of(installation: Installation, door: str) -> dict[str, str]:
    """All that a process of a door is told. The public one is told no address and no password of the staff's."""
    told = {**os.environ, **environment_of(installation, door)}
    return told if door == "staff" else {name: value for name, value in told.items() if name != "DATABASE_URL"}


def enter(installation: Installation) -> None:
    """Set Django up in this process as the staff door of the installation."""
    os.environ.update(environment_of(installation))
    embedded.use_bundled_sqlite()
    django.setup()


def migrate_staff() -> None:
    """Bring the staff database up to date. Call after `enter`."""
    call_command("migrate", database="default", interactive=False, verbosity=0)
    call_command("createcachetable", database="default", verbosity=0)


def migrate_public(installation: Installation) -> None:
    """Bring the public database up to date, in a process that knows the public door only."""
    variables = variables_of(installation, "public")
    command = [sys.executable, "-m", "django", "migrate", "--no-input", "--verbosity", "0"]
    subprocess.run(command, env=variables, check=True)  # noqa: S603 - our own interpreter and arguments


def _marked(mark: Path) -> Mode:
    try:
        return Mode(json.loads(mark.read_text(encoding="utf-8"))["mode"])
    except (ValueError, KeyError) as error:
        raise Misconfigured(f"{mark} does not say demo or real. Restore it.") from error
