"""Addresses of files of cases."""

from django.urls import URLPattern, path

from pentameter.victims.views import exchange

patterns: list[URLPattern] = [
    path("cases/import/", exchange.import_file, name="import_file"),
    path("cases/imports/<uuid:import_id>/", exchange.imported, name="import"),
    path("cases/export/", exchange.export, name="export"),
]
