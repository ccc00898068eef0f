"""What moderators can ask: the queue, a comment whole, a reader's history, appeals, articles."""
