import { mount } from 'svelte';
import { connect } from '$lib/ipc';
import { inAppWindow, tauriIpc } from '$lib/ipc/tauri';
import App from './App.svelte';
import '@fontsource-variable/inter/index.css';
import './styles/base.css';

/** Finds the shell, or the mock where the page is looked at in a browser; false where there is neither. */
async function connected(): Promise<boolean> {
  if (inAppWindow()) {
    connect(tauriIpc());
    return true;
  }
  if (import.meta.env.MODE === 'production') return false;
  const { mockFromAddress } = await import('$lib/ipc/mock/address');
  connect(mockFromAddress(location.search));
  return true;
}

async function begin(): Promise<void> {
  const target = document.getElementById('app');
  if (!target) return;
  if (await connected()) mount(App, { target });
  else target.textContent = 'This page is a part of the Circletake app. Open the app to use it.';
}

void begin();
