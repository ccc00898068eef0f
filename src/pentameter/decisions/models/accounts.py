"""The account of what she went through: disclosed one way, opened by name, or its absence explained."""

from django.db import models

from pentameter.kernel.ids import new_id


class Account(models.Model):
    """Her account, as her caseworker disclosed it to decision-makers with her consent. Sealed; nobody edits it.

    It is shown only while her consent stands. `closed_at`: a newer account took its place, or a decision goes on
    without it since she withdrew.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    disclosed_at = models.DateTimeField()
    disclosed_by = models.CharField(max_length=64)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-disclosed_at"], name="account_by_case")]

    def __str__(self) -> str:
        return f"account of {self.case_id}"


class AccountLook(models.Model):
    """A decision-maker opened an account for a decision. The purpose stands in the record."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="looks")
    matter = models.ForeignKey("decisions.Matter", on_delete=models.PROTECT, related_name="looks")
    person = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["matter", "person"], name="account_look_by_matter")]

    def __str__(self) -> str:
        return f"{self.person} opened {self.account_id}"


class Absence(models.Model):
    """Why there is no account, in words, sealed. It counts until an account is disclosed after it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    explained_at = models.DateTimeField()
    explained_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["case", "-explained_at"], name="absence_by_case")]

    def __str__(self) -> str:
        return f"absence for {self.case_id}"


class WeightUsed(models.Model):
    """A blind index of the words by which somebody gave an account its weight: the same words serve only once."""

    matter = models.OneToOneField(
        "decisions.Matter", on_delete=models.PROTECT, primary_key=True, related_name="weight_used"
    )
    index = models.CharField(max_length=64, db_index=True)

    def __str__(self) -> str:
        return f"weight in {self.matter_id}"
