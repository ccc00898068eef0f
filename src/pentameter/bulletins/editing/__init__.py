"""Bulletins until they are published: drafts, second reading, schedule, correction. Behind the staff door."""
