"""Every address of the site, room by room."""

from django.urls import include, path

from pop.ui.views import components, favicon

urlpatterns = [
    path("", include("pop.diffusion.urls")),
    path("", include("pop.iiif.urls")),
    path("composants", components, name="components"),
    # Asked by browsers for what is no page: a picture, a PDF.
    path("favicon.ico", favicon),
]
