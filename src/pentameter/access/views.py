"""The page that shows people the rules that bind them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.access.guards import may
from pentameter.access.operations import Operation
from pentameter.access.queries import matrix_page


@require_safe
@may(Operation.VIEW_MATRIX)
def matrix(request: HttpRequest) -> HttpResponse:
    """Who may do what, and what nobody may ever see."""
    return render(request, "access/matrix.jinja", {"page": matrix_page()})
