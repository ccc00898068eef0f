"""The versions of the root key as a process holds them: those that lay there when it started, and later ones.

Those that lay there are held from the start, so that a key that was read just before its version was set aside opens.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pentameter.kernel.sealing import SealBroken


@dataclass(frozen=True, eq=False)
class Ring:
    """`read` gives a version's bytes, or None where its file is not there. `standing`: the keys that stay."""

    read: Callable[[int], bytes | None] = field(repr=False)
    standing: Mapping[str, bytes] = field(repr=False)
    held: dict[int, bytes] = field(default_factory=dict, repr=False)

    def root(self, number: int) -> bytes:
        """A version of the root key.

        Raises:
            SealBroken: it does not lie here.
        """
        if number not in self.held:
            found = self.read(number)
            if found is None:
                raise SealBroken(f"Version {number} of the root key does not lie here.")
            self.held[number] = found
        return self.held[number]
