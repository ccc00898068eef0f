"""One table and one design, fitted by Poisson maximum likelihood: for models given, Wald limits and profiles."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, xlogy

from darkfigure.designs import Columns
from darkfigure.identify import Verdict, design_of, judge, reduced
from darkfigure.lattice import Floats
from darkfigure.newton import solve


@dataclass(frozen=True)
class Regression:
    """`matrix` (R, p) with the unobserved cell in row 0 and the intercept in column 0; `counts` (R,); `keep` (R,): the
    observable cells that are fitted; `parameters`: how many the model has, those at minus infinity included."""

    matrix: Floats
    counts: NDArray[np.float64]
    keep: NDArray[np.bool_]
    parameters: int

    @classmethod
    def of_terms(cls, terms: NDArray[np.bool_], counts: NDArray[np.float64]) -> "Regression":
        """A hierarchical model after the zero-overlap rule."""
        alive, keep = reduced(terms, counts)
        return cls(design_of(alive, np.ones_like(keep)), counts, keep, int(terms.sum()))

    def verdict(self) -> Verdict:
        """Of the recession cone."""
        return judge(self.matrix[self.keep], self.counts[self.keep] > 0)

    def fit(self) -> "Fitted":
        """The maximum; where only some parameters run off, the limit on the cells that stay."""
        beta, converged = self._solved(self.keep, np.ones(self.matrix.shape[1], dtype=bool), self.counts)
        if converged:
            return Fitted(self, beta, self.keep, np.ones(len(beta), dtype=bool))
        verdict = self.verdict()
        keep = self.keep.copy()
        keep[self.keep] = verdict.face
        beta, converged = self._solved(keep, verdict.basis, self.counts)
        if not converged:
            raise ArithmeticError("Newton's method did not converge, though the estimate exists.")
        return Fitted(self, beta, keep, verdict.basis)

    def profile(self, unseen: float) -> float:
        """Multinomial log-likelihood, up to a constant, with `unseen` people put into the unobserved cell.

        log of N! / (n0! prod n_w!) prod p_w^n_w at its maximum (Cormack 1992): the Poisson regression on all cells has
        the multinomial's fitted means, for it has an intercept.
        """
        counts, keep = self.counts.copy(), self.keep.copy()
        counts[0], keep[0] = unseen, True
        beta, _ = self._solved(keep, np.ones(self.matrix.shape[1], dtype=bool), counts)
        predictor, everyone = self.matrix[keep] @ beta, counts.sum()
        likelihood = counts[keep] @ predictor - xlogy(everyone, everyone)
        return float(likelihood + gammaln(everyone + 1.0) - gammaln(unseen + 1.0))

    def _solved(
        self, keep: NDArray[np.bool_], basis: NDArray[np.bool_], counts: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], bool]:
        design = Columns(self.matrix, basis[:, None])
        solution = solve(design, (counts * keep)[:, None], keep[:, None], steps=200)
        return solution.beta[:, 0], bool(solution.converged[0])


@dataclass(frozen=True)
class Fitted:
    """The maximum of a regression: `beta` (p,), the cells and the parameters that took part."""

    regression: Regression
    beta: NDArray[np.float64]
    keep: NDArray[np.bool_]
    basis: NDArray[np.bool_]

    @property
    def dark_figure(self) -> float:
        """exp of the intercept."""
        return float(np.exp(self.beta[0]))

    @property
    def means(self) -> NDArray[np.float64]:
        """Fitted means (R,), zero in cells taken out."""
        means: NDArray[np.float64] = np.exp(self.regression.matrix @ self.beta) * self.keep
        return means

    @property
    def standard_error(self) -> float:
        """Of the log dark figure, from the inverse Fisher information of the cells fitted."""
        matrix = self.regression.matrix[self.keep][:, self.basis]
        information = matrix.T @ (self.means[self.keep, None] * matrix)
        return float(np.sqrt(np.linalg.inv(information)[0, 0]))

    @property
    def log_likelihood(self) -> float:
        """Sum over cells of n log mu - mu - log n!; cells taken out add nothing."""
        counts, means = self.regression.counts[self.keep], self.means[self.keep]
        return float((xlogy(counts, means) - means - gammaln(counts + 1.0)).sum())

    @property
    def deviance(self) -> float:
        """2 sum n log(n / mu) - (n - mu)."""
        counts, means = self.regression.counts[self.keep], self.means[self.keep]
        return float(2.0 * (xlogy(counts, counts / means) - counts + means).sum())

    def criteria(self) -> dict[str, float]:
        """Fit and its price: BIC takes log of the people observed."""
        price, people = self.regression.parameters, float(self.regression.counts[1:].sum())
        return {
            "log_likelihood": self.log_likelihood,
            "deviance": self.deviance,
            "parameters": price,
            "aic": 2.0 * price - 2.0 * self.log_likelihood,
            "bic": price * float(np.log(people)) - 2.0 * self.log_likelihood,
        }
