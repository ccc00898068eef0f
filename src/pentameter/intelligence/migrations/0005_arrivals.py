"""Reports are numbered within their agency; those that are here already get their numbers by when they were accepted."""

from django.db import migrations, models

_REPORTS = """
    UPDATE intelligence_report SET arrival = numbered.number
    FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY agency_id ORDER BY accepted_at, id) AS number
          FROM intelligence_report) AS numbered
    WHERE numbered.id = intelligence_report.id
"""
_KEYS = """
    UPDATE intelligence_datakey SET arrived =
    (SELECT COUNT(*) FROM intelligence_report WHERE intelligence_report.agency_id = intelligence_datakey.agency_id)
"""


class Migration(migrations.Migration):
    dependencies = [("intelligence", "0004_files_of_other_tools")]

    operations = [
        migrations.AddField("datakey", "arrived", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("report", "arrival", models.PositiveBigIntegerField(default=0), preserve_default=False),
        migrations.RunSQL([_REPORTS, _KEYS], migrations.RunSQL.noop),
        migrations.AddConstraint(
            "report", models.UniqueConstraint(fields=["agency", "arrival"], name="intelligence_arrival_once")
        ),
    ]
