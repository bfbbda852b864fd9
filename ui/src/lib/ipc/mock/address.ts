import { mockIpc, type MockIpc } from '.';

/** The mock as the address asks for it: `?closed`, `?empty`, `?generations=100000`, `?appearance=light`. */
export function mockFromAddress(search: string): MockIpc {
  const asked = new URLSearchParams(search);
  const generations = Number(asked.get('generations'));
  const client = mockIpc({
    closed: asked.has('closed'),
    empty: asked.has('empty'),
    ...(generations > 0 ? { generations } : {}),
  });
  const appearance = asked.get('appearance');
  if (appearance === 'light' || appearance === 'system') client.world.start.appearance = appearance;
  return client;
}
