"""The same settings on Spark put the same mentions together. Needs the extra `spark` and Java 17."""

import shutil
from importlib.util import find_spec

import pytest

from pentameter.entities.linkage.batch import linking
from pentameter.entities.linkage.batch.engine import engine, fill
from pentameter.entities.linkage.model import shipped
from tests.entities.linkage.invented import mentions
from tests.entities.linkage.test_batch import _columns

MISSING = [name for name, there in (("pyspark", find_spec("pyspark")), ("Java", shutil.which("java"))) if not there]


@pytest.mark.skipif(
    bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}; `make test-spark` installs pyspark"
)
def test_spark_and_duckdb_put_the_same_together() -> None:
    from pentameter.entities.linkage.batch import spark

    some = mentions(250, seed=5)
    with engine() as connection, spark.session() as session:
        fill(connection, "told", _columns(some))
        here = linking.link(connection, shipped())
        clusters = connection.execute("SELECT id, cluster FROM clustered ORDER BY id").fetchall()
        weights = connection.execute("SELECT left_id, right_id, weight FROM scored ORDER BY ALL").fetchall()
        there = linking.link(connection, shipped(), compare=spark.comparing(session))
        assert connection.execute("SELECT id, cluster FROM clustered ORDER BY id").fetchall() == clusters
        again = connection.execute("SELECT left_id, right_id, weight FROM scored ORDER BY ALL").fetchall()
    assert here == there
    assert [pair[:2] for pair in weights] == [pair[:2] for pair in again]
    assert [pair[2] for pair in weights] == pytest.approx([pair[2] for pair in again], abs=1e-6)
