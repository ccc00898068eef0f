"""Writing a comment, changing it, taking it back. What is written waits for the staff side; nothing here shows it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F

from pentameter.bulletins.comments.addresses import digest_of
from pentameter.bulletins.comments.models import Comment, Wording
from pentameter.bulletins.comments.queries.privilege import has_privilege, is_new, ruling_of, taking_of, written_of
from pentameter.bulletins.comments.rules.closing import may_be_commented
from pentameter.bulletins.comments.rules.life import is_shown, may_edit
from pentameter.bulletins.comments.rules.limits import Tried
from pentameter.bulletins.comments.rules.texts import clean, folded, may_be_sent
from pentameter.bulletins.comments.services.limiting import count_try
from pentameter.bulletins.comments.services.telling import answer_reports_of_what_is_gone
from pentameter.bulletins.comments.transactions import together
from pentameter.bulletins.site.services import turn_edition
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused, never_was, require

AGAIN = "You have written this already. It need not be said twice."
CHANGED_MEANWHILE = (
    "You changed this comment in another window meanwhile. What stands there now is shown above the form."
)
_ALIKE_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A comment that is about to be sent: under which article, to which comment, in which words; the form's own key."""

    bulletin_id: UUID
    text: str
    key: str
    parent_id: UUID | None = None


def write_comment(*, draft: Draft, reader_id: UUID, today: date) -> UUID:
    """Send a comment to be checked. The same form sent twice is one comment.

    Raises:
        Refused: with a sentence that says what to mend; the words are kept by whoever typed them.
    """
    if sent := Comment.objects.filter(reader_id=reader_id, key=draft.key).values_list("id", flat=True).first():
        return sent
    text = _words(draft.text, reader_id)
    require(may_be_commented(taking_of(draft.bulletin_id), today=today))
    parent = _parent(draft)
    now = clock.now()
    _not_again(text, draft.bulletin_id, reader_id, now)
    count_try(Tried.NEW_COMMENT if is_new(reader_id) else Tried.COMMENT, who=str(reader_id))
    with together():
        comment, made = Comment.objects.get_or_create(
            reader_id=reader_id,
            key=draft.key,
            defaults={
                "discussion_id": draft.bulletin_id,
                "parent_id": parent,
                "digest": _digest(text),
                "written_at": now,
                "changed_at": now,
            },
        )
        if made:
            Wording.objects.create(comment=comment, version=1, text=text, at=now)
        return comment.pk


def edit_comment(*, comment_id: UUID, version: int, text: str, reader_id: UUID, today: date) -> None:
    """Change a comment. The new words wait to be checked; until then everyone reads the earlier ones, if any."""
    comment = own(comment_id, reader_id)
    words, now = _words(text, reader_id), clock.now()
    require(may_be_commented(taking_of(comment.discussion_id), today=today))
    require(may_edit(written_of(comment), ruling_of(comment), now=now))
    count_try(Tried.EDIT, who=str(reader_id))
    with together():
        changed = {"version": F("version") + 1, "changed_at": now, "digest": _digest(words)}
        if not Comment.objects.filter(pk=comment_id, version=version, taken_back_at=None).update(**changed):
            raise Refused(CHANGED_MEANWHILE, conflict=True)
        Wording.objects.create(comment_id=comment_id, version=version + 1, text=words, at=now)


def take_back(*, comment_id: UUID, reader_id: UUID) -> None:
    """Take a comment back, at once: nobody else reads it from then on."""
    comment, now = own(comment_id, reader_id), clock.now()
    with together():
        if Comment.objects.filter(pk=comment.pk, taken_back_at=None).update(taken_back_at=now, changed_at=now):
            turn_edition()
            answer_reports_of_what_is_gone(comment_id=comment.pk)


def own(comment_id: UUID, reader_id: UUID) -> Comment:
    """A reader's own comment; anybody else's never was."""
    found = Comment.objects.select_related("standing", "discussion").filter(pk=comment_id, reader_id=reader_id).first()
    if found is None:
        raise never_was()
    return found


def _words(typed: str, reader_id: UUID) -> str:
    require(has_privilege(reader_id, now=clock.now()))
    text = clean(typed).text
    require(may_be_sent(text, new_reader=is_new(reader_id)))
    return text


def _parent(draft: Draft) -> UUID | None:
    """The comment that is answered: it can be read, under the same article. An answer to an answer is one to it."""
    if draft.parent_id is None:
        return None
    found = Comment.objects.select_related("standing", "discussion").filter(pk=draft.parent_id).first()
    if found is None or found.discussion_id != draft.bulletin_id:
        raise never_was()
    if not is_shown(written_of(found), ruling_of(found), held=found.discussion.held):
        raise Refused("The comment that you answer can no longer be read. You can write yours under the article.")
    return found.parent_id or found.pk


def _not_again(text: str, bulletin_id: UUID, reader_id: UUID, now: datetime) -> None:
    alike = Comment.objects.filter(reader_id=reader_id, digest=_digest(text), taken_back_at=None)
    if alike.filter(discussion_id=bulletin_id).exists() or alike.filter(written_at__gt=now - _ALIKE_WITHIN).exists():
        raise Refused(AGAIN)


def _digest(text: str) -> str:
    return digest_of("words", folded(text))
