"""The store where the originals of this platform are: the one that POP_MEDIA names."""

from functools import cache
from pathlib import Path

from config import media
from config.paths import data_folder
from pop.media.disk import DiskStore
from pop.media.store import Store


def store() -> Store:
    """The store that POP_MEDIA names."""
    folder = data_folder() / "media"
    bucket = media.bucket()
    if bucket is None:
        return DiskStore(folder / "originals")
    return _s3(bucket, folder / "cache", media.cache_size())


@cache
def _s3(bucket: media.Bucket, folder: Path, size: int) -> Store:
    # Half a second to load: only where it is used.
    from pop.media.caching import Cache
    from pop.media.s3 import S3Store

    return S3Store(bucket, Cache(folder, size))
