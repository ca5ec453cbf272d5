"""Addresses of manifests and collections. Pictures, /iiif/3/ and /iiif/2/, are served apart."""

from django.urls import path

from pop.iiif import views

urlpatterns = [
    path("iiif/ouvrir", views.open_state, name="open-content-state"),
    path("iiif/collection/recherche", views.search_collection, name="search-collection"),
    path("iiif/collection/musee/<path:ref>", views.museum_works, name="museum-collection"),
    path("iiif/<str:base>/<path:ref>/manifest.json", views.manifest, name="manifest"),
    path("iiif/<str:base>/<path:ref>/canvas/<str:named>", views.canvas, name="canvas"),
]
