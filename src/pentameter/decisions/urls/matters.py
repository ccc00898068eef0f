"""Addresses of matters."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
