/** The open library, who uses the app, and how it looks: what every screen may ask for. */

import {
  asProblem,
  ipc,
  type Appearance,
  type Currency,
  type LibrarySummary,
  type MediaAddresses,
  type OpeningLibrary,
  type PersonView,
  type Problem,
  type RecentLibrary,
  type StartView,
} from '$lib/ipc';
import { keymap } from '$lib/commands/keymap.svelte';
import { notices } from './notices.svelte';
import { router } from './router.svelte';

class App {
  version = $state('');
  platform = $state('linux');
  appearance = $state<Appearance>('dark');
  recent = $state.raw<RecentLibrary[]>([]);
  library = $state.raw<LibrarySummary | null>(null);
  /** The library that the start opens, until it is open or cannot be. */
  opening = $state.raw<OpeningLibrary | null>(null);
  /** Why the library that should be open is not; said on the first screen. */
  startProblem = $state.raw<Problem | null>(null);
  /** The app was started on the sample pilot, and there is none yet. */
  makeSample = $state(false);
  media: MediaAddresses = $state.raw({ poster: none, strip: none, preview: none, previewIndex: none, frame: none });

  person: PersonView | null = $derived(this.library?.current_person ?? null);
  currency: Currency = $derived(this.library?.currency ?? 'USD');
  /** Another program holds the library: nothing can be written, and actions that would say so. */
  readOnly = $derived(this.library?.read_only ?? false);

  /** Learns how the app was started. The library of the start may still be opened then: see `begun`. */
  async load(): Promise<void> {
    this.#take(await ipc.start());
  }

  /** Waits for the library of the start. */
  async begun(): Promise<void> {
    if (this.opening) this.#take(await ipc.started());
  }

  /** Opens what was chosen; a person who chose nothing stays where they are. */
  async open(opening: () => Promise<LibrarySummary | null>): Promise<void> {
    this.startProblem = null;
    try {
      const library = await opening();
      if (library) await this.opened(library);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.code === 'cancelled') return;
      if (this.library) notices.problem(problem);
      else this.startProblem = problem;
    }
  }

  /** Another library is open now. */
  async opened(library: LibrarySummary): Promise<void> {
    router.reset();
    this.library = library;
    this.recent = (await ipc.start()).recent;
  }

  async closeLibrary(): Promise<void> {
    await ipc.close_library();
    router.reset();
    await this.load();
  }

  async choosePerson(person: PersonView): Promise<void> {
    this.library = await ipc.choose_person({ person_id: person.id });
  }

  async setAppearance(appearance: Appearance): Promise<void> {
    this.#show(appearance);
    await ipc.set_appearance({ appearance });
  }

  /** Dark or light, whichever is not seen now; also where the system chose what is seen. */
  switchAppearance(): Promise<void> {
    const system = window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
    const seen = this.appearance === 'system' ? system : this.appearance;
    return this.setAppearance(seen === 'light' ? 'dark' : 'light');
  }

  #take(start: StartView): void {
    this.version = start.version;
    this.platform = start.platform;
    this.recent = start.recent;
    this.library = start.library;
    this.opening = start.opening;
    this.startProblem = start.problem;
    this.makeSample = start.make_sample;
    this.media = ipc.media(start.media_base);
    keymap.load(start.keys);
    this.#show(start.appearance);
  }

  #show(appearance: Appearance): void {
    this.appearance = appearance;
    document.documentElement.dataset['appearance'] = appearance;
  }
}

function none(): string {
  return '';
}

export const app = new App();
