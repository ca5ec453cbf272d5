"""The room `demonstration`, as Django knows it."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "pop.demonstration"
    label = "demonstration"

    def ready(self) -> None:
        """The island is known to the whole program, as other places are."""
        from pop.demonstration.generating import places

        places.imagine()
