"""Tests of the rules of oversight: tables, without a database."""
