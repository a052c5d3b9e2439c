"""The words that may be no words: what the rules on spaces set wrong look at."""

from __future__ import annotations

from collections.abc import Iterator

from lint.rule import Page, Unknown, unknown_words


def strange(page: Page) -> Iterator[Unknown]:
    """The words in no dictionary that begin with a small letter, in the rule's scope and not accepted, in order."""
    for unknown in unknown_words(page.document):
        if not unknown.capitalized and page.in_scope(unknown.start) and not page.accepts(unknown.form):
            yield unknown
