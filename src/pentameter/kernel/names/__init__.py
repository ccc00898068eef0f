"""Names of people in any script as words of plain letters, and what is known of such words. No name is kept here.

`letters` brings a name to the letters a to z, `sounds` gives spellings that stand for one name one reading, `tables`
knows short forms, particles and words that are no names.
"""
