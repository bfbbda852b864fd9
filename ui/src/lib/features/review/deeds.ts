/** What can be done to a take, as it is said. */

import type { Decision, Status } from '$lib/ipc';
import { reasonLabel, statusLabel } from '$lib/words/labels';

/** A decision, or a take that was put aside for later or let go again. */
export type Deed = Decision | { readonly kind: 'hold' } | { readonly kind: 'let_go' };

export function isDecision(deed: Deed): deed is Decision {
  return deed.kind !== 'hold' && deed.kind !== 'let_go';
}

/** What became of the take: `gen_00042 …`. */
export function deedWords(deed: Deed): string {
  switch (deed.kind) {
    case 'keep':
      return 'kept';
    case 'keep_for_edit':
      return 'kept for edit';
    case 'reject':
      return `rejected: ${deed.reasons.map((reason) => reasonLabel[reason].toLowerCase()).join(', ')}`;
    case 'hold':
      return 'held for later';
    case 'let_go':
      return 'let go';
    case 'move_to':
      return `moved: ${statusLabel[deed.status].toLowerCase()}`;
  }
}

/** And once that was taken back. */
export function backWords(status: Status): string {
  return status === 'review_pending' ? 'waits for review again' : `is back: ${statusLabel[status].toLowerCase()}`;
}
