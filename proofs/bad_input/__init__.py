"""Bad input: what anybody can send, sent to everything that reads it. Nothing fails, nothing runs, nothing gets out."""
