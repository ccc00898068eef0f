"""Records: how many look alike, what it takes to make them so, and under which columns they leave."""

import csv
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import nested

from safetables import BadInput, Dimension, Refusal
from safetables.exporting import ctdc_columns, htcds_columns, write_ctdc, write_htcds
from safetables.generalising import generalise
from safetables.microdata import Records, classes, k_anonymity, l_diversity

ROOT = Path(__file__).resolve().parents[2]
AGES = Dimension.nested("age", "any", {"any": ["young", "old"], "young": ["10s", "20s"], "old": ["50s", "60s"]})
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["n1", "n2", "s1", "s2"]), st.sampled_from(["10s", "20s", "50s", "60s"]), st.sampled_from("ab")
    ),
    min_size=1,
    max_size=12,
).map(lambda rows: Records(("area", "age", "harm"), tuple(rows)))


def test_classes_are_counted() -> None:
    people = Records(("area", "harm"), (("n1", "a"), ("n1", "a"), ("s1", "a"), ("s1", "b")))
    assert classes(people, ["area"]) == {("n1",): 2, ("s1",): 2}
    assert (k_anonymity(people, ["area"]), k_anonymity(people, ["area", "harm"])) == (2, 1)
    assert l_diversity(people, ["area"], "harm") == 1
    assert k_anonymity(Records(("area",), ()), ["area"]) == 0


@settings(max_examples=60, deadline=None)
@given(PEOPLE, st.integers(1, 4), st.integers(0, 2))
def test_what_is_generalised_is_anonymous_and_nothing_cheaper_is(people: Records, k: int, withheld: int) -> None:
    """Against every combination of levels, one by one."""
    trees = {"area": nested(), "age": AGES}
    every = [_by_hand(people, levels, k, withheld) for levels in product(range(3), repeat=2)]
    possible = [loss for loss in every if loss is not None]
    if not possible:
        with pytest.raises(Refusal):
            generalise(people, trees, k=k, most_withheld=withheld)
        return
    found = generalise(people, trees, k=k, most_withheld=withheld)
    assert not found.records.rows or k_anonymity(found.records, ["area", "age"]) >= k
    assert found.loss == pytest.approx(min(possible))
    assert len(found.records.rows) + found.withheld == len(people.rows)


def _by_hand(people: Records, levels: tuple[int, ...], k: int, withheld: int) -> float | None:
    area = {
        "n1": ["n1", "north", "all"],
        "n2": ["n2", "north", "all"],
        "s1": ["s1", "south", "all"],
        "s2": ["s2", "south", "all"],
    }
    age = {
        "10s": ["10s", "young", "any"],
        "20s": ["20s", "young", "any"],
        "50s": ["50s", "old", "any"],
        "60s": ["60s", "old", "any"],
    }
    rows = [(area[one][levels[0]], age[two][levels[1]]) for one, two, _ in people.rows]
    lost = sum(rows.count(row) < k for row in rows)
    share = lost / len(rows)
    return None if lost > withheld else share + (1 - share) * sum(levels) / 4


def test_what_is_secret_has_to_differ() -> None:
    people = Records(("area", "harm"), (("n1", "a"), ("n1", "a"), ("s1", "a"), ("s1", "b")))
    assert generalise(people, {"area": nested()}, k=2).levels == {"area": 0}
    assert generalise(people, {"area": nested()}, k=2, secret="harm", least_values=2).levels == {"area": 2}


def test_bad_records_are_named() -> None:
    with pytest.raises(BadInput, match="Record 1 has 1 values"):
        Records(("a", "b"), (("x",),))
    with pytest.raises(BadInput, match="no column 'age'"):
        k_anonymity(Records(("a",), (("x",),)), ["age"])
    with pytest.raises(BadInput, match="Record 1, area: 'w9'"):
        generalise(Records(("area",), (("w9",),)), {"area": nested()}, k=1)
    with pytest.raises(BadInput, match="at least 1"):
        generalise(Records(("area",), ()), {"area": nested()}, k=0)


def test_records_leave_under_the_columns_of_the_public_file(tmp_path: Path) -> None:
    assert len(ctdc_columns()) == 63
    people = Records(("sex", "age"), (("Female", "18--20"),))
    write_ctdc(people, tmp_path / "out.csv", {"sex": "gender", "age": "ageBroad"})
    with (tmp_path / "out.csv").open() as file:
        (row,) = csv.DictReader(file)
    assert (row["gender"], row["ageBroad"], row["citizenship"]) == ("Female", "18--20", "")
    with pytest.raises(BadInput, match="'sex' is none"):
        write_ctdc(people, tmp_path / "out.csv", {"age": "ageBroad"})
    with pytest.raises(BadInput, match="Two columns are to be gender"):
        write_ctdc(people, tmp_path / "out.csv", {"sex": "gender", "age": "gender"})


def test_records_leave_under_the_columns_of_the_case_data_standard(tmp_path: Path) -> None:
    """All columns of the standard that are not deprecated stand there; those of case files stay blank."""
    fields = (ROOT / "src" / "pentameter" / "victims" / "data" / "htcds_fields.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(fields.splitlines()))
    assert htcds_columns() == tuple(row["field"] for row in rows if row["status"] != "deprecated")
    people = Records(("sex", "harm"), (("Feminine", "ForcedLabour"),))
    write_htcds(people, tmp_path / "out.csv", {"sex": "prs_Gender", "harm": "vic_TypeOfExploitation"})
    with (tmp_path / "out.csv").open() as file:
        (row,) = csv.DictReader(file)
    assert tuple(row) == htcds_columns()
    assert {name: value for name, value in row.items() if value} == {
        "prs_Gender": "Feminine",
        "vic_TypeOfExploitation": "ForcedLabour",
    }


@pytest.mark.parametrize(
    "column", ["prs_FirstName", "prs_Birthdate", "prs_MailingCity", "cco_CaseComment", "con_Consent"]
)
def test_what_tells_who_somebody_is_leaves_under_no_column(column: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=f"{column} is for case files"):
        write_htcds(Records(("a",), (("x",),)), tmp_path / "out.csv", {"a": column})
    assert not (tmp_path / "out.csv").exists()
