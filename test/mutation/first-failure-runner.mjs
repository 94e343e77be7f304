/** Ends a run with the first test file that fails: a mutant that one test has noticed needs no other. */
import TestRunner from 'jest-runner';

export default class extends TestRunner {
  /** Stryker runs jest with its own bail switched off, since jest's would end the whole process (jest issue 11766). */
  async runTests(tests, watcher, options) {
    this.on('test-file-success', ([, { numFailingTests }]) => {
      if (numFailingTests > 0) watcher.setState({ interrupted: true });
    });
    await super.runTests(tests, watcher, options);
  }
}
