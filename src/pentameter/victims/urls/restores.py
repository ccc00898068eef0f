"""Addresses of restores."""

from django.urls import URLPattern, path

from pentameter.victims.views import restores

patterns: list[URLPattern] = [
    path("restores/", restores.restores, name="restores"),
    path("restores/<uuid:restore_id>/confirm/", restores.confirm, name="confirm_restore"),
]
