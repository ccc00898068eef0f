"""Where tip-offs are opened, answered, graded and filed. Behind the staff door."""
