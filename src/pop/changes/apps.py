"""The room `changes`, as Django knows it."""

from django.apps import AppConfig


class ChangesConfig(AppConfig):
    name = "pop.changes"
    label = "changes"
