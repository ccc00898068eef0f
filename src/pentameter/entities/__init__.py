"""One picture out of many reports: what is the same person or thing, by judgements that can be seen and undone."""
