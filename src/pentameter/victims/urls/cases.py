"""Addresses of cases."""

from django.urls import URLPattern, path

from pentameter.victims.views import cases, knowing, rescue, whereabouts

patterns: list[URLPattern] = [
    path("cases/", cases.cases, name="cases"),
    path("cases/new/", rescue.rescue, name="rescue"),
    path("cases/break-glass/", knowing.glass, name="glass"),
    path("cases/<uuid:case_id>/", cases.case, name="case"),
    path("cases/<uuid:case_id>/registered/", rescue.registered, name="registered"),
    path("cases/<uuid:case_id>/identity/", cases.identity, name="identity"),
    path("cases/<uuid:case_id>/practical/", cases.practical, name="practical"),
    path("cases/<uuid:case_id>/whereabouts/", whereabouts.whereabouts, name="whereabouts"),
    path("cases/<uuid:case_id>/whereabouts/change/", whereabouts.change, name="whereabouts_change"),
    path("cases/<uuid:case_id>/close/", cases.close, name="close"),
    path("cases/<uuid:case_id>/reopen/", cases.reopen, name="reopen"),
    path("cases/<uuid:case_id>/timeline/", cases.timeline, name="timeline"),
    path("cases/<uuid:case_id>/people/", knowing.people, name="people"),
    path("cases/<uuid:case_id>/people/assign/", knowing.assign, name="assign"),
    path("cases/<uuid:case_id>/people/share/", knowing.share, name="share"),
    path("cases/<uuid:case_id>/people/<uuid:need_id>/end/", knowing.end, name="end_need"),
]
