"""The room `diffusion`, as Django knows it."""

from django.apps import AppConfig


class DiffusionConfig(AppConfig):
    name = "pop.diffusion"
    label = "diffusion"

    def ready(self) -> None:
        """An expurged picture leaves the disk too, what was seen of it, and likeness."""
        from pop.changes import expurging_images
        from pop.media import pictures
        from pop.search.looks import likeness

        expurging_images.removers += [pictures.forget, likeness.follow]
