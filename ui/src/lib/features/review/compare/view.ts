/** How large the pictures are and which part of them is seen: the same for every take on screen. */

export interface View {
  /** 1 fits. */
  readonly zoom: number;
  /** Moved to the right, in widths of the picture as it fits. */
  readonly x: number;
  /** And down, in heights. */
  readonly y: number;
}

export const FITTED: View = { zoom: 1, x: 0, y: 0 };
const CLOSEST = 16;

/** Never so far that the picture leaves its place. */
function within(view: View): View {
  const reach = (view.zoom - 1) / 2;
  const held = (value: number) => Math.min(reach, Math.max(-reach, value)) || 0;
  return { zoom: view.zoom, x: held(view.x), y: held(view.y) };
}

/** Larger or smaller around a point, which stays where it is: from -0.5 to 0.5 across the picture as it fits. */
export function zoomed(view: View, factor: number, around: { x: number; y: number } = { x: 0, y: 0 }): View {
  const zoom = Math.min(CLOSEST, Math.max(1, view.zoom * factor));
  const grown = zoom / view.zoom;
  return within({ zoom, x: around.x - (around.x - view.x) * grown, y: around.y - (around.y - view.y) * grown });
}

/** Moved by so many widths and heights of the picture as it fits. */
export function panned(view: View, x: number, y: number): View {
  return within({ zoom: view.zoom, x: view.x + x, y: view.y + y });
}

/** What a `transform` takes. */
export function transform({ zoom, x, y }: View): string | undefined {
  return zoom === 1 ? undefined : `translate(${(x * 100).toFixed(3)}%, ${(y * 100).toFixed(3)}%) scale(${zoom.toFixed(4)})`;
}
