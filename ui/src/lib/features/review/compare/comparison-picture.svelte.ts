/** What is on the stage as a PNG: composed from the exact frames of the originals and handed to the app, which asks where to. */

import { asProblem, ipc, type Problem } from '$lib/ipc';
import { app } from '$lib/state/app.svelte';
import { notices } from '$lib/state/notices.svelte';
import type { ReviewRoom } from '../review-room.svelte';
import type { Take } from '../sitting';
import { compose, type Side } from './compose';
import { gridFor } from './layouts';

export class ComparisonPicture {
  /** It is being made or saved. */
  busy = $state(false);
  readonly #room: ReviewRoom;

  constructor(room: ReviewRoom) {
    this.#room = room;
  }

  /** Whether every take that is seen stands on a frame. */
  get ready(): boolean {
    const takes = this.#takes();
    return !this.busy && takes.length > 0 && takes.every((take) => this.#frameOf(take) !== null);
  }

  /** Makes the picture of what is on screen and saves it where a person says. */
  async save(): Promise<void> {
    const room = this.#room;
    const { take, compare } = room;
    if (!this.ready || !take) return;
    room.player.pause();
    const frame = this.#frameOf(take) ?? 0;
    this.busy = true;
    try {
      const sides = await Promise.all(this.#takes().map((side) => this.#side(side)));
      const { box } = compare;
      const aspect = Math.max(...sides.map((side) => side.width / side.height));
      const canvas = compose({
        sides,
        mode: compare.mode,
        grid: gridFor(sides.length, aspect, box),
        box,
        wipe: compare.wipe,
        opacity: compare.opacity,
        gain: compare.gain,
        view: compare.view,
        exposure: compare.exposure,
        gamma: compare.gamma,
      });
      const saved = await ipc.save_comparison({ brief_id: take.brief_id, frame, png_base64: await base64(canvas) });
      if (saved) notices.done(`Saved as ${saved}`);
    } catch (thrown) {
      room.refusal = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  }

  #takes(): readonly Take[] {
    const { compare, seen, take } = this.#room;
    return compare.mode === 'flip' ? (take ? [take] : []) : seen;
  }

  #frameOf(take: Take): number | null {
    const at = this.#room.playing.findIndex((clip) => clip.clipKey === take.clip?.clip_key);
    return this.#room.player.shown.frames[at] ?? null;
  }

  async #side(take: Take): Promise<Side> {
    const { compare, seen } = this.#room;
    const frame = this.#frameOf(take) ?? 0;
    const answer = await fetch(app.media.frame(take.clip?.clip_key ?? '', frame, 'png'));
    if (!answer.ok) {
      throw {
        code: 'no_still',
        message: `Frame ${frame} of ${this.#room.nameOf(take)} could not be read from its file.`,
        hint: 'Check that the clip is still where it was, then save again.',
      } satisfies Problem;
    }
    const image = await createImageBitmap(await answer.blob());
    const side = compare.merged ? ['A ', 'B '][seen.indexOf(take)] : '';
    return { image, width: image.width, height: image.height, label: `${side}${this.#room.nameOf(take)}, frame ${frame}` };
  }
}

async function base64(canvas: HTMLCanvasElement): Promise<string> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new Error('The picture is too large for this computer.');
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(String(reader.result));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('The picture could not be read.'));
    };
    reader.readAsDataURL(blob);
  });
  return address.slice(address.indexOf(',') + 1);
}
