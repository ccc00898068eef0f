"""What is right in oversight: pure functions over rows of the record and over what other contexts know of them."""
