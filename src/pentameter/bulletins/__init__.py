"""What the operation tells the public, and how the public may answer.

Three parts stand behind the public door and know its database alone: `site` (pages and published bulletins), `comments`
(readers and what they write) and `tips` (sealed tip-offs). Three stand behind the staff door: `editing`, `moderation`
and `tipdesk`. What joins them are rows of the public database, which staff write and read and the public cannot leave.
"""
