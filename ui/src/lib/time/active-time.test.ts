import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '$lib/player/testing/manual-clock';
import { ActiveTime } from './active-time';

const MAYA = 'pe_0001';

describe('time at the review table', () => {
  let clock: ManualClock;
  let saved: { generation: string; seconds: number }[];
  let full: boolean;
  let time: ActiveTime;
  let stop: () => void;

  beforeEach(() => {
    clock = new ManualClock();
    saved = [];
    full = false;
    time = new ActiveTime(clock, (generation, _, microseconds) => {
      if (full) return Promise.reject(new Error('disk full'));
      saved.push({ generation, seconds: microseconds / 1_000_000 });
      return Promise.resolve();
    });
    stop = time.attend();
    press();
  });
  afterEach(() => stop());

  const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'l' }));
  const total = (generation: string) => saved.filter((one) => one.generation === generation).reduce((sum, one) => sum + one.seconds, 0);

  test('belongs to the clip whose picture was there', async () => {
    time.watch('gen_1', MAYA);
    await clock.pass(4000);
    time.watch('gen_2', MAYA);
    await clock.pass(2500);
    time.leave();
    expect([total('gen_1'), total('gen_2')]).toEqual([4, 2.5]);
  });

  test('is saved on the way, and leaving the room saves the rest', async () => {
    time.watch('gen_1', MAYA);
    for (let second = 0; second < 10; second++) {
      await clock.pass(1000);
      press();
    }
    time.save();
    expect(total('gen_1')).toBe(10);
    await clock.pass(3000);
    stop();
    expect(total('gen_1')).toBe(13);
  });

  test('stands still while a dialog covers the picture or another window has the focus', async () => {
    time.watch('gen_1', MAYA);
    await clock.pass(1000);
    time.covered(true);
    await clock.pass(9000);
    time.covered(false);
    await clock.pass(1000);
    window.dispatchEvent(new FocusEvent('blur'));
    await clock.pass(9000);
    press();
    await clock.pass(1000);
    time.leave();
    expect(total('gen_1')).toBe(3);
  });

  test('stands still while the window is not to be seen, whoever still has the focus', async () => {
    let hidden = false;
    const original = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden')!;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    const show = (seen: boolean) => {
      hidden = !seen;
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      time.watch('gen_1', MAYA);
      await clock.pass(2000);
      show(false);
      expect(total('gen_1')).toBe(2);
      expect(time.isCounting()).toBe(false);
      await clock.pass(9000);
      // A key that arrives while nothing is seen, from the lock screen for one, is no sign of looking.
      press();
      await clock.pass(9000);
      show(true);
      await clock.pass(1000);
      time.leave();
      expect(total('gen_1')).toBe(3);
    } finally {
      Reflect.deleteProperty(document, 'hidden');
      expect(Object.getOwnPropertyDescriptor(Document.prototype, 'hidden')).toEqual(original);
    }
  });

  test('goes on after a blur with the focus alone', async () => {
    time.watch('gen_1', MAYA);
    await clock.pass(1000);
    window.dispatchEvent(new FocusEvent('blur'));
    await clock.pass(9000);
    window.dispatchEvent(new FocusEvent('focus'));
    await clock.pass(1000);
    time.leave();
    expect(total('gen_1')).toBe(2);
  });

  test('that could not be saved is kept and sent with the next piece', async () => {
    time.watch('gen_1', MAYA);
    await clock.pass(5000);
    full = true;
    time.save();
    await clock.pass(1);
    full = false;
    await clock.pass(4999);
    time.leave();
    expect(total('gen_1')).toBe(10);
  });

  test('of somebody passing through is not worth a record', async () => {
    time.watch('gen_1', MAYA);
    await clock.pass(60);
    time.watch('gen_2', MAYA);
    expect(saved).toEqual([]);
  });
});
