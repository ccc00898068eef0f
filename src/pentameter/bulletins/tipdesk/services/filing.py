"""Filing a tip-off as a report of the analyst's agency, graded, with where it came from.

This is the one place where bulletins reach intelligence, and they come in by its door like anyone who sends a report.
The report's words are the analyst's; what the sender wrote goes along sealed as the words before sanitising, and how
the sender may be reached as the identity of a source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event, record
from pentameter.bulletins.tipdesk.models import Filing, Tip
from pentameter.bulletins.tipdesk.rules.states import Step
from pentameter.bulletins.tipdesk.sealed import letter_in
from pentameter.bulletins.tipdesk.services.loading import held, stepped
from pentameter.bulletins.tips.rules.letters import Letter
from pentameter.intelligence.api import (
    HANDLING_CODES,
    INFORMATION_CODES,
    SOURCE_CODES,
    Scheme,
    Theme,
    submit_report,
    waves_to_choose,
)
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

Choices = tuple[tuple[str, str], ...]
Wrong = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """What a report can be filed under: waves, themes, and the codes of both schemes, each as it is said."""

    waves: Choices
    themes: Choices
    schemes: Choices
    sources: Choices
    information: Choices
    handling: Choices


def offered() -> Offered:
    """What can be chosen today."""
    waves = tuple((str(one.id), f"{one.operation_name}: {one.name}") for one in waves_to_choose(clock.today()))
    themes = tuple((one.value, one.value.replace("_", " ").capitalize()) for one in Theme)
    schemes = tuple((one.value, one.value) for one in Scheme)
    return Offered(waves, themes, schemes, *(_said(one) for one in (SOURCE_CODES, INFORMATION_CODES, HANDLING_CODES)))


def file_tip(*, tip_id: UUID, cells: Mapping[str, str], wave_id: UUID, version: int, by: Actor) -> UUID | Wrong:
    """File it. Answers the report's id, or all that is wrong, as field and sentence."""
    with transaction.atomic():
        tip = held(tip_id=tip_id, operation=Operation.FILE_TIP, step=Step.FILE, version=version, by=by)
        sent = submit_report(cells={**cells, **_provenance(tip)}, wave_id=wave_id, by=by)
        if sent.report_id is None:
            return tuple((one.field, one.sentence) for one in sent.problems)
        Filing.objects.create(tip=tip, report=sent.report_id, filed_at=clock.now(), filed_by=by.id)
        stepped(tip, Step.FILE)
        record(Event.TIP_FILED, by=by, subject=("tip", tip_id), detail={"report": str(sent.report_id)})
    return sent.report_id


def _provenance(tip: Tip) -> dict[str, str]:
    """Where the report comes from, and what the sender wrote, which stays at home."""
    letters = [letter_in(part.pk, part.sealed) for part in tip.parts.order_by("received_on", "taken_at") if part.sealed]
    times = tip.filings.count()
    contacts = [one.contact for one in letters if one.contact]
    return {
        "report_ref": tip.reference if not times else f"{tip.reference}/{times + 1}",
        "original_text": "\n\n".join(_told(one) for one in letters),
        "source_identity": "; ".join(contacts) or "not named: a tip-off through the public site",
    }


def _told(letter: Letter) -> str:
    lines = (
        letter.what,
        f"Where: {letter.where}" if letter.where else "",
        f"When: {letter.when}" if letter.when else "",
    )
    return "\n".join(one for one in lines if one)


def _said(codes: Mapping[Scheme, Mapping[str, str]]) -> Choices:
    """The codes of both schemes, the scheme named with each: equal letters of two schemes are not the same."""
    return tuple(
        (f"{scheme.value}/{code}", f"{scheme.value}: {code}, {meaning}")
        for scheme, of_scheme in codes.items()
        for code, meaning in of_scheme.items()
    )
