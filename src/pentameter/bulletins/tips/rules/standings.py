"""How a tip-off stands, as its sender may know."""

from enum import StrEnum


class Standing(StrEnum):
    """What the sender reads when they come back with their code."""

    RECEIVED = "received"
    READ = "read"
    ASKED = "asked"
    FINISHED = "finished"

    @property
    def words(self) -> str:
        """As the sender reads it."""
        return _WORDS[self]


_WORDS = {
    Standing.RECEIVED: "What you sent is here. Nobody has read all of it yet.",
    Standing.READ: "Somebody at the intelligence desk has read what you sent.",
    Standing.ASKED: "Somebody has read what you sent, and asks you something. You need not answer.",
    Standing.FINISHED: "The desk has done with it what can be done here. You can still add something.",
}
