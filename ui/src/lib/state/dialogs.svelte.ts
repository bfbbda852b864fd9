/** Which of the app's dialogs is open. Features ask for one here instead of knowing each other. */

import type { ClipSelection, PilotId, Scope } from '$lib/ipc';

export type OpenDialog =
  | { kind: 'person' }
  | { kind: 'new-library' }
  | { kind: 'new-pilot' }
  | { kind: 'pilot-settings'; id: PilotId }
  | { kind: 'pilot-report'; id: PilotId }
  /** Without a selection it asks for files first; or shows what came of the import whose job had this key. */
  | { kind: 'import-clips'; selection?: ClipSelection; ended?: string }
  | { kind: 'import-log'; ended?: string }
  | { kind: 'export-log'; scope?: Scope }
  | { kind: 'notes'; scope?: Scope };

class Dialogs {
  current = $state.raw<OpenDialog | undefined>();

  show(dialog: OpenDialog): void {
    this.current = dialog;
  }

  close(): void {
    this.current = undefined;
  }
}

export const dialogs = new Dialogs();
