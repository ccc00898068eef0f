"""Judgements are never changed, but the words that say why can go, with the report that they speak of."""

from django.db import migrations

COLUMNS = {
    "entities_judgement": (
        *("id", "left_id", "right_id", "finding", "way", "score", "model_version", "supersedes_id", "made_at"),
        "made_by",
    ),
    "entities_undoing": ("judgement_id", "made_at", "made_by"),
}


def _same(table: str, different: str) -> str:
    return " OR ".join(f"NEW.{name} {different} OLD.{name}" for name in COLUMNS[table])


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            """CREATE FUNCTION entities_words_alone_go() RETURNS trigger LANGUAGE plpgsql AS $$
               BEGIN
                 IF NEW.sealed IS NULL AND to_jsonb(NEW) - 'sealed' = to_jsonb(OLD) - 'sealed' THEN RETURN NEW; END IF;
                 RAISE EXCEPTION 'judgements are never changed';
               END $$"""
        )
    for table in COLUMNS:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            schema_editor.execute(
                f"""CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table}
                    FOR EACH ROW EXECUTE FUNCTION entities_words_alone_go()"""
            )
            schema_editor.execute(
                f"""CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
                    FOR EACH ROW EXECUTE FUNCTION entities_append_only()"""
            )
        else:
            schema_editor.execute(f"DROP TRIGGER {table}_no_update")
            schema_editor.execute(
                f"""CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
                    WHEN NEW.sealed IS NOT NULL OR {_same(table, "IS NOT")}
                    BEGIN SELECT RAISE(ABORT, 'judgements are never changed'); END"""
            )


def backwards(apps, schema_editor):
    for table in COLUMNS:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            schema_editor.execute(f"DROP TRIGGER {table}_no_delete ON {table}")
            schema_editor.execute(
                f"""CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
                    FOR EACH ROW EXECUTE FUNCTION entities_append_only()"""
            )
        else:
            schema_editor.execute(f"DROP TRIGGER {table}_no_update")
            schema_editor.execute(
                f"""CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
                    BEGIN SELECT RAISE(ABORT, 'judgements are never changed'); END"""
            )
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION entities_words_alone_go()")


class Migration(migrations.Migration):
    dependencies = [("entities", "0002_append_only")]
    operations = [migrations.RunPython(forwards, backwards)]
