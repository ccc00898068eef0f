"""The demo's tip-offs: two that nobody sent, told as anyone may, through the same sealing as any other."""

from dataclasses import dataclass

from pentameter.accounts import api as accounts
from pentameter.accounts.queries.people import demo_people
from pentameter.bulletins.tipdesk.models import Tip
from pentameter.bulletins.tipdesk.services.answering import Answer, answer_tip
from pentameter.bulletins.tipdesk.services.reading import open_tip
from pentameter.bulletins.tipdesk.services.taking import take_over
from pentameter.bulletins.tips.models import Tip as Sent
from pentameter.bulletins.tips.rules.codes import lookup_of
from pentameter.bulletins.tips.rules.letters import Letter
from pentameter.bulletins.tips.services import leave_tip, takes_tips
from pentameter.kernel import sealing
from pentameter.kernel.actor import SYSTEM


@dataclass(frozen=True, slots=True)
class DemoTip:
    """Something that was told, and what the desk asks about it."""

    letter: Letter
    question: str = ""


_ANALYST = "national.analyst"
TIPS = (
    DemoTip(
        Letter(
            what=(
                "A white van comes to the closed nail bar in our street on most evenings. Women are let in by a man "
                "who locks the door behind them, and they leave only with him. I have not seen one of them go "
                "out alone."
            ),
            where="The old nail bar in Example Street, Testford",
            when="Most evenings after nine, since September",
        ),
        question="Thank you. Is it always the same man, and does he come with the van or on foot?",
    ),
    DemoTip(
        Letter(
            what=(
                "I worked for some weeks at a farm in the north. They kept our papers and took the rent from our pay, "
                "so that nothing was left. Others are still there."
            ),
            where="A farm two miles outside Testford",
            when="This summer",
            contact="Only by my code here, please.",
        ),
    ),
)


def leave_tips() -> tuple[str, ...]:
    """Leave the demo's tip-offs, if none was ever left, and ask about the first. Answers their receipt codes."""
    if not takes_tips() or Tip.objects.exists() or Sent.objects.exists():
        return ()
    codes = tuple(leave_tip(letter=one.letter, form_key=sealing.new_key().hex()) for one in TIPS)
    take_over(by=SYSTEM)
    for code, one in zip(codes, TIPS, strict=True):
        if one.question:
            _ask(code, one.question)
    return codes


def _ask(code: str, question: str) -> None:
    analyst = next(one for one in demo_people() if one.username == _ANALYST)
    by = accounts.actor_of_user(analyst.id, second_factor=True)
    if by is None:
        return
    sent = Sent.objects.get(lookup=lookup_of(code))
    open_tip(tip_id=sent.pk, version=1, by=by)
    answer_tip(tip_id=sent.pk, answer=Answer(question, asks=True), version=2, by=by)
