"""From the files that agencies really send to drafts of reports. Pure: no Django, no database, no network."""
