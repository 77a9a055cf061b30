// Mocha's own spec output, and the counts in a file for the closing line of `npm test`: of all tests,
// and of each file of tests.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

const COUNTED = {
  [Runner.constants.EVENT_TEST_PASS]: 'passed',
  [Runner.constants.EVENT_TEST_FAIL]: 'failed',
  [Runner.constants.EVENT_TEST_PENDING]: 'skipped',
};

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = options.reporterOptions?.output ?? process.env.MYPY_RATCHET_TEST_COUNTS;
    const files = {};
    for (const [event, key] of Object.entries(COUNTED)) {
      runner.on(event, (test) => {
        const name = test.file ?? test.parent?.file ?? '';
        files[name] ??= { passed: 0, failed: 0, skipped: 0 };
        files[name][key]++;
      });
    }
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const counts = { passed: passes, failed: failures, skipped: pending, files };
      if (file) writeFileSync(file, JSON.stringify(counts));
    });
  }
};
