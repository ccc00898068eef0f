"""What judgements of sameness reach from one mention, as far as is asked."""

from uuid import UUID

from django.db import connection

from pentameter.entities.models import Placing

_REACHED = """
WITH RECURSIVE reached(mention) AS (
    SELECT mention_id FROM entities_placing WHERE mention_id = %s
    UNION
    SELECT CASE WHEN said.left_id = reached.mention THEN said.right_id ELSE said.left_id END
    FROM reached JOIN entities_judgement said ON said.left_id = reached.mention OR said.right_id = reached.mention
    WHERE said.finding = 'same'
      AND NOT EXISTS (SELECT 1 FROM entities_undoing gone WHERE gone.judgement_id = said.id)
      AND NOT EXISTS (
          SELECT 1 FROM entities_judgement over
          WHERE over.left_id = said.left_id AND over.right_id = said.right_id AND over.finding <> 'same'
            AND (over.way = 'person', over.made_at, over.id) > (said.way = 'person', said.made_at, said.id)
            AND NOT EXISTS (SELECT 1 FROM entities_undoing gone WHERE gone.judgement_id = over.id)
      )
)
SELECT mention FROM reached LIMIT %s
"""


def reached(mention: UUID, *, most: int) -> frozenset[UUID] | None:
    """All mentions that judgements of sameness that hold reach from this one; None if more. One SQL query.

    One that another stands over (`rules.judgements.holding`) leads nowhere, as one that was undone does not.
    It looks at no more than it answers: from a mention of a small group the large one beside it is never touched.
    """
    with connection.cursor() as cursor:
        cursor.execute(_REACHED, [Placing._meta.pk.get_db_prep_value(mention, connection), most + 1])
        found = [row[0] for row in cursor.fetchall()]
    if len(found) > most:
        return None
    return frozenset(one if isinstance(one, UUID) else UUID(one) for one in found)
