"""What readers write: comments with each of their wordings, reports of comments, appeals."""

from django.db import models
from django.db.models import F, Q

from pentameter.bulletins.comments.models.decided import Discussion
from pentameter.bulletins.comments.models.readers import Reader
from pentameter.kernel.ids import new_id


class Comment(models.Model):
    """A comment, without its words. What anyone but its writer may read of it is in its `Standing`, put there by staff.

    `version` counts its wordings. `key` is the form's own: a form that is sent twice is one comment. `hidden_at`:
    reports hide it until somebody has looked.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="comments")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    reader = models.ForeignKey(Reader, on_delete=models.SET_NULL, null=True, related_name="comments")
    key = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=1)
    digest = models.CharField(max_length=32)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["changed_at"], name="comment_changed"),
            models.Index(fields=["reader", "-written_at"], name="comment_own"),
            models.Index(fields=["discussion", "digest"], name="comment_alike"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["reader", "key"], name="comment_sent_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="comment_has_words"),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="comment_answers_another"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Wording(models.Model):
    """The words of a comment in one version: added, never changed; gone when the writer leaves."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="wordings")
    version = models.PositiveIntegerField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "version"], name="wording_once")]

    def __str__(self) -> str:
        return f"{self.comment_id}, version {self.version}"


class Report(models.Model):
    """Somebody says that a comment should not stand. `reporter` is a keyed digest; `receipt` that of the code given.

    `answer` is staff's: empty until they have looked.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    wording_version = models.PositiveIntegerField()
    reason = models.CharField(max_length=16)
    rule = models.CharField(max_length=16, blank=True)
    words = models.CharField(max_length=500, blank=True)
    reader = models.ForeignKey(Reader, on_delete=models.SET_NULL, null=True, related_name="reports")
    reporter = models.CharField(max_length=32)
    receipt = models.CharField(max_length=64, unique=True)
    counts = models.BooleanField()
    at = models.DateTimeField()
    answer = models.CharField(max_length=16, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["answered_at", "at"], name="report_open"),
            models.Index(fields=["reporter", "answer"], name="report_record"),
        ]
        constraints = [models.UniqueConstraint(fields=["comment", "reporter"], name="reported_once")]

    def __str__(self) -> str:
        return f"{self.reason} of {self.comment_id}"


class Appeal(models.Model):
    """A reader asks for another look at one decision: of a comment, or of a measure."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="appeals")
    decision = models.UUIDField(unique=True)
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="appeal_at")]

    def __str__(self) -> str:
        return f"appeal against {self.decision}"
