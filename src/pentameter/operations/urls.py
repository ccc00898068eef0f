"""The staff door's addresses of this context."""

from django.urls import path

from pentameter.operations.views import operations, participants, returns, waves

app_name = "operations"
urlpatterns = [
    path("operations/", operations.operations, name="operations"),
    path("operations/new/", operations.new_operation, name="new_operation"),
    path("operations/waves/<uuid:wave_id>/", waves.wave, name="wave"),
    path("operations/waves/<uuid:wave_id>/edit/", waves.edit_wave, name="edit_wave"),
    path("operations/waves/<uuid:wave_id>/return/", returns.file, name="file_return"),
    path("operations/waves/<uuid:wave_id>/agencies/add/", participants.join, name="join"),
    path("operations/waves/<uuid:wave_id>/agencies/<slug:slug>/", participants.agency, name="agency"),
    path("operations/waves/<uuid:wave_id>/agencies/<slug:slug>/change/", participants.change_part, name="change_part"),
    path("operations/waves/<uuid:wave_id>/agencies/<slug:slug>/end/", participants.end_part, name="end_part"),
    path("operations/<slug:slug>/", operations.operation, name="operation"),
    path("operations/<slug:slug>/waves/new/", operations.new_wave, name="new_wave"),
    path("operations/<slug:slug>/published/", operations.results, name="results"),
]
