"""Runs one command and says what it cost: python measure.py INPUT COMMAND...

Node has no resource usage of a child, and Python's is that of all children so far: here it is one.
"""

import json
import resource
import subprocess
import sys
import time

source, *command = sys.argv[1:]
with open(source, "rb") as stdin:
    start = time.perf_counter()
    ended = subprocess.run(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(
    json.dumps(
        {
            "status": ended.returncode,
            "ms": seconds * 1000,
            # KiB, and bytes on macOS.
            "mb": peak / (2**20 if sys.platform == "darwin" else 2**10),
            "stderr": ended.stderr.decode("utf-8", "replace"),
        }
    )
)
