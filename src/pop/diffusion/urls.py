"""Addresses of the public site."""

from django.urls import path

from pop.diffusion import (
    dictionary,
    editorial,
    former,
    home,
    museums,
    notices,
    pictures,
    producers,
    results,
    robots,
    sitemaps,
    statistics,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("hasard", home.chance, name="chance"),
    path("recherche", results.results, name="results"),
    path("recherche/filtre/<str:key>", results.facet, name="facet"),
    path("suggestions", results.suggestions, name="suggestions"),
    path("notice/<str:base>/<path:ref>", notices.notice, name="notice"),
    path(
        "images/<str:base>/<path:ref>/<str:checksum>-<int:width>.jpg",
        pictures.picture,
        name="picture",
    ),
    path("search", former.former),
    path("search/<path:rest>", former.former),
    path("advanced-search", former.former),
    path("advanced-search/<path:rest>", former.former),
    path("public/mistral/<path:rest>", former.former),
    path("gallery/<path:rest>", former.gallery),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap-pages"),
    path("sitemap-<int:number>.xml", sitemaps.part, name="sitemap-part"),
    path("robots.txt", robots.robots_txt, name="robots"),
    path("dictionnaire", dictionary.dictionary, name="dictionary"),
    path("dictionnaire/<str:base>", dictionary.base_dictionary, name="base-dictionary"),
    path("producteurs", producers.producers, name="producers"),
    path("producteurs/<str:slug>", producers.producer, name="producer"),
    path("musees", museums.museums, name="museums"),
    path("statistiques", statistics.statistics, name="statistics"),
    path("plan-du-site", editorial.site_map, name="site-map"),
    *(path(name, editorial.page, {"name": name}, name=f"page-{name}") for name in editorial.PAGES),
]
