"""Right words in the wrong place: a fast scorer reads every word, an encoder what it proposes, a combiner decides."""
