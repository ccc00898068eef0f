"""Runs, what was frozen for them and what was found are append-only, by trigger, on both databases."""

from django.db import migrations

TABLES = ("scale_run", "scale_frozen", "scale_result", "scale_repeat", "scale_repeated")
SQLITE = [
    f"""CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}
        BEGIN SELECT RAISE(ABORT, 'estimates are never changed'); END"""
    for table in TABLES
    for act in ("UPDATE", "DELETE")
]
SQLITE_BACK = [f"DROP TRIGGER {table}_no_{act}" for table in TABLES for act in ("update", "delete")]
POSTGRES = [
    """CREATE FUNCTION scale_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'estimates are never changed'; END $$""",
    *(
        f"""CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION scale_append_only()"""
        for table in TABLES
    ),
    *(
        f"""CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION scale_append_only()"""
        for table in TABLES
    ),
]
POSTGRES_BACK = [
    *(f"DROP TRIGGER {table}_{name} ON {table}" for table in TABLES for name in ("append_only", "no_truncate")),
    "DROP FUNCTION scale_append_only()",
]


def forwards(apps, schema_editor):
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in POSTGRES_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("scale", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
