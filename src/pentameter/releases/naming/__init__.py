"""Whether a text would identify somebody, asked before anything is published. Staff side only; doubt holds.

`disguises` undoes what hides a name or a number, `numbers` finds what leads to somebody (telephones, postcodes, e-mail
addresses, number plates), `contempt` the words that bear on active proceedings, `protected` gathers everyone who must
not be named, `services` asks them all. The answer says of which kinds the reasons are, and never about whom.
"""
