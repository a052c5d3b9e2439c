"""How a hand gets from one word to another: the cost, in bits, of the likeliest slips."""

from __future__ import annotations

_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = frozenset(
    frozenset(pair) for pair in ("cs", "ck", "sz", "kq", "gj", "fv", "td", "mn", "iy", "xs", "cx", "vw", "dn", "pb")
)
"""Consonants that are heard or seen as each other."""

DOUBLED, UNDOUBLED, SWAPPED = 1.5, 1.0, 2.0
VOWEL_LEFT_OUT, LEFT_OUT, APOSTROPHE = 2.5, 3.0, 0.5
PUT_IN_BESIDE, PUT_IN = 3.5, 4.5
OTHER_VOWEL, HEARD_ALIKE, KEY_BESIDE, OTHER_LETTER = 2.0, 3.0, 3.5, 5.5
FIRST_LETTER = 3.0
"""More for a slip in the letter that one writes, and reads, with most care."""


def cost(wrong: str, right: str) -> float:
    """The bits that the likeliest slips from `right` to `wrong` cost; 0 where they are the same."""
    before: list[float] = []
    row = [0.0]
    for j in range(1, len(right) + 1):
        row.append(row[j - 1] + _left_out(right, j - 1) + (FIRST_LETTER if j == 1 else 0))
    for i in range(1, len(wrong) + 1):
        a = wrong[i - 1]
        above, row = row, [row[0] + _put_in(wrong, i - 1) + (FIRST_LETTER if i == 1 else 0)]
        for j in range(1, len(right) + 1):
            b = right[j - 1]
            first = FIRST_LETTER if i == 1 or j == 1 else 0
            best = above[j - 1] + (0 if a == b else _instead(a, b) + first)
            best = min(best, row[j - 1] + _left_out(right, j - 1) + (FIRST_LETTER if j == 1 else 0))
            best = min(best, above[j] + _put_in(wrong, i - 1) + (FIRST_LETTER if i == 1 else 0))
            if i > 1 and j > 1 and a != b and a == right[j - 2] and b == wrong[i - 2]:
                best = min(best, before[j - 2] + SWAPPED + (FIRST_LETTER if i == 2 else 0))
            row.append(best)
        before = above
    return row[-1]


def _left_out(right: str, at: int) -> float:
    letter = right[at]
    if letter == "'":
        return APOSTROPHE
    if letter in right[max(0, at - 1) : at] or letter in right[at + 1 : at + 2]:
        return UNDOUBLED
    return VOWEL_LEFT_OUT if letter in _VOWELS else LEFT_OUT


def _put_in(wrong: str, at: int) -> float:
    letter, beside = wrong[at], wrong[max(0, at - 1) : at] + wrong[at + 1 : at + 2]
    if letter in beside:
        return DOUBLED
    return PUT_IN_BESIDE if any(other in _KEYS.get(letter, "") for other in beside) else PUT_IN


def _instead(wrong: str, right: str) -> float:
    if wrong in _VOWELS and right in _VOWELS:
        return OTHER_VOWEL
    if frozenset((wrong, right)) in _ALIKE:
        return HEARD_ALIKE
    return KEY_BESIDE if wrong in _KEYS.get(right, "") else OTHER_LETTER


def _beside() -> dict[str, str]:
    """The keys beside each key of a QWERTY keyboard."""
    found: dict[str, str] = {}
    for r, keys in enumerate(_ROWS):
        for k, key in enumerate(keys):
            near = keys[max(0, k - 1) : k] + keys[k + 1 : k + 2]
            if r:
                near += _ROWS[r - 1][k : k + 2]
            if r + 1 < len(_ROWS):
                near += _ROWS[r + 1][max(0, k - 1) : k + 1]
            found[key] = near
    return found


_KEYS = _beside()
