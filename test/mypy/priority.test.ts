import assert from 'node:assert/strict';
import { constants, getPriority } from 'node:os';
import type { CheckPriority } from '../../src/mypy/process/run-process.js';
import { VERSION } from '../support/mypy/interpreters.js';
import { MypyProject } from '../support/mypy/mypy-project.js';

/** A plugin that says with which niceness the mypy runs that loads it. */
const PLUGIN = `from __future__ import annotations
import os
from mypy.plugin import Plugin

print("niceness", os.getpriority(os.PRIO_PROCESS, 0), flush=True)

def plugin(version: str) -> type[Plugin]:
    return Plugin
`;

const FILES = {
  'a.py': 'x: int = ""\n',
  'own_plugin.py': PLUGIN,
  'mypy.ini': '[mypy]\nplugins = ./own_plugin.py\nexclude = own_plugin\n',
};

// Windows has priority classes instead, which Node sets by the same call.
const describeOnPosix = process.platform === 'win32' ? describe.skip : describe;

describeOnPosix('the priority of a check', () => {
  for (const engine of ['process', 'prewarmed'] as const) {
    it(`is low when nobody waits for it, and for that run only (${engine})`, async () => {
      const project = await MypyProject.create(VERSION, FILES);
      try {
        const checker = project.checker(engine);
        const nicenessOf = async (priority?: CheckPriority) => {
          const { signal } = new AbortController();
          const run = await checker.check({ signal, ...(priority && { priority }) });
          assert.equal(run.kind, 'complete', JSON.stringify(run));
          return run.noise.filter((line) => line.startsWith('niceness'));
        };
        // The tests may have been started with a low one.
        const own = getPriority();
        const normal = `niceness ${own}`;
        const low = `niceness ${Math.max(own, constants.priority.PRIORITY_BELOW_NORMAL)}`;
        assert.deepEqual(await nicenessOf('low'), [low]);
        assert.deepEqual(await nicenessOf('normal'), [normal]);
        assert.deepEqual(await nicenessOf('low'), [low]);
        assert.deepEqual(await nicenessOf(), [normal]);
      } finally {
        await project.remove();
      }
    });
  }
});
