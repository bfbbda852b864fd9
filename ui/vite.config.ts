import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Component tests run in a real browser, so that focus, layout and contrast are what people get. */
function chromium(): string {
  const candidates = [
    process.env['CIRCLETAKE_CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return candidates.find((path) => path && existsSync(path)) ?? '/usr/bin/chromium';
}

export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  // The window has a strict content security policy: no `data:` fonts, no inline scripts.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  optimizeDeps: { include: ['axe-core', 'bits-ui', 'vitest-browser-svelte'] },
  // One folder up lies the README, whose key table is held against the commands.
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test/setup.ts'],
    // Far beyond what any takes: a test that hangs should end, one on a busy machine should not.
    testTimeout: 90_000,
    expect: { poll: { timeout: 15_000 } },
    browser: {
      enabled: true,
      headless: true,
      // Two checkouts may be tested at once.
      api: { strictPort: false },
      screenshotFailures: false,
      viewport: { width: 1280, height: 800 },
      provider: playwright({ launchOptions: { executablePath: chromium(), args: ['--no-sandbox'] } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
