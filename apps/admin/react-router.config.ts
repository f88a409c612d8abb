import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  buildDirectory: '../../.build/admin',
  basename: '/admin',
  ssr: true,
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
