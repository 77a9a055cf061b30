/**
 * A plugin that does to the mypy that loads it what `mode.txt` in its working directory says:
 * `kill`, `crash`, `noise`, `exit`; anything else is harmless.
 */
export const FAULTY_PLUGIN = `import os, signal, sys
from mypy.plugin import Plugin

mode = open("mode.txt").read().strip()
if mode == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
if mode == "crash":
    raise RuntimeError("the plugin is broken")
if mode == "noise":
    print("loading plugin data ...")
if mode == "exit":
    os._exit(0)

def plugin(version: str) -> type[Plugin]:
    return Plugin
`;
