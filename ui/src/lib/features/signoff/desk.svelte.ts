/** The state of the sign-off desk: the queue, the clip on it with its gates, and what is being asked. */

import {
  asProblem,
  ipc,
  type ClipDetail,
  type DeskView,
  type GateAnswer,
  type GateView,
  type GenerationId,
  type MediaAddresses,
  type NoteView,
  type PersonId,
  type Problem,
  type RejectionReason,
  type Scope,
  type SignOffItem,
  type VersionView,
} from '$lib/ipc';
import { windowClock } from '$lib/player/clock';
import type { FramePlace } from '$lib/player/frame-place';
import { parseFrameRate } from '$lib/player/frame-rate';
import { Player } from '$lib/player/player.svelte';
import { Rack, type Racked } from '$lib/player/rack.svelte';
import { isSettled } from '$lib/words/gates';

/** What a dialog at the desk asks for. */
export type Question = 'fail' | 'not-applicable' | 'sign' | 'send-back' | 'reject' | 'sheet';

/** Videos of so many versions are kept ready: the current one, and those before it; and the one that is looked at, however old. */
const VERSIONS_READY = 3;

export class Desk {
  queue = $state.raw<readonly SignOffItem[]>([]);
  /** How many of the same scope are approved. */
  signed = $state(0);
  loading = $state(true);
  problem = $state.raw<Problem | null>(null);
  /** The last thing that could not be done. */
  refusal = $state.raw<Problem | null>(null);
  view = $state.raw<DeskView | null>(null);
  detail = $state.raw<ClipDetail | null>(null);
  /** What was noted at frames of any version. */
  notes = $state.raw<readonly NoteView[]>([]);
  asking = $state<Question | null>(null);
  /** Which gate a key is about. */
  cursor = $state(0);
  /** The version that is looked at; the current one where nothing is said. */
  chosen = $state<string | null>(null);
  /** The frame to stand on, until its version can be shown. */
  awaited = $state.raw<FramePlace | null>(null);
  busy = $state(false);

  readonly player = new Player(windowClock);
  readonly rack = new Rack(windowClock);
  readonly #media: () => MediaAddresses;
  #scope: Scope = { kind: 'library' };
  #wanted: GenerationId | null = null;
  /** Another clip is laid down than the one before, and is not there yet. */
  #another = false;
  #asked = 0;

  item = $derived(this.queue.find((item) => item.generation_id === this.view?.generation_id));
  place = $derived(this.queue.findIndex((item) => item.generation_id === this.view?.generation_id));
  gate: GateView | undefined = $derived(this.view?.gates[this.cursor]);
  open = $derived((this.view?.gates ?? []).filter((gate) => !isSettled(gate)));
  current: VersionView | undefined = $derived(this.view?.versions.at(-1));
  version: VersionView | undefined = $derived(this.view?.versions.find((version) => version.clip_key === this.chosen) ?? this.current);
  /** The version on screen as a deck of the player. */
  onScreen = $derived(this.rack.find(this.version?.clip_key));
  /** The frame that is painted; null before the first one. */
  frame = $derived(this.player.shown.frames[0] ?? null);

  constructor(media: () => MediaAddresses) {
    this.#media = media;
  }

  /** Whether this person may answer and sign; the words say why not. */
  hindrance(person: { id: PersonId; name: string; role: string } | null): string | null {
    if (!this.view) return null;
    if (!person) return 'Say who you are first: every answer carries a name.';
    if (person.role !== 'owner' && person.role !== 'brand_reviewer') return 'Only a brand reviewer or an owner answers gates and signs.';
    if (this.view.status !== 'brand_review') return 'This clip is not in brand review any more.';
    return null;
  }

  /** Why it cannot be signed yet; null where it can. */
  signHindrance(person: { id: PersonId; name: string; role: string } | null): string | null {
    const hindrance = this.hindrance(person);
    if (hindrance || !this.view) return hindrance;
    if (this.view.makers.some((maker) => maker.person_id === person?.id)) return 'You made this clip or a version of it. Somebody else signs it.';
    if (this.view.file_changed) return 'Its file holds other bytes than those that were judged.';
    if (this.open.length > 0) return this.open.length === 1 ? 'One gate is still open.' : `${this.open.length} gates are still open.`;
    return null;
  }

  /** Reads the queue of a scope, and lays this clip of it on the desk first where one is wanted. */
  async begin(scope: Scope, first?: GenerationId): Promise<void> {
    this.#scope = scope;
    this.loading = true;
    this.problem = null;
    await this.refresh(first);
    this.loading = false;
  }

  /** The library changed, or a clip left: the queue and what lies on the desk, anew. */
  async refresh(first?: GenerationId): Promise<void> {
    try {
      const queue = await ipc.sign_off_queue({ scope: this.#scope });
      const before = Math.max(0, this.place);
      this.queue = queue.waiting;
      this.signed = queue.signed;
      const still = queue.waiting.find((item) => item.generation_id === (first ?? this.#wanted));
      const next = still ?? queue.waiting[before] ?? queue.waiting.at(-1);
      if (next) await this.lay(next.generation_id);
      else this.#clear();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  /** Lays a clip on the desk. */
  async lay(id: GenerationId): Promise<void> {
    this.#another ||= this.#wanted !== id;
    this.#wanted = id;
    // An answer that a later question overtook is of before, and dropped.
    const turn = ++this.#asked;
    try {
      const of = { generation_id: id };
      const [view, detail, notes] = await Promise.all([ipc.desk(of), ipc.clip_detail(of), ipc.notes(of)]);
      if (this.#wanted !== id || turn !== this.#asked) return;
      const another = this.#another;
      this.#another = false;
      if (another) {
        this.chosen = null;
        this.awaited = null;
        this.refusal = null;
        this.asking = null;
      }
      this.#show(view, another);
      this.detail = detail;
      this.notes = notes;
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    }
  }

  canMove(step: 1 | -1): boolean {
    return this.queue[this.place + step] !== undefined;
  }

  move(step: 1 | -1): void {
    const next = this.queue[this.place + step];
    if (next) void this.lay(next.generation_id);
  }

  moveGate(step: 1 | -1): void {
    const last = (this.view?.gates.length ?? 1) - 1;
    this.cursor = Math.min(last, Math.max(0, this.cursor + step));
  }

  /** Answers the gate under the cursor at the frame on screen where it says something, and goes on to the next open one. */
  async answer(person: PersonId, answer: GateAnswer): Promise<void> {
    const { view, gate } = this;
    if (!view || !gate) return;
    const frame = answer.answer === 'failed' ? this.frame : null;
    await this.#try(async () => {
      const request = { generation_id: view.generation_id, gate: gate.key, person_id: person, answer, frame };
      const answered = await ipc.answer_gate({ request });
      this.asking = null;
      if (this.view?.generation_id === answered.generation_id) this.#show(answered, true);
    });
  }

  /** Signs what is on screen; a wrong passphrase leaves the dialog open and says so. */
  async sign(person: PersonId, passphrase: string | null, note: string | null): Promise<boolean> {
    const { view } = this;
    if (!view) return false;
    return this.#try(async () => {
      const request = { generation_id: view.generation_id, person_id: person, passphrase, note, content_hash: view.content_hash };
      await ipc.sign({ request });
      this.asking = null;
      await this.refresh();
    });
  }

  /** Sends back to be mended, or rejects for the brand. */
  async dismiss(person: PersonId, to: 'needs_revision' | 'rejected_brand_fit', reason: RejectionReason, note: string | null): Promise<boolean> {
    const { view } = this;
    if (!view) return false;
    return this.#try(async () => {
      const request = {
        generation_id: view.generation_id,
        person_id: person,
        decision: { kind: 'move_to' as const, status: to, reasons: [reason] },
        note,
        expected_status: view.status,
        good_part: null,
        minutes: null,
      };
      await ipc.decide({ request });
      this.asking = null;
      await this.refresh();
    });
  }

  async undo(person: PersonId): Promise<void> {
    await this.#try(async () => {
      const result = await ipc.undo({ person_id: person });
      this.#wanted = result.generation_id;
      await this.refresh();
    });
  }

  /** The version before, and back, on the same frame. */
  switchVersion(): void {
    const versions = this.view?.versions ?? [];
    const before = versions.at(-2);
    if (!before) return;
    this.look(this.version === this.current ? before.clip_key : null);
  }

  /** Looks at a version; the picture stays on its frame. */
  look(clipKey: string | null): void {
    const frame = this.awaited?.frame ?? this.player.shown.position;
    this.player.pause();
    this.chosen = clipKey;
    this.awaited = this.version ? { clipKey: this.version.clip_key, frame } : null;
    this.#keepReady();
  }

  /** Leads to a frame of any version. */
  lead(place: FramePlace): void {
    if (!this.view?.versions.some(({ clip_key }) => clip_key === place.clipKey)) return;
    this.look(place.clipKey);
    this.awaited = place;
  }

  /** Stands on the awaited frame as soon as its version is under the clock; from then on everybody moves freely. */
  arrive(): void {
    const { awaited, onScreen } = this;
    if (!awaited || !onScreen?.deck || onScreen.clipKey !== awaited.clipKey || !this.player.timeline) return;
    this.awaited = null;
    this.player.seek(awaited.frame);
  }

  #show(view: DeskView, toTheNextOpen: boolean): void {
    this.view = view;
    if (toTheNextOpen) {
      const behind = view.gates.findIndex((gate, index) => index >= this.cursor && gate.answer === null);
      const open = behind >= 0 ? behind : view.gates.findIndex((gate) => gate.answer === null);
      this.cursor = open >= 0 ? open : Math.min(this.cursor, Math.max(0, view.gates.length - 1));
    }
    this.#keepReady();
  }

  #keepReady(): void {
    const versions = this.view?.versions ?? [];
    const ready = versions.filter((version, index) => index >= versions.length - VERSIONS_READY || version === this.version);
    this.rack.keep(ready.flatMap((version) => this.#racked(version) ?? []));
  }

  #racked(version: VersionView): Racked | null {
    const { preview } = version;
    if (preview.state !== 'ready' || preview.frame_count < 1) return null;
    const rate = parseFrameRate(preview.frame_rate);
    const media = this.#media();
    const addresses = { preview: media.preview(version.clip_key), index: media.previewIndex(version.clip_key) };
    if (!rate) return null;
    const { width, height, audio, frame_count: frameCount } = preview;
    return { clipKey: version.clip_key, addresses, reel: { rate, frameCount, width, height, audio } };
  }

  #clear(): void {
    this.#wanted = null;
    this.view = this.detail = this.awaited = null;
    this.notes = [];
    this.asking = null;
    this.rack.keep([]);
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refusal = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.refusal = asProblem(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
