"""A reference is read however it was typed."""

import pytest

from pentameter.victims.rules.references import written


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("H-7K2M-9QXD", "H-7K2M-9QXD"),
        (" h 7k2m 9qxd ", "H-7K2M-9QXD"),
        ("H7K2M9QXO", "H-7K2M-9QX0"),
        ("H-7I2L-9QXD", "H-7121-9QXD"),
        ("7K2M-9QXD", ""),
        ("H-7K2M-9QX", ""),
        ("H-7K2M-9QXU", ""),
        ("", ""),
    ],
)
def test_it_is_written_in_one_way(said: str, kept: str) -> None:
    assert written(said) == kept
