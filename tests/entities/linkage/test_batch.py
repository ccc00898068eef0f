"""A whole file linked: who is found, what is refused, and what is left behind."""

import csv
import random
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from pentameter.entities.linkage.batch import blocking, counting, linking, normalising, scoring
from pentameter.entities.linkage.batch.engine import Limits, TooLarge, engine, fill, number
from pentameter.entities.linkage.batch.files import STEPS, Files, link_file
from pentameter.entities.linkage.batch.levels import contradiction_sql, firm_sql, level_sql
from pentameter.entities.linkage.batch.reading import Unreadable, read
from pentameter.entities.linkage.batch.writing import write_pairs
from pentameter.entities.linkage.comparisons import BORN
from pentameter.entities.linkage.model import shipped
from pentameter.entities.linkage.outcome import Outcome
from tests.entities.linkage.invented import Mention, mentions

SOME = mentions(400, seed=7)


def _file(folder: Path, some: list[Mention], *, without: tuple[str, ...] = ()) -> Path:
    path = folder / "mentions.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        columns = [name for name in asdict(some[0]) if name not in ("entity_id", *without)]
        writer = csv.DictWriter(stream, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(asdict(one) for one in some)
    return path


def _link(folder: Path, some: list[Mention], **files: Path) -> tuple[Outcome, dict[str, str]]:
    out = folder / "clusters.csv"
    outcome = link_file(Files(_file(folder, some), out, **files), "500MB", lambda what: None)
    with out.open(encoding="utf-8", newline="") as stream:
        return outcome, {row["unique_id"]: row["cluster_id"] for row in csv.DictReader(stream)}


def _pairs(of: dict[str, str]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(of.values()).values())


def test_most_people_are_found_and_hardly_two_are_taken_for_one(tmp_path: Path) -> None:
    outcome, found = _link(tmp_path, SOME)
    truth = {one.unique_id: one.entity_id for one in SOME}
    right = _pairs({key: f"{found[key]} {truth[key]}" for key in found})
    assert set(found) == set(truth)
    assert right / _pairs(found) > 0.95
    assert right / _pairs(truth) > 0.6
    assert outcome.people == len(set(found.values()))


def test_the_order_of_the_file_does_not_matter(tmp_path: Path) -> None:
    shuffled = list(SOME)
    random.Random(1).shuffle(shuffled)
    _, before = _link(tmp_path, SOME)
    _, after = _link(tmp_path, shuffled)
    assert before == after


def test_the_pairs_say_what_becomes_of_them(tmp_path: Path) -> None:
    outcome, found = _link(tmp_path, SOME, pairs=tmp_path / "pairs.csv")
    with (tmp_path / "pairs.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    decided = [row for row in rows if row["outcome"] == "decided"]
    assert len(decided) == outcome.decided > 0
    assert len(rows) - len(decided) == outcome.proposed
    assert all(found[row["unique_id_l"]] == found[row["unique_id_r"]] for row in decided)
    assert all(float(row["match_weight"]) >= shipped().thresholds.decide_at for row in decided)
    assert all(row["contradiction"] == "false" for row in decided)


def test_parquet_is_read_and_written_too(tmp_path: Path) -> None:
    _, before = _link(tmp_path, SOME)
    with engine() as connection:
        connection.execute(f"COPY (FROM read_csv('{tmp_path}/mentions.csv')) TO '{tmp_path}/m.parquet'")
    link_file(Files(tmp_path / "m.parquet", tmp_path / "c.parquet"), "500MB", lambda what: None)
    with engine() as connection:
        after = connection.execute(f"SELECT unique_id, cluster_id FROM '{tmp_path}/c.parquet'").fetchall()
    assert dict(after) == before


def test_columns_may_be_missing(tmp_path: Path) -> None:
    file = _file(tmp_path, SOME, without=("phone", "doc_no", "city", "postcode", "sex", "nationality"))
    outcome = link_file(Files(file, tmp_path / "c.csv"), "500MB", lambda what: None)
    assert 0 < outcome.people <= outcome.mentions == len(SOME)


def test_every_step_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    link_file(Files(_file(tmp_path, SOME[:50]), tmp_path / "c.csv"), "500MB", told.append)
    assert tuple(told) == STEPS
    assert set(linking.STEPS) < set(STEPS)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"unique_id": ""}, "row 3: unique_id is empty"),
        ({"unique_id": "m000000"}, "unique_id m000000 already stands in row"),
    ],
)
def test_mentions_without_an_identifier_of_their_own_are_refused(tmp_path: Path, change: dict, words: str) -> None:
    some = sorted(SOME[:20], key=lambda one: one.unique_id)
    some[2] = replace(some[2], **change)
    some[0] = replace(some[0], unique_id="m000000")
    with pytest.raises(Unreadable, match=words):
        _link(tmp_path, some)
    assert not (tmp_path / "clusters.csv").exists()


@pytest.mark.parametrize(("text", "words"), [("a,b\n1,2\n", "no column unique_id"), ("", "cannot be read|no column")])
def test_a_file_of_something_else_is_refused_in_a_sentence(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "other.csv"
    file.write_text(text)
    with pytest.raises(Unreadable, match=words), engine() as connection:
        read(connection, file)


def test_a_file_that_is_no_parquet_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "other.parquet"
    file.write_bytes(b"not parquet")
    with pytest.raises(Unreadable, match="cannot be read"), engine() as connection:
        read(connection, file)


def test_values_that_cannot_be_read_are_told_by_row_and_field(tmp_path: Path) -> None:
    some = list(SOME[:30])
    some[4] = replace(some[4], dob="soon", sex="7")
    some[9] = replace(some[9], dob="31 of May")
    outcome, _ = _link(tmp_path, some)
    assert outcome.doubts[0] == "dob: 2 values cannot be read and count as not known; the first is in row 5."
    assert outcome.doubts[1] == "sex: 1 value cannot be read and count as not known; the first is in row 5."


def test_names_that_say_nothing_link_nobody(tmp_path: Path) -> None:
    bare = Mention("", "", "", "", "", "", "", "", "", "", "")
    some = [replace(bare, unique_id=f"n{at:03d}", given_name="x" if at % 2 else "") for at in range(200)]
    outcome, found = _link(tmp_path, some)
    assert outcome.people == len(found) == 200
    assert outcome.nameless == 100


def test_a_phone_that_ten_thousand_gave_joins_none_of_them(tmp_path: Path) -> None:
    bare = Mention("", "", "", "", "", "", "", "07700 900417", "", "", "")
    chance = random.Random(5)
    letters = "abdeghiklmnorstuvz"
    names = ["".join(chance.choices(letters, k=9)) + " " + "".join(chance.choices(letters, k=9)) for _ in range(10_000)]
    some = [replace(bare, unique_id=f"n{at:05d}", given_name=name) for at, name in enumerate(names)]
    outcome, _ = _link(tmp_path, some)
    assert outcome.compared < 2_000
    assert outcome.people > 9_990
    assert outcome.decided == 0


def test_what_does_not_fit_into_memory_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="--memory"), engine(Limits(memory="20MB")) as connection:
        connection.execute("CREATE TABLE large AS SELECT range AS a, hash(range) AS b FROM range(20000000)")
    with pytest.raises(TooLarge, match="no size of memory"), engine(Limits(memory="much")):
        pass


def test_nothing_is_left_where_writing_fails(tmp_path: Path) -> None:
    with engine() as connection:
        fill(connection, "scored", {"left_id": [1]})
        with pytest.raises(Exception, match="told"):
            write_pairs(connection, tmp_path / "pairs.csv", shipped().thresholds)
    assert list(tmp_path.iterdir()) == []


def test_the_parts_stand_in_one_another() -> None:
    """The steps one by one, as the benchmark measures them."""
    with engine() as connection:
        fill(connection, "told", _columns(SOME))
        normalising.normalise(connection)
        assert counting.count(connection) == len(SOME)
        pairs = blocking.block(connection)
        kept = scoring.score(connection, shipped(), len(SOME), 0.0)
        assert 0 < kept < pairs
        born = f"({level_sql(BORN)})"
        joined = "scored p JOIN mention one ON one.id = p.one JOIN mention other ON other.id = p.other"
        same_day = number(connection, f"SELECT count(*) FROM {joined} WHERE {born} = 1 AND {firm_sql()}")
        against = number(connection, f"SELECT count(*) FROM {joined} WHERE {born} = 1 AND {contradiction_sql()}")
        assert same_day > against >= 0


def _columns(some: list[Mention]) -> dict[str, list[object]]:
    return {
        "id": list(range(len(some))),
        "name": [f"{one.given_name} {one.surname}" for one in some],
        "sex": [one.sex for one in some],
        "dob": [one.dob for one in some],
        "nationality": [one.nationality for one in some],
        "phone": [one.phone for one in some],
        "document": [one.doc_no for one in some],
        "postcode": [one.postcode for one in some],
        "place": [one.city for one in some],
    }
