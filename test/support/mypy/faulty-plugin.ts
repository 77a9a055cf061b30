/**
 * A plugin that does to the mypy that loads it what `mode.txt` in its working directory says;
 * anything unknown is harmless. `internal` and `memory` fail while mypy is at work, the others at
 * its start.
 */
export const FAULTY_PLUGIN = `import os, signal, sys, time
from mypy.plugin import Plugin

mode = open("mode.txt").read().strip()
if mode == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
if mode == "hang":
    with open("pid.txt", "w") as file:
        file.write(f"{os.getpid()}\\n")
    time.sleep(600)
if mode == "flood":
    line = "x" * 99 + "\\n"
    for _ in range(1_000):
        sys.stdout.write(line * 1_000)
if mode == "endless":
    while True:
        os.write(1, b"x" * 99_999 + b"\\n")
if mode == "traceback":
    print("Traceback (most recent call last):\\n  File x\\nOSError: from the plugin", file=sys.stderr)
if mode == "crash":
    raise RuntimeError("the plugin is broken")
if mode == "noise":
    print("loading plugin data ...")
if mode == "exit":
    os._exit(0)

class FaultPlugin(Plugin):
    def get_function_hook(self, fullname):
        if mode == "internal":
            raise RuntimeError("inside mypy")
        if mode == "memory":
            import resource
            resource.setrlimit(resource.RLIMIT_AS, (2 ** 30, 2 ** 30))
            bytearray(2 ** 31)
        return None

def plugin(version: str) -> type[Plugin]:
    return FaultPlugin
`;
