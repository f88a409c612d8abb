import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Leaves the two figures of the closing line, and what needed a second try, where tools/test.ts looks for them. */
export default class ClosingFigures implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env['QUICKDASH_TEST_FIGURES'];
    const all = modules.flatMap((module) => [...module.children.allTests()]);
    const tests = all.map((test) => test.result().state);
    // A file that could not even be loaded has no tests in it and still counts as one failure.
    const broken = modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length);
    const passed = tests.filter((state) => state === 'passed').length;
    const failed = tests.filter((state) => state === 'failed').length + broken.length + (unhandled.length > 0 ? 1 : 0);
    if (file) writeFileSync(file, JSON.stringify({ passed, failed, second: all.filter((test) => test.diagnostic()?.flaky).map((test) => `${test.module.relativeModuleId}: ${test.name}`) }));
  }
}
