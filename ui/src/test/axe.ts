import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails with the broken rules and the elements that break them. */
export async function expectAccessible(within: Element = document.body): Promise<void> {
  const { violations } = await axe.run(within, {
    // A component under test is not a whole page.
    rules: { region: { enabled: false } },
  });
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary ?? ''}`).join('\n')}`,
  );
  expect(told.join('\n')).toBe('');
}
