"""The one answer that every method gives."""

import html
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Self

import numpy as np

VERSION = "0.1.0"
STATUSES = ("finite", "infinite", "zero", "not identified")


@dataclass(frozen=True)
class Interval:
    """Limits for the total number of people; `kind` is how they were made, `level` their nominal coverage."""

    kind: str
    level: float
    low: float
    high: float

    def __post_init__(self) -> None:
        for name in ("level", "low", "high"):
            object.__setattr__(self, name, float(getattr(self, name)))

    def to_dict(self) -> dict[str, Any]:
        """As JSON types; a limit that is infinite is None."""
        return {"kind": self.kind, "level": self.level, "low": number(self.low), "high": number(self.high)}


@dataclass(frozen=True)
class Estimate:
    """How many people there are (`total`), of whom `observed` were seen and `dark_figure` were not.

    `model` names one model; `models` gives several with their weights. `diagnostics` holds plain numbers, texts,
    lists and mappings, so that `to_dict` is JSON as it stands; `warnings` are sentences for the reader.
    `status` says what the recession cone of the fit says: "finite", "infinite", "zero" or "not identified".
    """

    total: float
    dark_figure: float
    observed: int
    method: str
    input_digest: str
    interval: Interval | None = None
    model: str = ""
    models: tuple[tuple[str, float], ...] = ()
    status: str = "finite"
    diagnostics: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    warnings: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    seed: int | None = None
    version: str = VERSION

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"{self.status!r} is no status: {', '.join(STATUSES)}.")
        for name in ("total", "dark_figure"):
            object.__setattr__(self, name, float(getattr(self, name)))
        object.__setattr__(self, "diagnostics", MappingProxyType(plain(self.diagnostics)))
        object.__setattr__(self, "settings", MappingProxyType(plain(self.settings)))
        object.__setattr__(self, "warnings", tuple(self.warnings))
        object.__setattr__(self, "models", tuple((str(name), float(weight)) for name, weight in self.models))

    def summary(self) -> str:
        """The answer in a few lines of plain text."""
        lines = [
            f"{self.method}: {whole(self.total)} people in all, {self.observed:,} seen, "
            f"{whole(self.dark_figure)} never seen."
        ]
        if self.interval is not None:
            lines.append(
                f"{self.interval.level:.0%} interval ({self.interval.kind}): "
                f"{whole(self.interval.low)} to {whole(self.interval.high)}."
            )
        if self.model:
            lines.append(f"Model: {self.model}.")
        if self.status != "finite":
            lines.append(f"The dark figure is {self.status}.")
        return "\n".join([*lines, *(f"Caution: {warning}" for warning in self.warnings)])

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON types; what is infinite or not a number is None, and `status` says why."""
        return {
            "total": number(self.total),
            "dark_figure": number(self.dark_figure),
            "observed": self.observed,
            "interval": self.interval and self.interval.to_dict(),
            "model": self.model,
            "models": [list(pair) for pair in self.models],
            "status": self.status,
            "diagnostics": dict(self.diagnostics),
            "warnings": list(self.warnings),
            "method": self.method,
            "settings": dict(self.settings),
            "seed": self.seed,
            "input_digest": self.input_digest,
            "version": self.version,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The estimate that `to_dict` wrote."""
        known = dict(values)
        absent = math.inf if known["status"] == "infinite" else math.nan
        for name in ("total", "dark_figure"):
            known[name] = absent if known[name] is None else known[name]
        limits = known["interval"]
        if limits is not None:
            low = math.nan if limits["low"] is None else limits["low"]
            high = math.inf if limits["high"] is None else limits["high"]
            known["interval"] = Interval(limits["kind"], limits["level"], low, high)
        known["models"] = tuple((name, weight) for name, weight in known["models"])
        known["warnings"] = tuple(known["warnings"])
        return cls(**known)

    def _repr_html_(self) -> str:
        """A small table for notebooks."""
        rows = [("In all", whole(self.total)), ("Seen", f"{self.observed:,}"), ("Never seen", whole(self.dark_figure))]
        if self.interval is not None:
            limits = f"{whole(self.interval.low)} to {whole(self.interval.high)}"
            rows.append((f"{self.interval.level:.0%} interval ({self.interval.kind})", limits))
        rows += [("Model", self.model)] if self.model else []
        rows += [("Status", self.status), *(("Caution", warning) for warning in self.warnings)]
        body = "".join(f"<tr><th scope='row'>{html.escape(a)}</th><td>{html.escape(b)}</td></tr>" for a, b in rows)
        return f"<table><caption>{html.escape(self.method)}</caption>{body}</table>"


def whole(value: float) -> str:
    """A number of people as it is read out."""
    return f"{value:,.0f}" if math.isfinite(value) else ("unlimited" if value > 0 else "unknown")


def number(value: float) -> float | None:
    """A float that JSON can hold."""
    return float(value) if math.isfinite(value) else None


def plain(value: Any) -> Any:
    """numpy's types, tuples and infinities as the types that JSON has."""
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [plain(part) for part in value]
    if isinstance(value, np.bool_ | np.integer):
        return value.item()
    return number(float(value)) if isinstance(value, float | np.floating) else value
