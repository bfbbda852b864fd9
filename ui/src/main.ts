import { mount } from 'svelte';
import { connect } from '$lib/ipc';
import { inAppWindow, tauriIpc } from '$lib/ipc/tauri';
import App from './App.svelte';
import '@fontsource-variable/inter/index.css';
import './styles/base.css';

async function begin(): Promise<void> {
  if (inAppWindow()) {
    connect(tauriIpc());
  } else if (import.meta.env.MODE !== 'production') {
    const { mockFromAddress } = await import('$lib/ipc/mock/address');
    connect(mockFromAddress(location.search));
  }
  const target = document.getElementById('app');
  if (target) mount(App, { target });
}

void begin();
