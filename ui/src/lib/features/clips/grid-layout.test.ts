import { describe, expect, it } from 'vitest';
import type { Way } from '$lib/commands';
import { GridLayout } from './grid-layout';

const layout = (count: number, width = 1000) => new GridLayout({ width, count, minTile: 220, gap: 12, caption: 56 });

describe('the poster grid', () => {
  it('fits whole posters into the width, and at least one', () => {
    expect(layout(10).columns).toBe(4);
    expect(layout(10).tileWidth).toBe(241);
    expect(layout(10, 100).columns).toBe(1);
    expect(layout(10, 0).tileWidth).toBe(1);
  });

  it('covers the window at every scroll position of 100,000 posters, with a bounded number of tiles', () => {
    const grid = layout(100_000);
    const viewport = 700;
    for (let scroll = 0; scroll < grid.height - viewport; scroll += 9973) {
      const { from, to } = grid.visible(scroll, viewport, 1);
      expect(grid.placeOf(from).top).toBeLessThanOrEqual(scroll);
      expect(grid.placeOf(to - 1).top + grid.tileHeight + 12).toBeGreaterThanOrEqual(scroll + viewport);
      expect(to - from).toBeLessThanOrEqual(8 * grid.columns);
    }
  });

  it('has nothing to show when it is empty, and does not run past its end when it shrank', () => {
    expect(layout(0).visible(0, 700, 2)).toEqual({ from: 0, to: 0 });
    expect(layout(5).visible(50_000, 700, 0)).toEqual({ from: 4, to: 5 });
  });

  it('reveals a tile by the shortest way', () => {
    const grid = layout(1000);
    expect(grid.reveal(0, 500, 700)).toBe(0);
    expect(grid.reveal(9, 0, 700)).toBe(0);
    const below = grid.reveal(40, 0, 700);
    expect(grid.placeOf(40).top + grid.tileHeight).toBeLessThanOrEqual(below + 700);
    expect(grid.reveal(40, below, 700)).toBe(below);
  });

  it('goes where the arrows point and stays inside', () => {
    const grid = layout(10);
    const go = (index: number, way: Way) => grid.neighbour(index, way, 700);
    expect(go(0, 'left')).toBe(0);
    expect(go(0, 'right')).toBe(1);
    expect(go(1, 'up')).toBe(1);
    expect(go(5, 'up')).toBe(1);
    expect(go(5, 'down')).toBe(9);
    expect(go(7, 'down')).toBe(9);
    expect(go(9, 'down')).toBe(9);
    expect(go(3, 'end')).toBe(9);
    expect(go(9, 'home')).toBe(0);
    expect(go(9, 'pageUp')).toBe(1);
    expect(go(1, 'pageDown')).toBe(9);
  });
});
