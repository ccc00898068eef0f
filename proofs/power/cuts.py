"""What is left of the files after a cut: what was fsynced, and by chance some of what was not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from proofs.power.tape import Acknowledged, Cut, Step, Synced, Written

SECTOR = 512


@dataclass(slots=True)
class Disk:
    """The files as they are on the disk for certain, and what was written since each was synced last."""

    sure: dict[str, bytearray]
    open: dict[str, list[Written | Cut]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    def step(self, step: Step) -> None:
        """Go one step further."""
        match step:
            case Acknowledged(reference, identifier):
                self.told[reference] = identifier
            case Synced(name):
                content = self.sure.get(name, bytearray())
                self.sure[name] = _with(content, self.open.pop(name, []))
            case Written(name) | Cut(name):
                self.open.setdefault(name, []).append(step)

    def left(self, rng: Random) -> dict[str, bytes]:
        """What a cut at this moment leaves. Of each file some of the open writes, in their order or not, one torn."""
        found = {name: bytes(content) for name, content in self.sure.items()}
        for name, steps in self.open.items():
            kept = [one for one in steps if rng.random() < rng.choice((0.0, 0.5, 1.0))]
            if kept and isinstance(kept[-1], Written) and rng.random() < 0.8:
                kept[-1] = _torn(kept[-1], rng)
            if not any(isinstance(one, Cut) and one.size < 0 for one in kept):
                found[name] = bytes(_with(bytearray(found.get(name, b"")), kept))
            else:
                found.pop(name, None)
        return found


def played(sure: dict[str, bytes], steps: Iterable[Step]) -> Disk:
    """A disk after some steps."""
    disk = Disk({name: bytearray(content) for name, content in sure.items()})
    for step in steps:
        disk.step(step)
    return disk


def put(left: dict[str, bytes], folder: Path) -> None:
    """Files into an empty folder."""
    for name, content in left.items():
        (folder / name).write_bytes(content)


def _with(content: bytearray, steps: Iterable[Written | Cut]) -> bytearray:
    made = bytearray(content)
    for step in steps:
        if isinstance(step, Cut):
            del made[max(step.size, 0) :]
            made.extend(bytes(max(step.size, 0) - len(made)))
        else:
            made.extend(bytes(max(step.at + len(step.content) - len(made), 0)))
            made[step.at : step.at + len(step.content)] = step.content
    return made


def _torn(step: Written, rng: Random) -> Written:
    """The beginning of a write: up to a sector's end, or within one, whose rest is then noise."""
    many = rng.randrange(0, len(step.content))
    if rng.random() < 0.5:
        return Written(step.name, step.at, step.content[: many // SECTOR * SECTOR])
    rest = (-many) % SECTOR
    return Written(step.name, step.at, step.content[:many] + rng.randbytes(min(rest, len(step.content) - many)))
