import assert from 'node:assert/strict';
import { IdleMemory, type MemoryOwner } from '../../../src/server/idle-memory.js';

const MB = 2 ** 20;

/** A process that does what the test says. */
class ScriptedProcess implements MemoryOwner {
  cpu = 0;
  heap = 50 * MB;
  collections = 0;

  cpuMs(): number {
    return this.cpu;
  }

  heapBytes(): number {
    return this.heap;
  }

  collect(): void {
    this.collections++;
    this.heap = 30 * MB;
    this.cpu += 400;
  }
}

describe('the memory of an idle server', () => {
  it('is given back until there is nothing to gain', () => {
    const owner = new ScriptedProcess();
    const memory = new IdleMemory(owner);
    for (let looks = 0; looks < 5; looks++) memory.look();
    assert.equal(owner.collections, 2);
  });

  it('is left alone while it works', () => {
    const owner = new ScriptedProcess();
    const memory = new IdleMemory(owner);
    for (let looks = 0; looks < 5; looks++) {
      owner.cpu += 101;
      memory.look();
    }
    assert.equal(owner.collections, 0);
    memory.look();
    assert.equal(owner.collections, 1);
  });

  it('is given back again after more work, if that is worth it', () => {
    const owner = new ScriptedProcess();
    const memory = new IdleMemory(owner);
    memory.look();
    memory.look();
    owner.heap += 7 * MB;
    memory.look();
    assert.equal(owner.collections, 2);
    owner.heap += 2 * MB;
    memory.look();
    assert.equal(owner.collections, 3);
  });
});
