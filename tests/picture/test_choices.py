"""The fields of the form: what is chosen can be chosen again."""

import pytest

from cast import national_analyst
from pentameter.picture.choices import choices
from picture import scene
from picture.looking import seen

pytestmark = pytest.mark.django_db


def test_what_can_be_chosen() -> None:
    of = scene.whole(30)
    found = {choice.name: choice for choice in choices(seen(national_analyst(), of))}
    assert list(found) == ["wave", "agency", "source", "information"]
    assert (found["wave"].chosen, found["agency"].chosen) == (str(of.wave), "")
    assert ("garda", "An Garda Síochána") in found["agency"].options
    assert len(found["agency"].options) == len(scene.PARTICIPANTS) + 1
    assert ("3x5x2/1", "3x5x2: 1, reliable") in found["source"].options


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ({"scheme": "5x5x5"}, ("5x5x5/", "")),
        ({"scheme": "5x5x5", "source_grade": "B"}, ("5x5x5/B", "")),
        ({"scheme": "3x5x2", "information_grade": "C"}, ("", "3x5x2/C")),
    ],
)
def test_what_was_chosen_is_shown(asked: dict[str, str], chosen: tuple[str, str]) -> None:
    found = {choice.name: choice for choice in choices(seen(national_analyst(), scene.whole(30), **asked))}
    assert (found["source"].chosen, found["information"].chosen) == chosen
    for choice in found.values():
        assert choice.chosen in {value for value, _ in choice.options}
