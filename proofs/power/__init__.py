"""The proof that what was acknowledged survives a power cut, as far as that can be simulated.

A process that records reports runs under strace, which writes down every write and every fsync of its database files in
their order, and every acknowledgement. A cut takes what was fsynced until then; of what was not, some writes by chance,
the last of them torn in the middle of a sector or between sectors. The database that is left is opened and looked at.
No hardware was unplugged: what a drive does with a fsync that it confirmed, nobody can see from here.
"""
