"""What the detectors say of a comment. They run here, on the staff side; nothing of them is at the public door."""

from dataclasses import dataclass

from pentameter.bulletins.comments.models import Comment, Wording
from pentameter.bulletins.comments.queries.privilege import is_new
from pentameter.bulletins.moderation.rules.scoring import LIKELY, points, score
from pentameter.releases import api as releases

SPAM = "spam"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one wording: kinds, never whose name. `held`: it waits for a moderator in any case."""

    found: frozenset[str]
    score: int

    @property
    def held(self) -> bool:
        """Whether a detector holds it."""
        return bool(self.found) or self.score >= LIKELY


def check(text: str, *, name: str, alike: int, new_reader: bool) -> Checked:
    """What the detectors find in the words and in the name beside which they would stand."""
    naming = releases.naming(f"{name}\n{text}")
    kinds = {one.value for one in naming.reasons}
    if naming.held and not kinds:
        kinds = {"unreadable"}
    return Checked(frozenset(kinds), score(points(text, alike=alike, new_reader=new_reader)))


def check_comment(comment: Comment, version: int) -> Checked:
    """What the detectors find in one wording of a comment. Words that are not there cannot be read."""
    words = Wording.objects.filter(comment=comment, version=version).values_list("text", flat=True).first()
    if words is None or comment.reader is None:
        return Checked(frozenset({"unreadable"}), 0)
    others = Comment.objects.filter(digest=comment.digest, taken_back_at=None).exclude(reader=comment.reader)
    return check(words, name=comment.reader.name, alike=others.count(), new_reader=is_new(comment.reader.pk))
