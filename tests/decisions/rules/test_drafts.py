"""Words are kept as they were written."""

from datetime import date

from pentameter.decisions.rules.drafts import Draft, Request
from pentameter.decisions.rules.states import Result

WHOLE = Draft(
    Result.GRANTED,
    date(2026, 1, 2),
    "Facts.",
    "Weight.",
    "Reasons.",
    "",
    "",
    date(2027, 1, 1),
    date(2026, 6, 1),
    "None.",
)


def test_a_draft_comes_back_as_it_was() -> None:
    assert Draft.from_json(WHOLE.as_json()) == WHOLE
    assert Draft.from_json(Draft().as_json()) == Draft()


def test_what_is_not_known_is_left_out() -> None:
    assert Draft.from_json({"facts": "Facts.", "colour": "blue"}) == Draft(facts="Facts.")
    assert Draft.from_json(None) == Draft()
    assert Request.from_json(7) == Request()


def test_a_request_comes_back_as_it_was() -> None:
    said = Request("Look again.", "In hospital.", "Confirmed.", "")
    assert Request.from_json(said.as_json()) == said
