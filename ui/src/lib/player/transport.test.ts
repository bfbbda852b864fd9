import { describe, expect, it } from 'vitest';
import { Deck } from './deck';
import type { Reel } from './reel';
import { FakeSource, type Temper } from './testing/fake-source';
import { ManualClock } from './testing/manual-clock';
import { Timeline } from './timeline';
import { Transport, type Shown, type Wishes } from './transport';

const size = { width: 64, height: 36, audio: false };
const cogvideo: Reel = { rate: { numerator: 8, denominator: 1 }, frameCount: 49, ...size };
const film: Reel = { rate: { numerator: 24000, denominator: 1001 }, frameCount: 144, ...size };
const thirty: Reel = { rate: { numerator: 30, denominator: 1 }, frameCount: 150, ...size };
const sixty: Reel = { rate: { numerator: 60, denominator: 1 }, frameCount: 90, ...size };

const usual: Wishes = { range: null, loop: true, pingPong: false };

function table(...sides: [Reel, Temper?][]) {
  const clock = new ManualClock();
  const sources: FakeSource[] = [];
  const decks = sides.map(([reel, temper = {}], index) => {
    const open = (onchange: () => void) => (sources[index] = new FakeSource(clock, reel, temper, onchange));
    return new Deck({ canvas: document.createElement('canvas'), reel, address: '', ways: [open], onwatched: () => undefined });
  });
  const told: Shown[] = [];
  const drawn = () => sources.map((source) => source.drawn);
  const reels = sides.map(([reel]) => reel) as [Reel, ...Reel[]];
  const timeline = new Timeline(reels);
  const transport = new Transport(decks, timeline, usual, clock, (shown) => {
    // The one rule: a number is never told that is not on its canvas at that moment.
    expect(shown.frames).toEqual(drawn());
    told.push(shown);
  });
  const frames = () => told.map((shown) => shown.frames[0]!).filter((frame, index, all) => frame !== null && frame !== all[index - 1]);
  return { clock, sources, decks, transport, timeline, told, drawn, frames, last: () => told.at(-1)! };
}

const upTo = (count: number) => Array.from({ length: count }, (_, frame) => frame);

describe('while paused', () => {
  it('quick seeks end on the last one asked for, and what was passed may be seen', async () => {
    const { clock, transport, last } = table([film]);
    for (const frame of [0, 1, 143, 7, 60, 9]) {
      transport.seek(frame);
      await clock.pass(13);
    }
    await clock.pass(500);
    expect(last()).toMatchObject({ position: 9, frames: [9], settled: true });
  });

  it('a step to a picture that is there is painted at once', async () => {
    const { clock, transport, last } = table([film]);
    transport.seek(0);
    await clock.pass(100);
    transport.step(1);
    expect(last().frames).toEqual([1]);
    transport.step(-1);
    expect(last()).toMatchObject({ frames: [0], settled: true });
  });

  it('one picture is asked for at a time where they are sought, and only the last wanted is kept', async () => {
    const { clock, transport, sources, last } = table([film, { kind: 'sought', takes: 40 }]);
    transport.seek(0);
    await clock.pass(100);
    for (let frame = 1; frame <= 30; frame++) {
      transport.seek(frame);
      await clock.pass(5);
    }
    await clock.pass(200);
    expect(sources[0]!.mostAtOnce).toBe(1);
    expect(sources[0]!.asked.length).toBeLessThan(8);
    expect(last().frames).toEqual([30]);
  });

  it('quick steps add up, and stop at the first and the last frame', async () => {
    const { clock, transport, last } = table([cogvideo]);
    for (let press = 0; press < 7; press++) transport.step(1);
    await clock.pass(500);
    expect(last().frames).toEqual([7]);
    transport.step(-10);
    await clock.pass(200);
    expect(last().frames).toEqual([0]);
    transport.seek(48);
    transport.step(1);
    await clock.pass(200);
    expect(last().frames).toEqual([48]);
  });

  it('a clip that cannot be shown is said so, and can be tried again', async () => {
    const { clock, transport, last, sources } = table([cogvideo, { broken: true }]);
    transport.seek(0);
    await clock.pass(1000);
    expect(last()).toMatchObject({ frames: [null], failed: [0] });
    const first = sources[0];
    transport.retry();
    await clock.pass(1000);
    expect(sources[0]).not.toBe(first);
    expect(last().failed).toEqual([0]);
  });
});

describe('while playing', () => {
  it.each([
    ['8', cogvideo],
    ['23.976', film],
    ['30', thirty],
    ['60', sixty],
  ])('at %s frames a second every frame comes once and in order, the last one too', async (_, reel) => {
    const { clock, transport, frames, last } = table([reel]);
    transport.wishes = { ...usual, loop: false };
    transport.play();
    await clock.pass(8000);
    expect(frames()).toEqual(upTo(reel.frameCount));
    expect(last()).toMatchObject({ motion: 'paused', frames: [reel.frameCount - 1], settled: true });
    expect(last().pace).toMatchObject({ dropped: 0 });
  });

  it('keeps the pace of the clip', async () => {
    const { clock, transport, last } = table([film]);
    transport.play();
    await clock.pass(3020);
    expect(last().frames[0]).toBeGreaterThanOrEqual(71);
    expect(last().frames[0]).toBeLessThanOrEqual(72);
    expect(last().pace!.achieved).toBeGreaterThan(22);
  });

  it('a loop begins again at the first frame, ten times over, without a frame too many', async () => {
    const { clock, transport, frames } = table([cogvideo]);
    transport.play();
    await clock.pass(65_000);
    const seen = frames();
    expect(seen.length).toBeGreaterThan(510);
    seen.forEach((frame, index) => expect(frame).toBe(index % 49));
  });

  it('in and out bound what is played, wherever it stood before', async () => {
    const { clock, transport, frames } = table([film]);
    transport.seek(100);
    await clock.pass(100);
    transport.wishes = { ...usual, range: { first: 10, last: 14 } };
    transport.play();
    await clock.pass(2000);
    expect(frames().slice(0, 12)).toEqual([100, 10, 11, 12, 13, 14, 10, 11, 12, 13, 14, 10]);
  });

  it('there and back shows the turning frames once', async () => {
    const { clock, transport, frames } = table([film]);
    transport.wishes = { range: { first: 0, last: 3 }, loop: true, pingPong: true };
    transport.play();
    await clock.pass(1000);
    expect(frames().slice(0, 11)).toEqual([0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2]);
  });

  it('waits for pictures that come late and leaves none of them out', async () => {
    const { clock, transport, frames, last } = table([film, { takes: 900 }]);
    transport.play();
    await clock.pass(6000);
    expect(frames()).toEqual(upTo(frames().length));
    expect(last().pace).toMatchObject({ dropped: 0 });
    expect(last().pace!.achieved).toBeLessThan(20);
  });

  it('keeps the time where pictures are sought one by one, and says how many were left out', async () => {
    const { clock, transport, last } = table([thirty, { kind: 'sought', takes: 70 }]);
    transport.play();
    await clock.pass(3000);
    expect(last().frames[0]).toBeGreaterThan(80);
    expect(last().sought).toEqual([0]);
    expect(last().pace!.dropped).toBeGreaterThan(30);
  });

  it('a picture that does not come for long is said, and playing goes on when it comes', async () => {
    const { clock, transport, last } = table([film, { takes: 4000 }]);
    transport.play();
    await clock.pass(2000);
    expect(last()).toMatchObject({ motion: 'playing', stalled: true });
    await clock.pass(2300);
    expect(last()).toMatchObject({ stalled: false, motion: 'playing' });
    expect(last().frames[0]).toBeGreaterThan(3);
  });

  it('a pause lands on the frame that is painted', async () => {
    const { clock, transport, last } = table([film]);
    transport.play();
    await clock.pass(1234);
    const before = last().frames;
    transport.pause();
    expect(last()).toMatchObject({ motion: 'paused', settled: true, frames: before });
  });

  it('a clip of one frame is shown and not played', async () => {
    const { clock, transport, last } = table([{ ...film, frameCount: 1 }]);
    transport.play();
    await clock.pass(1000);
    expect(last()).toMatchObject({ motion: 'paused', frames: [0] });
  });
});

describe('the shuttle', () => {
  it('goes backwards at the pace of the clip, and rests on the first frame', async () => {
    const { clock, transport, frames, last } = table([film]);
    transport.seek(48);
    await clock.pass(200);
    transport.shuttle(-1);
    await clock.pass(1000);
    expect(last().motion).toBe('shuttling');
    expect(last().frames[0]).toBeGreaterThan(20);
    expect(last().frames[0]).toBeLessThan(27);
    await clock.pass(2000);
    expect(last()).toMatchObject({ motion: 'paused', frames: [0], settled: true });
    expect(frames()).toEqual(upTo(49).reverse());
  });

  it('doubles with each press and turns round with the other key', async () => {
    const { clock, transport, last } = table([film]);
    await clock.pass(100);
    for (const speed of [1, 2, 4, 8, 8]) {
      transport.shuttle(1);
      await clock.pass(50);
      expect(last().speed).toBe(speed);
    }
    transport.shuttle(-1);
    await clock.pass(50);
    expect(last().speed).toBe(-1);
  });
});

describe('several clips', () => {
  it('step together: none changes before all are there', async () => {
    const { clock, transport, told, drawn } = table([film, { takes: 15, kind: 'sought' }], [film, { takes: 70 }]);
    for (let press = 0; press < 12; press++) {
      transport.step(1);
      await clock.pass(30);
    }
    await clock.pass(500);
    expect(drawn()).toEqual([12, 12]);
    told.forEach((shown) => expect(new Set(shown.frames).size).toBe(1));
  });

  it('are on the same moment in every picture of ten loops, though their pictures take differently long', async () => {
    const { clock, transport, told, timeline } = table([film, { takes: 5 }], [thirty, { takes: 90 }], [cogvideo, { takes: 140 }], [sixty, { takes: 30 }]);
    transport.play();
    await clock.pass(66_000);
    expect(told.length).toBeGreaterThan(3000);
    for (const shown of told) {
      if (shown.frames[0] === null) continue;
      expect(shown.frames).toEqual([0, 1, 2, 3].map((clip) => timeline.frameOf(clip, shown.position)));
    }
    expect(told.at(-1)).toMatchObject({ motion: 'playing' });
  });

  it('of other rates and lengths run on one clock, and the shorter waits on its last frame', async () => {
    const { clock, transport, timeline, last } = table([thirty], [film]);
    expect(timeline.rate).toEqual(thirty.rate);
    expect(timeline.frameCount).toBe(181);
    transport.seek(30);
    await clock.pass(200);
    expect(last().frames).toEqual([30, 24]);
    transport.seek(170);
    await clock.pass(200);
    expect(last().frames).toEqual([149, 136]);
    transport.wishes = { ...usual, loop: false };
    transport.play();
    await clock.pass(2000);
    expect(last()).toMatchObject({ motion: 'paused', frames: [149, 143], position: 180 });
  });

  it('can be matched differently: the nudged one is so many frames ahead, and nothing of it is lost', async () => {
    const { clock, transport, last } = table([film], [film]);
    transport.seek(20);
    await clock.pass(200);
    transport.timeline = new Timeline([film, film], [0, -5]);
    await clock.pass(200);
    expect(last().frames).toEqual([20, 15]);
    transport.seek(1000);
    await clock.pass(200);
    expect(last()).toMatchObject({ position: 148, frames: [143, 143] });
  });

  it('one broken side does not hold up the other', async () => {
    const { clock, transport, last } = table([film], [film, { broken: true }]);
    transport.play();
    await clock.pass(2000);
    expect(last().failed).toEqual([1]);
    expect(last().frames[0]).toBeGreaterThan(40);
  });
});
