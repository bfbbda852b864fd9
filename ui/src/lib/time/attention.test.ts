import { describe, expect, it } from 'vitest';
import { Attention } from './attention';

describe('active review time', () => {
  it('starts with the painted picture and ends with the next', () => {
    const attention = new Attention();
    attention.sign(0);
    attention.pictureAppeared(1000);
    expect(attention.pictureLeft(9500)).toBe(8500);
    expect(attention.pictureLeft(20_000)).toBe(0);
  });

  it('stops twenty seconds after the last sign of a person, and goes on with the next', () => {
    const attention = new Attention();
    attention.pictureAppeared(0);
    attention.sign(10_000);
    expect(attention.isCounting(29_000)).toBe(true);
    expect(attention.isCounting(30_001)).toBe(false);
    attention.sign(100_000);
    expect(attention.pictureLeft(105_000)).toBe(30_000 + 5000);
  });

  it('does not count while the window has lost the focus or a dialog stands over it', () => {
    const attention = new Attention();
    attention.pictureAppeared(0);
    attention.away('blur', 3000);
    attention.away('dialog', 4000);
    attention.back('blur', 5000);
    expect(attention.isCounting(5000)).toBe(false);
    attention.sign(6000);
    attention.back('dialog', 8000);
    expect(attention.pictureLeft(9000)).toBe(4000);
  });

  it('does not count the night a laptop slept through', () => {
    const attention = new Attention();
    attention.pictureAppeared(0);
    attention.sign(5000);
    attention.sign(8 * 3_600_000);
    expect(attention.pictureLeft(8 * 3_600_000 + 1000)).toBe(26_000);
  });

  it('can be saved on the way without losing or doubling anything', () => {
    const attention = new Attention();
    attention.pictureAppeared(0);
    let sum = 0;
    for (let now = 1500; now <= 60_000; now += 1500) {
      attention.sign(now);
      sum += attention.take(now);
    }
    expect(sum).toBe(60_000);
    expect(attention.take(120_000) + attention.take(180_000)).toBe(20_000);
  });

  it('a scripted sitting of fifty clips agrees with the stopwatch', () => {
    const attention = new Attention();
    let now = 0;
    let stopwatch = 0;
    let measured = 0;
    for (let clip = 0; clip < 50; clip++) {
      now += 40;
      attention.pictureAppeared(now);
      for (const pause of [1200, 3300, 17_000, 25_000]) {
        now += pause;
        stopwatch += Math.min(pause, 20_000);
        attention.sign(now);
      }
      measured += attention.pictureLeft(now);
    }
    expect(Math.abs(measured - stopwatch) / stopwatch).toBeLessThan(0.02);
  });

  it('counts nothing of the time the computer slept, whoever wakes it', () => {
    const attention = new Attention();
    attention.pictureAppeared(0);
    for (let second = 0; second <= 5; second++) attention.beat(second * 1000);
    attention.sign(3_600_000);
    expect(attention.pictureLeft(3_602_000)).toBe(5000 + 2000);
  });

  it('is never negative, were the clock to run backwards', () => {
    const attention = new Attention();
    attention.pictureAppeared(50_000);
    attention.sign(20_000);
    expect(attention.pictureLeft(10_000)).toBe(0);
  });

  it('takes another length for idle where people chose one', () => {
    const attention = new Attention();
    attention.idleAfter = 5000;
    attention.pictureAppeared(0);
    expect(attention.pictureLeft(60_000)).toBe(5000);
  });
});
