"""The admin's pages: the same desk stands before its “publish” action."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from . import desk
from .models import Article, Override


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """Articles, with an action that publishes those that pass."""

    list_display = ("headline", "published")
    actions = ("publish",)

    @admin.action(description="Publish what passes the desk")
    def publish(self, request: HttpRequest, articles: QuerySet[Article]) -> None:
        """Publish each article that passes; of the others, say what holds them back."""
        for article in articles:
            verdict = desk.publish(article)
            if verdict.passes:
                self.message_user(request, f"Published: {article}", messages.SUCCESS)
            for found in verdict.blocking:
                self.message_user(request, f"{article}: {found.field}: {found.finding.message}", messages.ERROR)


@admin.register(Override)
class OverrideAdmin(admin.ModelAdmin):
    """What has been let stand, to be read."""

    list_display = ("article", "by", "why", "when")
