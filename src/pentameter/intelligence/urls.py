"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.intelligence.views import intake, new, quarantine, reports

app_name = "intelligence"
urlpatterns = [
    path("intake/", intake.intake, name="intake"),
    path("intake/send/", intake.upload, name="upload"),
    path("intake/dictionary/", intake.dictionary, name="dictionary"),
    path("intake/templates/<slug:kind>.<slug:ending>", intake.template, name="template"),
    path("intake/files/<uuid:file_id>/", intake.file, name="file"),
    path("intake/files/<uuid:file_id>/progress/", intake.progress, name="progress"),
    path("intake/rows/<uuid:row_id>/", quarantine.row, name="row"),
    path("intake/rows/<uuid:row_id>/set-aside/", quarantine.set_aside, name="set_aside"),
    path("intake/rows/<uuid:row_id>/take-back/", quarantine.take_back, name="take_back"),
    path("reports/", reports.reports, name="reports"),
    path("reports/new/", new.new, name="new"),
    path("reports/export/", reports.export, name="export"),
    path("reports/<uuid:report_id>/", reports.report, name="report"),
    path("reports/<uuid:report_id>/original/", reports.original, name="original"),
    path("reports/<uuid:report_id>/source/", reports.source, name="source"),
]
