"""What can be done with a story. Each act leaves its row in the record, and stands in one transaction with it."""
