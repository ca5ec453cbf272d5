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
    values: Values = msgspec.json.decode(_json(packed))
    return values


def mentions(packed: bytes | memoryview, text: str) -> bool:
    """Whether an ASCII text (a checksum) stands in the values, without reading them.

    Raises ValueError on bytes of an unknown format.
    """
    return text.encode("ascii") in _json(packed)


def _json(packed: bytes | memoryview) -> bytes:
    data = bytes(packed)
    if data[:1] != _ZSTD_JSON:
        raise ValueError(f"values packed in an unknown format: {data[:1]!r}")
    if not hasattr(_local, "decompressor"):
        _local.decompressor = zstandard.ZstdDecompressor()
    json: bytes = _local.decompressor.decompress(data[1:])
    return json


class PackedField(models.BinaryField):  # type: ignore[type-arg]
    """A column of packed values, seen as a dict on both sides."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Values | None:
        return None if value is None else unpack(value)

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(pack(value) if isinstance(value, dict) else value)
