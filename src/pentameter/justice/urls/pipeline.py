"""Addresses of investigations and suspects."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
