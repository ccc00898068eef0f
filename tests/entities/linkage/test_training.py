"""Learning on a small invented file: Splink's part, and the calibration."""

import numpy as np

from pentameter.entities.linkage.batch import blocking, counting, normalising, training
from pentameter.entities.linkage.batch.engine import engine, fill
from pentameter.entities.linkage.batch.levels import levels_sql
from pentameter.entities.linkage.comparisons import COMPARISONS
from tests.entities.linkage.invented import mentions
from tests.entities.linkage.test_batch import _columns


def test_what_speaks_for_one_person_is_learnt() -> None:
    some = mentions(500, seed=11)
    with engine() as connection:
        fill(connection, "told", _columns(some))
        normalising.normalise(connection)
        counting.count(connection)
        blocking.block(connection)
        start = training.expect(connection, len(some))
        connection.execute("CREATE TABLE asked AS SELECT join_key_l AS left_id, join_key_r AS right_id FROM pair")
        found = connection.execute(levels_sql("asked")).fetchnumpy()
    same = np.array(
        [
            some[left].entity_id == some[right].entity_id
            for left, right in zip(found["left_id"], found["right_id"], strict=True)
        ]
    )
    levels = {one.name: np.asarray(found[one.name]) for one in COMPARISONS}
    sample = training.Sample(levels, np.asarray(found["commonness"]), same, len(some))
    prior, learnt = training.calibrate([sample], start)
    assert 0 < prior < 0.1
    assert set(learnt) == {(name, level) for name, level, _ in training.LEVELS}

    def weight(comparison: str, level: str) -> float:
        chances = learnt[comparison, level]
        return float(np.log2(chances.m / chances.u))

    assert weight("born", "same") > weight("born", "same_year") > weight("born", "different")
    assert weight("document", "same") > 0 > weight("document", "other")
    assert weight("sex", "same") > weight("sex", "other")
