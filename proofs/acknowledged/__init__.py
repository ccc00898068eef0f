"""Nothing acknowledged is lost: the real staff door under clients that write, while its processes are killed.

What was answered with "accepted" must be there exactly once with its row in the record, whatever was killed meanwhile;
a request that is sent again under its key gives the first answer; and the chain of the record is whole.
"""
