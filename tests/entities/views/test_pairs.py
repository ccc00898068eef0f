"""A pair's pages: judged by a button, gone on to the next, undone, handed to a colleague; and who sees none of it."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

import cast
from cast import cleveland_sergeant, durham_sergeant, national_analyst, outsider, post
from entities.ground import things
from entities.people import second_analyst, seen_by
from entities.scene import Scene, proposed, scene, told
from pentameter.audit.models import Entry
from pentameter.entities.models import Claim, Judgement, Opinion, Placing, Proposal
from pentameter.kernel.actor import Actor
from pentameter.work.api import fresh_key

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, and the pair."""
    return scene()


def judge(client: Client, here: Scene, finding: str = "same", **more: object) -> object:
    """An answer to the pair as it stands now."""
    version = Proposal.objects.get(pk=here.pair).version
    return post(client, here.at("judge/"), {"finding": finding, "reason": "", "version": version, **more})


def text(client: Client, path: str) -> str:
    """A page."""
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_everything_that_helps_to_judge_is_there(here: Scene) -> None:
    page = text(seen_by(national_analyst()), here.at())
    for words in (
        "CLE-00001",
        "GAR-00002",
        "3x5x2 2B P",
        "3x5x2 2B C",
        "Call us.",
        "spelled otherwise",
        "the same year; one report knows no day",
        "Before anything is compared",
        "Same phone number",
        "to decide alone",
        "If they are, two things of 1 and 1 mention become one, from Cleveland and Garda.",
        "Same <kbd>S</kbd>",
    ):
        assert words in page


def test_the_same_joins_and_the_next_comes_by_itself(here: Scene) -> None:
    other = proposed(here.hers, told(here.wave, 3, {"person1_name": "E. T."}, by=cast.garda()), impact=1.0)
    client = seen_by(national_analyst())
    post(client, "/queue/take/")
    assert judge(client, here)["Location"] == f"/queue/{other}/"
    assert things() == {frozenset({here.hers, here.theirs})}
    assert "Judged: same. Press Z to undo." in text(client, f"/queue/{other}/")
    assert judge(client, Scene(here.wave, here.hers, here.theirs, other), "unsure")["Location"] == "/queue/"
    assert not Claim.objects.exists()


def test_a_double_press_is_one_judgement(here: Scene) -> None:
    client = seen_by(national_analyst())
    said = {"finding": "same", "reason": "", "version": 1, "idempotency_key": fresh_key()}
    first, again = (client.post(here.at("judge/"), said) for _ in range(2))
    assert first["Location"] == again["Location"] == "/queue/"
    assert Judgement.objects.count() == 1


def test_going_against_the_records_asks_for_a_reason_and_loses_nothing(here: Scene) -> None:
    client = seen_by(national_analyst())
    alike = {"person1_name": "Elira Testova", "person1_dob": "1986", "person1_sex": "female", "phone1": "07700 900417"}
    other = told(here.wave, 9, alike, by=durham_sergeant())
    strong = Scene(here.wave, here.hers, other, proposed(here.hers, other))
    page = judge(client, strong, "different").content.decode()
    assert "Say in a few words why they are different." in page
    assert '<button name="finding" value="different" hidden>' in page
    assert not Judgement.objects.exists()
    assert judge(client, strong, "different", reason="Twins.").status_code == 302


@pytest.mark.parametrize("said", [{}, {"finding": "maybe"}, {"finding": ""}])
def test_an_answer_that_is_none_is_asked_for_again(here: Scene, said: dict[str, str]) -> None:
    page = post(seen_by(national_analyst()), here.at("judge/"), {"version": 1, "reason": "Twins.", **said})
    assert "There is a problem" in page.content.decode()
    assert 'value="Twins."' in page.content.decode()
    assert not Judgement.objects.exists()


def test_who_was_slower_sees_how_it_stands_and_keeps_what_was_typed(here: Scene) -> None:
    judge(seen_by(second_analyst()), here, "unsure")
    answer = judge(seen_by(national_analyst()), here, "different", version=1, reason="Her sister.")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "A colleague was quicker" in page
    assert "You answered “different”." in page
    assert "Sioned Vaughan" in page
    assert Judgement.objects.get().finding == "unsure"
    judge(seen_by(national_analyst()), here, "same")
    assert Judgement.objects.count() == 1


def test_what_a_colleague_holds_is_left_to_them(here: Scene) -> None:
    post(seen_by(second_analyst()), "/queue/take/")
    client = seen_by(national_analyst())
    page = text(client, here.at())
    assert "A colleague has this pair in a batch." in page
    assert 'name="finding"' not in page
    assert judge(client, here).status_code == 409
    Claim.objects.update(held_until=timezone.now())
    assert judge(client, here).status_code == 302


def test_a_slip_is_undone_at_once_and_the_pair_waits_again(here: Scene) -> None:
    client = seen_by(national_analyst())
    judge(client, here)
    judgement = Judgement.objects.get()
    assert f"/queue/slips/{judgement.pk}/" in text(client, "/queue/")
    assert post(client, f"/queue/slips/{judgement.pk}/")["Location"] == here.at()
    assert things() == set()
    page = text(client, here.at())
    assert "Undone by Esther Lindqvist" in page
    assert 'name="finding"' in page


def test_a_colleagues_judgement_is_undone_with_a_reason_alone(here: Scene) -> None:
    judge(seen_by(second_analyst()), here)
    judgement = Judgement.objects.get().pk
    client = seen_by(national_analyst())
    assert post(client, f"/queue/slips/{judgement}/")["Location"] == f"/judgements/{judgement}/undo/"
    assert "Undo this judgement" in text(client, f"/judgements/{judgement}/undo/")
    page = post(client, f"/judgements/{judgement}/undo/", {"reason": " "}).content.decode()
    assert "Say why it is undone" in page
    assert things() != set()
    done = post(client, f"/judgements/{judgement}/undo/", {"reason": "The date of birth is another."})
    assert done.status_code == 302
    assert things() == set()
    assert "It was undone already" in text(client, f"/judgements/{judgement}/undo/")
    assert post(client, f"/judgements/{judgement}/undo/", {"reason": "Again."}).status_code == 409


def test_a_second_person_sees_the_records_first_and_then_judges(here: Scene) -> None:
    client, second = seen_by(national_analyst()), seen_by(second_analyst())
    form = text(client, here.at("second/"))
    assert "Sioned Vaughan, national analyst" in form
    assert "Any analyst of National Centre" in form
    assert "of Cleveland" not in form
    asked = {"finding": "same", "of": second_analyst().id, "reason": "The spelling.", "version": 1}
    assert post(client, here.at("second/"), asked)["Location"] == "/queue/"
    assert things() == set()
    assert "Somebody else has to give it." in text(client, here.at())
    assert judge(client, here).status_code == 409
    assert "Your opinion is asked" in text(second, "/queue/")
    page = text(second, here.at())
    assert page.index("What the two reports say") < page.index("The spelling.")
    assert "<details" in page[: page.index("The spelling.")]
    assert judge(second, here).status_code == 302
    assert things() == {frozenset({here.hers, here.theirs})}
    opinion = Opinion.objects.get()
    assert opinion.answered_by == second_analyst().id
    assert "asked Sioned Vaughan for a second opinion" in text(client, here.at())


def test_who_asked_takes_the_question_back_and_nobody_else_does(here: Scene) -> None:
    client, second = seen_by(national_analyst()), seen_by(second_analyst())
    assert post(client, here.at("second/back/")).status_code == 409
    said = {"finding": "same", "of": second_analyst().id, "reason": "The spelling.", "version": 1}
    post(client, here.at("second/"), said)
    assert "Take the question back" in text(client, here.at())
    assert "Take the question back" not in text(second, here.at())
    assert post(second, here.at("second/back/")).status_code == 409
    assert post(client, here.at("second/back/"))["Location"] == here.at()
    page = text(client, here.at())
    assert "and took the question back" in page
    assert 'name="finding"' in page
    assert client.get(here.at("second/back/")).status_code == 405


def test_only_who_may_read_both_is_asked_and_what_is_unsure_is_said(here: Scene) -> None:
    client = seen_by(national_analyst())
    for wrong in ({"of": cleveland_sergeant().id}, {"of": ""}, {"reason": ""}):
        said = {"finding": "unsure", "of": "national_analyst@national-centre", "reason": "The name.", "version": 1}
        page = post(client, here.at("second/"), {**said, **wrong}).content.decode()
        assert "There is a problem" in page
    assert not Opinion.objects.exists()


def test_what_was_changed_meanwhile_is_not_handed_on(here: Scene) -> None:
    client = seen_by(national_analyst())
    said = {"finding": "unsure", "of": "national_analyst@national-centre", "reason": "The name.", "version": 7}
    answer = post(client, here.at("second/"), said)
    assert answer.status_code == 409
    assert "The name." in answer.content.decode()


@pytest.mark.parametrize("kind", ["svg", "csv"])
def test_the_chart_is_carried_away(here: Scene, kind: str) -> None:
    answer = seen_by(national_analyst()).get(here.at(f"weights.{kind}"))
    assert "Same phone number" in answer.content.decode()
    assert answer["Content-Disposition"].startswith("attachment")


def test_things_that_are_not_people_are_compared_and_not_weighed(here: Scene) -> None:
    phones = Placing.objects.filter(kind="phone").values_list("mention_id", flat=True)
    pair = proposed(*phones)
    client = seen_by(national_analyst())
    assert "The machine weighs people." in text(client, f"/queue/{pair}/")
    assert client.get(f"/queue/{pair}/weights.csv").status_code == 404


PARTS = ("", "judge/", "second/", "second/back/", "weights.svg", "weights.csv")


@pytest.mark.parametrize("person", [cleveland_sergeant(), durham_sergeant(), cast.garda()], ids=lambda one: one.agency)
def test_for_who_may_not_read_both_there_is_no_pair(here: Scene, person: Actor) -> None:
    client = seen_by(person)
    for part in PARTS:
        acting = part in ("judge/", "second/back/")
        answers = [
            post(client, f"/queue/{one}/{part}") if acting else client.get(f"/queue/{one}/{part}")
            for one in (here.pair, uuid4())
        ]
        assert {one.status_code for one in answers} <= {403, 404}
        assert answers[0].content == answers[1].content


def test_outsiders_and_wrong_methods(here: Scene) -> None:
    client, slip = seen_by(national_analyst()), f"/queue/slips/{uuid4()}/"
    assert Client().get(here.at()).status_code == 302
    assert seen_by(outsider()).get(here.at()).status_code == 403
    for path in (here.at(), here.at("weights.svg"), here.at("weights.csv")):
        assert post(client, path).status_code == 405
    assert client.get(here.at("judge/")).status_code == 405
    assert client.get(slip).status_code == 405
    assert post(client, slip).status_code == 404


def test_every_look_leaves_its_row(here: Scene) -> None:
    client = seen_by(national_analyst())
    for path, event in (
        ("/queue/", "queue_shown"),
        (here.at(), "pair_shown"),
        (here.at("second/"), "pair_shown"),
        (here.at("weights.csv"), "pair_shown"),
        (f"/things/{here.hers}/", "thing_read"),
        ("/things/", "things_listed"),
        ("/things/?reference=CLE-00001", "things_listed"),
        ("/interests/", "interests_shown"),
        ("/queue/contradictions/", "pair_shown"),
    ):
        before = Entry.objects.count()
        assert client.get(path).status_code == 200
        assert Entry.objects.filter(seq__gt=before).values_list("event", flat=True).last() == event, path


def test_a_pair_asks_as_many_questions_whatever_lies_around_it(here: Scene, django_assert_num_queries) -> None:
    client = seen_by(national_analyst())
    client.get(here.at())
    with django_assert_num_queries(QUERIES):
        client.get(here.at())
    for number in range(3, 9):
        other = told(here.wave, number, {"person1_name": f"E. {number}"}, by=cast.cleveland_sergeant())
        judged = Scene(here.wave, here.hers, other, proposed(here.hers, other))
        judge(client, judged)
    with django_assert_num_queries(QUERIES + 3):  # what was judged last is named: its mentions and their keys
        client.get(here.at())


QUERIES = 24
