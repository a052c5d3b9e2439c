"""An attribution: the items of a unit that say who says something."""

from __future__ import annotations

from typing import NamedTuple

from .phrases import Mention


class Attribution(NamedTuple):
    """Items [first, last) of a unit that say who says: the speaker, the cue and what stands between them.

    `mention` is None where the surface does not decide. `cue` is the item of the verb; `tells` says that the verb
    also reports in the writer's words; `firm` that nothing denies or supposes the saying; `participle` that the
    subject is that of another verb; `inverted` that the speaker stands after the verb. `until` is the item where somebody
    is named who only passes it on.
    """

    first: int
    last: int
    cue: int
    mention: Mention | None
    tells: bool
    firm: bool = True
    participle: bool = False
    inverted: bool = False
    source: bool = False
    relative: bool = False
    until: int | None = None

    @property
    def open(self) -> bool:
        """Whether grammar must say who it is."""
        return self.mention is None
