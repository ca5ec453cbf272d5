"""Originals in a bucket of S3, by django-storages; S3 checks what it is given against its SHA-256.

The keys are those of the folder on disk (originals/ab/abcd…): the one is copied into the other as
it is. What is read as a file is fetched whole, into a cache on this machine.
"""

import hashlib
import io
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from storages.backends.s3 import S3Storage

from config.media import Bucket
from pop.media.caching import Cache
from pop.media.store import CHUNK, Absent, Failed, is_name

PART = 16 << 20
"""Bytes of a part: a larger file is sent in several, one after the other."""
_MISSING = ("404", "NoSuchKey", "NotFound")


class S3Store:
    """A bucket; see `stores.Store`."""

    def __init__(self, bucket: Bucket, cache: Cache, part: int = PART) -> None:
        self._cache = cache
        self._part = part
        self._prefix = f"{bucket.prefix}/originals/".lstrip("/")
        self._storage = S3Storage(
            bucket_name=bucket.name,
            endpoint_url=bucket.endpoint or None,
            region_name=bucket.region or None,
            file_overwrite=True,
            object_parameters={"ChecksumAlgorithm": "SHA256"},
            transfer_config=TransferConfig(
                multipart_threshold=part, multipart_chunksize=part, use_threads=False
            ),
            client_config=Config(
                # Servers of one's own rarely have a name for each bucket.
                s3={"addressing_style": "path" if bucket.endpoint else "auto"},
                connect_timeout=10,
                read_timeout=60,
                retries={"mode": "standard", "total_max_attempts": 4},
            ),
        )

    def put(self, name: str, content: bytes) -> None:
        self._send(name, io.BytesIO(content))

    def keep(self, name: str, file: Path) -> None:
        with file.open("rb") as source:
            self._send(name, source)

    def open(self, name: str, start: int = 0) -> io.BufferedReader:
        asked = {"Range": f"bytes={start}-"} if start else {}
        with _answering(name):
            found = self._client.get_object(Bucket=self._bucket, Key=self._key(name), **asked)
        return io.BufferedReader(_Body(found["Body"]), CHUNK)

    def local(self, name: str) -> Path:
        path = self._cache.find(name)
        if path is not None:
            return path
        sum_ = hashlib.sha256()
        with self.open(name) as source, self._cache.coming(name) as written:
            while chunk := source.read(CHUNK):
                sum_.update(chunk)
                written.write(chunk)
            if sum_.hexdigest() != name:
                raise Failed(f"l’original {name} est abîmé dans le dépôt S3")
        return self._cache.path(name)

    def has(self, name: str) -> bool:
        try:
            with _answering(name):
                self._client.head_object(Bucket=self._bucket, Key=self._key(name))
        except Absent:
            return False
        return True

    def delete(self, name: str) -> None:
        self._cache.forget(name)
        for version in [*self._versions(name)]:
            with _answering(name):
                self._client.delete_object(Bucket=self._bucket, Key=self._key(name), **version)

    def _versions(self, name: str) -> Iterator[dict[str, str]]:
        """How each version of it is named, the marks of deletion too."""
        key = self._key(name)
        pages = self._client.get_paginator("list_object_versions")
        try:
            for page in pages.paginate(Bucket=self._bucket, Prefix=key):
                for one in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                    yield {"VersionId": one["VersionId"]}
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] not in (405, 501):
                raise _failure(error) from error
            yield {}  # a server that keeps no versions
        except BotoCoreError as error:
            raise _failure(error) from error

    def names(self, first: str = "", before: str = "") -> Iterator[str]:
        asked = {"Bucket": self._bucket, "Prefix": self._prefix}
        if first:
            # Shorter than a key, it precedes those that begin so.
            asked["StartAfter"] = self._key(first[:8])
        pages = self._client.get_paginator("list_objects_v2").paginate(**asked)
        with _answering(first):
            for page in pages:
                for one in page.get("Contents", ()):
                    name = one["Key"].rpartition("/")[2]
                    if before and name >= before:
                        return
                    if is_name(name) and name >= first:
                        yield name

    def _send(self, name: str, content: BinaryIO) -> None:
        """Send it, then ask what was received. A sending that fails leaves nothing, one that was
        not received as it is neither."""
        expected = self._checksum(content)
        with _answering(name):
            self._storage.save(self._key(name), File(content))
            head = self._client.head_object(
                Bucket=self._bucket, Key=self._key(name), ChecksumMode="ENABLED"
            )
        # « …-3 » tells the number of parts, where the server says it.
        said = head.get("ChecksumSHA256", "").partition("-")[0]
        if not said:  # a server that keeps no checksum
            with self.open(name) as received:
                said, expected = hashlib.file_digest(received, "sha256").hexdigest(), name
        if said != expected:
            self.delete(name)
            raise Failed(f"l’original {name} n’a pas été reçu tel quel par le dépôt S3")

    def _checksum(self, content: BinaryIO) -> str:
        """What S3 calls the checksum: of the bytes, or when they come in several parts, of the
        checksums of these (Amazon S3 User Guide, « Checking object integrity »)."""
        sums = list(_sums(content, self._part))
        whole = content.tell() < self._part
        content.seek(0)
        return b64encode(sums[0] if whole else hashlib.sha256(b"".join(sums)).digest()).decode()

    def _key(self, name: str) -> str:
        return f"{self._prefix}{name[:2]}/{name}"

    @property
    def _client(self) -> Any:
        return self._storage.connection.meta.client

    @property
    def _bucket(self) -> str:
        return str(self._storage.bucket_name)


class _Body(io.RawIOBase):
    """The body of an answer, read as it comes."""

    def __init__(self, body: Any) -> None:
        self._body = body

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with _answering(""):
            data = self._body.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._body.close()
        super().close()


def _sums(content: BinaryIO, part: int) -> Iterator[bytes]:
    """The SHA-256 of each part of a file; at least one."""
    left = 0
    while not left:
        sum_, left = hashlib.sha256(), part
        while left and (chunk := content.read(min(CHUNK, left))):
            sum_.update(chunk)
            left -= len(chunk)
        if left < part or not content.tell():
            yield sum_.digest()


@contextmanager
def _answering(name: str) -> Iterator[None]:
    """What S3 may say instead of what was asked, in our own words."""
    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in _MISSING:
            raise Absent(name) from None
        raise _failure(error) from error
    except (BotoCoreError, Boto3Error) as error:
        raise _failure(error) from error


def _failure(error: Exception) -> Failed:
    if isinstance(error, ClientError):
        said = error.response.get("Error", {})
        return Failed(f"le dépôt S3 refuse : {said.get('Message') or said.get('Code')}")
    return Failed(f"le dépôt S3 ne répond pas : {error}")
