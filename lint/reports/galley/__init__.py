"""Parts of the galley: a draft's copy with marks in the line, and the notes to them."""
