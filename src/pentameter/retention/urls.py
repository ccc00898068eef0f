"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.retention.views import access, handovers, reviews

app_name = "retention"
urlpatterns = [
    path("retention/", reviews.due, name="due"),
    path("retention/periods/", reviews.periods, name="periods"),
    path("retention/cases/<uuid:case_id>/", reviews.case, name="case"),
    path("retention/reports/<uuid:report_id>/", reviews.report, name="report"),
    path("retention/agencies/", handovers.agencies, name="agencies"),
    path("retention/agencies/<uuid:handover_id>/accept/", handovers.accept, name="accept"),
    path("retention/agencies/<uuid:handover_id>/take-back/", handovers.take_back, name="take_back"),
    path("retention/access/<uuid:case_id>/", access.access, name="access"),
    path("retention/access/<uuid:case_id>/ask/", access.ask, name="ask_access"),
    path("retention/access/<uuid:case_id>/release/", access.release, name="release_access"),
    path("retention/access/<uuid:case_id>/withdraw/", access.withdraw, name="withdraw_access"),
    path("retention/access/<uuid:case_id>/give/", access.give, name="give_access"),
]
urlpatterns += [
    path(f"retention/{kind}s/<uuid:{kind}_id>/{act}/", view, {"act": act}, name=f"{kind}_{act}")
    for kind, view, acts in (
        ("case", reviews.case_act, (*reviews.DECIDING, *reviews.SECOND)),
        ("report", reviews.report_decide, reviews.DECIDING),
        ("report", reviews.report_second, reviews.SECOND),
    )
    for act in acts
]
