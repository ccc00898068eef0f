"""The parsers under changed input: so many cases, by chance from a seed, in processes with a limit on their memory."""

import resource
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from proofs.bad_input import changing
from proofs.bad_input.parsers import PARSERS, WORKBOOKS, Parser

MEMORY = 3 * 1024**3
SECONDS = 5.0
"""Of processor time that one case may take; the largest input is 200 kB."""


@dataclass
class Tried:
    """How often what came out, and each fault with the input that shows it."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: dict[tuple[str, str], bytes] = field(default_factory=dict)
    slowest: float = 0.0

    def add(self, other: "Tried") -> None:
        """Put another part to this one; of the inputs with one fault the shortest is kept."""
        self.counts.update(other.counts)
        self.slowest = max(self.slowest, other.slowest)
        for what, sent in other.faults.items():
            if what not in self.faults or len(sent) < len(self.faults[what]):
                self.faults[what] = sent


def part(seed: int, number: int) -> Tried:
    """A part of the cases, of every parser its share, in a process of its own."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    tried = Tried()
    for parser in PARSERS:
        run(parser, Random(f"{seed} {parser.name}"), max(1, number * parser.share // 1000), tried)
    return tried


def run(parser: Parser, rng: Random, number: int, tried: Tried) -> None:
    """So many cases of one parser."""
    texts = [one.decode("utf-8", "surrogatepass") for one in parser.seeds] if parser.texts else []
    for _ in range(number):
        if parser.texts:
            sent = changing.text_from(rng, texts).encode("utf-8", "surrogatepass")
        else:
            sent = changing.bytes_from(rng, parser.seeds)
        one(parser, sent, tried)


def one(parser: Parser, sent: bytes, tried: Tried) -> None:
    """One case."""
    before = time.process_time()
    try:
        outcome = parser.read(sent)
    except Exception as error:  # whatever it is, it is a fault of the parser
        outcome = "FAULT"
        tried.faults.setdefault((parser.name, _told(error)), sent)
    took = time.process_time() - before
    tried.slowest = max(tried.slowest, took)
    if took > SECONDS:
        outcome = "FAULT"
        tried.faults.setdefault((parser.name, "too slow"), sent)
    tried.counts[f"{parser.name}: {outcome}"] += 1
    tried.counts["cases"] += 1


def _told(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = next((one for one in reversed(frames) if "pentameter" in one.filename), frames[-1])
    return f"{type(error).__name__}: {str(error)[:120]} ({Path(last.filename).name}:{last.lineno})"


def workbooks(seed: int, number: int, seeds: tuple[bytes, ...]) -> Tried:
    """Workbooks, damaged in their bytes or in one of their parts: each is opened by a process of its own."""
    tried = Tried()
    parser, rng = Parser("XLSX", WORKBOOKS, seeds, 0), Random(f"{seed} XLSX")
    for _ in range(number):
        change = changing.bytes_from if rng.random() < 0.1 else changing.package_from
        one(parser, change(rng, seeds), tried)
    return tried
