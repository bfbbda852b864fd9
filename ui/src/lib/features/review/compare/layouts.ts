/** How many takes lie beside each other, and where. */

export type Layout = 1 | 2 | 4 | 9;

const LAYOUTS: readonly Layout[] = [1, 2, 4, 9];

/** The next larger layout that so many takes can begin to fill; after the largest, one alone. */
export function nextLayout(layout: Layout, takes: number): Layout {
  const useful = LAYOUTS.filter((_, index) => index === 0 || takes > (LAYOUTS[index - 1] ?? 0));
  return useful[useful.indexOf(layout) + 1] ?? 1;
}

/** The layout with room for so many. */
export function layoutFor(takes: number): Layout {
  return LAYOUTS.find((layout) => layout >= takes) ?? 9;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The grid in which pictures of this shape are seen largest; two always lie side by side, the first on the left. */
export function gridFor(count: number, aspect: number, stage: { width: number; height: number }): Grid {
  if (count <= 2) return { columns: Math.max(1, count), rows: 1 };
  const choices = Array.from({ length: count }, (_, index) => index + 1).map((columns) => ({ columns, rows: Math.ceil(count / columns) }));
  const widthIn = ({ columns, rows }: Grid) => Math.min(stage.width / columns, (stage.height / rows) * aspect);
  return choices.reduce((best, grid) => (widthIn(grid) > widthIn(best) + 0.5 ? grid : best));
}

export interface Place {
  /** In percent of the stage. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Place = { left: 0, top: 0, width: 100, height: 100 };

/** Where one of the takes lies, row by row. */
export function placeIn(grid: Grid, slot: number): Place {
  const [width, height] = [100 / grid.columns, 100 / grid.rows];
  return { left: (slot % grid.columns) * width, top: Math.floor(slot / grid.columns) * height, width, height };
}
