"""One picture out of many reports: mentions, judgements, and the people and things that the judgements make of them."""
