"""The staff door's addresses of this context."""

from django.urls import URLPattern, path

from pentameter.scale.views import copies, looking, runs

app_name = "scale"
urlpatterns: list[URLPattern] = [
    path("estimates/", runs.runs, name="runs"),
    path("estimates/compare/", runs.compare, name="compare"),
    path("estimates/compare.<slug:kind>", copies.compared, name="compared"),
    path("estimates/freeze/", runs.freeze, name="freeze"),
    path("estimates/send/", runs.send, name="send_table"),
    path("estimates/looking/", looking.forces, name="forces"),
    path("estimates/looking/<slug:agency>/", looking.force, name="force"),
    path("estimates/<uuid:run_id>/", runs.run, name="run"),
    path("estimates/<uuid:run_id>/progress/", runs.progress, name="progress"),
    path("estimates/<uuid:run_id>/repeat/", runs.repeat, name="repeat"),
    path("estimates/<uuid:run_id>/table.csv", copies.table, name="table"),
    path("estimates/<uuid:run_id>/charts/<slug:name>.svg", copies.svg, name="svg"),
    path("estimates/<uuid:run_id>/charts/<slug:name>.csv", copies.csv, name="csv"),
]
