"""What is right about judgements and the things that they make."""
