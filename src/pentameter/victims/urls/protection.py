"""Addresses of protection."""

from django.urls import URLPattern, path

from pentameter.victims.views import copies, erasure, looks, protection

patterns: list[URLPattern] = [
    path("cases/<uuid:case_id>/protection/", protection.protection, name="protection"),
    path("cases/<uuid:case_id>/protection/record/", protection.record_event, name="record_event"),
    path("cases/<uuid:case_id>/protection/determine/", protection.determine, name="determine"),
    path("cases/<uuid:case_id>/protection/events/<uuid:event_id>/strike/", protection.strike, name="strike"),
    path("cases/<uuid:case_id>/protection/events/<uuid:event_id>/agree/", protection.agree, name="agree_strike"),
    path("cases/<uuid:case_id>/protection/events/<uuid:event_id>/leave/", protection.leave, name="leave_standing"),
    path("cases/<uuid:case_id>/erasure/", erasure.erasure, name="erasure"),
    path("cases/<uuid:case_id>/erasure/agree/", erasure.agree, name="agree_erasure"),
    path("cases/<uuid:case_id>/erasure/withdraw/", erasure.withdraw, name="withdraw_erasure"),
    path("cases/<uuid:case_id>/looks/", looks.looks, name="looks"),
    path("cases/<uuid:case_id>/copy/", copies.copy, name="copy"),
    path("cases/<uuid:case_id>/copy/pdf/", copies.copy_pdf, name="copy_pdf"),
]
