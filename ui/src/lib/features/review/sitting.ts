/** What lies on the table in the review room: the takes that wait, which of them are on screen, and which one is judged next. */

import type { BriefId, ClipThumb, GenerationId, Status } from '$lib/ipc';

export interface Take {
  readonly generation_id: GenerationId;
  readonly brief_id: BriefId;
  readonly clip: ClipThumb | null;
  readonly status: Status;
}

export interface Sitting {
  readonly takes: readonly Take[];
  /** The takes on screen, left to right: none, one or two. */
  readonly slots: readonly GenerationId[];
  /** Which slot a decision is about. */
  readonly active: number;
  /** How many are wanted on screen. */
  readonly layout: 1 | 2;
}

/** Begins with the first takes on screen. */
export function begin(takes: readonly Take[], layout: 1 | 2): Sitting {
  const slots = takes.slice(0, layout).map((take) => take.generation_id);
  return { takes, slots, active: 0, layout };
}

/** The take a decision is about. */
export function activeTake(sitting: Sitting): Take | null {
  return find(sitting, sitting.slots[sitting.active]);
}

export function takesOnScreen(sitting: Sitting): Take[] {
  return sitting.slots.flatMap((id) => find(sitting, id) ?? []);
}

/** Puts the next (1) or previous (-1) take that is not on screen yet into the active slot; the same sitting where there is none. */
export function move(sitting: Sitting, direction: 1 | -1): Sitting {
  const from = indexOf(sitting, sitting.slots[sitting.active]);
  for (let index = from + direction; index >= 0 && index < sitting.takes.length; index += direction) {
    const id = sitting.takes[index]?.generation_id;
    if (id && !sitting.slots.includes(id)) return withSlot(sitting, sitting.active, id);
  }
  return sitting;
}

/** Puts a take of the list into the active slot; where it is on screen already, its slot becomes the active one. */
export function bring(sitting: Sitting, id: GenerationId): Sitting {
  const shown = sitting.slots.indexOf(id);
  if (shown >= 0) return { ...sitting, active: shown };
  return find(sitting, id) ? withSlot(sitting, sitting.active, id) : sitting;
}

/** Makes the left (0) or right (1) slot the one that is judged. */
export function look(sitting: Sitting, slot: number): Sitting {
  return slot < sitting.slots.length ? { ...sitting, active: slot } : sitting;
}

/** One or two on screen; the second is the next take of the list, or the one before where there is no next. */
export function lay(sitting: Sitting, layout: 1 | 2): Sitting {
  const kept = activeTake(sitting)?.generation_id;
  if (!kept) return { ...sitting, layout };
  if (layout === 1) return { ...sitting, layout, slots: [kept], active: 0 };
  return fill({ ...sitting, layout, slots: [kept], active: 0 });
}

/** A judged take leaves; the next one takes its place on screen. */
export function leave(sitting: Sitting, id: GenerationId): Sitting {
  const index = indexOf(sitting, id);
  if (index < 0) return sitting;
  const takes = sitting.takes.filter((take) => take.generation_id !== id);
  const slot = sitting.slots.indexOf(id);
  if (slot < 0) return { ...sitting, takes };
  const free = (take: Take | undefined) => take && !sitting.slots.includes(take.generation_id);
  const next = takes.slice(index).find(free) ?? takes.slice(0, index).findLast(free);
  if (next) return withSlot({ ...sitting, takes }, slot, next.generation_id);
  const slots = sitting.slots.filter((_, other) => other !== slot);
  return { ...sitting, takes, slots, active: 0 };
}

/** A take comes back to where it was, and is the one that is judged. */
export function comeBack(sitting: Sitting, take: Take, index: number): Sitting {
  if (find(sitting, take.generation_id)) return bring(sitting, take.generation_id);
  const takes = sitting.takes.toSpliced(Math.min(index, sitting.takes.length), 0, take);
  if (sitting.slots.length === 0) return fill({ ...sitting, takes, slots: [take.generation_id], active: 0 });
  return withSlot({ ...sitting, takes }, sitting.active, take.generation_id);
}

/** What is fetched ahead: after the takes on screen the next ones of the list, then the one before. */
export function neighbours(sitting: Sitting, ahead: number): Take[] {
  const places = sitting.slots.map((id) => indexOf(sitting, id));
  const from = Math.max(-1, ...places);
  const next = sitting.takes.slice(from + 1, from + 1 + ahead);
  const before = sitting.takes[Math.min(...places) - 1];
  return before ? [...next, before] : next;
}

export function indexOf(sitting: Sitting, id: GenerationId | undefined): number {
  return sitting.takes.findIndex((take) => take.generation_id === id);
}

function find(sitting: Sitting, id: GenerationId | undefined): Take | null {
  return sitting.takes[indexOf(sitting, id)] ?? null;
}

function withSlot(sitting: Sitting, slot: number, id: GenerationId): Sitting {
  return { ...sitting, slots: sitting.slots.with(slot, id) };
}

function fill(sitting: Sitting): Sitting {
  if (sitting.layout === 1 || sitting.slots.length !== 1) return sitting;
  const index = indexOf(sitting, sitting.slots[0]);
  const other = sitting.takes[index + 1] ?? sitting.takes[index - 1];
  return other ? { ...sitting, slots: [...sitting.slots, other.generation_id] } : sitting;
}
