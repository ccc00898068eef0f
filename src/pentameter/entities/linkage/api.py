"""The door: one mention against others. Values are frozen, nothing is remembered, nothing is asked of a database.

`shared` answers how many mentions have a thing: `shared("phone +447700900417")`; without it a thing counts as seldom.
What stands under a name here keeps its shape; how the weights come about may change with the model.
"""

from pentameter.entities.linkage.facts import BlockKey, Evidence, Model, PersonFacts, Prepared, Scored
from pentameter.entities.linkage.online import block_keys, model, prepare, score

__all__ = [
    "BlockKey",
    "Evidence",
    "Model",
    "PersonFacts",
    "Prepared",
    "Scored",
    "block_keys",
    "model",
    "prepare",
    "score",
]
