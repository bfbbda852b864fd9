import type { ClipFilter } from '$lib/ipc';
import { ClipsView } from './clips-view.svelte';

let kept: { library: string; view: ClipsView } | null = null;

/** The view as it was left, while the library is the same and nobody asks for another filter. */
export function clipsView(library: string, filter: Partial<ClipFilter> | undefined): ClipsView {
  if (!kept || kept.library !== library || filter) kept = { library, view: new ClipsView(filter) };
  return kept.view;
}
