"""The desk that every article passes on its way out. All that the site knows of Copydesk is here."""

from functools import cache

from django.conf import settings
from django.utils import timezone

from lint import Linter, Settings
from lint.cms import Field, Override, Policy, Verdict, gate

from .models import Article

POLICY = Policy(block=("duplication", "wording/rejected"))
"""Errors block, and so does whatever stands twice or is a word that the house rejects."""


@cache
def linter() -> Linter:
    """One warm linter for all threads of this process."""
    return Linter(Settings(**settings.COPYDESK))


def verdict_on(article: Article) -> Verdict:
    """What the desk says of an article as it stands."""
    return gate(
        {
            "headline": article.headline,
            "standfirst": article.standfirst,
            "body": Field(article.body, "markdown"),
        },
        linter=linter(),
        policy=POLICY,
        overrides=[
            Override(o.fingerprint, by=o.by.get_username(), why=o.why, when=o.when)
            for o in article.overrides.select_related("by")
        ],
    )


def publish(article: Article) -> Verdict:
    """Publish an article if it passes. The verdict is stored with it either way."""
    verdict = verdict_on(article)
    article.verdict = verdict.as_dict()
    if verdict.passes:
        article.published = timezone.now()
    article.save()
    return verdict
