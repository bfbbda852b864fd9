import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { readdirSync } from 'node:fs';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const foldersOf = (path) =>
  readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
const features = foldersOf('./src/lib/features');
/** Every other folder is shared, one that is made tomorrow too. */
const shared = foldersOf('./src/lib').filter((name) => name !== 'features' && name !== 'ipc');

const onlyIpcTouchesTauri = {
  group: ['@tauri-apps/*'],
  message: 'Only src/lib/ipc talks to the shell; call it through `ipc` instead.',
};
const nothingReachesIntoIpc = {
  group: ['$lib/ipc/*', '**/ipc/bindings/**'],
  message: 'Import from `$lib/ipc`.',
};
const nothingSharedKnowsFeatures = {
  group: ['$lib/features/*', '**/features/**'],
  message: 'Shared code does not know the features.',
};
/** Features stand on shared code and never on each other. */
const noOtherFeature = (own) => ({
  group: features.filter((name) => name !== own).flatMap((name) => [`$lib/features/${name}/**`, `**/${name}/**`]),
  message: 'A feature may not import another feature; move what both need to `$lib/components` or `$lib/state`.',
});
const restricted = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/lib/ipc/bindings'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      'no-undef': 'off', // TypeScript knows better
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      'svelte/no-at-html-tags': 'error',
      // A `style` attribute is refused by the window's content security policy; `style:` directives are set by script and pass.
      'no-restricted-syntax': ['error', { selector: 'SvelteAttribute[key.name="style"]', message: 'Use classes, or style: directives.' }],
      // Most maps and sets in state classes are bookkeeping that no screen reads.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  // In a test an absent value should fail the test, and it does.
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['src/**'], rules: restricted(onlyIpcTouchesTauri) },
  { files: ['src/lib/ipc/**'], rules: restricted(nothingSharedKnowsFeatures) },
  {
    files: [`src/lib/{${shared.join(',')}}/**`],
    rules: restricted(onlyIpcTouchesTauri, nothingReachesIntoIpc, nothingSharedKnowsFeatures),
  },
  ...features.map((name) => ({
    files: [`src/lib/features/${name}/**`],
    rules: restricted(onlyIpcTouchesTauri, nothingReachesIntoIpc, noOtherFeature(name)),
  })),
);
