"""The app."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Articles and what an editor has let stand in them."""

    name = "articles"
