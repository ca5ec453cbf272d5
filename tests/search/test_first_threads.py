"""Threads that ask for the first time together do not kill their process.

The JSON library makes the types it reads into at their first use; half made by one thread, they
were read by another.
"""

import subprocess
import sys

PROGRAM = """
import sys, threading
from pop.search.answers import landing
data = b'{"state":"1","at":"2026-11-27T00:00:00Z","counts":{"{}":{"state":"1"}}}'
sys.setswitchinterval(1e-6)
together = threading.Barrier(8)
read = []
def ask():
    together.wait()
    read.append(landing._decode(data))
threads = [threading.Thread(target=ask) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
assert len(read) == 8, len(read)
"""


def test_what_was_counted_ahead_is_read_by_several_threads_at_once() -> None:
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
