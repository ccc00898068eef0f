"""Files are sealed under the key of their case, given back whole, and gone with that key."""

import pytest

from cast import caseworker, durham_constable
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Attachment, CaseKey
from pentameter.victims.queries.attachments import file_of
from pentameter.victims.rules.attachments import FileType
from pentameter.victims.services.attachments import Upload, attach, read_attachment, remove_attachment
from pentameter.victims.services.support import show_files
from victims.some_files import PDF, PNG, pdf
from victims.support_ground import CANARY, case, closed

pytestmark = pytest.mark.django_db


def letter() -> Upload:
    return Upload("../Brief an alle.exe", PDF, f"A letter, {CANARY}")


def test_a_file_comes_back_as_it_was_and_each_giving_is_a_look() -> None:
    case_id = case()
    file_id = attach(case_id=case_id, upload=letter(), by=caseworker())
    found = read_attachment(case_id=case_id, attachment_id=file_id, by=caseworker())
    assert (found.name, found.type, found.content) == ("Brief an alle.pdf", FileType.PDF, PDF)
    look = Entry.objects.get(event="attachment_read")
    assert look.subject_id == str(case_id)
    assert str(file_id) in str(look.detail)
    assert CANARY not in str(look.detail)


def test_nothing_of_it_stands_open() -> None:
    attach(case_id=case(), upload=letter(), by=caseworker())
    row = Attachment.objects.get()
    assert b"%PDF" not in bytes(row.content or b"")
    assert CANARY.encode() not in bytes(row.sealed)
    assert b"Brief" not in bytes(row.sealed)


def test_with_the_key_of_the_case_gone_nothing_opens() -> None:
    case_id = case()
    file_id = attach(case_id=case_id, upload=letter(), by=caseworker())
    CaseKey.objects.filter(case_id=case_id).delete()
    with pytest.raises(Refused) as refusal:
        read_attachment(case_id=case_id, attachment_id=file_id, by=caseworker())
    assert refusal.value.hidden
    (line,) = show_files(case_id=case_id, by=caseworker()).files
    assert line.name == ""


def test_a_file_of_one_case_does_not_open_in_another() -> None:
    first, second = case(), case()
    file_id = attach(case_id=first, upload=letter(), by=caseworker())
    with pytest.raises(Refused):
        read_attachment(case_id=second, attachment_id=file_id, by=caseworker())
    assert file_of.__doc__


def test_what_may_not_be_attached_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refused, match="print it to a new PDF"):
        attach(case_id=case(), upload=Upload("a.pdf", pdf(b"/S /JavaScript")), by=caseworker())
    assert not Attachment.objects.exists()


def test_what_was_attached_by_mistake_goes_with_its_bytes() -> None:
    case_id = case()
    file_id = attach(case_id=case_id, upload=Upload("x.png", PNG), by=caseworker())
    with pytest.raises(Refused, match="Say why"):
        remove_attachment(case_id=case_id, attachment_id=file_id, reason=" ", by=caseworker())
    remove_attachment(case_id=case_id, attachment_id=file_id, reason="It is another person's.", by=caseworker())
    (line,) = show_files(case_id=case_id, by=caseworker()).files
    assert (line.name, line.removed_because) == ("x.png", "It is another person's.")
    assert Attachment.objects.get().content is None
    with pytest.raises(Refused):
        read_attachment(case_id=case_id, attachment_id=file_id, by=caseworker())


def test_officers_and_closed_cases_are_refused() -> None:
    case_id = case()
    file_id = attach(case_id=case_id, upload=letter(), by=caseworker())
    for act in (
        lambda: attach(case_id=case_id, upload=letter(), by=durham_constable()),
        lambda: read_attachment(case_id=case_id, attachment_id=file_id, by=durham_constable()),
    ):
        with pytest.raises(Refused):
            act()
    closed(case_id)
    with pytest.raises(Refused, match="Open it again first"):
        attach(case_id=case_id, upload=letter(), by=caseworker())
