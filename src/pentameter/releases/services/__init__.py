"""What can be done with a release: freeze, make safe, describe, sign, publish, correct, withdraw; and look."""
