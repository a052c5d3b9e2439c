"""Articles, and what editors have let stand in them."""

from django.conf import settings
from django.db import models


class Article(models.Model):
    """A story, drafted or published. `verdict` is what the desk said when it was last asked to publish it."""

    headline = models.CharField(max_length=200)
    standfirst = models.TextField(blank=True)
    body = models.TextField(help_text="In Markdown.")
    published = models.DateTimeField(null=True, editable=False)
    verdict = models.JSONField(null=True, editable=False)

    def __str__(self) -> str:
        return self.headline


class Override(models.Model):
    """One finding that an editor has let stand, by its fingerprint: who, why and when."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="overrides")
    fingerprint = models.CharField(max_length=16)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    why = models.CharField(max_length=200)
    when = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A finding is let stand once."""

        constraints = (models.UniqueConstraint(fields=["article", "fingerprint"], name="once"),)

    def __str__(self) -> str:
        return f"{self.by}: {self.why}"
