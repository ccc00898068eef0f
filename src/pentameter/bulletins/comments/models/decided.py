"""What staff decided, as the public door may know it. Only the staff door writes here; an older version never wins."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class Discussion(models.Model):
    """Whether an article takes comments and shows them. `held` stops everything at once, for as long as it stands."""

    bulletin_id = models.UUIDField(primary_key=True)
    slug = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    is_open = models.BooleanField(default=False)
    closes_on = models.DateField(null=True)
    shows = models.BooleanField(default=True)
    held = models.BooleanField(default=False)
    checked_first = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.title


class Standing(models.Model):
    """What was decided of a comment, and the words that were checked: nobody but its writer reads any other.

    `decision` is the id of what was decided, to appeal against. `text` and `name` are what was checked.
    """

    comment = models.OneToOneField(
        "comments.Comment", on_delete=models.CASCADE, primary_key=True, related_name="standing"
    )
    version = models.PositiveIntegerField()
    decision = models.UUIDField()
    state = models.CharField(max_length=16)
    wording_version = models.PositiveIntegerField()
    name = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    edited_at = models.DateTimeField(null=True)
    rule = models.CharField(max_length=16, blank=True)
    words = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    first_shown_at = models.DateTimeField(null=True)
    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["discussion", "state", "-first_shown_at"], name="standing_latest"),
            models.Index(fields=["state", "-first_shown_at"], name="standing_feed"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(text="") | Q(state="published"), name="words_only_of_what_is_published")
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.state}"


class Measure(models.Model):
    """A step of the ladder that a reader stands on, with the reason that they are told."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reader = models.ForeignKey("comments.Reader", on_delete=models.CASCADE, related_name="measures")
    version = models.PositiveIntegerField()
    step = models.CharField(max_length=16)
    rule = models.CharField(max_length=16, blank=True)
    words = models.TextField()
    began_at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["reader", "-began_at"], name="measure_latest")]

    def __str__(self) -> str:
        return f"{self.step} of {self.reader_id}"


class Answer(models.Model):
    """What became of an appeal."""

    appeal = models.OneToOneField("comments.Appeal", on_delete=models.CASCADE, primary_key=True, related_name="answer")
    upheld = models.BooleanField()
    words = models.TextField()
    answered_at = models.DateTimeField()

    def __str__(self) -> str:
        return "upheld" if self.upheld else "not upheld"


class Tally(models.Model):
    """How often something was done in a month: the figures of the page on how comments are kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    month = models.DateField()
    kind = models.CharField(max_length=24)
    rule = models.CharField(max_length=16, blank=True)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "kind", "rule"], name="tallied_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.rule} in {self.month}: {self.number}"
