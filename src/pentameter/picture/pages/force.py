"""A force's own page in words: what became of what it sent, who else holds it, what is expected, and where to go."""

from dataclasses import dataclass

from django.urls import reverse

from pentameter.access.api import Operation, decide
from pentameter.kernel.actor import Actor
from pentameter.look import words
from pentameter.operations.api import Duty
from pentameter.picture.queries.force import COUNTED, Force

_KINDS = {
    "person": ("person", "people"),
    "phone": ("phone", "phones"),
    "vehicle": ("vehicle", "vehicles"),
    "premises": ("premises", "premises"),
    "advert": ("advert", "adverts"),
    "organisation": ("organisation", "organisations"),
}


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that is expected of the force: what, why, how soon, and where it is done, for those who may."""

    what: str
    why: str
    tag: str
    kind: str
    url: str


@dataclass(frozen=True)
class ForcePage:
    """A force on its way to a template."""

    force: Force
    reader: Actor

    @property
    def own(self) -> bool:
        """Whether it is the reader's own."""
        return self.force.agency.slug == self.reader.agency

    @property
    def sentence(self) -> str:
        """Whose page it is, and up to when."""
        whose = "Your force" if self.own else self.force.agency.name
        return f"{whose}: what was sent, what became of it, and what comes next. As of {words.moment(self.force.at)}."

    @property
    def as_of(self) -> str:
        """The day of every figure."""
        return f"as of {words.short_day(self.force.today)}"

    @property
    def fates(self) -> tuple[tuple[str, int, str], ...]:
        """What became of the rows that were sent: how many, and what that means."""
        sent = self.force.sent
        return (
            ("Accepted", sent.accepted, "they are reports now"),
            ("Set aside", sent.quarantined, f"{words.number(sent.waiting)} still wait to be mended"),
            ("Here already", sent.duplicate, "sent twice, counted once"),
        )

    @property
    def shared_lines(self) -> list[tuple[str, int, int]]:
        """Things that judgements join with another's, by kind: how many, and notices that nobody has seen."""
        ordered = sorted(self.force.shared.by_kind.items(), key=lambda one: (-one[1].things, one[0]))
        return [(_KINDS.get(kind, (kind, kind))[1].capitalize(), one.things, one.unseen) for kind, one in ordered]

    @property
    def callers(self) -> list[tuple[str, int]]:
        """With whom, as far as they may be named; for the others the duty desk is called."""
        found = [(self.force.names[slug], told) for slug, told in self.force.shared.by_agency.items()]
        found.sort(key=lambda one: (-one[1], one[0]))
        desk = self.force.shared.by_desk
        return [*found, *([("Others: call the duty desk at the national centre", desk)] if desk else [])]

    @property
    def expected(self) -> list[Expected]:
        """What is expected next, what is late first."""
        found = [one for duty in self.force.duties for one in self._returns(duty)]
        if waiting := self.force.sent.waiting:
            what = f"Mend {words.plural(waiting, 'row')} in quarantine"
            found.append(
                Expected(what, "Until they are mended, nobody reads what they say.", "today", "today", self.intake_url)
            )
        if unseen := self.force.shared.unseen:
            what = f"Look at {words.plural(unseen, 'notice')} that another agency has an interest"
            found.append(
                Expected(what, "They say whom to call. Nobody has seen them yet.", "today", "today", self.interests_url)
            )
        if reviews := self.force.reviews:
            most = f"more than {words.number(COUNTED)} pairs" if reviews > COUNTED else words.plural(reviews, "pair")
            what = f"Review {most}"
            found.append(
                Expected(
                    what, "They may be one and the same.", "soon", "", self._own(Operation.JUDGE_PAIR, "entities:queue")
                )
            )
        return found

    @property
    def reports_url(self) -> str:
        """Its reports that the reader may read."""
        may = decide(self.reader, Operation.READ_REPORT).allowed
        return f"{reverse('intelligence:reports')}?agency={self.force.agency.slug}" if may else ""

    @property
    def picture_url(self) -> str:
        """The picture of what it sent."""
        may = decide(self.reader, Operation.VIEW_PICTURE).allowed
        return f"{reverse('picture:picture')}?agency={self.force.agency.slug}" if may else ""

    @property
    def intake_url(self) -> str:
        """Where its files are; others' are closed."""
        return self._own(Operation.VIEW_INTAKE, "intelligence:intake")

    @property
    def interests_url(self) -> str:
        """What it is told of; others' are closed."""
        return self._own(Operation.VIEW_INTERESTS, "entities:interests")

    def wave_url(self, duty: Duty) -> str:
        """Its returns in a wave."""
        may = decide(self.reader, Operation.VIEW_OPERATIONS).allowed
        return reverse("operations:agency", args=[duty.wave.id, self.force.agency.slug]) if may else ""

    def _returns(self, duty: Duty) -> list[Expected]:
        may = self.own and decide(self.reader, Operation.FILE_RETURN).allowed
        url = reverse("operations:file_return", args=[duty.wave.id]) if may else self.wave_url(duty)
        found = [
            Expected(
                f"{duty.wave.name}: the return for the {words.week(week)}",
                "The week is over and nothing was filed.",
                "late",
                "danger",
                f"{url}?week={week}" if may else url,
            )
            for week in duty.overdue
        ]
        if duty.due_now:
            why = "To have looked and found nothing is worth knowing too."
            found.append(Expected(f"{duty.wave.name}: the return for this week", why, "this week", "", url))
        return found

    def _own(self, operation: Operation, name: str) -> str:
        return reverse(name) if self.own and decide(self.reader, operation).allowed else ""
