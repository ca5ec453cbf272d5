"""What the components need beyond Django's own tags: {% load ui %}."""

from functools import cache

from django import template
from django.template.defaultfilters import stringfilter
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pop.ui import typography, vendoring
from pop.ui.folding import Folded
from pop.ui.folding import fold as fold_paragraphs

register = template.Library()

register.filter("number", typography.number)
register.filter("plural", typography.plural)


@register.filter(is_safe=True)
@stringfilter
def french(text: str) -> str:
    """Words of the interface, with the spaces of French typography."""
    return typography.french(text)


@register.filter
def fold(text: str | list[str]) -> Folded:
    """A long text in two parts: what is shown, and what « Lire la suite » opens."""
    return fold_paragraphs([text] if isinstance(text, str) else list(text))


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A decorative sign of static/ui/icons.svg; the words beside it carry the meaning."""
    return format_html(
        # Its size is for a page without its style sheets, where it would fill the screen.
        '<svg class="icon" width="20" height="20" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        static("ui/icons.svg"),
        name,
    )


@register.simple_tag
def typefaces() -> SafeString:
    """Links to our typefaces; nothing at all when set-up has not brought them."""
    if not _typefaces_are_here():
        return SafeString("")
    return format_html(
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>\n'
        '<link rel="stylesheet" href="{}">',
        static(f"vendor/fonts/{vendoring.TEXT_FACE}"),
        static(f"vendor/fonts/{vendoring.STYLESHEET}"),
    )


@cache
def _typefaces_are_here() -> bool:
    return (vendoring.FONTS / vendoring.STYLESHEET).is_file()
