"""What becomes of comments: the queue, the ladder, appeals. Behind the staff door."""
