"""The web application, as servers load it: pictures first, then the pages."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

pages = get_wsgi_application()

# Rooms are imported once Django is set up.
from pop.iiif.image_server import before  # noqa: E402

application = before(pages)
