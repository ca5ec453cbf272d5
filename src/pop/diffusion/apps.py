"""The room `diffusion`, as Django knows it."""

from django.apps import AppConfig


class DiffusionConfig(AppConfig):
    name = "pop.diffusion"
    label = "diffusion"
