"""An act that is asked for under a key is done once, and its answer is kept with it in one transaction."""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from pentameter.audit.api import length
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.work.models import Done


def once(actor: str, key: str, path: str, act: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The answer of `act`, done now or earlier under the same key.

    A redirect, an answer in JSON and an empty one are kept and given again. A page (200, or a refusal that the view
    itself wrote) is not: if the act left a row in the record, such as a look, it stands; if not, nothing does.
    """
    if earlier := Done.objects.filter(actor=actor, key=key).first():
        return _again(earlier, path)
    try:
        with transaction.atomic():
            done = Done.objects.create(actor=actor, key=key, path=path[:400], done_at=clock.now())
            before = length()
            response = act()
            if _can_be_kept(response):
                _keep(done, response)
            elif response.status_code < 500 and length() > before:
                done.delete()
            else:
                transaction.set_rollback(True)
    except IntegrityError:
        if earlier := Done.objects.filter(actor=actor, key=key).first():
            return _again(earlier, path)
        raise
    return response


def _can_be_kept(response: HttpResponseBase) -> bool:
    if response.status_code >= 400:
        return False
    return "Location" in response.headers or response.status_code == 204 or _is_json(response)


def _is_json(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Type", "").startswith("application/json")


def _keep(done: Done, response: HttpResponseBase) -> None:
    done.status = response.status_code
    done.location = response.headers.get("Location", "")
    done.body = response.content.decode() if isinstance(response, HttpResponse) and _is_json(response) else ""
    done.save(update_fields=["status", "location", "body"])


def _again(done: Done, path: str) -> HttpResponse:
    if done.path != path[:400]:
        raise Refused("This key was used for another act. Load the page again.", conflict=True)
    response = HttpResponse(done.body, status=done.status)
    if done.body:
        response["Content-Type"] = "application/json"
    if done.location:
        response["Location"] = done.location
    return response
