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
  },
});
