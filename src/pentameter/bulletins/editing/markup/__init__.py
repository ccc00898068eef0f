"""From what an editor types to what a page shows: Markdown without HTML, and figures from released tables only.

Pure: it knows no Django, no database and no release. Who calls it says what each directive stands for.
"""
