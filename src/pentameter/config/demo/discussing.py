"""The demo's readers and what they wrote under the bulletins: invented people, through readers' own services.

Some comments stand, some wait, one was removed and its writer appealed, one was sent back, one was passed on as a tip.
"""

from dataclasses import dataclass
from uuid import UUID

from pentameter.accounts import api as accounts
from pentameter.accounts.queries.people import demo_people
from pentameter.bulletins.comments.models import Comment, Discussion, Reader, Standing
from pentameter.bulletins.comments.rules.reporting import Reason
from pentameter.bulletins.comments.services.appealing import appeal
from pentameter.bulletins.comments.services.entering import Registration, register, set_password, sign_out, use_link
from pentameter.bulletins.comments.services.reporting import Complaint, report_comment
from pentameter.bulletins.comments.services.writing import Draft, write_comment
from pentameter.bulletins.moderation.models import Case
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.services.bringing import bring_waiting
from pentameter.bulletins.moderation.services.closing import bring_settings
from pentameter.bulletins.moderation.services.counting import count_month
from pentameter.bulletins.moderation.services.deciding import Judgement, decide
from pentameter.bulletins.moderation.services.opening import open_published
from pentameter.bulletins.moderation.services.rechecking import recheck
from pentameter.bulletins.moderation.services.taking_in import take_in
from pentameter.bulletins.tips.services import takes_tips
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor

PASSWORD = "demonstration-2007"  # noqa: S105  # of invented readers; a real installation has none
_MODERATOR = "moderator"
_HEATHER, _RIDGE, _TIDE, _LARCH, _SECOND = "Heather Moor", "Ridge Walker", "Tide Table", "Larch Lane", "Second Thought"
READERS = (_HEATHER, _RIDGE, _TIDE, _LARCH, _SECOND)
LAUNCH, FIGURES = "the-second-wave-begins", "how-to-read-the-figures"


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, what it answers, and what a moderator did with it; None: it waits."""

    reader: str
    words: str
    act: Act | None = Act.APPROVE
    to: str = ""
    rule: str = ""
    why: str = ""
    under: str = LAUNCH


_DIFFER = "Two counts of the same wave differ, and both are shown. I would rather read that than one tidy number."
_NIL = "What does a force answer that looked and found nobody? I would like to read one of those weekly answers."
_RUDE = "Whoever believes a word of this is a fool, and so is everyone who writes here."
_DECENT = "Thank you for saying plainly that nobody is promised that they may stay."
SAID = (
    Said(_HEATHER, _DIFFER),
    Said(_RIDGE, "So would I. But which of the two should a teacher quote?", to=_DIFFER),
    Said(_TIDE, "Both, each with its month. Then the class can ask why they differ.", to=_DIFFER),
    Said(_RIDGE, _NIL),
    Said(_LARCH, _DECENT),
    Said(
        _SECOND,
        _RUDE,
        Act.REMOVE,
        rule="attack",
        why="It insults the people who read and write here. What you think of the article is welcome without that.",
    ),
    Said(
        _LARCH,
        "The house in the newspaper picture must be the one behind the old chapel in our village.",
        Act.ASK_EDIT,
        rule="identify",
        why="Take out where the house is. What you wanted to ask about newspaper pictures can stand.",
    ),
    Said(
        _TIDE,
        "Every night a van stands behind the closed shop in our street, and people sleep in it. Whom should I tell?",
        Act.MOVE,
        why="This is for those who can look into it, and not for everyone to read.",
    ),
    Said(_HEATHER, "How long must somebody look for a week to count? One hour, or all seven days?", None),
    Said(_SECOND, "I would help. Call me on 01632 960123 in the evening.", None),
    Said(_HEATHER, "I had taken what is withheld for a nought until now. Could the table say so?", under=FIGURES),
    Said(_RIDGE, "Why ten, and not five or twenty?", under=FIGURES),
)
APPEAL = "I was angry about the newspapers, and not at anybody here. I would like to say it again without the insult."


def discuss() -> int:
    """Register the demo's readers and let them write, unless anybody registered. Answers how many comments there are.

    An answer is written when what it answers stands.
    """
    articles = _articles()
    people = {one.username: one.id for one in demo_people()}
    if not articles or _MODERATOR not in people or Reader.objects.exists():
        return 0
    readers = {name: _registered(name, number) for number, name in enumerate(READERS)}
    written: dict[str, UUID] = {}
    for answers in (False, True):
        some = tuple(one for one in SAID if bool(one.to) is answers and one.under in articles)
        written |= {one.words: _write(one, readers, articles, written.get(one.to)) for one in some}
        _decide_all(some, written, _actor(people[_MODERATOR]))
    _report_and_appeal(written, readers)
    take_in(by=SYSTEM)
    count_month(today=clock.today())
    return len(written)


def _articles() -> dict[str, UUID]:
    """The bulletins under which something is said, open for comments."""
    open_published(by=SYSTEM, today=clock.today())
    bring_settings()
    return dict(Discussion.objects.filter(slug__in=(LAUNCH, FIGURES)).values_list("slug", "bulletin_id"))


def _registered(name: str, number: int) -> UUID:
    """A reader who confirmed the address and chose the password of the demonstration."""
    secrets: list[str] = []

    def link(secret: str) -> str:
        secrets.append(secret)
        return f"/reader/in/{secret}"

    register(registration=Registration(name, address_of(name), f"192.0.2.{number + 1}"), link=link)
    cookie = use_link(secret=secrets[0])
    reader = Reader.objects.get(name=name)
    set_password(reader_id=reader.pk, password=PASSWORD, keep=cookie)
    sign_out(secret=cookie)
    return reader.pk


def address_of(name: str) -> str:
    """A reader's address; nobody receives anything there."""
    return f"{name.lower().replace(' ', '.')}@example.org"


def _write(one: Said, readers: dict[str, UUID], articles: dict[str, UUID], parent: UUID | None) -> UUID:
    draft = Draft(articles[one.under], one.words, f"demonstration-{SAID.index(one):04}", parent)
    return write_comment(draft=draft, reader_id=readers[one.reader], today=clock.today())


def _decide_all(said: tuple[Said, ...], written: dict[str, UUID], by: Actor) -> None:
    """Decide as a moderator, of the words as they were taken in. What is no tip-off while none can be sealed waits."""
    take_in(by=SYSTEM)
    for one in said:
        if one.act and (one.act is not Act.MOVE or takes_tips()):
            case, comment = Case.objects.get(pk=written[one.words]), Comment.objects.get(pk=written[one.words])
            decide(
                judgement=Judgement(case.pk, one.act, case.version, comment.version, one.rule, one.why),
                by=by,
            )
    recheck(by=SYSTEM)
    bring_waiting()


def _report_and_appeal(written: dict[str, UUID], readers: dict[str, UUID]) -> None:
    words = "It is off the point, I think."
    complaint = Complaint(Reason.RULE, "astray", words, "192.0.2.9", readers[_SECOND])
    report_comment(comment_id=written[_DECENT], complaint=complaint)
    decision = Standing.objects.get(comment=written[_RUDE]).decision
    appeal(decision=decision, words=APPEAL, reader_id=readers[_SECOND])


def _actor(user_id: UUID) -> Actor:
    """Somebody of the demonstration.

    Raises:
        ValueError: their account is closed.
    """
    found = accounts.actor_of_user(user_id, second_factor=True)
    if found is None:
        raise ValueError(f"The account {user_id} of the demonstration is closed.")
    return found
