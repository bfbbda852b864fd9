/** Chosen clips in the order they were chosen, which is the order they are compared in. */
export interface Selection {
  readonly ids: readonly string[];
  /** Where a range begins. */
  readonly anchor: number | null;
}

/** The review room lays so many beside each other and no more: three rows of three are the smallest pictures a fault shows on. */
export const MOST_COMPARED = 9;

export function canCompare({ ids }: Selection): boolean {
  return ids.length >= 2 && ids.length <= MOST_COMPARED;
}

export const nothingSelected: Selection = { ids: [], anchor: null };

/** A plain click: this one and no other. */
export function selectOnly(id: string, index: number): Selection {
  return { ids: [id], anchor: index };
}

/** A click with Ctrl: adds it at the end, or takes it out. */
export function toggle(selection: Selection, id: string, index: number): Selection {
  const ids = selection.ids.includes(id) ? selection.ids.filter((other) => other !== id) : [...selection.ids, id];
  return { ids, anchor: index };
}

/** The indices a click with Shift reaches over, in the direction it was made. */
export function reach(anchor: number, index: number): number[] {
  const step = index < anchor ? -1 : 1;
  return Array.from({ length: Math.abs(index - anchor) + 1 }, (_, offset) => anchor + offset * step);
}

/** A click with Shift: what lies between takes the place of what was chosen. */
export function selectReach(selection: Selection, ids: readonly string[]): Selection {
  return { ids: [...new Set(ids)], anchor: selection.anchor };
}
