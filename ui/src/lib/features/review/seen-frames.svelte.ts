/** Remembers what the person has seen of the clip that is judged, and keeps it in the library. */

import { ipc, type FrameRange, type PersonId } from '$lib/ipc';
import { stretch, union } from './seen';

/** What was seen is kept this long after it was seen, at the latest. */
const SAVE_AFTER = 3000;

export class SeenFrames {
  /** All that this person has seen of the clip on screen, in this sitting or before. */
  ranges = $state.raw<readonly FrameRange[]>([]);
  #subject: { clipKey: string; person: PersonId } | null = null;
  #unsaved: FrameRange[] = [];
  #before: number | null = null;
  #saving: ReturnType<typeof setTimeout> | undefined;

  /** Another clip is judged, or another person judges. */
  look(clipKey: string | null, person: PersonId | null): void {
    if (this.#subject?.clipKey === clipKey && this.#subject?.person === person) return;
    this.save();
    this.#before = null;
    this.ranges = [];
    this.#subject = clipKey !== null && person !== null ? { clipKey, person } : null;
    const subject = this.#subject;
    if (!subject) return;
    ipc.seen_frames({ clip_key: subject.clipKey, person_id: subject.person }).then(
      ({ frames }) => {
        if (this.#subject === subject) this.ranges = union(frames, this.ranges);
      },
      // What was seen before only fills the bar; a clip that cannot be asked about has worse to say elsewhere.
      () => undefined,
    );
  }

  /** A frame is painted. */
  see(frame: number, playing: boolean): void {
    if (!this.#subject) return;
    const range = stretch(this.#before, frame, playing);
    this.#before = frame;
    const known = this.ranges.some((seen) => seen.first <= range.first && range.last <= seen.last);
    if (known) return;
    this.ranges = union(this.ranges, [range]);
    this.#unsaved = union(this.#unsaved, [range]);
    this.#saving ??= setTimeout(() => this.save(), SAVE_AFTER);
  }

  save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    const subject = this.#subject;
    const frames = this.#unsaved;
    if (!subject || frames.length === 0) return;
    this.#unsaved = [];
    ipc.add_seen_frames({ clip_key: subject.clipKey, person_id: subject.person, frames }).catch(() => {
      // Sent again with what is seen next.
      if (this.#subject === subject) this.#unsaved = union(this.#unsaved, frames);
    });
  }
}
