"""Good input spoilt by chance: bytes and texts, changed in the ways in which files break and are broken."""

import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from proofs.bad_input.strings import shipped

LARGEST = 200_000
"""What is changed never grows past this: the largest files have a proof of their own."""
_STRINGS = shipped()
_LETTERS = (
    "abcxyz019 .,;:|-/+()'\"\t\n\r=@#[]{}<>&%\\_*~`^$!?€£éßŁжع文😀\u200b\u202e\x00\x7f\x85\ufeff\ud800\udfff\u0661"
)
_BYTES = (
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b'"',
    b",",
    b"\n",
    b"\r",
    b"{",
    b"[",
    b"\\u",
    b"\\ud800",
    b"PK",
)
_BYTES += (b'":', b"null", b"1e999", b"<!", b"\xc3", b"\xed\xa0\x80", b"\x80", b"\x1a", b"\t", b";", b"sep=", b"''")


def bytes_from(rng: Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds after a few changes; seldom, bytes of pure chance."""
    if rng.random() < 0.03:
        return rng.randbytes(rng.randrange(1, 400))
    made = rng.choice(seeds)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6, 12))):
        made = rng.choice(_CHANGES)(rng, made, seeds)
    return made[:LARGEST]


def package_from(rng: Random, seeds: Sequence[bytes]) -> bytes:
    """A package one of whose parts was changed, packed again as it should be, so that it is read to that part."""
    with zipfile.ZipFile(io.BytesIO(rng.choice(seeds))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = rng.choice([one for one in parts if one.endswith((".xml", ".rels"))])
    parts[name] = bytes_from(rng, (parts[name],))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for one, part in parts.items():
            made.writestr(one, part)
    return content.getvalue()


def text_from(rng: Random, seeds: Sequence[str]) -> str:
    """One of the seeds after a few changes, a hostile string, or letters of pure chance."""
    kind = rng.random()
    if kind < 0.1:
        return rng.choice(_STRINGS)
    if kind < 0.25:
        return "".join(rng.choice(_LETTERS) for _ in range(rng.randrange(1, 30)))
    made = rng.choice(seeds)
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        at = rng.randrange(len(made) + 1)
        until = min(len(made), at + rng.choice((0, 0, 1, 1, 2, 5)))
        put = rng.choice((rng.choice(_LETTERS), rng.choice(_LETTERS), made[at : at + 4], rng.choice(seeds), ""))
        made = made[:at] + put + made[until:]
    return made


def _flip(rng: Random, made: bytes, seeds: Sequence[bytes]) -> bytes:
    if not made:
        return made
    at = rng.randrange(len(made))
    return made[:at] + bytes([made[at] ^ (1 << rng.randrange(8))]) + made[at + 1 :]


def _put(rng: Random, made: bytes, seeds: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(made) + 1)
    return made[:at] + rng.choice(_BYTES) * rng.choice((1, 1, 1, 2, 40)) + made[at:]


def _replace(rng: Random, made: bytes, seeds: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(made) + 1)
    put = rng.choice(_BYTES)
    return made[:at] + put + made[at + len(put) :]


def _cut(rng: Random, made: bytes, seeds: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(made) + 1)
    return made[:at] + made[at + rng.choice((1, 2, 10, 100, LARGEST)) :]


def _again(rng: Random, made: bytes, seeds: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(made) + 1)
    part = made[at : at + rng.choice((1, 8, 60, 400))]
    return made[:at] + part * rng.choice((2, 3, 50)) + made[at:]


def _spliced(rng: Random, made: bytes, seeds: Sequence[bytes]) -> bytes:
    other = rng.choice(seeds)
    return made[: rng.randrange(len(made) + 1)] + other[rng.randrange(len(other) + 1) :]


def _said(rng: Random, made: bytes, seeds: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(made) + 1)
    return made[:at] + rng.choice(_STRINGS).encode("utf-8", "surrogatepass") + made[at:]


_CHANGES: tuple[Callable[[Random, bytes, Sequence[bytes]], bytes], ...] = (
    *(_flip, _flip, _put, _put, _replace, _replace, _cut, _again, _spliced, _said),
)
