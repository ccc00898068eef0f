"""A law as plain values."""

import json
from datetime import date

from pentameter.justice.rules.laws import law
from pentameter.justice.rules.laws_register import Recorded, line
from pentameter.justice.rules.laws_telling import as_dict


def test_a_law_is_told_whole_and_can_be_written_as_json() -> None:
    told = as_dict(line(law("SOA03-57"), Recorded(3, 2, 1, date(2008, 2, 4)), date(2014, 1, 1)))
    assert json.loads(json.dumps(told)) == told
    assert (told["arrests"], told["charges"], told["convictions"]) == (3, 2, 1)
    assert told["first_conviction_on"] == "2008-02-04"
    assert told["spans"][0] == {
        "jurisdictions": ["england_wales"],
        "from": "2004-05-01",
        "to": "2013-04-05",
        "words": "England and Wales: from 1 May 2004 (to confirm) to 5 April 2013",
    }
    assert told["to_confirm"] == ["start"]
    assert told["stands_out"] is False
    assert told["source"]
