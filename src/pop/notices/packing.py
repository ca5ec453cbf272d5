"""Values of a notice as bytes: JSON compressed by zstd, half the size of the JSON alone.

Nothing is asked of these bytes in SQL: full text and facets are the engine's work. The
first byte names the format, so that another (a shared dictionary) can come beside it.
"""

import threading
from typing import Any

import msgspec
import zstandard
from django.db import models

Values = dict[str, Any]

_ZSTD_JSON = b"\x01"
_LEVEL = 3
_local = threading.local()


def pack(values: Values) -> bytes:
    """Bytes of the values."""
    if not hasattr(_local, "compressor"):
        _local.compressor = zstandard.ZstdCompressor(level=_LEVEL)
    compressed: bytes = _local.compressor.compress(msgspec.json.encode(values))
    return _ZSTD_JSON + compressed


def unpack(packed: bytes | memoryview) -> Values:
    """Values of the bytes. Raises ValueError on bytes of an unknown format."""
    data = bytes(packed)
    if data[:1] != _ZSTD_JSON:
        raise ValueError(f"values packed in an unknown format: {data[:1]!r}")
    if not hasattr(_local, "decompressor"):
        _local.decompressor = zstandard.ZstdDecompressor()
    values: Values = msgspec.json.decode(_local.decompressor.decompress(data[1:]))
    return values


class PackedField(models.BinaryField):  # type: ignore[type-arg]
    """A column of packed values, seen as a dict on both sides."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Values | None:
        return None if value is None else unpack(value)

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(pack(value) if isinstance(value, dict) else value)
