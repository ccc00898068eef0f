"""What readers can do: come in, write, appeal, leave; and what limits and refuses them."""

from datetime import timedelta

import pytest
from django.core import mail

from bulletins import people
from pentameter.bulletins.comments.addresses import digest_of, opened, sealed, secret_digest
from pentameter.bulletins.comments.models import (
    Attempt,
    Barred,
    Comment,
    Letter,
    Link,
    Measure,
    Reader,
    SignIn,
    Wording,
)
from pentameter.bulletins.comments.queries.own import everything_of, own_page, signed_in
from pentameter.bulletins.comments.queries.privilege import goes_first_to_moderators, is_new
from pentameter.bulletins.comments.rules.limits import LIMITS, Tried
from pentameter.bulletins.comments.services import appealing, entering, leaving, letters, limiting, writing
from pentameter.bulletins.comments.transactions import alias
from pentameter.kernel import clock
from pentameter.kernel.ids import new_id
from pentameter.kernel.sealing import SealBroken
from pentameter.kernel.verdict import Refused
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
LONG = "three words apart"


def register(name: str = "Heather Moor", address: str = "heather@example.org") -> None:
    given = entering.Registration(name, address, "192.0.2.1")
    entering.register(registration=given, link=lambda secret: f"http://testserver/reader/in/{secret}")


def secret_sent() -> str:
    return people.link_sent().rpartition("/")[2]


def draft(text: str, key: str = "", parent: Comment | None = None) -> writing.Draft:
    return writing.Draft(people.article(), text, key or str(new_id()), parent.pk if parent else None)


def write(one: Reader, text: str, **more: object) -> Comment:
    made = writing.write_comment(draft=draft(text, **more), reader_id=one.pk, today=clock.today())
    return Comment.objects.get(pk=made)


def test_an_address_is_sealed_bound_to_its_reader_and_found_by_its_digest() -> None:
    one, other = new_id(), new_id()
    assert b"example" not in sealed("heather@example.org", one)
    assert opened(sealed("heather@example.org", one), one) == "heather@example.org"
    with pytest.raises(SealBroken):
        opened(sealed("heather@example.org", one), other)
    assert digest_of("address", "a@example.org") != digest_of("reporter", "a@example.org")
    assert alias() == "public"


def test_a_link_lets_in_once_and_for_a_day() -> None:
    register()
    secret = secret_sent()
    assert not Link.objects.filter(digest=secret).exists()
    cookie = entering.use_link(secret=secret)
    assert signed_in(cookie, now=clock.now()).name == "Heather Moor"
    with pytest.raises(Refused, match="was used"):
        entering.use_link(secret=secret)
    entering.ask_for_link(
        address="Heather@example.org", connection="192.0.2.1", link=lambda one: f"http://testserver/reader/in/{one}"
    )
    Link.objects.filter(used_at=None).update(made_at=clock.now() - timedelta(hours=25))
    with pytest.raises(Refused, match="24 hours"):
        entering.use_link(secret=secret_sent())


def test_who_is_known_here_does_not_show() -> None:
    register()
    register("Another Name", "heather@example.org")
    assert Reader.objects.count() == 1
    assert len(mail.outbox) == 2
    with pytest.raises(entering.NameRefused, match="has this name"):
        register("heather moor", "heather@example.org")
    with pytest.raises(entering.NameRefused, match="has this name"):
        register("heather moor", "somebody.else@example.org")
    entering.ask_for_link(address="nobody@example.org", connection="192.0.2.1", link=str)
    assert len(mail.outbox) == 3, "as many letters as for a reader: the answer takes as long"
    assert "/reader/in/" not in str(mail.outbox[-1].body)


def test_passwords_are_kept_as_digests_and_end_other_sign_ins() -> None:
    one = people.reader()
    kept, other = entering._sign_in(one.pk), entering._sign_in(one.pk)
    with pytest.raises(Refused, match="12 characters"):
        entering.set_password(reader_id=one.pk, password="short", keep=kept)
    entering.set_password(reader_id=one.pk, password=LONG, keep=kept)
    assert signed_in(kept, now=clock.now())
    assert signed_in(other, now=clock.now()) is None
    assert LONG not in Reader.objects.get().password
    assert entering.sign_in(address="heather@example.org", password=LONG, connection="192.0.2.1")
    for address in ("heather@example.org", "nobody@example.org"):
        with pytest.raises(Refused, match="do not belong together"):
            entering.sign_in(address=address, password="wrong words here", connection="192.0.2.1")


def test_too_many_tries_are_refused_and_forgotten_after_a_day() -> None:
    for _ in range(LIMITS[Tried.LINK].number):
        limiting.count_try(Tried.LINK, who="somebody")
    with pytest.raises(Refused, match="Try again later"):
        limiting.count_try(Tried.LINK, who="somebody")
    limiting.count_try(Tried.LINK, who="another")
    Attempt.objects.update(at=clock.now() - timedelta(days=2))
    limiting.forget_tries()
    assert not Attempt.objects.exists()


def test_what_was_never_confirmed_is_forgotten() -> None:
    register()
    Reader.objects.update(registered_at=clock.now() - timedelta(days=3))
    SignIn.objects.create(
        digest="0" * 64, reader=people.reader("Ridge Walker"), began_at=clock.now() - timedelta(days=15)
    )
    entering.forget_unused()
    assert [one.name for one in Reader.objects.all()] == ["Ridge Walker"]
    assert not SignIn.objects.exists()


def test_the_same_form_and_the_same_words_are_one_comment() -> None:
    one = people.reader()
    made = write(one, "A thought.", key="k" * 20)
    assert write(one, "A thought.", key="k" * 20) == made
    with pytest.raises(Refused, match="written this already"):
        write(one, "a THOUGHT!")
    assert Wording.objects.count() == 1


def test_new_readers_write_no_addresses_and_no_floods() -> None:
    one = people.reader()
    with pytest.raises(Refused, match="Take it out"):
        write(one, "Look at www.example.org")
    for number in range(3):
        write(one, f"Thought number {number}")
    with pytest.raises(Refused, match="Wait a little"):
        write(one, "One thought more")
    other = people.known(people.reader("Ridge Walker"))
    assert not is_new(other.pk)
    assert not goes_first_to_moderators(other.pk, now=clock.now())
    assert write(other, "Look at www.example.org")


def test_answers_stand_one_level_deep_under_what_can_be_read() -> None:
    under = people.article()
    one, other = people.reader(), people.reader("Ridge Walker")
    top = people.shown(one, "The first.")
    answer = people.shown(other, "The second.", parent=top)
    assert write(one, "The third.", parent=answer).parent_id == top.pk
    with pytest.raises(Refused, match="can no longer be read"):
        write(one, "The fourth.", parent=people.comment(other, "Waits.", under))
    elsewhere = people.shown(other, "Elsewhere.", people.article(bulletin_id=new_id(), slug="else", title="Else"))
    with pytest.raises(Refused):
        write(one, "The fifth.", parent=elsewhere)


def test_a_change_from_an_old_page_loses_nothing_and_others_cannot_change_it() -> None:
    one = people.reader()
    made = write(one, "First words.")
    change = {"comment_id": made.pk, "today": clock.today(), "reader_id": one.pk}
    writing.edit_comment(**change, version=1, text="Second words.")
    with pytest.raises(Refused) as refused:
        writing.edit_comment(**change, version=1, text="Third words.")
    assert refused.value.conflict
    with pytest.raises(Refused) as hidden:
        writing.edit_comment(**{**change, "reader_id": people.reader("Ridge Walker").pk}, version=2, text="Mine.")
    assert hidden.value.hidden
    Comment.objects.update(written_at=clock.now() - timedelta(minutes=16))
    with pytest.raises(Refused, match="15 minutes"):
        writing.edit_comment(**change, version=2, text="Too late.")


def test_an_appeal_is_made_once_in_words_about_what_is_ones_own() -> None:
    one = people.reader()
    given = {"version": 1, "step": "warning", "words": "Why.", "began_at": clock.now()}
    measure = Measure.objects.create(reader=one, **given)
    with pytest.raises(Refused, match="in a sentence"):
        appealing.appeal(decision=measure.pk, words=" ", reader_id=one.pk)
    with pytest.raises(Refused) as hidden:
        appealing.appeal(decision=measure.pk, words="Mine?", reader_id=people.reader("Ridge Walker").pk)
    assert hidden.value.hidden
    assert appealing.appeal(decision=measure.pk, words="It was fair.", reader_id=one.pk)
    with pytest.raises(Refused, match="appealed against this already"):
        appealing.appeal(decision=measure.pk, words="Again.", reader_id=one.pk)
    late = Measure.objects.create(reader=one, **{**given, "began_at": clock.now() - timedelta(days=22)})
    with pytest.raises(Refused, match="within 20 days"):
        appealing.appeal(decision=late.pk, words="Late.", reader_id=one.pk)


def test_leaving_takes_everything_along_but_not_out_of_a_suspension() -> None:
    one = people.reader()
    people.article()
    made = people.shown(one, "It stood.")
    people.shown(people.reader("Ridge Walker"), "An answer.", parent=made)
    Measure.objects.create(reader=one, version=1, step="withdrawn", words="Why.", began_at=clock.now())
    assert everything_of(one.pk)["measures"]
    leaving.leave(reader_id=one.pk)
    assert not Reader.objects.filter(pk=one.pk).exists()
    assert not Wording.objects.filter(comment=made).exists()
    assert Comment.objects.get(pk=made.pk).standing.text == ""
    assert Barred.objects.get().until is None
    register("A New Name", "heather@example.org")
    assert Reader.objects.count() == 1
    assert "cannot be registered" in mail.outbox[-1].body


def test_a_letter_is_written_once_and_sent_at_most_five_times(settings) -> None:
    one = people.reader()
    given = {"reader_id": one.pk, "about": "decision 1", "subject": "About a comment", "body": "Why."}
    assert letters.write_letter(**given)
    assert not letters.write_letter(**given)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    for _ in range(7):
        assert letters.send_waiting() == 0
    assert Letter.objects.get().tries == letters.TRIES
    assert own_page(one.pk, now=clock.now()).letters[0][1] == "About a comment"
    Letter.objects.update(tries=0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert letters.send_waiting() == 1
    assert letters.send_waiting() == 0
    assert secret_digest("a") != secret_digest("b")


def test_without_a_way_to_send_nobody_registers_and_letters_wait(settings) -> None:
    one = people.reader()
    letters.write_letter(reader_id=one.pk, about="decision 1", subject="About a comment", body="Why.")
    settings.SENDS_LETTERS = False
    with pytest.raises(Refused, match="cannot send letters"):
        register("A New Name", "new@example.org")
    with pytest.raises(Refused, match="cannot send letters"):
        entering.ask_for_link(address="heather@example.org", connection="192.0.2.1", link=str)
    assert letters.send_waiting() == 0
    assert (Letter.objects.get().tries, Reader.objects.count(), Attempt.objects.count()) == (0, 1, 0)
    settings.SENDS_LETTERS = True
    assert letters.send_waiting() == 1
