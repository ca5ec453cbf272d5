"""The room `diffusion`, as Django knows it."""

from django.apps import AppConfig


class DiffusionConfig(AppConfig):
    name = "pop.diffusion"
    label = "diffusion"

    def ready(self) -> None:
        """An expurged picture leaves the disk too, and what was seen of it the database."""
        from pop.changes import expurging_images
        from pop.media import pictures

        expurging_images.removers.append(pictures.forget)
