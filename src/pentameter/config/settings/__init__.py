"""One base, thin variants: the staff door, the public door, the tests."""
