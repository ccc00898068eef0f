"""The keys of an installation: files outside the data folder that nobody else can read."""

import json
import os
import stat
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from pentameter.config.environment import Misconfigured
from pentameter.kernel import letters_to_one, sealing
from pentameter.keyring.purposes import FIRST, STANDING
from pentameter.keyring.ring import Ring

ROOT = "root.key"
"""The first version of the root key. Later ones are root.2.key, root.3.key and so on."""
STANDING_KEYS = "standing.keys"
"""What was derived from the first version and stays, once there are later ones."""
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
    if (folder / STANDING_KEYS).exists():
        del contents[ROOT]
    for name, text in contents.items():
        write_new(folder / name, text)
    _make_pair(folder)
    if demo:
        write_new(folder / DEMO_MARK, "These keys belong to a demonstration. A real installation refuses them.\n")


def read(folder: Path, name: str) -> bytes:
    """A key's bytes.

    Raises:
        Misconfigured: if it is missing, malformed, readable by others, or in a folder that others can change.
    """
    _unchanged_by_others(folder)
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
    _private(path)
    return path.read_text(encoding="ascii")


def root_name(number: int) -> str:
    """The file of a version of the root key."""
    return ROOT if number == FIRST else f"root.{number}.key"


def read_root(folder: Path, number: int) -> bytes | None:
    """A version of the root key; None where it does not lie here."""
    return read_if_there(folder, root_name(number))


def roots(folder: Path) -> dict[int, bytes]:
    """The versions of the root key that lie here, by their numbers."""
    return {number: read(folder, root_name(number)) for number in _numbers(folder)}


def ring(folder: Path) -> Ring:
    """The root keys of an installation, as a process of the staff door holds them.

    Raises:
        Misconfigured: if one of them is malformed or readable by others, or none is there.
    """
    return Ring(read=partial(read_root, folder), standing=standing(folder), held=roots(folder))


def standing(folder: Path) -> dict[str, bytes]:
    """The keys that were derived from the first version of the root key, by their purpose.

    Raises:
        Misconfigured: if neither their file nor the first version is there and as it must be.
    """
    if not (folder / STANDING_KEYS).exists():
        root = read(folder, ROOT)
        return {purpose: sealing.derive(root, purpose) for purpose in STANDING}
    _private(folder / STANDING_KEYS)
    try:
        kept = json.loads((folder / STANDING_KEYS).read_text(encoding="ascii"))
        return {purpose: bytes.fromhex(kept[purpose]) for purpose in STANDING}
    except (ValueError, KeyError, TypeError) as error:
        raise Misconfigured(f"{STANDING_KEYS} does not hold every key. Restore it from its backup.") from error


def make_root(folder: Path, number: int) -> None:
    """Make a version of the root key, and keep apart what was derived from the first. What is there is kept."""
    kept = {purpose: key.hex() for purpose, key in standing(folder).items()}
    write_new(folder / STANDING_KEYS, json.dumps(kept, indent=1))
    write_new(folder / root_name(number), sealing.new_key().hex())


def set_aside(folder: Path, number: int) -> Path | None:
    """Rename a retired version, so that nothing here reads it; answers where it lies. None: it was not there."""
    path, aside = folder / root_name(number), folder / f"retired.{root_name(number)}"
    if not path.exists():
        return None
    path.rename(aside)
    _sync(folder)
    return aside


def all_there(folder: Path) -> None:
    """Ask for each key of an installation that has sealed with them: new ones would open nothing of it.

    Raises:
        Misconfigured: if one is missing, malformed or readable by others.
    """
    standing(folder)
    for name in (_newest_root(folder), PUBLIC_DOOR, CHECKPOINT):
        read(folder, name)
    if (folder / TIPS_PUBLIC).exists():
        read(folder, TIPS)


def _newest_root(folder: Path) -> str:
    """The version with the highest number that lies here; the first where there is none."""
    return root_name(max(_numbers(folder), default=FIRST))


def _numbers(folder: Path) -> list[int]:
    later = [one.name.split(".")[1] for one in folder.glob("root.*.key")]
    first = [FIRST] if (folder / ROOT).exists() else []
    return first + sorted(int(number) for number in later if number.isdecimal())


def must_lie_outside(folder: Path, data: Path) -> None:
    """Refuse keys that lie within the data that they seal.

    Raises:
        Misconfigured: whoever carried the one away would have the other.
    """
    if folder.resolve().is_relative_to(data.resolve()):
        raise Misconfigured(
            f"The keys lie in {folder}, within the data folder {data}: whoever carries off the data has the keys. "
            "Stop the installation, move the folder elsewhere, and set PENTAMETER_KEYS to where it lies."
        )


def _private(path: Path) -> None:
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        mend = f"Run `chmod 600 {path}`, and consider it known: docs/guides/keys.md says what that means."
        raise Misconfigured(f"The key {path.name} can be read by others. {mend}")


def _unchanged_by_others(folder: Path) -> None:
    if folder.is_dir() and folder.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise Misconfigured(
            f"The keys' folder {folder} can be changed by others: a key in it may be theirs. "
            f"Run `chmod 700 {folder}`, and compare the keys with their backup."
        )


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
    """Write a file that only its owner reads: all of it, or nothing, whenever the power goes. False: it is there."""
    if path.exists():
        return False
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(unfinished, path)
    except FileExistsError:
        return False
    finally:
        unfinished.unlink()
        _sync(path.parent)
    return True


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
