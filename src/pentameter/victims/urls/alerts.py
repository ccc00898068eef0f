"""Addresses of alerts."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
