"""Addresses of her side of prosecutions."""

from django.urls import URLPattern, path

from pentameter.decisions.views import court_side

patterns: list[URLPattern] = [
    path("cases/<uuid:case_id>/court/", court_side.court, name="court"),
    path("cases/<uuid:case_id>/court/new/", court_side.record, name="record_court"),
    path("cases/<uuid:case_id>/court/<uuid:entry_id>/strike/", court_side.strike, name="strike_court"),
]
