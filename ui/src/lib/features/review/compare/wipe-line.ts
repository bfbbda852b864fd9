/** The line of the wipe: where it lies, and what of the picture is on its far side. */

import type { WipeLine } from '$lib/ipc';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Upright through the middle. */
export const UPRIGHT: WipeLine = { x: 0.5, y: 0.5, degrees: 0 };

/** Nearer to its point than this nothing turns the line, in pixels: it would spin. */
const LEVER = 6;

/** How far a point lies beyond the line, in pixels; less than nothing is before it. */
function beyond(line: WipeLine, { width, height }: Size, point: Point): number {
  const turn = (line.degrees * Math.PI) / 180;
  return (point.x - line.x * width) * Math.cos(turn) + (point.y - line.y * height) * Math.sin(turn);
}

/** Where the way from one point to another crosses the line, given how far beyond it each lies. */
function crossing(from: Point, to: Point, fromFar: number, toFar: number): Point {
  const share = fromFar / (fromFar - toFar);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The corners of what lies beyond the line, in pixels of a box; none where nothing does. */
export function farSide(line: WipeLine, size: Size): Point[] {
  const corners: Point[] = [
    { x: 0, y: 0 },
    { x: size.width, y: 0 },
    { x: size.width, y: size.height },
    { x: 0, y: size.height },
  ];
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [beyond(line, size, corner), beyond(line, size, next)];
    const kept = here >= 0 ? [corner] : [];
    return here >= 0 !== there >= 0 ? [...kept, crossing(corner, next, here, there)] : kept;
  });
}

/** What a `clip-path` takes. */
export function clipPath(points: readonly Point[]): string {
  if (points.length < 3) return 'inset(100%)';
  return `polygon(${points.map(({ x, y }) => `${x.toFixed(2)}px ${y.toFixed(2)}px`).join(', ')})`;
}

/** The part of the line that lies in the box; null where it passes by. */
export function lineWithin(line: WipeLine, size: Size): [Point, Point] | null {
  const on = farSide(line, size).filter((point) => Math.abs(beyond(line, size, point)) < 1e-6);
  const [first, last] = [on[0], on.at(-1)];
  return first && last && on.length > 1 ? [first, last] : null;
}

/** Through this point, turned as it was. */
export function through(line: WipeLine, point: Point, { width, height }: Size): WipeLine {
  if (width <= 0 || height <= 0) return line;
  const share = (value: number) => Math.min(1, Math.max(0, value));
  return { ...line, x: share(point.x / width), y: share(point.y / height) };
}

/** Turned around its point until it runs through another one, the shorter way round; unturned while that is too near to point anywhere. */
export function turnedTo(line: WipeLine, point: Point, { width, height }: Size): WipeLine {
  const [x, y] = [point.x - line.x * width, point.y - line.y * height];
  if (Math.hypot(x, y) < LEVER) return line;
  const along = (Math.atan2(y, x) * 180) / Math.PI - 90 - line.degrees;
  // A line runs both ways: half a turn is none.
  const by = along - Math.round(along / 180) * 180;
  return turned(line, Math.round(by * 10) / 10);
}

/** Pushed towards its far side by a share of the box. */
export function pushed(line: WipeLine, by: number): WipeLine {
  const turn = (line.degrees * Math.PI) / 180;
  const share = (value: number) => Math.min(1, Math.max(0, Math.round(value * 1e6) / 1e6));
  return { ...line, x: share(line.x + Math.cos(turn) * by), y: share(line.y + Math.sin(turn) * by) };
}

/** Turned clockwise, kept within a turn. */
export function turned(line: WipeLine, by: number): WipeLine {
  return { ...line, degrees: (((line.degrees + by) % 360) + 360) % 360 };
}
