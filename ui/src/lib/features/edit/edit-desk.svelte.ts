/** The edit desk's state: what waits for an editor, the clip that is worked on with its versions, and what is being added to it. */

import {
  asProblem,
  ipc,
  type AddedVersion,
  type ClipDetail,
  type ClipSelection,
  type ClipVersionView,
  type EditItem,
  type GenerationId,
  type MediaAddresses,
  type NoteView,
  type PersonId,
  type Problem,
} from '$lib/ipc';
import { windowClock } from '$lib/player/clock';
import type { FramePlace } from '$lib/player/frame-place';
import { sameMoment } from '$lib/player/frame-rate';
import { Player } from '$lib/player/player.svelte';
import { Rack, type Racked, type RackedClip } from '$lib/player/rack.svelte';
import { work } from '$lib/state/work.svelte';
import { playable } from '$lib/player/playable';

export class EditDesk {
  /** Null before the first answer. */
  items = $state.raw<readonly EditItem[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  activeId = $state<GenerationId | null>(null);
  detail = $state.raw<ClipDetail | null>(null);
  /** Latest first. */
  versions = $state.raw<readonly ClipVersionView[]>([]);
  /** What was noted on frames of any version, as the library has them. */
  notes = $state.raw<readonly NoteView[]>([]);
  /** Which version is looked at; the latest until another is chosen. */
  chosenVersion = $state<number | null>(null);
  /** The original stands beside the version that is looked at. */
  beside = $state(true);
  /** Minutes entered by hand for this clip, as typed. */
  minutes = $state('');
  /** Why the last file could not be added, or the last step not be taken. */
  refusal = $state.raw<Problem | null>(null);
  added = $state.raw<AddedVersion | null>(null);
  jobKey = $state<string | undefined>();
  /** The frame to stand on, until its version can be shown. */
  awaited = $state.raw<FramePlace | null>(null);

  readonly player = new Player(windowClock);
  readonly rack = new Rack(windowClock);
  readonly #media: () => MediaAddresses;
  #asked = 0;

  active = $derived(this.items?.find(({ generation_id }) => generation_id === this.activeId) ?? null);
  job = $derived(this.jobKey ? work.find(this.jobKey) : undefined);
  original = $derived(this.versions.at(-1) ?? null);
  looked = $derived(this.versions.find(({ clip }) => clip.version === this.chosenVersion) ?? this.versions[0] ?? null);
  /** Left to right: the original first where it stands beside. */
  onScreen: readonly ClipVersionView[] = $derived.by(() => {
    const { looked, original } = this;
    if (!looked) return [];
    return this.beside && original && original !== looked ? [original, looked] : [looked];
  });
  playing: readonly RackedClip[] = $derived(
    this.onScreen.flatMap(({ clip }) => this.rack.find(clip.clip_key) ?? []).filter(({ deck }) => deck !== null),
  );
  /** A picture is on the desk, not only asked for. */
  painted = $derived(this.player.shown.frames.some((frame) => frame !== null));
  minutesError = $derived(minutesError(this.minutes));

  constructor(media: () => MediaAddresses) {
    this.#media = media;
    this.player.rolls = false;
  }

  /** Fetches what waits; the clip that is worked on stays on the desk while it waits. */
  async load(wanted?: GenerationId): Promise<void> {
    try {
      this.items = await ipc.edit_queue({ scope: { kind: 'library' } });
      this.problem = null;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return;
    }
    const waits = (id: GenerationId | null | undefined) => this.items?.some(({ generation_id }) => generation_id === id);
    if (waits(wanted) && wanted !== undefined && this.activeId === null) await this.open(wanted);
    else if (waits(this.activeId)) await this.refresh();
    else await this.open(this.items[0]?.generation_id ?? null);
  }

  async open(id: GenerationId | null): Promise<void> {
    if (id !== this.activeId) {
      this.activeId = id;
      this.detail = null;
      this.versions = [];
      this.notes = [];
      this.chosenVersion = null;
      this.awaited = null;
      this.minutes = '';
      this.refusal = null;
      this.added = null;
    }
    await this.refresh();
  }

  /** The clip on the desk again: a preview is ready, a version came in. */
  async refresh(): Promise<void> {
    const id = this.activeId;
    if (id === null) {
      this.rack.keep([]);
      return;
    }
    // An answer that a later question overtook is of before, and dropped.
    const turn = ++this.#asked;
    try {
      const of = { generation_id: id };
      const [detail, versions, notes] = await Promise.all([ipc.clip_detail(of), ipc.clip_versions(of), ipc.notes(of)]);
      if (id !== this.activeId || turn !== this.#asked) return;
      this.detail = detail;
      this.versions = versions;
      this.notes = notes;
    } catch (thrown) {
      if (id === this.activeId) this.refusal = asProblem(thrown);
    }
  }

  /** Keeps what is on screen ready to be played. */
  prepare(): void {
    const media = this.#media();
    this.rack.keep(
      this.onScreen.flatMap((version): Racked[] => {
        const { clip_key: clipKey } = version.clip;
        const reel = playable(version);
        const addresses = { preview: media.preview(clipKey), index: media.previewIndex(clipKey) };
        return reel ? [{ clipKey, addresses, reel }] : [];
      }),
    );
  }

  canMove(direction: 1 | -1): boolean {
    return this.#neighbour(direction) !== undefined;
  }

  move(direction: 1 | -1): void {
    const next = this.#neighbour(direction);
    if (next) void this.open(next.generation_id);
  }

  canLook(direction: 1 | -1): boolean {
    return this.#versionBeside(direction) !== undefined;
  }

  /** Looks at the next newer (1) or older (-1) version. */
  look(direction: 1 | -1): void {
    const next = this.#versionBeside(direction);
    if (next) this.lookAt(next);
  }

  /** Looks at a version, at the moment that is shown. */
  lookAt(version: ClipVersionView): void {
    const { timeline, shown } = this.player;
    const reel = playable(version);
    const frame = timeline && reel ? sameMoment(shown.position, timeline.rate, reel.rate) : 0;
    this.player.pause();
    this.chosenVersion = version.clip.version;
    this.awaited = { clipKey: version.clip.clip_key, frame };
  }

  /** Leads to a frame of any version; one that is not on screen takes the place of the one that is looked at. */
  lead(place: FramePlace): void {
    const version = this.versions.find(({ clip }) => clip.clip_key === place.clipKey);
    if (!version) return;
    if (!this.onScreen.includes(version)) this.lookAt(version);
    this.awaited = place;
  }

  /** Stands on the awaited frame as soon as its version is under the clock; from then on everybody moves freely. */
  arrive(): void {
    const { awaited, player } = this;
    const clip = this.playing.find(({ clipKey }) => clipKey === awaited?.clipKey);
    if (!awaited || !clip || !player.timeline) return;
    this.awaited = null;
    player.seek(sameMoment(awaited.frame, clip.reel.rate, player.timeline.rate));
  }

  /** The painted frame of a version, counted in its own frames; null before its first one. */
  frameOf({ clip }: ClipVersionView): number | null {
    return this.player.shown.frames[this.playing.findIndex(({ clipKey }) => clipKey === clip.clip_key)] ?? null;
  }

  /** Lets the person choose a file, and takes it in. */
  async choose(person: PersonId): Promise<void> {
    this.refusal = null;
    try {
      const selection = await ipc.choose_version();
      if (selection) await this.add(selection, person);
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    }
  }

  /** Takes a file in as the next version of the clip on the desk. */
  async add(selection: ClipSelection, person: PersonId): Promise<void> {
    const generation = this.activeId;
    if (generation === null || this.job) return;
    this.refusal = this.added = null;
    try {
      const added = await work.run('Adding an edited version', (key, progress) => {
        this.jobKey = key;
        return ipc.add_version(
          { generation_id: generation, person_id: person, selection_key: selection.selection_key, minutes: null, job_key: key },
          progress,
        );
      });
      if (generation !== this.activeId) return;
      this.added = added;
      this.chosenVersion = null;
      await this.refresh();
    } catch (thrown) {
      if (generation === this.activeId) this.refusal = asProblem(thrown);
    }
  }

  cancel(): void {
    if (this.jobKey) void work.cancel(this.jobKey);
  }

  /** The edit is finished, with nothing edited or with a new version: on to the brand. */
  async done(person: PersonId): Promise<GenerationId | null> {
    const item = this.active;
    if (!item || this.minutesError || this.job) return null;
    this.refusal = null;
    const after = this.#neighbour(1) ?? this.#neighbour(-1);
    const minutes = this.minutes.trim() === '' ? null : this.minutes.trim().replace(',', '.');
    const { generation_id, status } = item;
    try {
      await ipc.decide({
        request: { generation_id, person_id: person, decision: { kind: 'keep' }, note: null, expected_status: status, good_part: null, minutes },
      });
    } catch (thrown) {
      this.refusal = asProblem(thrown);
      return null;
    }
    this.items = this.items?.filter((other) => other !== item) ?? null;
    await this.open(after?.generation_id ?? null);
    return generation_id;
  }

  #neighbour(direction: 1 | -1): EditItem | undefined {
    const at = this.items?.findIndex(({ generation_id }) => generation_id === this.activeId) ?? -1;
    return at < 0 ? undefined : this.items?.[at + direction];
  }

  #versionBeside(direction: 1 | -1): ClipVersionView | undefined {
    const at = this.looked ? this.versions.indexOf(this.looked) : -1;
    // Latest first: newer is further up.
    return at < 0 ? undefined : this.versions[at - direction];
  }
}

/** Minutes are a number of 0 or more, with a point or a comma. */
export function minutesError(text: string): string | undefined {
  const entered = text.trim();
  return entered === '' || /^\d{1,6}([.,]\d{1,6})?$/.test(entered) ? undefined : 'A number of minutes, such as 12.5.';
}
