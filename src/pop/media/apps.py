"""The room `media`, as Django knows it."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "pop.media"
    label = "media"
