"""Which database a table lies in, behind the staff door: the public one holds what was released and what came in there.

The public door has one database and needs no router.
"""

from typing import Any

from django.db.models import Model

PUBLIC = frozenset({"shelf", "bulletins", "comments", "tips"})
"""The apps, by label, whose tables lie in the public database. Both doors have them."""


class TwoDatabases:
    """Sends each table to its database. Nothing joins the two."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        """The database of a table."""
        return "public" if model._meta.app_label in PUBLIC else "default"

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """The database of a table."""
        return self.db_for_read(model)

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """Whether rows may point to each other: only within one database."""
        return (one._meta.app_label in PUBLIC) == (other._meta.app_label in PUBLIC)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Whether a table is made in a database."""
        return (app_label in PUBLIC) == (db == "public")
