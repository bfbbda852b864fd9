import { describe, expect, it } from 'vitest';
import { Deck, type Reel } from './deck';
import { FakeVideo, type Temper } from './testing/fake-video';
import { ManualClock } from './testing/manual-clock';
import { Transport, type Shown } from './transport';

const cogvideo: Reel = { rate: { numerator: 8, denominator: 1 }, frameCount: 49 };
const film: Reel = { rate: { numerator: 24000, denominator: 1001 }, frameCount: 144 };
const thirty: Reel = { rate: { numerator: 30, denominator: 1 }, frameCount: 150 };

function table(...sides: [Reel, Temper?][]) {
  const clock = new ManualClock();
  const videos = sides.map(([reel, temper]) => new FakeVideo(clock, reel, temper));
  const decks = videos.map((video, index) => new Deck(video, sides[index]![0], clock));
  const told: Shown[] = [];
  const paintedWhenTold: number[][] = [];
  const transport = new Transport(decks as [Deck, ...Deck[]], clock, (shown) => {
    told.push(shown);
    paintedWhenTold.push(videos.map((video) => video.paintedFrame));
  });
  const last = () => told.at(-1)!;
  return { clock, videos, decks, transport, told, paintedWhenTold, last, video: videos[0]! };
}

describe('while paused', () => {
  it('the number is that of the painted picture, whatever was asked for since', async () => {
    const { clock, transport, told, paintedWhenTold, last } = table([film]);
    for (const frame of [0, 1, 143, 7, 8, 9]) {
      void transport.seek(frame);
      await clock.pass(13);
    }
    await clock.pass(500);
    expect(last()).toMatchObject({ position: 9, frames: [9], settled: true });
    told.forEach((shown, index) => expect(shown.frames[0] ?? 0).toBe(paintedWhenTold[index]![0]));
  });

  it('one seek is under way at a time and only the last wanted is kept', async () => {
    const { clock, transport, video, last } = table([film, { seekTakes: 40 }]);
    await clock.pass(100);
    for (let frame = 1; frame <= 30; frame++) {
      void transport.seek(frame);
      await clock.pass(5);
    }
    await clock.pass(200);
    expect(video.mostAtOnce).toBe(1);
    expect(video.seeks.length).toBeLessThan(8);
    expect(last().frames).toEqual([30]);
  });

  it('quick steps add up, and stop at the first and the last frame', async () => {
    const { clock, transport, last } = table([cogvideo]);
    for (let press = 0; press < 7; press++) void transport.step(1);
    await clock.pass(500);
    expect(last().frames).toEqual([7]);
    void transport.step(-10);
    await clock.pass(200);
    expect(last().frames).toEqual([0]);
    void transport.last();
    void transport.step(1);
    await clock.pass(200);
    expect(last().frames).toEqual([48]);
  });

  it('an element that answers no seek is loaded anew', async () => {
    const { clock, transport, video, last } = table([cogvideo]);
    await clock.pass(100);
    void video.play();
    await clock.pass(8000);
    void transport.seek(20);
    await clock.pass(6000);
    expect(video.reloads).toBeGreaterThan(0);
    expect(last()).toMatchObject({ frames: [20], failed: [] });
  });

  it('a clip that never loads is given up and said so, and can be tried again', async () => {
    const { clock, transport, last } = table([cogvideo, { broken: true }]);
    void transport.seek(0);
    await clock.pass(40_000);
    expect(last()).toMatchObject({ frames: [null], failed: [0] });
    void transport.retry();
    await clock.pass(40_000);
    expect(last().failed).toEqual([0]);
  });
});

describe('while playing', () => {
  it('every frame comes in order, the last one too, and the end is never reached', async () => {
    const { clock, transport, video, told, last } = table([cogvideo]);
    transport.loop = false;
    void transport.play();
    await clock.pass(7500);
    const seen = told.map((shown) => shown.frames[0]).filter((frame) => frame !== null);
    expect([...new Set(seen)]).toEqual(Array.from({ length: 49 }, (_, frame) => frame));
    expect(seen).toEqual([...seen].sort((one, other) => one! - other!));
    expect(last()).toMatchObject({ motion: 'paused', frames: [48], settled: true });
    expect(video.reloads).toBe(0);
  });

  it('the number is at most one ahead of the paint', async () => {
    const { clock, transport, told, paintedWhenTold } = table([film]);
    void transport.play();
    await clock.pass(5000);
    told.forEach((shown, index) => {
      if (shown.motion === 'playing') expect(Math.abs(shown.frames[0]! - paintedWhenTold[index]![0]!)).toBeLessThanOrEqual(1);
    });
  });

  it('a loop begins again at the first frame, ten times over, without a reload', async () => {
    const { clock, transport, video, told } = table([cogvideo]);
    void transport.play();
    await clock.pass(65_000);
    expect(video.reloads).toBe(0);
    expect(video.seeks.filter((frame) => frame === 0).length).toBeGreaterThanOrEqual(10);
    expect(told.at(-1)!.motion).toBe('playing');
  });

  it('a pause lands on a frame and says that one', async () => {
    const { clock, transport, video, last } = table([film]);
    void transport.play();
    await clock.pass(1234);
    void transport.pause();
    await clock.pass(100);
    expect(last()).toMatchObject({ motion: 'paused', settled: true });
    expect(last().frames[0]).toBe(video.paintedFrame);
    expect(video.paused).toBe(true);
  });

  it('nothing is heard unasked, and only one side when asked', async () => {
    const { clock, transport, videos } = table([film], [film]);
    await clock.pass(100);
    expect(videos.map((video) => video.muted)).toEqual([true, true]);
    transport.hear(0);
    expect(videos.map((video) => video.muted)).toEqual([false, true]);
    transport.hear(1);
    expect(videos.map((video) => video.muted)).toEqual([true, false]);
  });

  it('a clip that stands still is loaded anew, then left paused and said so', async () => {
    const { clock, transport, video, last } = table([film, { standsStill: true }]);
    void transport.play();
    await clock.pass(10_000);
    expect(video.reloads).toBeGreaterThan(0);
    expect(last()).toMatchObject({ motion: 'paused', stalled: true });
  });

  it('a clip of one frame is shown and not played', async () => {
    const { clock, transport, video, last } = table([{ rate: film.rate, frameCount: 1 }]);
    void transport.play();
    await clock.pass(1000);
    expect(last()).toMatchObject({ motion: 'paused', frames: [0] });
    expect(video.paused).toBe(true);
  });
});

describe('the shuttle', () => {
  it('goes backwards by seeks at the pace of the clip, and rests on the first frame', async () => {
    const { clock, transport, told, last } = table([film]);
    void transport.seek(48);
    await clock.pass(200);
    void transport.shuttle(-1);
    await clock.pass(1000);
    expect(last().motion).toBe('shuttling');
    expect(last().frames[0]).toBeGreaterThan(20);
    expect(last().frames[0]).toBeLessThan(27);
    await clock.pass(2000);
    expect(last()).toMatchObject({ motion: 'paused', frames: [0] });
    const seen = told.map((shown) => shown.frames[0]!).slice(2);
    expect(seen).toEqual([...seen].sort((one, other) => other - one));
  });

  it('doubles with each press and turns round with the other key', async () => {
    const { clock, transport, last } = table([film]);
    await clock.pass(100);
    for (const speed of [1, 2, 4, 8, 8]) {
      void transport.shuttle(1);
      await clock.pass(50);
      expect(last().speed).toBe(speed);
    }
    void transport.shuttle(-1);
    await clock.pass(50);
    expect(last().speed).toBe(-1);
  });
});

describe('two clips', () => {
  it('step together: both are painted before either number changes', async () => {
    const { clock, transport, videos, told, paintedWhenTold } = table([film, { seekTakes: 15 }], [film, { seekTakes: 70 }]);
    for (let press = 0; press < 12; press++) {
      void transport.step(1);
      await clock.pass(30);
    }
    await clock.pass(500);
    expect(videos.map((video) => video.paintedFrame)).toEqual([12, 12]);
    told.forEach((shown, index) => {
      expect(new Set(shown.frames).size).toBe(1);
      if (shown.frames[0] !== null) expect(paintedWhenTold[index]).toEqual(shown.frames);
    });
  });

  it('stay at most one frame apart through ten loops, though one starts late and runs fast', async () => {
    const { clock, transport, told, paintedWhenTold } = table([film, { startsAfter: 5 }], [film, { startsAfter: 17, pace: 1.004 }]);
    void transport.play();
    await clock.pass(65_000);
    let rolling = 0;
    told.forEach((shown, index) => {
      if (shown.motion !== 'playing') return;
      const [one, other] = paintedWhenTold[index]!;
      expect(Math.abs(one! - other!)).toBeLessThanOrEqual(1);
      rolling++;
    });
    expect(rolling).toBeGreaterThan(1000);
  });

  it('that fell far apart are brought together again', async () => {
    const { clock, transport, videos, last } = table([film], [film, { startsAfter: 400 }]);
    void transport.play();
    await clock.pass(4500);
    expect(last().motion).toBe('playing');
    expect(Math.abs(videos[0]!.currentTime - videos[1]!.currentTime)).toBeLessThan(1 / 24);
  });

  it('of other rates and lengths run on one clock, and the shorter waits on its last frame', async () => {
    const { clock, transport, videos, last } = table([thirty], [film]);
    expect(transport.timeline.rate).toEqual(thirty.rate);
    expect(transport.timeline.frameCount).toBe(181);
    void transport.seek(30);
    await clock.pass(200);
    expect(videos.map((video) => video.paintedFrame)).toEqual([30, 24]);
    void transport.seek(170);
    await clock.pass(200);
    expect(last().frames).toEqual([149, 136]);
    void transport.play();
    await clock.pass(200);
    expect(videos.map((video) => video.paused)).toEqual([true, false]);
    transport.loop = false;
    await clock.pass(2000);
    expect(last()).toMatchObject({ motion: 'paused', frames: [149, 143], position: 180 });
  });

  it('nudged by frames, one side runs ahead of the other or waits for it, paused and playing', async () => {
    const { clock, transport, videos, last } = table([film], [film]);
    void transport.seek(10);
    await clock.pass(200);
    void transport.nudge([0, 3]);
    await clock.pass(200);
    expect(videos.map((video) => video.paintedFrame)).toEqual([10, 13]);
    void transport.nudge([0, -12]);
    await clock.pass(200);
    expect(last().frames).toEqual([10, 0]);
    void transport.seek(100);
    await clock.pass(200);
    expect(last().frames).toEqual([100, 88]);
    void transport.playFrom(0);
    await clock.pass(2500);
    const [one, other] = videos.map((video) => video.paintedFrame);
    expect(Math.abs(one! - other! - 12)).toBeLessThanOrEqual(1);
  });

  it('one broken side does not hold up the other', async () => {
    const { clock, transport, videos, last } = table([film], [film, { broken: true }]);
    void transport.play();
    await clock.pass(60_000);
    expect(last().failed).toEqual([1]);
    expect(videos[0]!.paused).toBe(false);
  });
});
