import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { judged, openRoom, waiting } from '../../../test/review';

const milliseconds = (args: unknown) => (args as { microseconds: number }).microseconds / 1000;

describe('keys in the room', () => {
  test('what is printed is what works, also where a key was changed or taken away', async () => {
    const { keys, shell } = await openRoom({
      prepare: ({ world }) => {
        world.start.keys = { 'review.queue': ['Alt+Q'], 'review.reason.4': ['Shift+F'], 'review.hold': [], 'compare.layout': [] };
      },
    });
    const [first] = waiting(shell) as [string];
    await expect.poll(judged).toBe(first);
    await expect.element(page.getByRole('button', { name: /^All, oldest first/ })).toHaveTextContent('All, oldest firstAltQ');
    await keys.keyboard('x');
    await expect.element(page.getByRole('button', { name: /Too generic/ })).toHaveTextContent('ShiftFToo generic');
    await expect.element(page.getByText(/the last digit rejects/)).not.toBeInTheDocument();
    await keys.keyboard('{Escape}{Alt>}q{/Alt}');
    await expect.element(page.getByRole('dialog', { name: 'What is judged' })).toHaveTextContent(/Put aside for later(?! with)/);
    await keys.keyboard('{Escape}');
    const caps = [...document.querySelectorAll('kbd span')].map((cap) => cap.textContent);
    expect(caps.length).toBeGreaterThan(20);
    expect(caps).not.toContain('');
  });

  test('a list in which something was chosen with the pointer gives the keys back', async () => {
    const { keys, shell } = await openRoom();
    const [first, second] = waiting(shell) as [string, string];
    await expect.poll(judged).toBe(first);
    await keys.keyboard('{Shift>};{/Shift}');
    const category = page.getByRole('combobox', { name: 'Category' });
    await category.click();
    await category.selectOptions('motion');
    expect(document.activeElement).toBe(document.body);
    await keys.keyboard('{ArrowDown}');
    await expect.poll(judged).toBe(second);
  });

  test('time stops when the window loses the focus, and goes on with the next key', async () => {
    const { keys, shell } = await openRoom();
    const [first] = waiting(shell) as [string];
    await expect.poll(judged).toBe(first);
    await expect.poll(() => document.querySelector('output[data-frame]')?.getAttribute('data-frame')).toMatch(/\d/);
    await keys.keyboard('k');
    const began = performance.now();
    await new Promise((done) => setTimeout(done, 300));
    const blurred = performance.now();
    window.dispatchEvent(new FocusEvent('blur'));
    await new Promise((done) => setTimeout(done, 5000));
    const came = performance.now();
    await keys.keyboard('k');
    const { router } = await import('$lib/state/router.svelte');
    router.go({ screen: 'clips' });
    await expect.element(page.getByRole('heading', { name: 'Clips' })).toBeVisible();
    const whole = performance.now() - began;
    const counted = shell.calls.filter(({ command }) => command === 'add_time').reduce((sum, { args }) => sum + milliseconds(args), 0);
    expect(counted).toBeGreaterThan(blurred - began - 50);
    // The five seconds away are not in it; what was seen before the first key may be.
    expect(counted).toBeLessThan(whole - (came - blurred) + 2500);
  });
});
