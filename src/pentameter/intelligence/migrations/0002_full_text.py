"""The words of reports stand in a full text index of the database: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

The index follows its table by trigger (SQLite) or as an index over an expression (PostgreSQL). A later migration that
makes the table of wordings anew on SQLite has to make these triggers anew, too.
"""

import django.db.models.deletion
from django.db import migrations, models

SQLITE = [
    """CREATE VIRTUAL TABLE intelligence_words USING fts5(
       words, content='intelligence_wording', content_rowid='id', tokenize='ascii')""",
    "INSERT INTO intelligence_words(intelligence_words, rank) VALUES('secure-delete', 1)",
    """CREATE TRIGGER intelligence_words_added AFTER INSERT ON intelligence_wording BEGIN
       INSERT INTO intelligence_words(rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER intelligence_words_gone AFTER DELETE ON intelligence_wording BEGIN
       INSERT INTO intelligence_words(intelligence_words, rowid, words)
       VALUES ('delete', old.id, old.words); END""",
    """CREATE TRIGGER intelligence_words_changed AFTER UPDATE ON intelligence_wording BEGIN
       INSERT INTO intelligence_words(intelligence_words, rowid, words)
       VALUES ('delete', old.id, old.words);
       INSERT INTO intelligence_words(rowid, words) VALUES (new.id, new.words); END""",
]
SQLITE_BACK = [
    "DROP TRIGGER intelligence_words_added",
    "DROP TRIGGER intelligence_words_gone",
    "DROP TRIGGER intelligence_words_changed",
    "DROP TABLE intelligence_words",
]
POSTGRES = [
    "CREATE INDEX intelligence_words ON intelligence_wording USING gin (to_tsvector('simple', words))",
]
POSTGRES_BACK = ["DROP INDEX intelligence_words"]
AT_ONCE = 500


def forwards(apps, schema_editor):
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in POSTGRES_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


def fill(apps, schema_editor):
    """Reports that are here already, in the order in which they were accepted."""
    from pentameter.accounts.api import agencies
    from pentameter.intelligence.services.rows import wordings

    model = {name: apps.get_model("intelligence", name) for name in ("Report", "Recipient", "Wording", "Unlisted")}
    ids = list(model["Report"].objects.order_by("accepted_at", "id").values_list("id", flat=True))
    senders = agencies() if ids else {}
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        reports = list(model["Report"].objects.filter(pk__in=some).order_by("accepted_at", "id").values())
        recipients = list(model["Recipient"].objects.filter(report_id__in=some).values("report_id", "agency_id"))
        rows = wordings(reports, recipients, senders)
        model["Wording"].objects.bulk_create(model["Wording"](**row) for row in rows)
        model["Unlisted"].objects.bulk_create(model["Unlisted"](report_id=one) for one in some)


class Migration(migrations.Migration):
    dependencies = [("intelligence", "0001_initial"), ("accounts", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wording",
                        to="intelligence.report",
                    ),
                ),
                ("words", models.TextField()),
                ("shelves", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Unlisted",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="unlisted",
                        serialize=False,
                        to="intelligence.report",
                    ),
                ),
            ],
        ),
        migrations.RunPython(forwards, backwards),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
