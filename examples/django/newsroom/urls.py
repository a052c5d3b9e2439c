"""Addresses of the example."""

from articles import views
from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("", views.index, name="index"),
    path("article/<int:pk>/", views.article, name="article"),
    path("article/<int:pk>/publish/", views.publish, name="publish"),
    path("article/<int:pk>/override/", views.override, name="override"),
    path("admin/", admin.site.urls),
]
