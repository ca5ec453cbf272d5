"""What a picture costs: processor per request of the whole server, beside nginx and iipsrv.

One invented picture of 108 megapixels. nginx sends one of its tiles as a file; iipsrv (Debian's, by
lighttpd) reads a pyramid that libvips made of the same picture; POP is `pop serve`. Rounds are
interleaved, and the least of each is kept: other work on the machine only adds.
"""

import http.client
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyvips
from PIL import Image

from tests.programs import free_port

WIDTH, HEIGHT, TILE = 12_000, 9_000, 512
ROUNDS = 5
IIPSRV = Path("/usr/lib/iipimage-server/iipsrv.fcgi")


@dataclass(frozen=True, slots=True)
class Ask:
    """One kind of request: how many a round, and the path of one, by each server's way."""

    name: str
    times: int
    path: Callable[[random.Random, str], str]


@dataclass(slots=True)
class Server:
    """A server being measured: where it answers, which process is the top of its tree."""

    name: str
    port: int
    pid: int
    prefix: str
    costs: dict[str, float] = field(default_factory=dict)


def _tile(rng: random.Random, size: str) -> str:
    step = TILE << rng.randrange(4)
    x = rng.randrange(WIDTH // step) * step
    y = rng.randrange(HEIGHT // step) * step
    return f"{x},{y},{step},{step}/{size.format(w=TILE, h=TILE)}/0/default.jpg"


def _whole_tile(rng: random.Random, size: str, turn: str = "0", quality: str = "default") -> str:
    x, y = rng.randrange(22) * TILE, rng.randrange(16) * TILE
    return f"{x},{y},{TILE},{TILE}/{size.format(w=TILE, h=TILE)}/{turn}/{quality}.jpg"


def _crop(rng: random.Random, size: str) -> str:
    x, y = rng.randrange(1, WIDTH - 300), rng.randrange(1, HEIGHT - 300)
    return f"{x},{y},256,256/{size.format(w=256, h=256)}/0/default.jpg"


def _half(rng: random.Random, size: str) -> str:
    x, y = rng.randrange(WIDTH - 1000), rng.randrange(HEIGHT - 1000)
    return f"{x},{y},1000,1000/{size.format(w=500, h=500)}/0/default.jpg"


ASKED = (
    Ask("aligned tile of 512", 400, _tile),
    Ask("unaligned crop of 256", 150, _crop),
    Ask("1000 px to 500", 80, _half),
    Ask("whole in 800", 40, lambda _, size: f"full/{size.format(w=800, h=600)}/0/default.jpg"),
    Ask("whole in 200", 80, lambda _, size: f"full/{size.format(w=200, h=150)}/0/default.jpg"),
    Ask("tile in grey", 100, lambda rng, size: _whole_tile(rng, size, quality="gray")),
    Ask("tile turned by 90°", 100, lambda rng, size: _whole_tile(rng, size, turn="90")),
)


def measure(folder: Path) -> Iterator[str]:
    """Lines of figures, on an empty POP_DATA, which must be `folder`."""
    from pop.operations.preparing import prepare

    prepare()
    missing = [name for name in ("nginx", "lighttpd") if not shutil.which(name)]
    if missing or not IIPSRV.exists():
        yield "  needs: apt-get install nginx-light lighttpd iipimage-server (wrk for tiles/s)"
        return
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pop-images-")))
        work.chmod(0o755)
        original = _picture(work)
        yield from _made(original)
        ours = stack.enter_context(_pop(folder, original))
        # The same tile as a file, and a pyramid as libvips makes it.
        first = next(one for one in ASKED if one.name.startswith("aligned"))
        tile = _got(ours, f"{ours.prefix}/0,0,{TILE},{TILE}/{TILE},{TILE}/0/default.jpg")
        (work / "tile.jpg").write_bytes(tile)
        _libvips_pyramid(original, work / "picture.tif")
        nginx = stack.enter_context(_nginx(work))
        iipsrv = stack.enter_context(_iipsrv(work))
        for turn in range(ROUNDS):
            for ask in ASKED:
                _cost(ours, ask, "{w},{h}", turn, ask.name)
                _cost(iipsrv, ask, "{w},", turn, f"{ask.name}, w,")
                _cost(iipsrv, ask, "{w},{h}", turn, f"{ask.name}, w,h")
            ready = Ask("ready file", first.times, lambda _, __: "")
            _cost(nginx, ready, "", turn, "ready file")
        yield f"  {'CPU µs a request':24}{'POP':>9}{'iipsrv w,':>11}{'w,h':>9}{'POP / faster':>14}"
        for ask in ASKED:
            mine = ours.costs[ask.name]
            theirs = iipsrv.costs[f"{ask.name}, w,"], iipsrv.costs[f"{ask.name}, w,h"]
            yield (
                f"  {ask.name:24}{mine:9.0f}{theirs[0]:11.0f}{theirs[1]:9.0f}"
                f"{mine / min(theirs):14.2f}"
            )
        file = nginx.costs["ready file"]
        times = ours.costs[first.name] / file
        yield f"  nginx, the same tile as a file: {file:.0f} µs; POP {times:.1f} times that"
        yield from _many(ours)
        yield from _growth(ours)


def _picture(work: Path) -> Path:
    """Seeded: soft shapes with a grain, about as heavy in JPEG as a photograph."""
    rng = np.random.default_rng(7)
    shapes = rng.integers(0, 255, (90, 120, 3), dtype=np.uint8)
    soft = np.asarray(Image.fromarray(shapes).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC))
    grain = rng.integers(-6, 7, (HEIGHT, WIDTH, 1), dtype=np.int16)
    pixels = np.clip(soft + grain, 0, 255).astype(np.uint8)
    path = work / "PA99990001.jpg"
    pyvips.Image.new_from_array(pixels, interpretation="srgb").jpegsave(str(path), Q=85)
    return path


_MAKE = """
import sys, time
from pathlib import Path
from pop.media import pyramids
start = time.process_time()
pyramids.make(Path(sys.argv[1]), Path(sys.argv[2]))
used = time.process_time() - start
said = Path("/proc/self/status").read_text()
peak = int(said.partition("VmHWM:")[2].split()[0]) // 1024
print(f"{used:.2f} s of CPU, {peak} MB at most")
"""


def _made(original: Path) -> Iterator[str]:
    """Pyramids of that picture and of one of 4 megapixels, each in a process of its own."""
    small = original.parent / "small.jpg"
    pyvips.Image.new_from_file(str(original)).crop(0, 0, 2400, 1800).jpegsave(str(small), Q=85)
    for name, path in (("108", original), ("4", small)):
        done = subprocess.run(
            [sys.executable, "-c", _MAKE, str(path), str(path.with_suffix(".made"))],
            check=True, capture_output=True, text=True, env={**os.environ, "VIPS_CONCURRENCY": "1"},
        )  # fmt: skip
        size = path.with_suffix(".made").stat().st_size / path.stat().st_size
        yield f"  pyramid of {name} megapixels: {done.stdout.strip()}, {size:.2f} times the JPEG"


def _libvips_pyramid(original: Path, path: Path) -> None:
    pyvips.Image.new_from_file(str(original), access="sequential").tiffsave(
        str(path), tile=True, pyramid=True, tile_width=TILE, tile_height=TILE,
        compression="jpeg", Q=85,
    )  # fmt: skip


@contextmanager
def _pop(folder: Path, original: Path) -> Iterator[Server]:
    """`pop serve` with that picture on a notice, two processes."""
    from pop.iiif.identifiers import identifier
    from pop.media import originals
    from tests.loading import load_rows

    checksum = originals.keep(original)
    image = {"file": checksum, "width": WIDTH, "height": HEIGHT}
    load_rows("merimee", {"REF": "PA99990001", "TICO": "Carte", "POP_IMAGES": [image]})
    port = free_port()
    program = [sys.executable, "-m", "pop.operations.program", "serve", "--port", str(port)]
    options = ["--workers", "2", "--no-indexer"]
    environment = {**os.environ, "POP_DATA": str(folder)}
    with subprocess.Popen([*program, *options], stdout=subprocess.DEVNULL, env=environment) as run:
        prefix = f"/iiif/3/{identifier('merimee', 'PA99990001', checksum)}"
        server = Server("POP", port, run.pid, prefix)
        _wait(server, f"{prefix}/info.json")
        # Each worker opens the picture once.
        for _ in range(20):
            _got(server, f"{prefix}/info.json")
        yield server
        run.terminate()


@contextmanager
def _nginx(work: Path) -> Iterator[Server]:
    port = free_port()
    (work / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {work}/nginx.pid; error_log {work}/nginx.log;\n"
        "events { worker_connections 64; }\n"
        f"http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000;"
        f" types {{ image/jpeg jpg; }}"
        f" client_body_temp_path {work}/b; proxy_temp_path {work}/p; fastcgi_temp_path {work}/f;"
        f" uwsgi_temp_path {work}/u; scgi_temp_path {work}/s;"
        f" server {{ listen 127.0.0.1:{port}; root {work}; }} }}\n"
    )
    with subprocess.Popen(["nginx", "-c", str(work / "nginx.conf"), "-e", "stderr"]) as run:
        server = Server("nginx", port, run.pid, "/tile.jpg")
        _wait(server, server.prefix)
        yield server
        run.terminate()


@contextmanager
def _iipsrv(work: Path) -> Iterator[Server]:
    port = free_port()
    (work / "lighttpd.conf").write_text(
        f'server.port = {port}\nserver.bind = "127.0.0.1"\nserver.document-root = "{work}"\n'
        'server.modules = ("mod_fastcgi")\nserver.max-keep-alive-requests = 100000\n'
        'fastcgi.server = ("/iiif" => (("socket" => "' + str(work / "iip.socket") + '",'
        f' "check-local" => "disable", "max-procs" => 1, "bin-path" => "{IIPSRV}",'
        ' "bin-environment" => ("LOGFILE" => "/dev/null", "VERBOSITY" => "0",'
        f' "JPEG_QUALITY" => "85", "MAX_CVT" => "20000", "FILESYSTEM_PREFIX" => "{work}/",'
        ' "URI_MAP" => "iiif=>IIIF"))))\n'
    )
    command = ["lighttpd", "-D", "-f", str(work / "lighttpd.conf")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as run:
        server = Server("iipsrv", port, run.pid, "/iiif/picture.tif")
        _wait(server, f"{server.prefix}/info.json")
        yield server
        run.terminate()


def _wait(server: Server, path: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            _got(server, path)
            return
        except (OSError, http.client.HTTPException, AssertionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _got(server: Server, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        return _ask(connection, path)
    finally:
        connection.close()


def _ask(connection: http.client.HTTPConnection, path: str) -> bytes:
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, f"{answer.status} {path} {body[:200]!r}"
    return body


def _cost(server: Server, ask: Ask, size: str, seed: int, name: str) -> None:
    """Keep the least processor time of one such request, in microseconds."""
    rng = random.Random(seed)
    paths = [f"{server.prefix}/{ask.path(rng, size)}".rstrip("/") for _ in range(ask.times)]
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    _ask(connection, paths[0])
    before = _processor(server.pid)
    for path in paths:
        _ask(connection, path)
    after = _processor(server.pid)
    connection.close()
    if before.keys() <= after.keys():  # a thread that ended took its figure with it
        used = sum(after.values()) - sum(before.values())
        server.costs[name] = min(used / ask.times, server.costs.get(name, 1e9))


def _tree(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found


def _processor(pid: int) -> dict[str, float]:
    """Microseconds of processor used by each thread of a process and of those it began (by the
    kernel's schedule, finer than its ticks)."""
    used = {}
    for one in _tree(pid):
        for task in Path(f"/proc/{one}/task").iterdir():
            try:
                used[task.name] = int((task / "schedstat").read_text().split()[0]) / 1000
            except OSError:
                continue
    return used


def _private(pid: int) -> float:
    """Megabytes that belong to a process and those it began, and to nobody else."""
    total = 0
    for one in _tree(pid):
        for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            if line.startswith("Private_"):
                total += int(line.split()[1])
    return total / 1024


def _many(server: Server) -> Iterator[str]:
    """Tiles a second, eight clients at once, by wrk."""
    if not shutil.which("wrk"):
        yield "  wrk is not here: no tiles a second"
        return
    rng = random.Random(3)
    paths = [f'"{server.prefix}/{_tile(rng, "{w},{h}")}"' for _ in range(500)]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(f"local paths = {{{','.join(paths)}}}\nlocal n = 0\n")
        script.write(
            'request = function() n = n % #paths + 1 return wrk.format("GET", paths[n]) end'
        )
        script.flush()
        address = f"http://127.0.0.1:{server.port}"
        command = ["wrk", "-t1", "-c8", "-d8s", "-s", script.name, address]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rate = next(line.split()[1] for line in said.splitlines() if "Requests/sec" in line)
    failed = [line for line in said.splitlines() if "Non-2xx" in line]
    yield f"  tiles a second, 8 clients, 2 processes: {rate}{' '.join(failed)}"


def _growth(server: Server) -> Iterator[str]:
    """Private memory of the server before and after a hundred thousand tiles of a thousand
    pictures."""
    from pop.iiif.identifiers import identifier
    from pop.media import originals
    from tests.loading import load_rows

    rng = np.random.default_rng(11)
    rows = []
    for number in range(1000):
        small = rng.integers(0, 255, (6, 8, 3), dtype=np.uint8)
        image = pyvips.Image.new_from_array(small, interpretation="srgb").resize(150)
        checksum = originals.put(image.jpegsave_buffer(Q=85))
        held = [{"file": checksum, "width": 1200, "height": 900}]
        rows.append({"REF": f"PA9998{number:04d}", "TICO": "Vue", "POP_IMAGES": held})
    load_rows("merimee", *rows)
    places = [
        f"/iiif/3/{identifier('merimee', str(row['REF']), row['POP_IMAGES'][0]['file'])}"  # type: ignore[index]
        for row in rows
    ]
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for place in places:
        _ask(connection, f"{place}/full/300,225/0/default.jpg")
    before = _private(server.pid)
    chosen = random.Random(5)
    for _ in range(100_000):
        x, y = chosen.randrange(2) * TILE, 0
        _ask(connection, f"{chosen.choice(places)}/{x},{y},512,512/512,512/0/default.jpg")
    connection.close()
    more = _private(server.pid) - before
    yield f"  private memory after 100,000 tiles of 1,000 pictures: {more:+.0f} MB"
