import path from 'node:path';
import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

// What the running server already holds (registry, pools) must not be bundled a second time: Node resolves it at run time.
const ofTheServer = /^#(platform\/|modules\/[^/]+\/index\.ts$|modules\/modules\.ts$)/;
const nodeBuiltin = /^node:/;
const shared = /[\\/](ui|lucide-react|@radix-ui|@floating-ui|nuqs|sonner)[\\/]/;

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [tailwindcss(), reactRouter()],
  // Everything from npm is bundled, so that the production builds run whatever NODE_ENV the server has.
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      checks: { pluginTimings: false },
      external: (id: string) => ofTheServer.test(id) || nodeBuiltin.test(id),
    },
  },
  environments: {
    ssr: { build: { rolldownOptions: { input: path.join(import.meta.dirname, 'app/server.ts') } } },
    // What many pages share travels in one file instead of forty small ones.
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'kit', test: shared, minShareCount: 4 }] } } } } },
  },
});
