"""What Prometheus is told: how many requests, how long, which rules; never words of a draft."""

from __future__ import annotations

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

CONTENT_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The counters of one server."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "copydesk_requests", "Requests answered.", ("route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "copydesk_request_seconds", "Seconds to the answer.", ("route",), buckets=_SECONDS, registry=self._registry
        )
        self._findings = Counter("copydesk_findings", "Findings reported.", ("rule",), registry=self._registry)
        self._replaced = Counter(
            "copydesk_workers_replaced", "Worker processes replaced.", ("reason",), registry=self._registry
        )
        self.in_flight = Gauge("copydesk_in_flight", "Checks and fixes under way.", registry=self._registry)
        self.workers = Gauge("copydesk_workers", "Workers ready or at work.", registry=self._registry)

    def answered(self, route: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def found(self, rules: Mapping[str, int]) -> None:
        """So many findings of each rule were reported."""
        for rule, count in rules.items():
            self._findings.labels(rule).inc(count)

    def replaced(self, reason: str) -> None:
        """A worker was replaced: it hung, died or was worn."""
        self._replaced.labels(reason).inc()

    def exposition(self) -> bytes:
        """All figures in Prometheus's text format."""
        return generate_latest(self._registry)
