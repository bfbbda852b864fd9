/** What notes draw on a picture: which strokes lie on a frame, and the lines they are in a picture of any shape. */

import type { NoteView, Point, Stroke } from '$lib/ipc';

/** The height of the drawing's own coordinates; its width follows from the picture's shape. */
export const HEIGHT = 1000;
/** As burnt into stills: of the picture's height. */
const ARROW_HEAD = 35;

/** What the notes on a version drew on one of its frames; nothing before one is painted. */
export function drawnOn(notes: readonly NoteView[], clipKey: string, frame: number | null): Stroke[] {
  if (frame === null) return [];
  const here = notes.filter(({ clip_key, text: { range } }) => clip_key === clipKey && range.first <= frame && frame <= range.last);
  return here.flatMap(({ text }) => text.strokes);
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
