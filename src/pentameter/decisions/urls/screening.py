"""Addresses of screening."""

from django.urls import URLPattern, path

from pentameter.decisions.views import desk, screening

patterns: list[URLPattern] = [
    path("screening/", screening.lists, name="screening"),
    path("screening/send/", screening.send_list, name="send_list"),
    path("screening/name/", screening.send_name, name="send_name"),
    path("screening/lists/<uuid:list_id>/", screening.one_list, name="screening_list"),
    path("screening/lists/<uuid:list_id>/progress/", screening.progress, name="screening_progress"),
    path("screening/lists/<uuid:list_id>/again/", screening.again, name="check_again"),
    path("screening/lists/<uuid:list_id>/answers.csv", screening.answers, name="answers"),
    path("screening/desk/", desk.desk, name="desk"),
    path("screening/desk/<uuid:line_id>/", desk.line, name="desk_line"),
    path("screening/desk/<uuid:line_id>/confirm/", desk.confirm, name="confirm_line"),
    path("screening/desk/<uuid:line_id>/propose/", desk.propose, name="propose_clearance"),
    path("screening/desk/<uuid:line_id>/agree/", desk.agree, name="agree_clearance"),
    path("screening/desk/<uuid:line_id>/undo/", desk.undo, name="undo_proposal"),
    path("screening/desk/<uuid:line_id>/reopen/", desk.reopen, name="reopen_line"),
    path("screening/trawling/", desk.trawling, name="trawling"),
]
