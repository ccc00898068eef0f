"""People, agencies and memberships."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q

from pentameter.kernel.actor import AgencySector, Jurisdiction, Role
from pentameter.kernel.ids import new_id


class Agency(models.Model):
    """A force, a support organisation, an authority: those of 2007 and of today."""

    slug = models.SlugField(primary_key=True, max_length=64)
    name = models.CharField(max_length=120)
    name_2007 = models.CharField(max_length=120, blank=True)
    sector = models.CharField(max_length=32, choices=[(s.value, s.value) for s in AgencySector])
    jurisdiction = models.CharField(max_length=32, choices=[(j.value, j.value) for j in Jurisdiction])
    kind = models.CharField(max_length=40, blank=True)
    time_zone = models.CharField(max_length=40, default="Europe/London")
    area = models.CharField(max_length=60, blank=True)
    current = models.BooleanField(default=True)
    existed_in_2007 = models.BooleanField(default=True)
    counted_in_55 = models.CharField(max_length=60, blank=True)
    area_code = models.CharField(max_length=12, blank=True)
    numeric_code = models.CharField(max_length=4, blank=True)
    region = models.CharField(max_length=60, blank=True)
    source = models.TextField(blank=True)
    verification = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One agency took another's place. `to_confirm` keeps the mark of the source."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successors")
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="predecessors", null=True, blank=True)
    words = models.CharField(max_length=160)
    succeeded_on = models.CharField(max_length=10, blank=True)  # a day, or a year where no more is known
    to_confirm = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["predecessor", "words"], name="accounts_one_succession")]

    def __str__(self) -> str:
        return self.words


class UserManager(BaseUserManager["User"]):
    """Makes users. Everything else goes through the services."""

    def create_user(self, username: str, email: str, name: str, password: str | None = None) -> "User":
        user = self.model(username=username, email=self.normalize_email(email), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. `member`: the membership that counts now, where it was loaded with the account."""

    member: "Membership | None" = None

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=80, unique=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email", "name"]
    objects = UserManager()

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person holds a role at an agency, at one agency at a time. Past memberships are kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=32, choices=[(r.value, r.label) for r in Role])
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(ended_at=None), name="accounts_one_agency_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=models.F("began_at")), name="accounts_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} at {self.agency_id}"


class KnownBrowser(models.Model):
    """A browser in which somebody signed in. Only a digest of what it was given is kept.

    `acknowledged_at`: when its person said that it was them; None while they were told of it and have not.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="browsers")
    digest = models.CharField(max_length=64)
    family = models.CharField(max_length=60)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-last_at"]
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="accounts_one_browser")]

    def __str__(self) -> str:
        return self.family


class AgencyToken(models.Model):
    """What an agency's own system signs in with. Only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="tokens")
    label = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-issued_at"]

    def __str__(self) -> str:
        return f"{self.agency_id}: {self.label}"
