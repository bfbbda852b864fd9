import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';

const at = { screen: 'pilot', id: 'pl_0001' } as const;

describe('the charts of a pilot', () => {
  test('the course of the cost is walked point by point, and each says its values', async () => {
    const { screen, keys } = await openWindow({ at });
    const last = screen.getByRole('img', { name: /^50 attempts: \$41\.25 per usable clip, likely \$23\.15 to \$79\.16, 8 usable, \$330\.00 spent/ });
    await expect.element(last).toBeInTheDocument();
    const first = screen.getByRole('img', { name: /^1 attempt:/ });
    await expect.element(first).toHaveAttribute('tabindex', '0');
    (first.element() as SVGElement).focus();
    await keys.keyboard('{End}');
    await expect.element(last).toHaveFocus();
    await keys.keyboard('{ArrowLeft}');
    await expect.element(screen.getByRole('img', { name: /^49 attempts:/ })).toHaveFocus();
    await expectAccessible();
  });

  test('what the money was spent on names every part, the ones without a cost too', async () => {
    const { screen } = await openWindow({ at });
    for (const part of ['Models: $30.00', 'Review: $180.00', 'Editing: $120.00', 'Brand review: $0.00', 'Compliance: $0.00', 'Overhead: $0.00']) {
      await expect.element(screen.getByRole('img', { name: new RegExp(`^${part.replaceAll('$', '\\$')}`) })).toBeInTheDocument();
    }
  });

  test('the price slider moves the model price and leaves the people', async () => {
    const { screen, keys } = await openWindow({ at });
    const slider = screen.getByRole('slider', { name: 'Price of models' });
    await expect.poll(() => slider.query()?.getAttribute('aria-valuetext')).toMatch(/times 1: \$41\.25 per usable clip, of which \$37\.50 is people/);
    (slider.element() as HTMLInputElement).focus();
    await keys.keyboard('{End}');
    await expect.poll(() => slider.query()?.getAttribute('aria-valuetext')).toMatch(/times 10: \$75\.00 per usable clip, of which \$37\.50 is people \(50 %\)/);
  });

  test('a chart is saved as its picture and as its values', async () => {
    const { screen, shell } = await openWindow({ at });
    await screen.getByRole('button', { name: 'Save how far they came as CSV' }).click();
    await expect.element(screen.getByText('The chart is written to /home/maya/Documents/funnel.csv.')).toBeVisible();
    await screen.getByRole('button', { name: 'Save spend over time as SVG' }).click();
    await expect.poll(() => shell.calls.find(({ command }) => command === 'export_chart_svg')).toBeDefined();
    const sent = shell.calls.find(({ command }) => command === 'export_chart_svg')?.args as { chart: string; svg: string };
    expect(sent.chart).toBe('spend');
    expect(sent.svg.startsWith('<svg ')).toBe(true);
    expect(sent.svg.endsWith('</svg>')).toBe(true);
    expect(sent.svg).toContain('<title>Spend over time</title>');
    expect(sent.svg).not.toMatch(/class=|tabindex|<!--|var\(/);
  });

  test('every chart can be read as a table', async () => {
    const { screen } = await openWindow({ at });
    await expect.element(screen.getByRole('button', { name: 'Table' }).first()).toBeVisible();
    for (const button of screen.getByRole('button', { name: 'Table' }).all()) await button.click();
    for (const table of ['Spend by part', 'Spend over time', 'Cost per usable clip over attempts', 'Usable rate by model', 'Cost per usable clip by price of models']) {
      await expect.element(screen.getByRole('table', { name: table })).toBeInTheDocument();
    }
    await expectAccessible();
  });

  test('a model narrows cards and charts, says so, and lets go again', async () => {
    const { screen } = await openWindow({ at });
    await screen.getByRole('combobox', { name: 'Model' }).selectOptions('veo-3.1-fast');
    await expect.element(screen.getByRole('status').filter({ hasText: 'of 50: veo-3.1-fast' })).toBeVisible();
    await expect.element(screen.getByRole('region', { name: 'The numbers' })).not.toHaveTextContent('8 of 50');
    await expect.element(screen.getByRole('region', { name: 'How far the pilot is' })).toHaveTextContent('50 / 50');
    await screen.getByRole('button', { name: 'Show all attempts' }).click();
    await expect.element(screen.getByRole('region', { name: 'The numbers' })).toHaveTextContent('8 of 50');
  });
});

describe('advice on a pilot', () => {
  const advice = {
    id: 'stop_now',
    kind: 'stop_now' as const,
    subject: null,
    tone: 'act' as const,
    headline: 'The next usable clip is likely to cost more than one costs today.',
    what_to_do: 'Stop generating until something has changed.',
    figures: [{ label: 'the next usable clip is expected to cost', value: '152.4', unit: 'money' as const }],
  };

  test('stands with its figures, is put aside, and comes back when the figures change', async () => {
    const { screen, shell } = await openWindow({ at, prepare: (shell) => (shell.world.dashboard.advice = [advice]) });
    await expect.element(screen.getByText('$152.40')).toBeVisible();
    await expectAccessible();
    await screen.getByRole('button', { name: /^Put aside: The next usable clip/ }).click();
    await expect.element(screen.getByText(/Everything was put aside/)).toBeVisible();
    await screen.getByRole('button', { name: '1 piece put aside' }).click();
    await expect.element(screen.getByText(/Put aside by Maya Lindqvist/)).toBeVisible();
    shell.world.dashboard.advice = [{ ...advice, figures: [{ ...advice.figures[0]!, value: '260' }] }];
    shell.emit('library-changed', { what: 'clips' });
    await expect.element(screen.getByText('$260.00')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^Put aside: / })).toBeVisible();
  });

  test('a brief in a loop says so on its row', async () => {
    const { screen } = await openWindow({ at, prepare: (shell) => (shell.world.dashboard.settings = { loop_attempts: 2 }) });
    await expect.element(screen.getByText(/attempts in a row without a usable clip, \$\d+\.\d\d so far/).first()).toBeVisible();
  });
});

describe('overhead of a pilot', () => {
  test('is entered, listed, and corrected', async () => {
    const { screen, shell } = await openWindow({ at });
    await expect.element(screen.getByText(/Nothing was entered: storage, tools and compliance/)).toBeVisible();
    await screen.getByRole('button', { name: 'Enter a cost' }).click();
    await screen.getByRole('button', { name: 'Enter', exact: true }).click();
    await expect.element(screen.getByText('Say how much.')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Amount in USD' }).fill('250');
    await screen.getByRole('textbox', { name: /^What it is/ }).fill('Clearance of music');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Enter', exact: true }).click();
    await expect.element(screen.getByText('Clearance of music')).toBeVisible();
    await screen.getByRole('button', { name: 'Correct Compliance $250.00' }).click();
    await screen.getByRole('textbox', { name: 'Amount in USD' }).fill('180');
    await screen.getByRole('button', { name: 'Correct', exact: true }).click();
    await expect.element(screen.getByText(/entered as \$250\.00, corrected/)).toBeVisible();
    expect(shell.calls.filter(({ command }) => command === 'correct_overhead')).toHaveLength(1);
  });
});
