"""Addresses of support."""

from django.urls import URLPattern, path

from pentameter.victims.views import support, support_files, support_plan, support_stays

_CASE = "cases/<uuid:case_id>/support/"
patterns: list[URLPattern] = [
    path(_CASE, support.support, name="support"),
    path(f"{_CASE}assessments/", support.assessments, name="support_assessments"),
    path(f"{_CASE}assessments/<slug:kind>/", support.assess, name="support_assess"),
    path(f"{_CASE}notes/", support.notes, name="support_notes"),
    path(f"{_CASE}notes/<uuid:entry_id>/", support.correct_note, name="support_note"),
    path(f"{_CASE}flags/", support.flags, name="support_flags"),
    path(f"{_CASE}flags/<uuid:entry_id>/", support.lower_flag, name="support_flag"),
    path(f"{_CASE}plan/", support_plan.plan, name="support_plan"),
    path(f"{_CASE}plan/task/", support_plan.new_task, name="support_task_new"),
    path(f"{_CASE}plan/task/<uuid:entry_id>/", support_plan.task, name="support_task"),
    path(f"{_CASE}plan/appointment/", support_plan.new_appointment, name="support_appointment_new"),
    path(f"{_CASE}plan/appointment/<uuid:entry_id>/", support_plan.appointment, name="support_appointment"),
    path(
        f"{_CASE}plan/task/<uuid:entry_id>/settle/", support_plan.settle_entry, {"kind": "task"}, "support_task_settle"
    ),
    path(
        f"{_CASE}plan/appointment/<uuid:entry_id>/settle/",
        support_plan.settle_entry,
        {"kind": "appointment"},
        "support_appointment_settle",
    ),
    path(f"{_CASE}plan/<uuid:entry_id>/undo/", support_plan.undo_step, name="support_undo"),
    path(f"{_CASE}stays/", support_stays.stays, name="support_stays"),
    path(f"{_CASE}stays/new/", support_stays.new_stay, name="support_stay_new"),
    path(f"{_CASE}stays/left/", support_stays.leave_stay, name="support_stay_end"),
    path(f"{_CASE}exit/", support_stays.leave, name="support_exit"),
    path(f"{_CASE}exit/back/", support_stays.come_back, name="support_back"),
    path(f"{_CASE}files/", support_files.files, name="support_files"),
    path(f"{_CASE}files/<uuid:file_id>/", support_files.file, name="support_file"),
    path(f"{_CASE}files/<uuid:file_id>/remove/", support_files.remove, name="support_file_remove"),
]
