/** The real client: commands of the desktop shell. The only module that imports Tauri. */

import { Channel, invoke, isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Commands, Ipc, OnProgress } from './contract';
import { mediaServer } from './media';
import type { Progress } from './types';

/** Whether the page runs in the app's window. */
export const inAppWindow = isTauri;

function call(name: string) {
  return (args?: object, progress?: OnProgress): Promise<unknown> => {
    if (!progress) return invoke(name, args ? { args } : {});
    const channel = new Channel<Progress>();
    channel.onmessage = progress;
    return invoke(name, { args, progress: channel });
  };
}

export function tauriIpc(): Ipc {
  const commands = new Proxy({} as Commands, { get: (_, name) => call(String(name)) });
  const own: Pick<Ipc, 'media' | 'on'> = {
    media: mediaServer,
    on(name, listener) {
      const listening = listen(name, (event) => {
        listener(event.payload as Parameters<typeof listener>[0]);
      });
      return () => void listening.then((stop) => stop());
    },
  };
  return new Proxy(own as Ipc, {
    get: (target, name) => Reflect.get(name in target ? target : commands, name),
  });
}
