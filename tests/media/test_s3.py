"""Originals in a bucket: whole or not at all, checked by their SHA-256, gone for good."""

import hashlib
import io
import os
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.client import BaseClient

from config import media
from pop.media import caching, originals, s3, stores
from pop.media.caching import Cache
from pop.media.s3 import S3Store
from tests.buckets import Double, bucket, server

pytestmark = pytest.mark.no_database
# A part cannot be smaller.
PART = 5 << 20


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with server() as answering:
        yield answering


@pytest.fixture
def double(port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Double:
    monkeypatch.setenv("POP_DATA", str(tmp_path / "state"))
    return bucket(port, monkeypatch)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file of three parts."""
    path = tmp_path / "large.tif"
    path.write_bytes(os.urandom(1 << 16) * 180)
    return path


def _store(tmp_path: Path) -> S3Store:
    """The store, that sends small parts."""
    named = media.bucket()
    assert named is not None
    return S3Store(named, Cache(tmp_path / "cache", 10**9), PART)


def _key(checksum: str) -> str:
    return f"photos/originals/{checksum[:2]}/{checksum}"


def test_bytes_go_to_the_bucket_with_their_checksum_and_come_back(double: Double) -> None:
    checksum = originals.put(b"an image")
    assert double.keys() == [_key(checksum)]
    head = double.client.head_object(Bucket=double.name, Key=_key(checksum), ChecksumMode="ENABLED")
    assert b64decode(head["ChecksumSHA256"]).hex() == checksum
    with originals.open(checksum) as kept:
        assert kept.read() == b"an image"
    assert originals.local(checksum).read_bytes() == b"an image"
    assert list(originals.held()) == [checksum]
    assert originals.is_sound(checksum)


def test_what_is_read_from_a_place_on_begins_there(double: Double) -> None:
    checksum = originals.put(b"0123456789")
    with stores.store().open(checksum, 7) as kept:
        assert kept.read() == b"789"


def test_what_is_not_there_is_absent(double: Double) -> None:
    for ask in (originals.open, originals.local):
        with pytest.raises(originals.Absent):
            ask("0" * 64)
    assert not originals.has("0" * 64)
    originals.forget("0" * 64)


def test_a_large_file_is_sent_in_parts_and_checked(
    double: Double, large: Path, tmp_path: Path
) -> None:
    checksum = originals.checksum(large)
    store = _store(tmp_path)
    store.keep(checksum, large)
    head = double.client.head_object(Bucket=double.name, Key=_key(checksum))
    assert head["ETag"].endswith('-3"')
    assert head["ContentLength"] == large.stat().st_size
    assert originals.is_sound(checksum)


def test_a_sending_that_is_interrupted_leaves_nothing(
    double: Double, large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, checksum = _store(tmp_path), originals.checksum(large)
    sent = 0

    def lost(**_: Any) -> None:
        nonlocal sent
        sent += 1
        if sent == 2:
            raise KeyboardInterrupt

    events = store._client.meta.events
    events.register("before-parameter-build.s3.UploadPart", lost)
    with pytest.raises(KeyboardInterrupt):
        store.keep(checksum, large)
    assert double.keys() == []
    assert "Uploads" not in double.client.list_multipart_uploads(Bucket=double.name)
    assert not store.has(checksum)


def test_what_is_not_received_as_it_was_sent_does_not_stay(
    double: Double, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(s3.S3Store, "_checksum", lambda self, content: "another")
    with pytest.raises(originals.Failed, match="tel quel"):
        originals.put(b"an image")
    assert double.keys() == []


def test_a_server_that_keeps_no_checksum_is_read_again(
    double: Double, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = BaseClient._make_api_call

    def without(self: Any, operation: str, asked: Any) -> Any:
        said = answer(self, operation, asked)
        said.pop("ChecksumSHA256", None)
        return said

    monkeypatch.setattr(BaseClient, "_make_api_call", without)
    checksum = originals.put(b"an image")
    assert originals.is_sound(checksum)
    monkeypatch.setattr(s3.S3Store, "open", lambda self, name: io.BytesIO(b"something else"))
    with pytest.raises(originals.Failed, match="tel quel"):
        originals.put(b"another image")
    assert double.keys() == [_key(checksum)]


def test_two_processes_keep_the_same_picture(double: Double, large: Path) -> None:
    keep = (
        "import django; django.setup(); import sys; from pathlib import Path;"
        "from pop.media import originals; print(originals.keep(Path(sys.argv[1])))"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    both = [
        subprocess.Popen(
            [sys.executable, "-c", keep, str(large)], stdout=subprocess.PIPE, env=environment
        )
        for _ in range(2)
    ]
    said = {process.communicate()[0].decode().strip() for process in both}
    assert said == {originals.checksum(large)}
    assert double.keys() == [_key(said.pop())]
    assert originals.is_sound(originals.checksum(large))


def test_what_is_forgotten_leaves_with_all_its_versions(double: Double) -> None:
    double.client.put_bucket_versioning(
        Bucket=double.name, VersioningConfiguration={"Status": "Enabled"}
    )
    checksum, other = originals.put(b"an image"), originals.put(b"another")
    double.client.delete_object(Bucket=double.name, Key=_key(checksum))
    originals.put(b"an image")
    copy = originals.local(checksum)
    assert double.versions() == 4
    originals.forget(checksum)
    assert double.versions() == 1
    assert double.keys() == [_key(other)]
    assert not copy.exists()


def test_more_originals_than_one_answer_holds_are_all_listed_from_anywhere(
    double: Double,
) -> None:
    names = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(1_100)]
    for name in names:
        double.fill(_key(name))
    double.client.put_object(Bucket=double.name, Key="photos/originals/ab/notes.txt", Body=b"")
    double.client.put_object(Bucket=double.name, Key="others/originals/ab/" + "a" * 64, Body=b"")
    names.sort()
    assert list(originals.held()) == names
    assert list(originals.held("4", "a08")) == [name for name in names if "4" <= name < "a08"]
    assert list(originals.held(names[500], names[502])) == names[500:502]


def test_a_damaged_original_is_not_given_as_a_file(double: Double) -> None:
    checksum = originals.put(b"an image")
    double.client.put_object(Bucket=double.name, Key=_key(checksum), Body=b"something else")
    assert not originals.is_sound(checksum)
    with pytest.raises(originals.Failed, match="abîmé"):
        originals.local(checksum)
    assert [path for path in originals.folder().rglob("*") if path.is_file()] == []


def test_a_bucket_that_does_not_answer_says_so_in_french(
    double: Double, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POP_MEDIA", double.address.replace(double.name, "nobody-made-it"))
    with pytest.raises(originals.Failed, match="le dépôt S3 refuse"):
        originals.put(b"an image")
    monkeypatch.setenv("POP_MEDIA", "s3://pop?endpoint=http://127.0.0.1:9&region=eu-west-3")
    with pytest.raises(originals.Failed, match="ne répond pas"):
        list(originals.held())


def test_copies_used_least_recently_leave_the_machine_first(double: Double, tmp_path: Path) -> None:
    named = media.bucket()
    assert named is not None
    store = S3Store(named, Cache(tmp_path / "cache", 2_500))
    contents = [bytes([number]) * 1_000 for number in range(3)]
    names = [originals.put(content) for content in contents]
    past = time.time() - 10 * caching.IN_USE
    for age, name in enumerate(names[:2]):
        os.utime(store.local(name), (past - age, past - age))
    store.local(names[2])
    kept = {path.name for path in (tmp_path / "cache").glob("??/*")}
    assert kept == {names[0], names[2]}
    assert store.local(names[1]).read_bytes() == contents[1]


def test_copies_in_use_stay_though_there_is_no_room(double: Double, tmp_path: Path) -> None:
    named = media.bucket()
    assert named is not None
    store = S3Store(named, Cache(tmp_path / "cache", 10))
    paths = [store.local(originals.put(bytes([number]) * 100)) for number in range(3)]
    assert all(path.exists() for path in paths)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("s3://clef:secret@seau", "AWS_ACCESS_KEY_ID"),
        ("https://seau", "s3://seau"),
        ("s3://", "s3://seau"),
        ("s3://seau?endpoint=exemple.fr", "s3://seau"),
        ("s3://seau?cle=secret", "s3://seau"),
    ],
)
def test_an_address_that_names_no_bucket_says_what_is_expected(
    address: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POP_MEDIA", address)
    with pytest.raises(ValueError, match=said) as refused:
        media.bucket()
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("given", ["beaucoup", "0", "-1"])
def test_a_size_that_is_none_is_refused(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_MEDIA_CACHE", given)
    with pytest.raises(ValueError, match="plus grand que zéro"):
        media.cache_size()
    monkeypatch.setenv("POP_MEDIA_CACHE", "0,5")
    assert media.cache_size() == 500_000_000
