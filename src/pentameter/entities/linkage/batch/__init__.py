"""Linking whole files: DuckDB reads and blocks, Splink scores, `clustering` puts together. No Django."""
