"""`python -m proofs.assurance [--only WORD]...`: run the full form of each proof and write its table.

The proofs run one after another, hours in all; with `--only`, those whose command holds one of the words. What came of
each is kept in docs/assurance.json as soon as it has ended, and docs/assurance.md is written from that. Exit code 1
where one failed.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg

from pentameter.config import embedded
from pentameter.kernel import clock

ROOT = Path(__file__).resolve().parent.parent
KEPT, PAGE, ABOUT = (ROOT / "docs" / name for name in ("assurance.json", "assurance.md", "assurance-about.md"))
_ROW = re.compile(r"^│ (.+?) │ +(.+?) │$")


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim, and the command that tries to refute it."""

    claim: str
    command: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a command: when, on which commit and with which versions, and every line of its table."""

    command: str
    day: str
    commit: str
    versions: str
    seconds: int
    held: bool
    figures: dict[str, str]


_CLOCKS = "No protection ends early"
_LOST = "Nothing acknowledged is lost"
_IN = "No one is let in"
_KEYS = "A key can be changed, and ciphertext cannot be moved"
_BACK = "What is backed up can be restored"
PROOFS = (
    Proof(_CLOCKS, "proofs"),
    Proof(_LOST, "proofs.acknowledged --kills 1000"),
    Proof(_LOST, "proofs.acknowledged --kills 0 --crashes 200"),
    Proof(_LOST, "proofs.power --cuts 500"),
    Proof(_LOST, "proofs.degraded --rounds 10 --seconds 60"),
    Proof(_LOST, "proofs.degraded --rounds 10 --seconds 60 --postgres"),
    Proof(_IN, "proofs.let_in"),
    Proof(_IN, "proofs.let_in.mutants"),
    Proof(_IN, "proofs.let_in.timing"),
    Proof("Insiders are seen", "proofs.insiders"),
    Proof("No comment hurts", "proofs.hostile"),
    Proof("No input hurts", "proofs.bad_input"),
    Proof(_KEYS, "proofs.rotation"),
    Proof(_KEYS, "proofs.rotation --postgres"),
    Proof(_KEYS, "proofs.moved"),
    Proof(_BACK, "proofs.restores --drills 30"),
    Proof(_BACK, "proofs.restores --moments 30"),
    Proof("Nothing released gives anyone away", "proofs.releases"),
    Proof("Tables can be changed at any hour", "proofs.migrations"),
    Proof("What was disposed of is nowhere", "proofs.erasure"),
)


def main() -> int:
    """Run, keep, write."""
    parser = argparse.ArgumentParser(prog="python -m proofs.assurance")
    parser.add_argument("--only", action="append", default=[], help="a word of the command; may be given again")
    parser.add_argument("--write", action="store_true", help="write the page from what is kept, and run nothing")
    chosen = parser.parse_args()
    wanted = [] if chosen.write else [one for one in PROOFS if _chosen(one, chosen.only)]
    outcomes = kept()
    for proof in wanted:
        outcomes[proof.command] = run(proof)
        KEPT.write_text(json.dumps([asdict(one) for one in outcomes.values()], indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(ABOUT.read_text(encoding="utf-8"), outcomes), encoding="utf-8")
    return int(any(not outcomes[one.command].held for one in wanted))


def _chosen(proof: Proof, words: list[str]) -> bool:
    return not words or any(word in proof.command for word in words)


def kept() -> dict[str, Outcome]:
    """What came of each command the last time, by the command."""
    if not KEPT.exists():
        return {}
    return {one["command"]: Outcome(**one) for one in json.loads(KEPT.read_text(encoding="utf-8"))}


def run(proof: Proof) -> Outcome:
    """Run a proof to its end, with its words on this terminal."""
    before = time.perf_counter()
    command = [sys.executable, "-m", *proof.command.split()]
    variables = {**os.environ, "COLUMNS": "160"}
    done = subprocess.run(command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout, flush=True)
    return Outcome(
        command=proof.command,
        day=clock.today().isoformat(),
        commit=_commit(),
        versions=_versions(),
        seconds=round(time.perf_counter() - before),
        held=done.returncode == 0,
        figures=figures(done.stdout),
    )


def figures(said: str) -> dict[str, str]:
    """The lines of a table of two columns, as it was printed."""
    return {row[1].strip(): row[2].strip() for line in said.splitlines() if (row := _ROW.match(line.strip()))}


def page(about: str, outcomes: dict[str, Outcome]) -> str:
    """The page: what is claimed and what is not, then each proof with its figures."""
    parts = [about.rstrip(), "", "## What was tried, how often, and what was lost", ""]
    for claim in dict.fromkeys(one.claim for one in PROOFS):
        parts += [f"### {claim}", ""]
        for proof in (one for one in PROOFS if one.claim == claim):
            parts += _told(proof, outcomes.get(proof.command))
    return "\n".join(parts).rstrip() + "\n"


def _told(proof: Proof, found: Outcome | None) -> list[str]:
    command = f"`python -m {proof.command}`"
    if found is None:
        return [f"{command}: not yet run to its end in the full form.", ""]
    verdict = "held" if found.held else "**did not hold**"
    head = f"{command}: {verdict}. {found.day}, commit {found.commit}, {found.seconds:,} s; {found.versions}."
    rows = [f"| {what} | {number} |" for what, number in found.figures.items()]
    return [head, "", "| | |", "|---|---:|", *rows, ""] if rows else [head, ""]


def _commit() -> str:
    asked = ["git", "rev-parse", "--short=8", "HEAD"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _versions() -> str:
    sqlite = ".".join(map(str, embedded.version()))
    return f"Python {platform.python_version()}, SQLite {sqlite}, psycopg {psycopg.__version__}"


if __name__ == "__main__":
    sys.exit(main())
