"""A value and who says so: what configs are made of, and where messages point to."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")


class Said(NamedTuple, Generic[V]):
    """A value and where it was said: "path:line", "command line" or "default"."""

    value: V
    place: str
