"""A value and who says so: what configs are made of, and where messages point to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Said(Generic[V]):
    """A value and where it was said: "path:line", "command line" or "default"."""

    value: V
    place: str
