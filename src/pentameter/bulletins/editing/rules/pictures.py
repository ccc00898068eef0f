"""What a picture may be: small enough, and of a kind that every browser shows."""

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LARGEST = 8 * 1024 * 1024
"""Bytes of what is uploaded."""
MOST_PIXELS = 40_000_000
"""A small file can open into a huge picture; more than this is not opened."""
LONGEST_SIDE = 1600
"""Pixels of what is published."""
KINDS = ("JPEG", "PNG", "WEBP")
MOST = 20
"""Pictures of one story."""


def may_be_opened(size: int) -> Verdict:
    """Whether a file of so many bytes is opened at all."""
    if not size:
        return refused("This file is empty. Choose another one.")
    if size > LARGEST:
        return refused(f"This file is larger than {LARGEST // 1024 // 1024} MB. Save it smaller, then send it again.")
    return ALLOWED


def may_be_drawn(width: int, height: int) -> Verdict:
    """Whether a picture of these pixels is read whole."""
    if width * height > MOST_PIXELS:
        return refused(f"This picture has {width} by {height} pixels. Save it with 40 million at most.")
    if min(width, height) < 1:
        return refused("This picture is empty. Choose another one.")
    return ALLOWED


def may_be_added(there: int) -> Verdict:
    """Whether a story may have one more."""
    return refused(f"A story has {MOST} pictures at most. Remove one first.") if there >= MOST else ALLOWED
