import { describe, expect, it } from 'vitest';
import { groupsOf, type FrameBytes } from './preview-index';
import { Shelf, type Shelved } from './shelf';
import { wantedGroups } from './window-of-groups';

const MEGABYTE = 1024 ** 2;

function clip(frameCount: number, state: { onScreen: boolean; idle: boolean }): Shelved & { told: number } {
  return {
    frameCount,
    bytesPerFrame: MEGABYTE,
    told: 0,
    isOnScreen: () => state.onScreen,
    isIdle: () => state.idle,
    proceed() {
      this.told++;
    },
  };
}

describe('the shelf', () => {
  it('keeps every clip whole while they fit', () => {
    const shelf = new Shelf(1000 * MEGABYTE);
    const places = [true, false, false].map((onScreen) => shelf.place(clip(192, { onScreen, idle: true })));
    expect(places.map((place) => place.allowance)).toEqual([192, 192, 192]);
  });

  it('never promises more than its bound, and every waiting clip has its beginning', () => {
    const shelf = new Shelf(500 * MEGABYTE);
    const places = [true, true, false, false, false].map((onScreen) => shelf.place(clip(192, { onScreen, idle: true })));
    const allowed = places.map((place) => place.allowance);
    expect(allowed).toEqual([192, 192, 24, 24, 24]);
    shelf.bytes = 200 * MEGABYTE;
    expect(places.map((place) => place.allowance)).toEqual([64, 64, 24, 24, 24]);
    expect(places.reduce((sum, place) => sum + place.allowance, 0)).toBeLessThanOrEqual(200);
  });

  it('gives back what a clip that leaves had', () => {
    const shelf = new Shelf(200 * MEGABYTE);
    const [one, other] = [shelf.place(clip(192, { onScreen: true, idle: true })), shelf.place(clip(192, { onScreen: true, idle: true }))];
    expect(other.allowance).toBe(100);
    one.leave();
    expect(other.allowance).toBe(192);
  });

  it('says that much was let go when it is empty, and each time as much has left as it may hold', () => {
    let told = 0;
    const shelf = new Shelf(400 * MEGABYTE, () => told++);
    const place = () => shelf.place(clip(192, { onScreen: false, idle: true }));
    const stays = place();
    place().leave();
    place().leave();
    expect(told).toBe(0);
    place().leave();
    expect(told).toBe(1);
    place().leave();
    expect(told).toBe(1);
    stays.leave();
    expect(told).toBe(2);
  });

  it('lets waiting clips decode one after the other, once those on screen have all they may have', () => {
    const shelf = new Shelf();
    const states = [true, false, false].map((onScreen) => ({ onScreen, idle: false }));
    const places = states.map((state) => shelf.place(clip(192, state)));
    expect(places.map((place) => place.mayDecode)).toEqual([true, false, false]);
    states[0]!.idle = true;
    shelf.arrange();
    expect(places.map((place) => place.mayDecode)).toEqual([true, true, false]);
    states[1]!.idle = true;
    shelf.arrange();
    expect(places.map((place) => place.mayDecode)).toEqual([true, false, true]);
  });
});

describe('the frames that are kept', () => {
  const frames: FrameBytes[] = Array.from({ length: 60 }, (_, number) => ({ at: number * 10, size: 10, key: number % 12 === 0 }));
  const groups = groupsOf(frames);

  it('come in groups that decode together', () => {
    expect(groups.map(({ first, last }) => [first, last])).toEqual([
      [0, 11],
      [12, 23],
      [24, 35],
      [36, 47],
      [48, 59],
    ]);
  });

  it('are those around the playhead first, along the way it goes', () => {
    expect(wantedGroups(groups, { frame: 30, way: 1, range: null }, 1000)).toEqual([2, 3, 1, 4, 0]);
    expect(wantedGroups(groups, { frame: 30, way: -1, range: null }, 1000)).toEqual([2, 1, 3, 0, 4]);
  });

  it('are the start of the loop when its end is near', () => {
    expect(wantedGroups(groups, { frame: 59, way: 1, range: null }, 24)).toEqual([4, 0]);
    expect(wantedGroups(groups, { frame: 40, way: 1, range: { first: 14, last: 40 } }, 36)).toEqual([3, 1, 2]);
  });

  it('are never more than allowed, but always those looked at', () => {
    expect(wantedGroups(groups, { frame: 30, way: 1, range: null }, 40)).toEqual([2, 3, 1]);
    expect(wantedGroups(groups, { frame: 30, way: 1, range: null }, 0)).toEqual([2]);
  });
});
