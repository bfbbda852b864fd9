import { ipc } from '$lib/ipc';
import type { Rack } from '$lib/player/rack.svelte';

/** Lets a rack keep as many decoded pictures as the setting allows; the usual bound stands until the library says otherwise. */
export function boundPictures(rack: Rack): void {
  ipc.review_settings().then(
    ({ picture_memory_mib }) => {
      rack.shelf.bytes = picture_memory_mib * 1024 ** 2;
    },
    () => undefined,
  );
}
