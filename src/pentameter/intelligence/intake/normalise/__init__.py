"""From what people write to one form of it. Every function answers None where the text cannot be read that way."""
