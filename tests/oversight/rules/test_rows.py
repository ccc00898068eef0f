"""Which rows the watch reads."""

from pentameter.audit.api import Event
from pentameter.oversight.rules.rows import ACTS, ASKED, CHOSEN, is_watched


def test_every_name_is_an_event_of_the_record() -> None:
    assert {*CHOSEN, *ACTS, ASKED} <= {one.value for one in Event}


def test_what_a_queue_or_a_list_shows_is_no_look_up() -> None:
    assert not any(
        is_watched(one) for one in ("pair_shown", "cases_listed", "alerts_shown", "line_read", "picture_shown")
    )
    assert not ACTS & CHOSEN.keys()
