"""Addresses of alerts."""

from django.urls import URLPattern, path

from pentameter.victims.views import alerts

patterns: list[URLPattern] = [
    path("alerts/", alerts.alerts, name="alerts"),
    path("alerts/<uuid:alert_id>/take/", alerts.take, name="take_alert"),
    path("alerts/<uuid:alert_id>/done/", alerts.finish, name="finish_alert"),
    path("alerts/<uuid:alert_id>/undo/", alerts.undo, name="undo_alert"),
]
