"""Addresses of holds, as those who may know no more ask for them."""

from django.urls import path

from pentameter.victims.views import holds

patterns = [path("holds/", holds.hold, name="hold")]
