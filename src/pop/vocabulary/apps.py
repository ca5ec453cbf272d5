"""The room `vocabulary`, as Django knows it."""

from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "pop.vocabulary"
    label = "vocabulary"
