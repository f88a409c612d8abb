import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const globalSetup = 'platform/testing/global-setup.ts';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '.build/**', '.data/**'],
    globalSetup: existsSync(globalSetup) ? [globalSetup] : [],
    setupFiles: ['platform/testing/quiet-log.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What comes by itself (jobs, live news, a page waking up) takes longer on a busy machine; a poll ends as soon as it holds.
    expect: { poll: { timeout: 15_000 } },
  },
});
