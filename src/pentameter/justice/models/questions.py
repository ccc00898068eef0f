"""Questions of policy, their entries, and what was struck. Rows are only added."""

from django.db import models

from pentameter.kernel.ids import new_id


class PolicyQuestion(models.Model):
    """A question that was put to those who make laws. `law` is the code of the law that it is about, if any."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    text = models.CharField(max_length=300)
    jurisdiction = models.CharField(max_length=24)
    law = models.CharField(max_length=32, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "jurisdiction"], name="justice_question_once_in_a_place"),
        ]

    def __str__(self) -> str:
        return self.text


class QuestionEntry(models.Model):
    """What happened with a question on a day, and where it was published."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    question = models.ForeignKey(PolicyQuestion, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=24)
    on = models.DateField()
    said = models.TextField()
    source = models.CharField(max_length=300)
    to_confirm = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "number"], name="justice_entry_has_its_number"),
            models.CheckConstraint(condition=~models.Q(source=""), name="justice_entry_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id}, {self.on}: {self.state}"


class QuestionStriking(models.Model):
    """An entry that was struck out, and why. The entry stays."""

    entry = models.OneToOneField(QuestionEntry, on_delete=models.PROTECT, primary_key=True, related_name="striking")
    reason = models.TextField()
    struck_at = models.DateTimeField()
    struck_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.reason}"
