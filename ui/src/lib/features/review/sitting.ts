/** What lies on the table in the review room: the takes that wait, which of them are on screen, and which one is judged next. */

import type { BriefId, ClipThumb, GenerationId, Status } from '$lib/ipc';
import type { Layout } from './compare/layouts';

export interface Take {
  readonly generation_id: GenerationId;
  readonly brief_id: BriefId;
  readonly clip: ClipThumb | null;
  readonly status: Status;
}

export interface Sitting {
  readonly takes: readonly Take[];
  /** The takes on screen, in the order they are compared in. */
  readonly slots: readonly GenerationId[];
  /** Which slot a decision is about. */
  readonly active: number;
  /** How many are wanted on screen. */
  readonly layout: Layout;
  /** Somebody chose the takes: all of them compete, in the order they were chosen in. A queue's compete within their brief. */
  readonly chosen: boolean;
}

/** As many as a screen has room for. */
const MOST = 9;

/** Begins with the first takes on screen. */
export function begin(takes: readonly Take[], layout: Layout, chosen = false): Sitting {
  const slots = takes.slice(0, layout).map((take) => take.generation_id);
  return { takes, slots, active: 0, layout, chosen };
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

/** Makes a slot the one that is judged. */
export function look(sitting: Sitting, slot: number): Sitting {
  return slot < sitting.slots.length ? { ...sitting, active: slot } : sitting;
}

/** So many on screen: those that are, then takes of the same brief, then any; after the active one first, in the order of the list. */
export function lay(sitting: Sitting, layout: Layout): Sitting {
  const kept = activeTake(sitting)?.generation_id;
  if (!kept) return { ...sitting, layout };
  const shown = sitting.slots.slice(0, layout);
  const slots = layout === 1 || !shown.includes(kept) ? [kept] : shown;
  return fill({ ...sitting, layout, slots, active: slots.indexOf(kept) });
}

/** Exactly these on screen, where they are in the list; the same sitting where none is. */
export function arrange(sitting: Sitting, slots: readonly GenerationId[], layout: Layout, active = 0): Sitting {
  const there = slots.filter((id) => find(sitting, id)).slice(0, layout);
  if (there.length === 0) return sitting;
  return { ...sitting, layout, slots: there, active: Math.min(active, there.length - 1) };
}

/** The takes that compete with the active one, in the order of the list, as many as a screen has room for. */
export function rivals(sitting: Sitting): Take[] {
  const take = activeTake(sitting);
  const same = sitting.takes.filter((other) => sitting.chosen || other.brief_id === take?.brief_id);
  const at = same.findIndex((other) => other.generation_id === take?.generation_id);
  // Of very many those around it; the first ones as long as it is among them, so that a digit keeps its take.
  const from = at < MOST ? 0 : at - MOST + 1;
  return same.slice(from, from + MOST);
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

/** The same takes, one of which stands elsewhere by now. */
export function restated(sitting: Sitting, id: GenerationId, status: Status): Sitting {
  const index = indexOf(sitting, id);
  const take = sitting.takes[index];
  return take ? { ...sitting, takes: sitting.takes.with(index, { ...take, status }) } : sitting;
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

/** Fills free places of the layout; once every take of the list is on screen they stand in its order. */
function fill(sitting: Sitting): Sitting {
  const missing = sitting.layout - sitting.slots.length;
  const active = activeTake(sitting);
  if (missing <= 0 || !active) return sitting;
  const at = indexOf(sitting, active.generation_id);
  const around = [...sitting.takes.slice(at + 1), ...sitting.takes.slice(0, at).toReversed()];
  const free = around.filter((take) => !sitting.slots.includes(take.generation_id));
  const competes = (take: Take) => sitting.chosen || take.brief_id === active.brief_id;
  const same = free.filter(competes);
  const others = free.filter((take) => !competes(take));
  const slots = [...sitting.slots, ...[...same, ...others].slice(0, missing).map((take) => take.generation_id)];
  if (slots.length === sitting.takes.length && slots.length > 2) slots.sort((one, other) => indexOf(sitting, one) - indexOf(sitting, other));
  return { ...sitting, slots, active: slots.indexOf(active.generation_id) };
}
