"""What is right, as pure functions: texts, names, limits, reports, the ladder, and when an article takes comments."""
