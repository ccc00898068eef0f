from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.readers.json_text import Document

LISTS = frozenset({"records"})


def document(text: str) -> Document:
    return Document(text, file="week.json", lists=LISTS)


def test_numbers_stay_as_they_were_written() -> None:
    (element,) = document('[{"a": 60.50, "b": 1e5, "c": true, "d": null}]').elements()
    assert element.value == {"a": "60.50", "b": "1e5", "c": True, "d": None}


def test_a_list_under_its_name_with_fields_before_and_behind() -> None:
    made = document(' {"form": "x", "records": [{}, {}], "version": 2 } ')
    assert made.fields == {"form": "x", "version": "2"}
    assert len(list(made.elements())) == len(list(made.elements())) == 2


@pytest.mark.parametrize(
    ("record", "note"),
    [
        ('{"a": 1, "a": 2}', "a is there twice"),
        ('{"a": "\\ud83d"}', "it holds half a character"),
        ('{"a": ["x", {"b\\uDE00": "c"}]}', "it holds half a character"),
        ('{"a": NaN}', "NaN is not a number"),
        ('{"a": -Infinity}', "-Infinity is not a number"),
        ('{"a": ' + "9" * 5000 + "}", "a number of 5,000 figures is too long"),
        ('{"a": ' + "[" * 20 + "]" * 20 + "}", "nested more than 12 deep"),
        ("[1]", "it is not a record"),
        ('"x"', "it is not a record"),
        ("null", "it is not a record"),
    ],
)
def test_what_is_odd_is_noted_of_its_own_record_alone(record: str, note: str) -> None:
    odd, good = document(f'[{record}, {{"a": "b"}}]').elements()
    assert note in odd.notes[0]
    assert not good.notes


def test_a_character_written_in_two_halves_is_whole() -> None:
    (element,) = document('[{"a": "\\ud83d\\ude00"}]').elements()
    assert (element.value, element.notes) == ({"a": "\N{GRINNING FACE}"}, ())


@pytest.mark.parametrize("text", ['{"\\ud800": "x", "records": []}', '{"form": "\\ud800", "records": []}'])
def test_half_a_character_beside_the_list(text: str) -> None:
    with pytest.raises(FileRefused) as refused:
        document(text)
    assert "half a character" in refused.value.sentence
    refused.value.sentence.encode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"a": 1}', "The file may have been cut off"),
        ('[{"a": 1', "The file may have been cut off"),
        ('{"records": [{"a": "x', "line 1"),
        ('[{"a": 1}] more', "there is more after its end"),
        ("[{'a': 1}]", "line 1, column 3"),
        ('[{"a": 1}\n{"a": 2}]', "line 2, column 1: expected ,"),
        ("{1: 2}", "line 1, column 2: expected a name"),
        ('{"a" 1}', "expected :"),
        ("nothing", "expected { or ["),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(FileRefused) as refused:
        document(text)
    assert refused.value.code == "json"
    assert said in refused.value.sentence


def test_nesting_without_end() -> None:
    with pytest.raises(FileRefused) as refused:
        document("[" * 500_000)
    assert refused.value.code == "json_depth"


def test_a_field_twice_beside_the_list() -> None:
    with pytest.raises(FileRefused) as refused:
        document('{"form": "a", "form": "b", "records": []}')
    assert "form is there twice" in refused.value.sentence


@given(st.text(st.sampled_from('{}[]":, \n\\tru1e.-anNI'), max_size=60))
def test_any_text_is_a_document_or_refused(text: str) -> None:
    with suppress(FileRefused):
        list(document(text).elements())
