"""Tables that identify nobody: small counts hidden or rounded so that nobody can work them out, and the attacker who
tries.

Pure Python on numpy and scipy. What is needed day by day stands here:

    import safetables as st
    area = st.Dimension.nested("area", "UK", {"UK": ["England", "Wales"], "England": ["Durham", "Kent"]})
    sex = st.Dimension.flat("sex", ["F", "M"])
    table = st.Table.of([area, sex], {("Durham", "F"): 3, ...}, about=st.About("week 2", "victims", as_at="2007-10-14"))
    table = st.read_table("victims.csv", hierarchy="areas.csv")              # the same from files

    rules = st.Rules(threshold=10, zeros=st.Zeros.SHOWN, protection=st.Protection.to_threshold())
    protected = st.protect(table, rules)            # or st.Refusal: hidden cells, each proved protected
    protected = st.protect([table, another], rules) # linked tables: cells that they share are hidden in both
    protected = st.protect(table, rules, earlier=st.Earlier(published=(...), truths=(...)))   # after earlier releases
    protected = st.round_counts(table, rules, base=5)                        # controlled rounding; seed=7: by chance
    protected = st.in_bands(table, rules)

    protected.table, protected.published            # what may be shown: .marks (text), .low, .high, shaped as the table
    protected.hidden, protected.sensitive, protected.optimal
    st.statement(protected)                         # what was done, in plain English, to print under the table

    findings = st.attack([published, ...], rules, truths=[table, ...])
    st.attack(..., grows=False, parts=[st.Part(("people of the wave",), "people with a case")])   # falls, and groups
    findings.safe, findings.given_away, findings.bounds       # one.sentence() names what gives a cell away
    st.write_published(protected.table, "SAFE.csv"); st.read_published("SAFE.csv")

    people = st.Records(("area", "age"), (("Durham", "20 to 29"), ...))
    st.k_anonymity(people, ["area", "age"]); st.l_diversity(people, ["area"], "age")
    st.generalise(people, {"area": area}, k=11)              # the least loss; .records, .levels, .withheld, .loss
    st.write_ctdc(people, "public.csv", {"age": "ageBroad"})
    st.synthesise(people, st.Noise(epsilon=2.0))             # people who never were; .records, .statement (an extra)
    st.write_ctdc(people, "public.csv", {"age": "ageBroad"}); st.write_htcds(people, "standard.csv", {...})

A refusal is `st.Refusal` (`.sentence`, `.what_would_help`, `.cells`), bad input `st.BadInput` with a sentence that
names the row and the field. All values are frozen; nothing reads a clock or draws without a seed.
"""

from safetables.about import About
from safetables.attacker import attack
from safetables.bands import in_bands
from safetables.comparing import Part
from safetables.dimensions import Dimension
from safetables.errors import BadInput, Refusal
from safetables.exporting import write_ctdc, write_htcds
from safetables.findings import Bound, Findings, GivenAway
from safetables.generalising import Generalised, generalise
from safetables.microdata import Records, k_anonymity, l_diversity
from safetables.problems import Earlier, Weights
from safetables.protect import protect
from safetables.protected import Protected
from safetables.published import Published
from safetables.published_files import read_published, write_published
from safetables.rounding import round_counts
from safetables.rules import Protection, Rules, Zeros
from safetables.statement import statement
from safetables.synthetic import Noise, Synthetic, synthesise
from safetables.table_files import read_hierarchy, read_table
from safetables.tables import Table
from safetables.universe import Relation
from safetables.version import VERSION

__version__ = VERSION
__all__ = [
    "About",
    "BadInput",
    "Bound",
    "Dimension",
    "Earlier",
    "Findings",
    "Generalised",
    "GivenAway",
    "Noise",
    "Part",
    "Protected",
    "Protection",
    "Published",
    "Records",
    "Refusal",
    "Relation",
    "Rules",
    "Synthetic",
    "Table",
    "Weights",
    "Zeros",
    "__version__",
    "attack",
    "generalise",
    "in_bands",
    "k_anonymity",
    "l_diversity",
    "protect",
    "read_hierarchy",
    "read_published",
    "read_table",
    "round_counts",
    "statement",
    "synthesise",
    "write_ctdc",
    "write_htcds",
    "write_published",
]
