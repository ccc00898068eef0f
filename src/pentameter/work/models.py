"""What was done once, and who works in the background."""

from django.db import models


class Done(models.Model):
    """An act that a person's browser or an agency's system asked for under a key, and where its answer is.

    A tenth of the acts around a crash are durable though the asker never heard of it: asked again under the same key,
    the act is not done again, and the answer is the same.
    """

    actor = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    path = models.CharField(max_length=400)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.TextField(blank=True)
    body = models.TextField(blank=True)
    done_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "key"], name="work_done_once")]
        indexes = [models.Index(fields=["done_at"], name="work_done_at")]

    def __str__(self) -> str:
        return f"{self.path} by {self.actor}"


class Worker(models.Model):
    """A worker process, and when it last gave a sign of life. `host` names the machine and its space of process ids."""

    id = models.CharField(primary_key=True, max_length=64)
    host = models.CharField(max_length=120)
    pid = models.PositiveIntegerField()
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.id
