"""She is given all that is held about her, by two people; nothing of others; and only as it is safe."""

import io
import json
import zipfile
from uuid import UUID

import pyrage
import pytest

from cast import caseworker, durham_sergeant, duty_desk, in_database
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.retention.files import sealed, zipped
from pentameter.retention.models import AccessRequest
from pentameter.retention.rules.access import Asker
from pentameter.retention.services.access import ask_access, give_access, release_access, show_access, withdraw_access
from pentameter.victims.rules.support import FlagKind
from pentameter.victims.services.attachments import Upload, attach
from pentameter.victims.services.flags import Flag, raise_flag
from victims.ground import supported
from victims.support_ground import today

pytestmark = pytest.mark.django_db
OTHERS = "Valentina the neighbour"


def asked() -> UUID:
    case_id = supported().case_id
    in_database(duty_desk())
    attach(case_id=case_id, upload=Upload("a.txt", OTHERS.encode(), OTHERS), by=caseworker())
    ask_access(case_id=case_id, asker=Asker.HERSELF, by=caseworker())
    return case_id


def test_two_people_give_it_and_what_is_left_out_is_counted() -> None:
    case_id = asked()
    with pytest.raises(Refused, match="release it first"):
        give_access(case_id=case_id, password="", by=caseworker())
    with pytest.raises(Refused, match="Another person"):
        release_access(case_id=case_id, by=caseworker())
    release_access(case_id=case_id, by=duty_desk())
    given = give_access(case_id=case_id, password="", by=caseworker())
    assert {one.label: one.count for one in given.left_out}["Files"] == 1
    assert any(one.count is None for one in given.left_out)
    with zipfile.ZipFile(io.BytesIO(zipped(given))) as archive:
        page = archive.read("what-is-held.html").decode()
        data = json.loads(archive.read("what-is-held.json"))
    assert given.copy.frame.name in page
    assert "What is not in this file, and why" in page
    assert OTHERS not in page + json.dumps(data)
    assert data["left_out"][0]["why"]
    row = AccessRequest.objects.get()
    assert (row.given_by, row.released_by, row.was_sealed) == (caseworker().id, duty_desk().id, False)
    assert Entry.objects.filter(event="access_given", subject_id=str(case_id)).count() == 1
    with pytest.raises(Refused, match="Nobody asks"):
        give_access(case_id=case_id, password="", by=caseworker())


def test_it_is_sealed_only_where_she_can_be_reached_safely() -> None:
    case_id = asked()
    release_access(case_id=case_id, by=duty_desk())
    with pytest.raises(Refused, match=r"in person|at least 14"):
        give_access(case_id=case_id, password="short", by=caseworker())
    flag = Flag(FlagKind.DO_NOT_CALL, "He has her telephone.", today())
    raise_flag(case_id=case_id, flag=flag, by=caseworker())
    with pytest.raises(Refused, match="in person"):
        give_access(case_id=case_id, password="four words that nobody guesses", by=caseworker())
    assert show_access(case_id=case_id, by=caseworker()).warnings
    assert AccessRequest.objects.get().given_at is None


def test_a_sealed_file_opens_with_its_password_alone() -> None:
    made = sealed(b"hers", "four words that nobody guesses")
    assert pyrage.passphrase.decrypt(made, "four words that nobody guesses") == b"hers"
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(made, "other words")


def test_it_can_be_taken_back_and_others_learn_of_nothing() -> None:
    case_id = asked()
    withdraw_access(case_id=case_id, by=duty_desk())
    with pytest.raises(Refused, match="Nobody asks"):
        release_access(case_id=case_id, by=duty_desk())
    in_database(durham_sergeant())
    with pytest.raises(Refused):
        show_access(case_id=case_id, by=durham_sergeant())
    with pytest.raises(Refused):
        ask_access(case_id=case_id, asker=Asker.HERSELF, by=duty_desk())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    case_id = supported().case_id
    in_database(duty_desk())
    no_row_no_act(lambda: show_access(case_id=case_id, by=caseworker()))
    no_row_no_act(lambda: ask_access(case_id=case_id, asker=Asker.DOCUMENT, by=caseworker()))
    ask_access(case_id=case_id, asker=Asker.DOCUMENT, by=caseworker())
    no_row_no_act(lambda: release_access(case_id=case_id, by=duty_desk()))
    no_row_no_act(lambda: withdraw_access(case_id=case_id, by=duty_desk()))
    release_access(case_id=case_id, by=duty_desk())
    no_row_no_act(lambda: give_access(case_id=case_id, password="", by=caseworker()))
