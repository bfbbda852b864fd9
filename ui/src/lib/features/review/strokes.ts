/** Drawing strokes by hand, in 0..1 coordinates of the picture. */

import type { Point, Stroke } from '$lib/ipc';

export type Tool = 'pen' | 'arrow' | 'box' | 'text';

export const TOOLS: readonly Tool[] = ['pen', 'arrow', 'box', 'text'];

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
