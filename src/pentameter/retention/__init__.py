"""What is kept is reviewed: retained or disposed of, with the reason; what is disposed of leaves nothing behind."""
