"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.retention import views

app_name = "retention"
urlpatterns = [
    path("retention/", views.due, name="due"),
    path("retention/periods/", views.periods, name="periods"),
    path("retention/cases/<uuid:case_id>/", views.case, name="case"),
    path("retention/reports/<uuid:report_id>/", views.report, name="report"),
    path("retention/agencies/", views.agencies, name="agencies"),
    path("retention/agencies/<uuid:handover_id>/accept/", views.accept, name="accept"),
    path("retention/agencies/<uuid:handover_id>/take-back/", views.take_back, name="take_back"),
]
urlpatterns += [
    path(f"retention/{kind}s/<uuid:{kind}_id>/{act}/", view, {"act": act}, name=f"{kind}_{act}")
    for kind, view in (("case", views.case_act), ("report", views.report_act))
    for act in views.ACTS
]
