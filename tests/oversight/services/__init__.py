"""Tests of what can be done in oversight."""
