"""Opening what stands behind a law's figures, as far as the actor may list it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.justice.queries.laws import Behind, behind, happened
from pentameter.justice.queries.questions import QuestionCard, questions
from pentameter.justice.rules.laws import NoSuchLaw, offence
from pentameter.justice.rules.laws_register import NOTHING, LawLine, line, tallied
from pentameter.justice.rules.laws_standing import Standing
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require


@dataclass(frozen=True, slots=True)
class LawPage:
    """One law on a day. `behind`: the investigations that the actor may list; `opens`: whether they may open any."""

    on: date
    line: LawLine
    behind: tuple[Behind, ...]
    lists: bool
    opens: bool
    questions: tuple[QuestionCard, ...]

    @property
    def hidden(self) -> bool:
        """Whether the figures count more than the investigations that are shown."""
        counted, shown = self.line.recorded, [one.counted for one in self.behind]
        sums = (sum(getattr(one, what) for one in shown) for what in ("arrests", "charges", "convictions"))
        return tuple(sums) != (counted.arrests, counted.charges, counted.convictions)


@transaction.atomic
def show_law(*, code: str, on: date, by: Actor) -> LawPage:
    """One law as it stood on a day, with what stands behind its figures and the questions that are about it."""
    require(decide(by, Operation.VIEW_LAWS))
    try:
        law = offence(code)
    except NoSuchLaw as error:
        raise never_was() from error
    found = line(law, tallied(happened(on)).get(code, NOTHING), on)
    if found.standing is Standing.NOT_YET:
        raise never_was()
    lists = decide(by, Operation.VIEW_INVESTIGATIONS).allowed
    stands = behind(code, on, by) if lists else ()
    shown = {"on": on.isoformat(), "investigations": [str(one.id) for one in stands]}
    record(Event.LAWS_SHOWN, by=by, subject=("law", code), detail=shown)
    return LawPage(
        on=on,
        line=found,
        behind=stands,
        lists=lists,
        opens=decide(by, Operation.VIEW_INVESTIGATION).allowed,
        questions=tuple(one for one in questions() if one.law and one.law.code == code),
    )
