"""Taking files in from the command line: the same intake as the page's and the API's, without a queue."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from pentameter.accounts import api as accounts
from pentameter.config.demo import bulletins, discussing, investigating, questions, releasing, seeding, tips
from pentameter.intelligence import api as intelligence
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor, Role
from pentameter.kernel.verdict import Refused
from pentameter.operations import api as operations

Progress = Callable[[int, int], None]
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file."""

    agency: str
    name: str
    rows: int
    accepted: int
    quarantined: int
    duplicate: int
    refusal: str
    repeated: bool
    reasons: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def sender(agency: str) -> Actor:
    """The command line, acting as the agency's own system.

    Raises:
        Refused: if nobody knows the agency.
    """
    known = accounts.agency(agency)
    if known is None:
        raise Refused(f"No agency is called {agency}. `pentameter users agencies` lists their short names.")
    return Actor("command-line", Role.AGENCY_SYSTEM, known.slug, known.sector, known.jurisdiction)


def wave(name: str) -> UUID:
    """The wave called "operation/number"; without a name, the one that runs now.

    Raises:
        Refused: if there is none, or more than one.
    """
    if name:
        slug, _, number = name.partition("/")
        found = [one for one in operations.waves_of(slug) if str(one.number) == number]
    else:
        today = clock.today()
        running = [one for one in operations.operations() if not one.is_history]
        found = [one for card in running if (one := operations.current_wave(card.slug, today))]
    if len(found) != 1:
        raise Refused("Say which wave the files belong to: --wave operation/number, as on the operations page.")
    return found[0].id


def take_in(path: Path, by: Actor, wave_id: UUID, progress: Progress | None = None) -> Outcome:
    """Receive one file and take it in to its end."""
    received = intelligence.receive_file(name=path.name, chunks=_pieces(path), wave_id=wave_id, way="command", by=by)
    card = intelligence.take_in_file(file_id=received.file_id, by=by, progress=progress)
    return Outcome(
        agency=by.agency,
        name=path.name,
        rows=card.rows,
        accepted=card.accepted,
        quarantined=card.quarantined,
        duplicate=card.duplicate,
        refusal=card.refusal,
        repeated=card.repeats is not None,
        reasons=intelligence.first_reasons(file_id=card.id, by=by) if card.quarantined else (),
    )


def open_demo(examples: Path) -> Iterator[Outcome]:
    """Set the demo operation up from `examples/demo.json` and take its files in, one by one, through the intake.

    A wave that is over takes no returns any more, so each is ended only when its files are in, as it was in life.
    """
    demo = json.loads((examples / "demo.json").read_text(encoding="utf-8"))
    waves = _set_up(demo)
    for file in demo["files"]:
        yield take_in(examples / file["path"], sender(file["agency"]), waves[file["wave"]])
    for wave, plan in _still_to_end(demo):
        operations.change_wave(wave_id=wave.id, plan=plan, version=wave.version, by=SYSTEM)


def is_open(examples: Path) -> bool:
    """Whether the demo operation is there already, with every file of it."""
    demo = json.loads((examples / "demo.json").read_text(encoding="utf-8"))
    if operations.operation(demo["operation"]["slug"]) is None:
        return False
    received = sum(one.files for one in intelligence.totals_by_agency())
    return received >= len(demo["files"]) and not intelligence.unfinished() and not list(_still_to_end(demo))


def register_demo_cases() -> int:
    """Register the demo's cases, dated relative to today, if none is there yet. Answers how many were."""
    return seeding.register_cases(clock.today())


def register_demo_investigations() -> int:
    """Register the demo's investigations, dated relative to today, if none is there yet. Answers how many were."""
    return investigating.register_investigations(clock.today())


def keep_demo_questions() -> int:
    """Keep the demo's questions of policy, if none is there yet. Answers how many were."""
    return questions.keep_questions(clock.today())


def release_demo() -> int:
    """Make and publish the demo's release, if there is none yet. Answers how many tables it has."""
    return releasing.release_demo(clock.now())


def publish_demo_bulletins() -> int:
    """Publish the demo's bulletins that are not there yet. Answers how many were."""
    return bulletins.publish_bulletins()


def leave_demo_tips() -> tuple[str, ...]:
    """Leave the demo's tip-offs, if none was ever left. Answers their receipt codes."""
    return tips.leave_tips()


def let_demo_readers_discuss() -> int:
    """Let the demo's readers register and write, if nobody ever registered. Answers how many comments there are."""
    return discussing.discuss()


def demo_reader() -> tuple[str, str]:
    """The address and the password of a reader of the demo."""
    return discussing.address_of(discussing.READERS[0]), discussing.PASSWORD


def number_of_files(examples: Path) -> int:
    """How many files the demo operation consists of."""
    return len(json.loads((examples / "demo.json").read_text(encoding="utf-8"))["files"])


def _set_up(demo: dict[str, Any]) -> dict[int, UUID]:
    """The operation, its waves and participants, as far as they are not there yet; the waves' ids by number."""
    card = demo["operation"]
    if operations.operation(card["slug"]) is None:
        operations.create_operation(slug=card["slug"], name=card["name"], purpose=card["purpose"], by=SYSTEM)
    there = {one.number for one in operations.waves_of(card["slug"])}
    for one in demo["waves"]:
        if one["number"] not in there:
            operations.create_wave(operation=card["slug"], plan=replace(_plan(one), ends_on=None), by=SYSTEM)
    waves = {one.number: one.id for one in operations.waves_of(card["slug"])}
    for one in demo["waves"]:
        _take_part(waves[one["number"]], one)
    return waves


def _plan(one: dict[str, Any]) -> operations.WavePlan:
    ends_on = date.fromisoformat(one["ends_on"]) if one["ends_on"] else None
    return operations.WavePlan(one["name"], date.fromisoformat(one["starts_on"]), ends_on)


def _still_to_end(demo: dict[str, Any]) -> Iterator[tuple[operations.WaveCard, operations.WavePlan]]:
    """The waves that are over but not ended yet, with their plans."""
    there = {wave.number: wave for wave in operations.waves_of(demo["operation"]["slug"])}
    for one in demo["waves"]:
        if one["ends_on"] and there[one["number"]].ends_on is None:
            yield there[one["number"]], _plan(one)


def _take_part(wave_id: UUID, one: dict[str, Any]) -> None:
    there = {part.agency for part in operations.participants(wave_id)}
    since = date.fromisoformat(one["starts_on"])
    for part in one["participants"]:
        if part["agency"] not in there:
            level = operations.Involvement(part["level"])
            wanted = operations.Part(part["agency"], level, part["plan"], since)
            operations.set_participation(wave_id=wave_id, part=wanted, by=SYSTEM)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
