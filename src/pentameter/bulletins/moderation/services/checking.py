"""What the detectors say of comments. They run here, on the staff side; nothing of them is at the public door."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from pentameter.bulletins.comments.models import Comment, Wording
from pentameter.bulletins.comments.queries.privilege import who_is_new
from pentameter.bulletins.moderation.rules.scoring import LIKELY, points, score
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.releases import api as releases

SPAM = "spam"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one wording: kinds, never whose name. `held`: it waits for a moderator in any case.

    `identifies`: the kinds for which words that stand are taken off. `whole`: everyone protected was asked about.
    """

    found: frozenset[str]
    score: int
    identifies: frozenset[str] = frozenset()
    whole: bool = True

    @property
    def held(self) -> bool:
        """Whether a detector holds it."""
        return bool(self.found) or self.score >= LIKELY


GONE = Checked(frozenset({"unreadable"}), 0)
"""Words that are not there cannot be read, and can never appear."""


def check_comment(comment: Comment, version: int) -> Checked:
    """What the detectors find in one wording of a comment, and in the name beside which it would stand."""
    return check_wordings([(comment, version)])[0]


def check_wordings(asked: Sequence[tuple[Comment, int]]) -> tuple[Checked, ...]:
    """The same for several, in their order. Those who must not be named are read once; five SQL queries besides."""
    rows = [comment for comment, _ in asked]
    words = _words(asked)
    said = {place: words[comment.pk, version] for place, (comment, version) in enumerate(asked) if _is_there(comment)}
    texts = {place: f"{_name(asked[place][0])}\n{text}" for place, text in said.items() if text}
    if not texts:
        return (GONE,) * len(asked)
    named = dict(zip(texts, releases.naming_of(list(texts.values())), strict=True))
    alike, new = _alike(rows), who_is_new({row.reader_id for row in rows if row.reader_id})
    return tuple(
        _checked(named[place], said[place], alike[row.pk], row.reader_id in new) if place in named else GONE
        for place, row in enumerate(rows)
    )


def may_be_told(words: str, *, by: Actor) -> Verdict:
    """Whether readers may be told these words: they go into a letter, and by e-mail to whoever wrote."""
    if words.strip() and releases.naming(words, by=by).identifies:
        return refused("What you tell the reader may say who or where somebody protected is. Say it without that.")
    return ALLOWED


def _checked(naming: releases.Naming, text: str, alike: int, is_new: bool) -> Checked:
    kinds = {one.value for one in naming.reasons}
    if naming.held and not kinds:
        kinds = {"unreadable"}
    identifies = frozenset(one.value for one in naming.identifies)
    return Checked(frozenset(kinds), score(points(text, alike=alike, new_reader=is_new)), identifies, naming.whole)


def _is_there(comment: Comment) -> bool:
    return comment.reader is not None


def _name(comment: Comment) -> str:
    return comment.reader.name if comment.reader else ""


def _words(asked: Sequence[tuple[Comment, int]]) -> dict[tuple[UUID, int], str]:
    ids = {comment.pk for comment, _ in asked}
    rows = Wording.objects.filter(comment__in=ids, version__in={version for _, version in asked})
    found = {(row.comment_id, row.version): row.text for row in rows}
    return {(comment.pk, version): found.get((comment.pk, version), "") for comment, version in asked}


def _alike(rows: Sequence[Comment]) -> dict[UUID, int]:
    """Of each comment, how many of other readers say the same."""
    same = Comment.objects.filter(digest__in={row.digest for row in rows}, taken_back_at=None).exclude(reader=None)
    counts = list(same.order_by().values("digest", "reader").annotate(number=Count("id")))
    every: Counter[str] = Counter()
    own: Counter[tuple[str, UUID | None]] = Counter()
    for one in counts:
        every[one["digest"]] += one["number"]
        own[one["digest"], one["reader"]] += one["number"]
    return {row.pk: every[row.digest] - own[row.digest, row.reader_id] for row in rows}
