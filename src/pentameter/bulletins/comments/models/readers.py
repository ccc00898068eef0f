"""Readers who registered: how they are called, how they come in, what they agreed to. Leaving deletes all of it."""

from django.db import models

from pentameter.kernel.ids import new_id


class Reader(models.Model):
    """Somebody who registered. The address is sealed and found by its keyed digest; moderators never see it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=40)
    name_key = models.CharField(max_length=160, unique=True)
    address = models.BinaryField()
    address_digest = models.CharField(max_length=32, unique=True)
    password = models.CharField(max_length=200, blank=True)
    registered_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["confirmed_at", "registered_at"], name="reader_unconfirmed")]

    def __str__(self) -> str:
        return self.name


class Agreement(models.Model):
    """A reader agreed to an edition of the rules."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="agreements")
    edition = models.PositiveSmallIntegerField()
    agreed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "edition"], name="agreed_once")]

    def __str__(self) -> str:
        return f"{self.reader_id} to edition {self.edition}"


class Link(models.Model):
    """A link that was sent, by the digest of its secret: it confirms the address and lets in, once."""

    digest = models.CharField(max_length=64, primary_key=True)
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="links")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link for {self.reader_id}"


class SignIn(models.Model):
    """Where a reader is signed in, by the digest of the cookie."""

    digest = models.CharField(max_length=64, primary_key=True)
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="sign_ins")
    began_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"sign-in of {self.reader_id}"


class Letter(models.Model):
    """Something that a reader is told: shown on their page, and sent by e-mail. It never quotes a comment."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="letters")
    about = models.CharField(max_length=64, unique=True)
    subject = models.CharField(max_length=120)
    body = models.TextField()
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["reader", "-written_at"], name="letter_latest"),
            models.Index(fields=["sent_at", "tries"], name="letter_unsent"),
        ]

    def __str__(self) -> str:
        return self.subject


class Attempt(models.Model):
    """Something that is limited was tried, by a keyed digest of who tried. Deleted after a day."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=16)
    who = models.CharField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "who", "at"], name="attempt_counted"),
            models.Index(fields=["at"], name="attempt_age"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.at}"


class Barred(models.Model):
    """An address whose reader left while suspended or without the privilege: it cannot register until then."""

    address_digest = models.CharField(max_length=32, primary_key=True)
    until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"until {self.until}"
