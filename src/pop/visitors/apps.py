"""The room `visitors`, as Django knows it."""

from django.apps import AppConfig


class VisitorsConfig(AppConfig):
    name = "pop.visitors"
    label = "visitors"
