"""The room `notices`, as Django knows it."""

from django.apps import AppConfig

from config.paths import data_folder
from pop.places import communes


class NoticesConfig(AppConfig):
    name = "pop.notices"
    label = "notices"

    def ready(self) -> None:
        """The communes that an operator loaded come before those of set-up."""
        communes.use(data_folder() / "places" / communes.FILE_NAME, communes.BUILT)
