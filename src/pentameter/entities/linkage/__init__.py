"""Which mentions are one person. Pure: no Django, no database of the house, no clock. The only importer of Splink.

`api` is the door for matching one mention at a time; `batch` links whole files.
"""
