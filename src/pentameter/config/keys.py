"""The keys of an installation: files outside the data folder that nobody else can read."""

import os
import stat
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from pentameter.config.environment import Misconfigured
from pentameter.kernel import letters_to_one, sealing

ROOT = "root.key"
PUBLIC_DOOR = "public-door.key"
CHECKPOINT = "checkpoint.key"
TIPS = "tips.key"
"""Opens tip-offs. It lies with the staff door alone."""
TIPS_PUBLIC = "tips-public.key"
"""Seals tip-offs. The public door has it, and nobody learns anything from it."""
DEMO_MARK = "demo"


def make(folder: Path, *, demo: bool) -> None:
    """Make the keys that are not there yet. Existing keys are never replaced."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    private = Ed25519PrivateKey.generate()
    contents = {
        ROOT: sealing.new_key().hex(),
        PUBLIC_DOOR: sealing.new_key().hex(),
        CHECKPOINT: private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()).hex(),
    }
    for name, text in contents.items():
        write_new(folder / name, text)
    _make_pair(folder)
    if demo:
        write_new(folder / DEMO_MARK, "These keys belong to a demonstration. A real installation refuses them.\n")


def read(folder: Path, name: str) -> bytes:
    """A key's bytes.

    Raises:
        Misconfigured: if it is missing, malformed or readable by others.
    """
    mend = "Restore the keys folder from its backup: no new key opens what it sealed."
    try:
        return bytes.fromhex(read_text(folder / name, mend=mend).strip())
    except ValueError as error:
        raise Misconfigured(f"The key {name} is not a key. Restore it from its backup.") from error


def read_text(path: Path, *, mend: str) -> str:
    """What stands in the file of a key.

    Raises:
        Misconfigured: if it is missing, with how to `mend` that, or readable by others.
    """
    if not path.is_file():
        raise Misconfigured(f"The key {path.name} is missing. {mend}")
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Misconfigured(f"The key {path.name} can be read by others. Run `chmod 600` on it, and consider it known.")
    return path.read_text(encoding="ascii")


def all_there(folder: Path) -> None:
    """Ask for each key of an installation that has sealed with them: new ones would open nothing of it.

    Raises:
        Misconfigured: if one is missing, malformed or readable by others.
    """
    for name in (ROOT, PUBLIC_DOOR, CHECKPOINT):
        read(folder, name)
    if (folder / TIPS_PUBLIC).exists():
        read(folder, TIPS)


def are_demo(folder: Path) -> bool:
    """Whether the keys were made for a demonstration."""
    return (folder / DEMO_MARK).exists()


def read_if_there(folder: Path, name: str) -> bytes | None:
    """A key's bytes; None where this door was not given it.

    Raises:
        Misconfigured: if it is malformed or readable by others.
    """
    return read(folder, name) if (folder / name).is_file() else None


def _make_pair(folder: Path) -> None:
    """The two keys of tip-offs. Where the private one was lost none is made: `all_there` asks for it."""
    if not (folder / TIPS_PUBLIC).exists():
        write_new(folder / TIPS, letters_to_one.new_private_key().hex())
        write_new(folder / TIPS_PUBLIC, letters_to_one.public_of(read(folder, TIPS)).hex())


def write_new(path: Path, text: str) -> bool:
    """Write the file of a key, for its owner alone. False where it is there already, which stays as it is."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return True
