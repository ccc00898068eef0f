"""The national assessment of a wave: figures, texts between them, and versions that stay as they were.

`sections` and `national` build figures from evidence and are pure; `rules` holds what an assessment is, how it is
frozen and compared, and which counts are withheld; `files` writes HTML, PDF and workbook from what was frozen, and from
nothing else. The rooms are those of every context.
"""
