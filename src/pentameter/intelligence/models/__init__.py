"""Reports, what they mention, and the files that they came in.

What identifies a person is sealed: the facts of a mention, the words before sanitising, the identity of a source, and a
row in quarantine as it was sent. `identifier_index` is a blind index: it finds equal things and shows nothing.
"""

from django.db import models
from django.db.models import F, Q

from pentameter.intelligence.models.counts import CountByGrade, CountByWay, CountByWeek, KeptCount
from pentameter.kernel.ids import new_id

__all__ = [
    "CountByGrade",
    "CountByWay",
    "CountByWeek",
    "DataKey",
    "IntakeFile",
    "KeptCount",
    "Mention",
    "OriginalText",
    "QuarantinedRow",
    "Recipient",
    "Report",
    "SaidLink",
    "SourceIdentity",
    "Unlisted",
    "Wording",
]


class DataKey(models.Model):
    """An agency's key for what it sends, wrapped by the root key. Without it nothing of theirs opens.

    `arrived` counts its reports. Whoever accepts reports holds this row until their transaction ends, so a report's
    number is seen by others only after all smaller ones.
    """

    agency = models.OneToOneField("accounts.Agency", on_delete=models.PROTECT, primary_key=True, related_name="+")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()
    arrived = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"key of {self.agency_id}"


class IntakeFile(models.Model):
    """A file as it was received, and how far it was taken in: accepted + quarantined + duplicate = rows, always.

    `reach` and `conditions` are the terms on which a file of another tool may come in; "" where its sender brings none.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    size = models.BigIntegerField()
    way = models.CharField(max_length=16)
    format = models.CharField(max_length=16, blank=True)
    kind = models.CharField(max_length=16, blank=True)
    reach = models.CharField(max_length=1, blank=True)
    conditions = models.TextField(blank=True)
    state = models.CharField(max_length=16)
    rows_read = models.PositiveIntegerField(default=0)
    rows_expected = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    quarantined = models.PositiveIntegerField(default=0)
    duplicate = models.PositiveIntegerField(default=0)
    refusal_code = models.CharField(max_length=32, blank=True)
    refusal = models.TextField(blank=True)
    repeats = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeated_by")
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=64)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "-received_at"], name="intake_by_agency")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "digest"],
                condition=Q(repeats=None) & ~Q(state="refused"),
                name="intake_a_file_once",
            ),
            models.CheckConstraint(
                condition=Q(rows_read=F("accepted") + F("quarantined") + F("duplicate")), name="intake_no_row_is_lost"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.agency_id}"


PICTURE = (
    *("wave", "scheme", "source_grade", "information_grade", "theme", "week", "agency", "handling", "area"),
    *("advertised", "id"),
)
"""All that the picture counts by, a grade first: what is asked by grade and by week at once is counted from reports."""
PRICES = ("wave", "currency", "price", "theme", "agency", "scheme", "source_grade", "information_grade", "handling")


class Report(models.Model):
    """A graded report. The scheme stands with the grade; nothing is ever converted.

    `arrival` numbers the reports of an agency from 1, in the order in which they were accepted.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    arrival = models.PositiveBigIntegerField()
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)
    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+", db_index=False)
    file = models.ForeignKey(IntakeFile, on_delete=models.PROTECT, related_name="reports", null=True, db_index=False)
    row_number = models.PositiveIntegerField(default=0)
    own_reference = models.CharField(max_length=80)
    content = models.CharField(max_length=64)
    reported_on = models.DateField()
    week = models.DateField()
    event_from = models.DateField(null=True, blank=True)
    event_to = models.DateField(null=True, blank=True)
    area = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=16, blank=True)
    theme = models.CharField(max_length=32)
    acts = models.JSONField(default=list)
    means = models.JSONField(default=list)
    purposes = models.JSONField(default=list)
    indicators = models.JSONField(default=list)
    scheme = models.CharField(max_length=8)
    source_grade = models.CharField(max_length=2)
    information_grade = models.CharField(max_length=2)
    handling = models.CharField(max_length=2)
    conditions = models.TextField(blank=True)
    malicious = models.BooleanField(default=False)
    text = models.TextField()
    advertised = models.BooleanField(default=False)
    price = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    route = models.JSONField(default=list)
    accepted_at = models.DateTimeField()
    accepted_by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "own_reference"], name="intelligence_own_reference_once"),
            models.UniqueConstraint(fields=["agency", "arrival"], name="intelligence_arrival_once"),
        ]
        indexes = [
            models.Index(fields=PICTURE, name="report_picture"),
            models.Index(
                fields=[*PRICES, "area", "week", "id"], name="report_prices", condition=Q(price__isnull=False)
            ),
            models.Index(fields=["wave", "-reported_on", "-id"], name="report_latest"),
            models.Index(fields=["file"], name="report_file"),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.own_reference}"


class Wording(models.Model):
    """A report's words in plain letters, for the full text index of the database, and the shelves that it stands on.

    Each word stands behind a shelf, so that the index itself keeps back what a reader may not be told (docs/adr/0017).
    """

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="wording")
    words = models.TextField()
    shelves = models.TextField()

    def __str__(self) -> str:
        return f"wording of {self.report_id}"


class Unlisted(models.Model):
    """A report whose mentions are not yet in the index of those downstream: they take it away once they are."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, primary_key=True, related_name="unlisted")

    def __str__(self) -> str:
        return f"{self.report_id} is not listed yet"


class Recipient(models.Model):
    """An agency that the sender named in the handling conditions: it may read, others may not."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="recipients")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "report"], name="intelligence_recipient_once")]

    def __str__(self) -> str:
        return f"{self.agency_id} may read {self.report_id}"


class Mention(models.Model):
    """A person, phone, vehicle, premises, advert or organisation in a report. It stays what it was."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="mentions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16)
    sealed = models.BinaryField()
    identifier_index = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["identifier_index"], name="mention_same", condition=~Q(identifier_index="")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} in {self.report_id}"


class SaidLink(models.Model):
    """What a report says of two things that it mentions: she uses that phone. Dates and grade are the report's."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="links", db_index=False)
    source = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="+", db_index=False)
    relation = models.CharField(max_length=16)
    target = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "source", "relation", "target"], name="said_link_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="said_link_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.relation} {self.target_id}"


class OriginalText(models.Model):
    """The words before sanitising. They stay with the agency that sent them."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, primary_key=True, related_name="original")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"original of {self.report_id}"


class SourceIdentity(models.Model):
    """Who the source is: a compartment of its own."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, primary_key=True, related_name="source")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"source of {self.report_id}"


class QuarantinedRow(models.Model):
    """A row that could not be accepted, sealed as it was, until it is mended or set aside."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(IntakeFile, on_delete=models.PROTECT, related_name="quarantine")
    row_number = models.PositiveIntegerField()
    state = models.CharField(max_length=16)
    field = models.CharField(max_length=60)
    code = models.CharField(max_length=32)
    sealed = models.BinaryField()
    raw_index = models.CharField(max_length=32)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "row_number"], name="quarantine_row_once")]
        indexes = [models.Index(fields=["raw_index"], name="quarantine_raw")]

    def __str__(self) -> str:
        return f"row {self.row_number} of {self.file_id}"
