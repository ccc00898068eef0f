"""Addresses of matters and of the account."""

from django.urls import URLPattern, path

from pentameter.decisions.views import accounts, matters

patterns: list[URLPattern] = [
    path("decisions/", matters.matters, name="matters"),
    path("decisions/new/", matters.new, name="new"),
    path("decisions/<uuid:matter_id>/", matters.matter, name="matter"),
    path("decisions/<uuid:matter_id>/take-up/", matters.take_up, name="take_up"),
    path("decisions/<uuid:matter_id>/withdraw/", matters.withdraw, name="withdraw"),
    path("decisions/<uuid:matter_id>/serve/", matters.serve, name="serve"),
    path("decisions/<uuid:matter_id>/letter.pdf", matters.letter, name="letter"),
    path("decisions/<uuid:matter_id>/reconsider/", matters.reconsider, name="reconsider"),
    path("decisions/<uuid:matter_id>/account/", accounts.read, name="read_account"),
    path("decisions/<uuid:matter_id>/no-account/", accounts.absence, name="absence"),
    path("cases/<uuid:case_id>/decisions/", matters.case, name="case"),
    path("cases/<uuid:case_id>/decisions/account/", accounts.disclose, name="disclose"),
    path("cases/<uuid:case_id>/decisions/no-account/", accounts.explain, name="explain"),
]
