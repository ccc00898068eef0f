"""The chart of a pair: what speaks for its being one person, and what against."""

from datetime import date

from pentameter.entities.queries.evidence import Weighing
from pentameter.look.charts.chart import Width
from pentameter.look.charts.waterfall import Step, Waterfall


def waterfall(said: Weighing, as_of: date) -> Waterfall:
    """What the model weighed, sentence by sentence, and how far it is from deciding alone."""
    return Waterfall(
        title="What speaks for and against",
        source=f"the two reports, weighed by model {said.model_version}.",
        as_of=as_of,
        note=distance(said),
        width=Width.THIRD,
        steps=tuple(Step(one.sentence, one.weight) for one in said.evidence),
        beginning=said.beginning,
        beginning_label="Before anything is compared" if abs(said.beginning) >= 0.05 else "",
        needed=said.weighed.decide_at,
        needed_label="to decide alone",
    )


def distance(said: Weighing) -> str:
    """How far it is from what the machine would need, in words. One more means twice as likely."""
    missing = said.weighed.decide_at - said.weighed.weight
    if said.weighed.contradictions:
        return "The records contradict each other, so the machine never decides this pair alone."
    if said.doubts:
        return "The machine does not decide this pair alone, however much speaks for it."
    if missing <= 0:
        return "That is enough for the machine, which leaves people who may be victims to people."
    return f"The machine would need {missing:.1f} more to decide alone. One more means that it is twice as likely."
