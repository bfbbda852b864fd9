/** The real client: commands of the desktop shell. The only module that imports Tauri. */

import { Channel, invoke, isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { commandsOver, type Transport } from './client';
import type { Events, Ipc } from './contract';
import { mediaServer } from './media';

/** Whether the page runs in the app's window. */
export const inAppWindow = isTauri;

const overTauri: Transport = (command, args, onProgress) => {
  if (!onProgress) return invoke(command, args ? { args } : {});
  const progress = new Channel<unknown>();
  progress.onmessage = onProgress;
  return invoke(command, { args, progress });
};

/** The webview's own events that say whether files are held over the window. */
const DRAGGING: Record<string, boolean> = {
  'tauri://drag-enter': true,
  'tauri://drag-leave': false,
  'tauri://drag-drop': false,
};

function hear<Payload>(name: string, listener: (payload: Payload) => void): () => void {
  const listening = listen<Payload>(name, (event) => {
    listener(event.payload);
  });
  return () => void listening.then((stop) => {
    stop();
  });
}

export function tauriIpc(): Ipc {
  return {
    ...commandsOver(overTauri),
    media: mediaServer,
    on(name, listener) {
      if (name !== 'drag-over') return hear(name, listener);
      const tell = listener as (over: Events['drag-over']) => void;
      const stops = Object.entries(DRAGGING).map(([event, over]) => hear(event, () => { tell(over); }));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
