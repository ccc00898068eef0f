"""Who can open a backup: public keys that lie with the installation, and private ones that never do (age, X25519)."""

import os
from pathlib import Path

import pyrage

from pentameter.config import keys
from pentameter.config.environment import Misconfigured

Recipient = pyrage.x25519.Recipient
Identity = pyrage.x25519.Identity
VARIABLE = "PENTAMETER_BACKUP_RECIPIENTS"
FILE = "backup.recipients"


def named(folder: Path, given: list[str]) -> list[Recipient]:
    """The recipients that are `given`; else those in the file of PENTAMETER_BACKUP_RECIPIENTS, or in `folder`.

    Raises:
        Misconfigured: where there is none, or one is not a public key.
    """
    texts = given or _listed(Path(os.environ.get(VARIABLE) or folder / FILE))
    if not texts:
        raise Misconfigured(
            "Nobody could open this backup. Make a key on another machine with `pentameter backup key FILE`, and write "
            f"the public key that it prints into {folder / FILE}, or name it with --recipient."
        )
    return [_recipient(text) for text in texts]


def new_identity(path: Path) -> str:
    """A new private key in a file of its own; answers the public one.

    Raises:
        Misconfigured: where the file is there already.
    """
    identity = Identity.generate()
    if not keys.write_new(path, f"{identity}\n"):
        raise Misconfigured(f"{path} is there already. A key that backups were sealed to must not be written over.")
    return str(identity.to_public())


def identity(path: Path) -> Identity:
    """The private key in a file.

    Raises:
        Misconfigured: where there is none, or others can read it.
    """
    text = keys.read_text(path, mend="Bring it from where it is kept: without it no backup opens.")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    try:
        return Identity.from_str(lines[0] if lines else "")
    except pyrage.IdentityError as error:
        raise Misconfigured(f"{path} holds no private key of backups (AGE-SECRET-KEY-1...).") from error


def _listed(path: Path) -> list[str]:
    if not path.is_file():
        return []
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _recipient(text: str) -> Recipient:
    try:
        return Recipient.from_str(text)
    except pyrage.RecipientError as error:
        shown = "a private key" if "SECRET" in text.upper() else repr(text)
        raise Misconfigured(f"{shown} is no public key of a recipient: those begin with age1.") from error
