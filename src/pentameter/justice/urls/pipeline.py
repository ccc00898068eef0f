"""Addresses of investigations and suspects."""

from django.urls import URLPattern, path

from pentameter.justice.views import investigations, suspects

patterns: list[URLPattern] = [
    path("justice/", investigations.investigations, name="investigations"),
    path("justice/new/", investigations.new, name="new"),
    path("justice/<uuid:investigation_id>/", investigations.investigation, name="investigation"),
    path("justice/<uuid:investigation_id>/agencies/", investigations.add_agency, name="add_agency"),
    path("justice/<uuid:investigation_id>/close/", investigations.close, name="close"),
    path("justice/<uuid:investigation_id>/reopen/", investigations.reopen, name="reopen"),
    path("justice/<uuid:investigation_id>/suspects/new/", investigations.new_suspect, name="new_suspect"),
    path("justice/suspects/<uuid:suspect_id>/", suspects.suspect, name="suspect"),
    path("justice/suspects/<uuid:suspect_id>/change/", suspects.change, name="change"),
    path("justice/suspects/<uuid:suspect_id>/check/", suspects.check, name="check"),
    path("justice/suspects/<uuid:suspect_id>/mark/", suspects.mark, name="mark"),
    path("justice/suspects/<uuid:suspect_id>/record/<str:kind>/", suspects.record, name="record"),
    path("justice/events/<uuid:event_id>/strike/", suspects.strike, name="strike"),
]
