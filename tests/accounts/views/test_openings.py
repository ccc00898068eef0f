"""The marks of allauth's views."""

import pytest
from django.http import HttpRequest, HttpResponse

from pentameter.accounts.views.openings import before_sign_in, own_account


@pytest.mark.parametrize("mark", [before_sign_in, own_account])
@pytest.mark.parametrize(("method", "status"), [("GET", 200), ("POST", 200), ("PUT", 405), ("DELETE", 405)])
def test_a_marked_view_says_why_it_is_open_and_answers_to_its_methods(mark, method: str, status: int) -> None:
    view = mark(lambda request: HttpResponse())
    request = HttpRequest()
    request.method = method
    assert view.open_because
    assert view(request).status_code == status
