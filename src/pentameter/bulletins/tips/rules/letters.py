"""What a tip-off holds, and as bytes for sealing. The two doors share this form and nothing else."""

import json
from dataclasses import dataclass, field
from typing import Any

_LENGTH_BYTES = 4
MOST_PICTURES = 3
LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody tells: in their words, with pictures of which nothing but the picture is left (JPEG)."""

    what: str
    where: str = ""
    when: str = ""
    contact: str = ""
    pictures: tuple[bytes, ...] = field(default=(), repr=False)


def as_bytes(letter: Letter) -> bytes:
    """For sealing."""
    said = {"what": letter.what, "where": letter.where, "when": letter.when, "contact": letter.contact}
    head = json.dumps({**said, "pictures": [len(one) for one in letter.pictures]}, ensure_ascii=False)
    encoded = head.encode("utf-8", "replace")
    return len(encoded).to_bytes(_LENGTH_BYTES, "big") + encoded + b"".join(letter.pictures)


def from_bytes(content: bytes) -> Letter:
    """As it was sealed."""
    end = _LENGTH_BYTES + int.from_bytes(content[:_LENGTH_BYTES], "big")
    said: dict[str, Any] = json.loads(content[_LENGTH_BYTES:end])
    pictures, at = [], end
    for size in said["pictures"]:
        pictures.append(content[at : at + size])
        at += size
    return Letter(said["what"], said["where"], said["when"], said["contact"], tuple(pictures))
