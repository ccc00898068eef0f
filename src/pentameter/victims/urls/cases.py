"""Addresses of cases."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
