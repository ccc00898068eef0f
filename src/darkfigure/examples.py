"""Published capture tables, so that documents, benchmarks and tests stand on figures that anyone can look up.

Each holds aggregates as its source prints them: how many people were on exactly which lists. No personal data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories


@dataclass(frozen=True)
class Example:
    """A table by `name`: `lists`, the people on exactly each of the `groups` of lists, what it is and its `source`."""

    name: str
    lists: tuple[str, ...]
    groups: Mapping[str, int]
    about: str
    source: str

    def histories(self) -> CaptureHistories:
        """The table as the methods take it."""
        cells = {tuple(group.split(":")): people for group, people in self.groups.items()}
        return CaptureHistories.from_mapping(cells, self.lists)


def load(name: str) -> CaptureHistories:
    """The published table of that name.

    >>> load("UKdat").n, load("UKdat").lists  # Home Office 2014: 2,744 potential victims, six lists
    (2744, ('LA', 'NG', 'PF', 'GO', 'GP', 'NCA'))
    """
    if name not in EXAMPLES:
        raise BadInput(f"There is no example {name!r}: {', '.join(EXAMPLES)}.")
    return EXAMPLES[name].histories()


def _example(name: str, lists: str, rows: str, about: str, source: str) -> Example:
    """Rows are "LA:NG 15", one for each group of lists that anyone was on exactly."""
    groups = {row.split()[0]: int(row.split()[1]) for row in rows.split(",")}
    return Example(name, tuple(lists.split()), MappingProxyType(groups), about, source)


EXAMPLES: Mapping[str, Example] = MappingProxyType(
    {
        one.name: one
        for one in (
            _example(
                "UKdat",
                "LA NG PF GO GP NCA",
                "LA 54, NG 463, PF 907, GO 695, GP 316, NCA 57, LA:NG 15, LA:PF 19, LA:GO 3, NG:PF 56, NG:GO 19, "
                "NG:GP 1, NG:NCA 3, PF:GO 69, PF:GP 10, PF:NCA 31, GO:GP 8, GO:NCA 6, GP:NCA 1, LA:NG:PF 1, "
                "LA:NG:GO 1, NG:PF:GO 4, NG:PF:NCA 3, PF:GO:NCA 1, LA:NG:PF:GO 1",
                "Potential victims of trafficking, United Kingdom 2013: local authorities, non-governmental "
                "organisations, police forces, other government organisations, the general public, the National "
                "Crime Agency.",
                "Silverman 2014, Modern Slavery: an application of multiple systems estimation, Home Office; Bales, "
                "Hesketh and Silverman 2015, Significance 12(3).",
            ),
            _example(
                "UKdat_5",
                "LA NG PFNCA GO GP",
                "LA 54, NG 463, PFNCA 995, GO 695, GP 316, LA:NG 15, LA:PFNCA 19, LA:GO 3, NG:PFNCA 62, NG:GO 19, "
                "NG:GP 1, PFNCA:GO 76, PFNCA:GP 11, GO:GP 8, LA:NG:PFNCA 1, LA:NG:GO 1, NG:PFNCA:GO 4, "
                "LA:NG:PFNCA:GO 1",
                "The same with police forces and the National Crime Agency as one list.",
                "Silverman 2014, as UKdat; Chan, Silverman and Vincent 2021, J. Am. Stat. Assoc. 116, 1297.",
            ),
            _example(
                "Ned_5",
                "IO K P R Z",
                "IO 756, K 1299, P 4466, R 650, Z 632, IO:K 1, IO:P 81, IO:R 5, IO:Z 73, K:P 44, K:Z 4, P:R 82, "
                "P:Z 125, R:Z 2, IO:P:R 2, IO:P:Z 11, P:R:Z 1",
                "Presumed victims of trafficking, the Netherlands 2010 to 2015: inspectorate and others, border "
                "police, police, regional co-ordinators, residential care.",
                "van Dijk, Cruyff, van der Heijden and Kragten-Heerdink 2017, UNODC; Silverman 2020, J. R. Stat. Soc. "
                "A 183, 691, table 2.",
            ),
            _example(
                "NewOrl_5",
                "A BEFG C D H",
                "A 25, BEFG 24, C 70, D 33, H 21, A:BEFG 1, A:C 1, A:D 2, BEFG:C 2, BEFG:D 2, BEFG:H 1, C:D 1, "
                "A:BEFG:C 1, A:BEFG:D 1",
                "Victims of trafficking, Greater New Orleans 2016, eight lists as five.",
                "Bales, Murphy and Silverman 2020, J. Human Trafficking 6, 375.",
            ),
            _example(
                "Western",
                "A B C D E",
                "A 52, B 90, C 114, D 45, E 21, A:C 4, A:D 2, A:E 5, B:C 6, B:D 1, D:E 3, A:C:E 1, B:C:D 1",
                "Victims of sex trafficking at a site in the western United States.",
                "Farrell, Dank, Kafafian, Lockwood, Pfeffer, Hughes and Vincent 2019, National Institute of Justice.",
            ),
            _example(
                "Kosovo",
                "EXH ABA OSCE HRW",
                "EXH 1131, ABA 845, OSCE 936, HRW 306, EXH:ABA 177, EXH:OSCE 228, EXH:HRW 106, ABA:OSCE 217, "
                "ABA:HRW 31, OSCE:HRW 123, EXH:ABA:OSCE 181, EXH:ABA:HRW 18, EXH:OSCE:HRW 42, ABA:OSCE:HRW 32, "
                "EXH:ABA:OSCE:HRW 27",
                "Killings in Kosovo, 20 March to 22 June 1999: exhumations and three sets of interviews.",
                "Ball, Betts, Scheuren, Dudukovich and Asher 2002, American Association for the Advancement of "
                "Science and American Bar Association.",
            ),
            _example(
                "Korea",
                "b c d",
                "b 5, c 5, d 41, b:c 54, b:d 6, b:c:d 12",
                "Korean women held in sexual slavery at Palembang.",
                "Ball, Shin and Yang 2018, Human Rights Data Analysis Group.",
            ),
            _example(
                "Artificial_3",
                "A B C",
                "A 40, B 30, C 20, A:B 6",
                "Constructed: some models have no finite estimate and one is not identified.",
                "Chan, Silverman and Vincent 2021, J. Am. Stat. Assoc. 116, 1297, table 2.",
            ),
        )
    }
)
