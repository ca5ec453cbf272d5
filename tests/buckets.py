"""A double of S3 (moto) that answers on this machine, and the bucket that POP_MEDIA names in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import boto3
import pytest
from moto.backends import get_backend
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.server import ThreadedMotoServer


class Double:
    """A bucket of the double, seen by a client that is not ours."""

    def __init__(self, port: int, name: str) -> None:
        self.name = name
        self.endpoint = f"http://127.0.0.1:{port}"
        self.address = f"s3://{name}/photos?endpoint={self.endpoint}&region=eu-west-3"
        self.client: Any = boto3.client(
            "s3", endpoint_url=self.endpoint, region_name="eu-west-3",
            aws_access_key_id="test", aws_secret_access_key="test",
        )  # fmt: skip
        self.client.create_bucket(
            Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
        )

    def fill(self, key: str) -> None:
        """Put an empty object there at once, without asking by the web."""
        for backend in get_backend("s3")[DEFAULT_ACCOUNT_ID].values():
            if self.name in backend.buckets:
                backend.put_object(self.name, key, b"")

    def keys(self) -> list[str]:
        """All the keys of the bucket."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.name)
        return [one["Key"] for page in pages for one in page.get("Contents", ())]

    def versions(self) -> int:
        """How many versions and marks of deletion the bucket holds."""
        said = self.client.list_object_versions(Bucket=self.name)
        return len(said.get("Versions", ())) + len(said.get("DeleteMarkers", ()))


@contextmanager
def server() -> Iterator[int]:
    """The double; its port."""
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    try:
        yield running.get_host_and_port()[1]
    finally:
        running.stop()


def bucket(port: int, patch: pytest.MonkeyPatch) -> Double:
    """A bucket of its own, that this process and those it starts use from now on."""
    double = Double(port, f"pop-{uuid4().hex}")
    patch.setenv("POP_MEDIA", double.address)
    patch.setenv("AWS_ACCESS_KEY_ID", "test")
    patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    return double
