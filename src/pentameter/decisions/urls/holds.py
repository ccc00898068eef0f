"""Addresses of holds, as those who may know no more ask for them."""

from django.urls import URLPattern, path

from pentameter.decisions.views import holds

patterns: list[URLPattern] = [path("holds/", holds.hold, name="hold")]
