import { expect, test } from 'vitest';
import { DecisionLine } from './decisions';

test('decisions are saved in the order they were made, however long each takes, and one that fails holds up none', async () => {
  const line = new DecisionLine();
  const saved: string[] = [];
  const save = (what: string, milliseconds: number) => () =>
    new Promise<void>((resolve) => setTimeout(() => resolve(void saved.push(what)), milliseconds));
  const first = line.add(save('keep', 30));
  const second = line.add(() => Promise.reject(new Error('refused')));
  const third = line.add(save('undo', 1));
  expect(line.busy).toBe(true);
  await expect(second).rejects.toThrow('refused');
  await Promise.all([first, third]);
  expect(saved).toEqual(['keep', 'undo']);
  await Promise.resolve();
  expect(line.busy).toBe(false);
});
