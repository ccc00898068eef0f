"""The pages: works, colleague, outsider, wrong method, bad id, read-only."""

from uuid import uuid4

import pytest
from django.test import Client

from cast import auditor, cleveland_sergeant, durham_constable, durham_sergeant, duty_desk, post, sign_in
from oversight.ground import flagged, looks_at, rescued_by, stage
from oversight.services.test_reviewing import WHY, broken, drawn_last_week
from pentameter.kernel.actor import Actor
from pentameter.oversight.models import Flag, GlassReview, Home, SampledLook

pytestmark = pytest.mark.django_db
FOUND = {"outcome": "explained", "reason": WHY}


def seen_by(person: Actor) -> Client:
    return sign_in(Client(), person)


def test_a_flag_from_the_list_to_its_review(django_assert_max_num_queries) -> None:
    flag = flagged()
    sergeant = seen_by(durham_sergeant())
    with django_assert_max_num_queries(15):
        page = sergeant.get("/oversight/").content.decode()
    assert "Aidan Thornley" in page
    assert "Looked at people with whom they do not work" in page
    address = f"/oversight/flags/{flag.id}/"
    page = sergeant.get(address).content.decode()
    assert "an enquiry" in page
    assert "Zorana" not in page
    assert "/audit/record/" not in page
    assert "/audit/record/" in seen_by(auditor()).get(address).content.decode()
    wrong = post(sergeant, address, {"outcome": "explained"})
    assert "Say why." in wrong.content.decode()  # type: ignore[attr-defined]  # a response
    assert post(sergeant, address, FOUND).status_code == 302  # type: ignore[attr-defined]  # a response
    assert Flag.objects.get().reason == WHY
    assert WHY in sergeant.get("/oversight/").content.decode()
    assert WHY in sergeant.get(address).content.decode()


def test_where_others_find_nothing() -> None:
    flag = flagged()
    for person, status in ((durham_constable(), 403), (duty_desk(), 403)):
        assert seen_by(person).get("/oversight/").status_code == status
    other = seen_by(cleveland_sergeant())
    assert "No flag waits for you." in other.get("/oversight/").content.decode()
    assert other.get(f"/oversight/flags/{flag.id}/").status_code == 404
    assert other.get(f"/oversight/flags/{uuid4()}/").status_code == 404
    assert post(other, f"/oversight/flags/{flag.id}/", FOUND).status_code == 404  # type: ignore[attr-defined]
    assert post(other, "/oversight/").status_code == 405  # type: ignore[attr-defined]


def test_the_sample(django_assert_max_num_queries) -> None:
    sample = drawn_last_week(3)
    sergeant = seen_by(durham_sergeant())
    with django_assert_max_num_queries(15):
        page = sergeant.get("/oversight/sample/").content.decode()
    assert sample.seed in page
    assert "3 looks to check" in page
    one = SampledLook.objects.order_by("seq")[0]
    page = sergeant.get(f"/oversight/sample/{one.id}/").content.decode()
    assert "Aidan Thornley" in page
    assert "Open the record" in page
    assert post(sergeant, f"/oversight/sample/{one.id}/", FOUND).status_code == 302  # type: ignore[attr-defined]
    assert WHY in sergeant.get("/oversight/sample/").content.decode()
    assert WHY in sergeant.get(f"/oversight/sample/{one.id}/").content.decode()
    assert seen_by(cleveland_sergeant()).get(f"/oversight/sample/{one.id}/").status_code == 404
    assert seen_by(durham_constable()).get("/oversight/sample/").status_code == 403


def test_no_sample_yet() -> None:
    stage()
    assert "No week with look-ups is over yet." in seen_by(durham_sergeant()).get("/oversight/sample/").content.decode()


def test_broken_glass() -> None:
    seq = broken()
    desk = seen_by(duty_desk())
    page = desk.get("/oversight/broken-glass/").content.decode()
    assert "A call from the hospital." in page
    assert "Weekly sample" not in page
    assert "Was it needed?" in desk.get(f"/oversight/broken-glass/{seq}/").content.decode()
    assert "Choose what you found." in post(desk, f"/oversight/broken-glass/{seq}/").content.decode()  # type: ignore[attr-defined]
    assert post(desk, f"/oversight/broken-glass/{seq}/", FOUND).status_code == 302  # type: ignore[attr-defined]
    assert GlassReview.objects.get().reason == WHY
    assert WHY in desk.get(f"/oversight/broken-glass/{seq}/").content.decode()
    assert desk.get("/oversight/broken-glass/999999/").status_code == 404
    assert seen_by(cleveland_sergeant()).get(f"/oversight/broken-glass/{seq}/").status_code == 404


def test_nothing_was_broken() -> None:
    stage()
    assert "Nobody has broken the glass." in seen_by(auditor()).get("/oversight/broken-glass/").content.decode()


def test_where_one_lives_is_kept_and_never_shown() -> None:
    stage()
    mine = seen_by(durham_constable())
    assert "You have not said it yet." in mine.get("/oversight/home/").content.decode()
    assert "no whole postcode" in post(mine, "/oversight/home/", {"postcode": "DH1"}).content.decode()  # type: ignore[attr-defined]
    assert post(mine, "/oversight/home/", {"postcode": "dh13xx"}).status_code == 302  # type: ignore[attr-defined]
    page = mine.get("/oversight/home/").content.decode()
    assert "You said it on" in page
    assert "DH1 3XX" not in page.replace("Such as DH1 3XX", "")
    assert len(bytes(Home.objects.get().mark)) == 32


def test_looking_at_flags_is_itself_a_look() -> None:
    from pentameter.audit.models import Entry

    flagged()
    looks_at([rescued_by(durham_constable())])
    seen_by(durham_sergeant()).get("/oversight/")
    assert Entry.objects.filter(event="flags_shown", actor=durham_sergeant().id).exists()
