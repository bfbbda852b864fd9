/** Strokes in 0..1 coordinates of the picture, and as the lines that draw them in a picture of any shape. */

import type { Point, Stroke } from '$lib/ipc';

export type Tool = 'pen' | 'arrow' | 'box' | 'text';

export const TOOLS: readonly Tool[] = ['pen', 'arrow', 'box', 'text'];

/** The height of the drawing's own coordinates; its width follows from the picture's shape. */
export const HEIGHT = 1000;
/** As burnt into stills: of the picture's height. */
const ARROW_HEAD = 35;
/** A pen that moved less than this has not moved. */
const STILL = 0.002;

/** Where the pointer is in the picture; pulled back to its edge where it left it. */
export function pointIn(box: DOMRect, x: number, y: number): Point {
  const inside = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 10_000) / 10_000;
  return { x: inside((x - box.left) / box.width), y: inside((y - box.top) / box.height) };
}

/** Begins a stroke where the pointer went down. */
export function begin(tool: Exclude<Tool, 'text'>, at: Point): Stroke {
  return tool === 'pen' ? { kind: 'pen', points: [at] } : { kind: tool, from: at, to: at };
}

/** The pointer moved on. */
export function extend(stroke: Stroke, at: Point): Stroke {
  if (stroke.kind === 'arrow' || stroke.kind === 'box') return { ...stroke, to: at };
  if (stroke.kind !== 'pen') return stroke;
  const last = stroke.points.at(-1);
  if (last && Math.hypot(at.x - last.x, at.y - last.y) < STILL) return stroke;
  return { ...stroke, points: [...stroke.points, at] };
}

/** Whether it is more than a slip of the pointer: a box or an arrow that goes nowhere is none. */
export function isDrawn(stroke: Stroke): boolean {
  if (stroke.kind === 'pen' || stroke.kind === 'text') return true;
  return Math.hypot(stroke.to.x - stroke.from.x, stroke.to.y - stroke.from.y) > 0.01;
}

/** The line of a stroke in a picture of this shape (width over height); words have none. */
export function pathOf(stroke: Stroke, aspect: number): string {
  const place = (at: Point): [number, number] => [at.x * aspect * HEIGHT, at.y * HEIGHT];
  const to = (at: Point) => place(at).map((value) => value.toFixed(1)).join(' ');
  if (stroke.kind === 'text') return '';
  if (stroke.kind === 'pen') {
    const [first, ...rest] = stroke.points;
    return first ? `M${to(first)}L${[first, ...rest].map(to).join('L')}` : '';
  }
  if (stroke.kind === 'box') {
    const { from, to: end } = stroke;
    return `M${to(from)}L${to({ x: end.x, y: from.y })}L${to(end)}L${to({ x: from.x, y: end.y })}Z`;
  }
  const [[x1, y1], [x2, y2]] = [place(stroke.from), place(stroke.to)];
  const length = Math.max(0.01, Math.hypot(x2 - x1, y2 - y1));
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const barb = (side: number) => `${(x2 - ARROW_HEAD * (dx - side * 0.6 * dy)).toFixed(1)} ${(y2 - ARROW_HEAD * (dy + side * 0.6 * dx)).toFixed(1)}`;
  return `M${to(stroke.from)}L${to(stroke.to)}L${barb(1)}M${to(stroke.to)}L${barb(-1)}`;
}
