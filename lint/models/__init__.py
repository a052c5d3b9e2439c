"""What is learned from labelled copy, behind one interface, loaded when first asked for.

What stands behind it may change without touching the rules that ask.
"""

from __future__ import annotations

from .meaning import Claim, Claims, read_claims, read_scare_quote

__all__ = ["Claim", "Claims", "read_claims", "read_scare_quote"]
