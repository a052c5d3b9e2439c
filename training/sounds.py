"""Makes rules/typo/_sounds.txt: words whose first sound cannot be told from their letters.

    python training/sounds.py CMUDICT.DICT

The words and their sounds are those of the CMU Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon
University, under a BSD licence (https://github.com/cmusphinx/cmudict): give its file `cmudict.dict`. A word is kept where
`by_letters` of rules/typo/_sound.py takes it for something else than the dictionary does. Names that hardly anybody bears
are kept too: there are few. Deterministic, one second.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from lint.rules.typo._sound import Sound, by_letters, is_unstressed  # type: ignore[import-not-found]

_OUT = Path(__file__).resolve().parent.parent / "rules" / "typo" / "_sounds.txt"
_HEAD = """\
# Words whose first sound cannot be told from their letters: "vowel", "consonant", or "either" where speakers differ.
# From the CMU Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon University, by training/sounds.py. Sorted.
"""
_WORD = re.compile(r"[a-z]{2,}")
_VARIANT = re.compile(r"\(\d+\)$")
_CORRECTED = {
    "uber": Sound.VOWEL, "ubers": Sound.VOWEL, "uighur": Sound.EITHER, "uighurs": Sound.EITHER, "uyghur": Sound.EITHER,
    "uyghurs": Sound.EITHER, "unrwa": Sound.EITHER, "eu": Sound.EITHER, "un": Sound.EITHER, "us": Sound.EITHER,
    "herb": Sound.EITHER, "herbs": Sound.EITHER, "herbaceous": Sound.EITHER, "herbal": Sound.EITHER, "herbarium": Sound.EITHER,
    "uganda": Sound.CONSONANT, "ugandan": Sound.CONSONANT, "ugandans": Sound.CONSONANT, "ukulele": Sound.CONSONANT,
    "url": Sound.EITHER, "urls": Sound.EITHER, "aaa": Sound.EITHER, "cabok": Sound.CONSONANT, "replace": Sound.CONSONANT,
    "kelley": Sound.CONSONANT, "him": Sound.CONSONANT, "las": Sound.CONSONANT, "acomb": Sound.VOWEL,
}  # fmt: skip
"""What the dictionary has wrong, has not, or gives for one country only."""


def _first_sounds(path: Path) -> dict[str, set[Sound]]:
    """Each word's first sounds: more than one where it is said in several ways."""
    found: dict[str, set[Sound]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *sounds = line.partition("#")[0].split()
        word = _VARIANT.sub("", word)
        if _WORD.fullmatch(word):
            found[word].add(Sound.VOWEL if sounds[0][-1].isdigit() else Sound.CONSONANT)
    return found


def main() -> None:
    """Write the table and say how long it is."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows: dict[str, Sound] = {}
    for word, sounds in _first_sounds(Path(sys.argv[1])).items():
        kind = sounds.pop() if len(sounds) == 1 else Sound.EITHER
        if not is_unstressed(word):
            rows[word] = kind
    rows |= _CORRECTED
    rows = {word: kind for word, kind in rows.items() if kind is not by_letters(word)}
    _OUT.write_text(_HEAD + "".join(f"{word} {rows[word].value}\n" for word in sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} words in {_OUT.name}")


if __name__ == "__main__":
    main()
