"""Facts read once; the same whether one mention comes or a whole file."""

import pytest

from pentameter.entities.linkage.batch import normalising
from pentameter.entities.linkage.batch.engine import engine, fill
from pentameter.entities.linkage.facts import PersonFacts
from pentameter.entities.linkage.preparing import prepare
from tests.entities.linkage.invented import mentions


def test_what_cannot_be_read_is_not_known() -> None:
    found = prepare(
        PersonFacts(name="?", sex="7", dob="soon", nationality="Atlantis", phones=("12",), documents=("X",))
    )
    assert found == prepare(PersonFacts())


@pytest.mark.parametrize("seed", [3])
def test_a_file_is_read_as_single_mentions_are(seed: int) -> None:
    some = mentions(60, seed)
    with engine() as connection:
        fill(
            connection,
            "told",
            {
                "id": list(range(len(some))),
                "name": [f"{one.given_name} {one.surname}" for one in some],
                **{name: [getattr(one, name) for one in some] for name in ("sex", "dob", "nationality", "phone")},
                "document": [one.doc_no for one in some],
                "postcode": [one.postcode for one in some],
                "place": [one.city for one in some],
            },
        )
        normalising.normalise(connection)
        rows = connection.execute(
            "SELECT name_key, sounds, letters, head, f1, birth_year, birth_day, birth_swapped, sex, nationality, "
            "phone, document, postcode, outward, place, word_count FROM read ORDER BY id"
        ).fetchall()
    for one, row in zip(some, rows, strict=True):
        alone = prepare(
            PersonFacts(
                f"{one.given_name} {one.surname}",
                one.sex,
                one.dob,
                one.nationality,
                (one.phone,),
                (one.doc_no,),
                one.postcode,
                one.city,
            )
        )
        assert row == (
            *(alone.name_key, alone.sounds, alone.letters, alone.head, alone.forms[0] if alone.forms else ""),
            *(alone.birth_year, alone.birth_day, alone.birth_swapped, alone.sex, alone.nationality),
            *("".join(alone.phones), "".join(alone.documents), alone.postcode, alone.outward, alone.place),
            len(alone.words),
        )
