"""Filing one's own agency's return on the page."""

from uuid import uuid4

import pytest
from django.test import Client

from cast import auditor, cleveland_sergeant, durham_constable, garda, post
from operations.views.scene import Scene, running, seen_by
from pentameter.operations.models import Return
from pentameter.work.api import fresh_key

pytestmark = pytest.mark.django_db


def _typed(scene: Scene, looked: str, **figures: object) -> dict[str, object]:
    return {"week": scene.weeks[1].isoformat(), "looked": looked, **figures}


def _now(scene: Scene, slug: str = "durham") -> Return | None:
    return Return.objects.filter(agency_id=slug, week=scene.weeks[1], superseded_at=None).first()


def test_the_form_begins_with_the_week_that_is_owed_and_explains_the_three_answers() -> None:
    scene = running()
    page = seen_by(durham_constable()).get(scene.at("return/")).content.decode()
    assert f'<option value="{scene.weeks[1]}" selected>' in page
    for words in ("We looked and found nothing", "A nil return.", "Saying so is better than saying nothing."):
        assert words in page


def test_a_nil_return_is_filed() -> None:
    scene = running()
    client = seen_by(durham_constable())
    answer = post(client, scene.at("return/"), _typed(scene, "nil", premises_visited="3", hours="37.5"))
    assert (answer.status_code, answer["Location"]) == (302, scene.at("agencies/durham/"))
    now = _now(scene)
    assert now is not None
    assert (now.looked, now.premises_visited, str(now.hours), now.people_found) == ("nil", 3, "37.5", None)
    assert "Filed for the week of" in client.get(answer["Location"]).content.decode()


def test_the_same_form_sent_twice_is_filed_once() -> None:
    scene = running()
    client = seen_by(durham_constable())
    said = {**_typed(scene, "nil"), "idempotency_key": fresh_key()}
    assert [client.post(scene.at("return/"), said).status_code for _ in range(2)] == [302, 302]
    post(client, scene.at("return/"), _typed(scene, "nil"))
    assert Return.objects.filter(agency_id="durham", week=scene.weeks[1]).count() == 1


def test_a_correction_begins_with_what_was_filed_and_keeps_it() -> None:
    scene = running()
    client = seen_by(cleveland_sergeant())
    address = scene.at(f"return/?week={scene.weeks[1]}")
    page = client.get(address).content.decode()
    assert "the earlier return is kept" in page
    post(client, address, _typed(scene, "found", people_found="1"))
    kept = Return.objects.filter(agency_id="cleveland", week=scene.weeks[1]).order_by("filed_at")
    assert [row.looked for row in kept] == ["nil", "found"]
    assert "corrected" in client.get(scene.at("agencies/cleveland/")).content.decode()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"looked": ""}, "Say whether you looked."),
        ({"looked": "nil", "people_found": "2"}, "A nil return says that nothing was found"),
        ({"looked": "not_looked", "hours": "6"}, "does not go with hours of work above 0"),
        ({"looked": "found", "text": ""}, "Say what was found"),
        ({"looked": "found", "people_found": "two"}, "Write a whole number, such as 3."),
        ({"looked": "found", "people_found": "-1"}, "Write 0 or more."),
        ({"looked": "found", "people_found": "5000"}, "more than 1,000"),
        ({"looked": "nil", "week": ""}, "Choose the week."),
    ],
)
def test_what_contradicts_itself_comes_back_with_a_sentence(said: dict[str, object], sentence: str) -> None:
    scene = running()
    page = post(
        seen_by(durham_constable()), scene.at("return/"), {**_typed(scene, "nil"), "text": "Two visits.", **said}
    )
    assert page.status_code == 200
    assert sentence in page.content.decode().replace("&#34;", '"')
    assert str(said.get("text", "Two visits.")) in page.content.decode()
    assert _now(scene) is None


def test_a_week_that_is_not_ones_own_is_refused() -> None:
    scene = running()
    answer = post(seen_by(durham_constable()), scene.at("return/"), {**_typed(scene, "nil"), "week": "2001-01-01"})
    assert answer.status_code == 403
    assert "outside the wave" in answer.content.decode()


def test_outsiders_readers_bad_ids_and_wrong_methods() -> None:
    scene = running()
    assert Client().get(scene.at("return/")).status_code == 302
    assert seen_by(auditor()).get(scene.at("return/")).status_code == 403
    assert seen_by(garda()).get(scene.at("return/")).status_code == 404, "takes no part"
    assert post(seen_by(garda()), scene.at("return/"), _typed(scene, "nil")).status_code == 403
    assert seen_by(durham_constable()).get(f"/operations/waves/{uuid4()}/return/").status_code == 404
    answer = seen_by(durham_constable()).put(scene.at("return/"), headers={"Idempotency-Key": fresh_key()})
    assert answer.status_code == 405
    assert _now(scene, "garda") is None
