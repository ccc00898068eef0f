"""The chain's text is plain JSON that anybody can make again."""

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from pentameter.audit import chain
from pentameter.audit.chain import Row

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
rows = st.builds(Row, st.integers(1, 10**9), *[texts] * 10)


def _slowly(row: Row) -> str:
    said = {name: value for name, value in row._asdict().items() if name != "digest"}
    return hashlib.sha256(
        json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    ).hexdigest()


@given(rows)
def test_the_digest_is_that_of_the_row_as_json(row: Row) -> None:
    assert chain.digest(row) == _slowly(row)


@given(rows, st.integers(1, 10**9), texts)
def test_content_is_the_same_wherever_a_row_stands(row: Row, seq: int, previous: str) -> None:
    moved = row._replace(seq=seq, previous=previous)
    assert chain.text(moved).content() == chain.text(row).content()


@given(rows, st.sampled_from(Row._fields[1:11]), texts)
def test_any_change_changes_the_digest(row: Row, name: str, value: str) -> None:
    changed = row._replace(**{name: value})
    assert (chain.digest(changed) == chain.digest(row)) is (changed == row)


def test_detail_is_written_in_one_way() -> None:
    assert chain.canonical({"b": 1, "a": ["é"]}) == '{"a":["é"],"b":1}'
