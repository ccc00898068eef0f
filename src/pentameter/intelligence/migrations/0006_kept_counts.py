"""Counts of reports are kept; the reports that are here already are counted once.

All but their ways, which takes the keys of the mentions: the worker counts those when it starts.
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_ALIKE = ("wave", "agency", "scheme", "handling", "recipient", "theme", "area")
_BY_GRADE = ("source_grade", "information_grade", "advertised")
_PICTURE = (
    *("wave", "scheme", "source_grade", "information_grade", "theme", "week", "agency", "handling", "area"),
    *("advertised", "id"),
)
_PRICES = (
    *("wave", "currency", "price", "theme", "agency", "scheme", "source_grade", "information_grade", "handling"),
    *("area", "week", "id"),
)
_BY_WEEK_COLUMNS = "wave_id, agency_id, scheme, handling, theme, area, week"
_BY_GRADE_COLUMNS = "wave_id, agency_id, scheme, handling, theme, area, source_grade, information_grade, advertised"


def _count(table: str, columns: str) -> str:
    theirs = ", ".join(f"report.{one}" for one in columns.split(", "))
    return f"""
        INSERT INTO {table} ({columns}, recipient, counted)
        SELECT {columns}, recipient, COUNT(*) FROM (
            SELECT {columns}, '' AS recipient FROM intelligence_report
            UNION ALL
            SELECT {theirs}, named.agency_id FROM intelligence_recipient named
            JOIN intelligence_report report ON report.id = named.report_id
        ) AS every GROUP BY {columns}, recipient
    """  # noqa: S608 - names of ours


COUNT_WHAT_IS_HERE = [
    _count("intelligence_countbyweek", _BY_WEEK_COLUMNS),
    _count("intelligence_countbygrade", _BY_GRADE_COLUMNS),
]


def _table(name: str, by: list[tuple[str, Any]], ways: tuple[str, ...], constraint: str) -> migrations.CreateModel:
    one = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "db_index": False}
    fields = [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("scheme", models.CharField(max_length=8)),
        ("handling", models.CharField(max_length=2)),
        ("recipient", models.CharField(blank=True, max_length=64)),
        ("theme", models.CharField(max_length=32)),
        ("area", models.CharField(blank=True, max_length=60)),
        ("counted", models.PositiveIntegerField()),
        *by,
        ("agency", models.ForeignKey(to="accounts.agency", **one)),
        ("wave", models.ForeignKey(to="operations.wave", **one)),
    ]
    once = models.UniqueConstraint(fields=[*_ALIKE, *ways], name=constraint)
    return migrations.CreateModel(name, fields, options={"constraints": [once]})


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("operations", "0001_initial"),
        ("intelligence", "0005_arrivals"),
    ]

    operations = [
        _table("CountByWeek", [("week", models.DateField())], ("week",), "count_by_week_once"),
        _table(
            "CountByGrade",
            [
                ("source_grade", models.CharField(max_length=2)),
                ("information_grade", models.CharField(max_length=2)),
                ("advertised", models.BooleanField()),
            ],
            _BY_GRADE,
            "count_by_grade_once",
        ),
        _table(
            "CountByWay",
            [
                ("source_grade", models.CharField(max_length=2)),
                ("information_grade", models.CharField(max_length=2)),
                ("route", models.TextField(blank=True)),
                ("nationalities", models.TextField(blank=True)),
            ],
            ("source_grade", "information_grade", "route", "nationalities"),
            "count_by_way_once",
        ),
        migrations.RemoveIndex("report", "report_picture"),
        migrations.AddIndex("report", models.Index(fields=_PICTURE, name="report_picture")),
        migrations.AddIndex(
            "report", models.Index(fields=_PRICES, name="report_prices", condition=models.Q(price__isnull=False))
        ),
        migrations.RunSQL(COUNT_WHAT_IS_HERE, migrations.RunSQL.noop),
    ]
