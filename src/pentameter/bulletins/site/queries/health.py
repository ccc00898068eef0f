"""Whether this door can answer."""

from django.db import DatabaseError, connection


def database_answers() -> bool:
    """Whether the database of this door answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True
