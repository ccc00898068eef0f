"""The door: one mention against others. Values are frozen, and nothing is asked of a database.

Words of names are remembered while a process works; one that lives on calls `forget` when it is done.

    new = prepare(PersonFacts(name="Ana Popescu", dob="1990-03-25"))
    keys = block_keys(new)                      # keep a digest of each; look candidates up by them
    scored = score(new, candidate, shared=None)  # against each candidate
    scored.weight >= model().propose_at         # then a person is asked

`shared` answers what the whole collection knows of a term, 0 where it knows nothing:

- `"people"`: how many different people it knows;
- `"name ana popesku"`: how many of them bear all these words, which are `Prepared.words`;
- `"phone +447700900417"`: how many differently named people gave the phone.

What stands under a name here keeps its shape; weights change with the model's version.
"""

from pentameter.entities.linkage.blocks import LARGEST as LARGEST_BLOCK
from pentameter.entities.linkage.blocks import block_keys
from pentameter.entities.linkage.contradictions import DOUBTS
from pentameter.entities.linkage.facts import BlockKey, Evidence, Model, PersonFacts, Prepared, Scored
from pentameter.entities.linkage.forgetting import forget
from pentameter.entities.linkage.online import model, score
from pentameter.entities.linkage.preparing import prepare

__all__ = [
    "DOUBTS",
    "LARGEST_BLOCK",
    "BlockKey",
    "Evidence",
    "Model",
    "PersonFacts",
    "Prepared",
    "Scored",
    "block_keys",
    "forget",
    "model",
    "prepare",
    "score",
]
