"""Ratios of paired measurements with their 95% interval."""

import math
import statistics
from dataclasses import dataclass

LEVEL = 0.95


@dataclass
class Ratio:
    """A geometric mean of ratios and the ends of its interval."""

    value: float
    low: float
    high: float
    pairs: int

    def verdict(self, limit: float) -> str:
        """A gate has three answers."""
        if self.high <= limit:
            return "pass"
        return "fail" if self.low > limit else "inconclusive"

    def __str__(self) -> str:
        return f"{self.value:.4f} [{self.low:.4f}, {self.high:.4f}]"


def student_quantile(probability: float, freedom: int) -> float:
    """Quantile of Student's t: Abramowitz and Stegun 26.7.5, off by less than 0.001 from 10 degrees of freedom on."""
    z = statistics.NormalDist().inv_cdf(probability)
    terms = [
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    ]
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))


def ratio(numerators: list[float], denominators: list[float]) -> Ratio:
    """Geometric mean of the ratios of two or more pairs; the interval is Student's on their logarithms."""
    logs = [math.log(top / bottom) for top, bottom in zip(numerators, denominators, strict=True)]
    mean = statistics.fmean(logs)
    half = student_quantile(0.5 + LEVEL / 2, len(logs) - 1) * statistics.stdev(logs) / math.sqrt(len(logs))
    return Ratio(math.exp(mean), math.exp(mean - half), math.exp(mean + half), len(logs))
