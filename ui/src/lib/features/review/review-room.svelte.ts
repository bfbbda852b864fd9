/** The review room's state: the queue, what is on screen, and the decisions as they are made. */

import {
  asProblem,
  ipc,
  type Decision,
  type FrameRange,
  type GenerationId,
  type MediaAddresses,
  type PersonId,
  type Problem,
  type RejectionReason,
  type Status,
} from '$lib/ipc';
import { windowClock } from '$lib/player/clock';
import { Player } from '$lib/player/player.svelte';
import { Rack, type Racked, type RackedClip } from '$lib/player/rack.svelte';
import { Acts, type Act } from './acts.svelte';
import { Compare } from './compare/compare.svelte';
import { layoutFor } from './compare/layouts';
import { isDecision, type Deed } from './deeds';
import { Details } from './details.svelte';
import { inWords } from './overtaken';
import { playable } from '$lib/player/playable';
import { FIRST_CHOICE, type QueueChoice, type QueueCounts } from './queue-choice';
import { fetchQueue, merged, NEAR_THE_END, type Fetched, type Subject } from './queue-pages';
import { activeTake, begin, bring, comeBack, indexOf, leave, look, move, neighbours, restated, rivals, takesOnScreen, type Sitting, type Take } from './sitting';

/** Takes fetched ahead of the one on screen. */
const AHEAD = 2;

export class ReviewRoom {
  sitting = $state.raw(begin([], 1));
  /** Which list is judged from, in which order. */
  choice = $state.raw<QueueChoice>(FIRST_CHOICE);
  /** How long the lists are, as the library last said. */
  counts = $state.raw<QueueCounts>({ pending: 0, held: 0, judged: 0, rejected: 0, rejected_other: 0, other_too_high: false });
  /** Whether the list goes on behind the takes that are here. */
  more = $state(false);
  /** How many of the scope were judged, in this sitting or before. */
  judgedCount = $state(0);
  /** How often a list was laid on the table. */
  opened = $state(0);
  loading = $state(true);
  problem = $state.raw<Problem | null>(null);
  /** The last thing that could not be done; the take it was about is back on screen. */
  refusal = $state.raw<Problem | null>(null);
  /** The reasons are on screen and a digit is awaited. */
  choosingReason = $state(false);
  /** The dialog that chooses the list is open. */
  choosingQueue = $state(false);
  /** The positions of a note that is looped: they are no good part. */
  noteLoop = $state.raw<FrameRange | null>(null);
  /** Reasons chosen beside the one that a digit will add; the first is the primary one. */
  reasons = $state.raw<readonly RejectionReason[]>([]);
  /** `other` was chosen and says nothing without a note. */
  writingNote = $state(false);

  /** How the takes on screen are compared. */
  readonly compare = new Compare();
  /** What is on screen now goes on at the moment that was shown before, instead of at its beginning. */
  carried = false;
  readonly details = new Details((thrown) => {
    this.refusal = asProblem(thrown);
  });
  readonly player = new Player(windowClock);
  readonly rack = new Rack(windowClock);
  /** What was done in this sitting. */
  readonly acts = new Acts((deed, by) => {
    this.#countDeed(deed, by);
  });
  readonly #media: () => MediaAddresses;
  /** Takes whose decision was taken back in the list of what is judged: they stay there to be judged anew. */
  readonly #stays = new Set<GenerationId>();
  #fetchingMore = false;
  #subject: Subject = { scope: { kind: 'library' } };

  take = $derived(activeTake(this.sitting));
  onScreen = $derived(takesOnScreen(this.sitting));
  detail = $derived(this.take ? this.details.get(this.take.generation_id) : undefined);
  /** Where the active take stands in the list, counted from 1; 0 where there is none. */
  place = $derived(indexOf(this.sitting, this.take?.generation_id) + 1);
  /** The takes that the digits show: those on screen, or the rivals of the one that is there alone. */
  get sources(): readonly Take[] {
    return this.sitting.layout === 1 ? rivals(this.sitting) : this.onScreen;
  }
  /** The takes on screen whose pictures are seen: where two share a place, only these two, the lower one first. */
  seen: readonly Take[] = $derived(
    this.compare.merged ? this.compare.pair.flatMap((slot) => this.onScreen[slot] ?? []) : this.onScreen,
  );
  /** Their clips that can be played, in that order: the player's decks. */
  playing: readonly RackedClip[] = $derived(
    this.seen.flatMap((take) => this.rack.find(take.clip?.clip_key) ?? []).filter((clip) => clip.deck !== null),
  );

  /** The take that is heard when sound is on. */
  get audible(): Take | undefined {
    return this.seen.find((take) => take.generation_id === this.compare.audible) ?? this.seen[0];
  }

  /** What an undo is about: the last thing done in this sitting, or else the decision on the take on screen; null is whatever came before. */
  undoes: GenerationId | null = $derived.by(() => {
    const judged = this.take && this.take.status !== 'review_pending' ? this.take.generation_id : null;
    return this.acts.latest?.take.generation_id ?? judged;
  });

  /** The painted frame of the clip that is judged; null before its first. */
  frame = $derived.by((): number | null => {
    const at = this.playing.findIndex((clip) => clip.clipKey === this.take?.clip?.clip_key);
    return this.player.shown.frames[at] ?? null;
  });

  /** The part between in and out, in frames of the clip that is judged: what a keep stores as the good one. */
  goodPart = $derived.by((): FrameRange | null => {
    const { range, timeline } = this.player;
    const at = this.playing.findIndex((clip) => clip.clipKey === this.take?.clip?.clip_key);
    const ofNote = range && this.noteLoop && range.first === this.noteLoop.first && range.last === this.noteLoop.last;
    return range && timeline && at >= 0 && !ofNote ? timeline.framesOf(at, range) : null;
  });

  /** Whether the clip that would be heard has anything to hear. */
  hasSound = $derived.by(() => {
    const preview = this.audible ? this.details.get(this.audible.generation_id)?.preview : undefined;
    return preview?.state === 'ready' && preview.audio;
  });

  constructor(media: () => MediaAddresses) {
    this.#media = media;
  }

  /** Lays the takes of a queue or a selection on the table. */
  async open(subject: Subject): Promise<void> {
    this.#subject = subject;
    this.loading = true;
    this.problem = null;
    try {
      const { takes, more, counts } = await this.#fetch(subject);
      if (this.#subject !== subject) return;
      this.#count(counts);
      this.more = more;
      this.#stays.clear();
      this.compare.reset();
      this.sitting = 'generations' in subject ? begin(takes, layoutFor(takes.length), true) : begin(takes, 1);
      this.opened++;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.loading = false;
    }
    await this.prepare();
  }

  /** The library changed: takes that are new join the end of the queue, takes judged elsewhere leave it. */
  async refresh(): Promise<void> {
    const subject = this.#subject;
    try {
      if ('scope' in subject && !this.acts.busy) {
        const fresh = await this.#fetch(subject, this.sitting.takes.length + this.acts.decidedAt(subject).length);
        // Something was decided meanwhile: this answer is of before, and that decision brings the next one.
        if (this.#subject !== subject || this.acts.busy) return;
        this.#merge(fresh);
      }
      await this.details.learnAgain();
      await this.prepare();
    } catch (thrown) {
      this.refusal = asProblem(thrown);
    }
  }

  /** A preview moved on or is ready. */
  async refreshPreview(clipKey: string): Promise<void> {
    if (await this.details.learnClip(clipKey)) await this.prepare();
  }

  canMove(direction: 1 | -1): boolean {
    return move(this.sitting, direction) !== this.sitting;
  }

  next(): void {
    this.#lay(move(this.sitting, 1));
  }

  previous(): void {
    this.#lay(move(this.sitting, -1));
  }

  bring(id: GenerationId): void {
    this.#lay(bring(this.sitting, id));
  }

  look(slot: number): void {
    this.#lay(look(this.sitting, slot));
  }

  /** Puts takes on screen that begin at their beginning. */
  begin(sitting: Sitting): void {
    this.#lay(sitting);
  }

  /** Puts other takes on screen, or the same ones otherwise, going on at the moment that is shown. */
  relay(sitting: Sitting): void {
    this.#lay(sitting, true);
  }

  /** What a take is called: its id, or a letter while it is judged blind. */
  nameOf(take: { readonly generation_id: GenerationId }): string {
    return this.compare.nameOf(take.generation_id);
  }

  /** Records a decision and goes on at once; what could not be saved comes back with its reason. */
  decide(person: PersonId, decision: Decision, note: string | null = null): Promise<void> {
    const keeps = decision.kind === 'keep' || decision.kind === 'keep_for_edit';
    const good_part = keeps ? this.goodPart : null;
    return this.#do(decision, ({ generation_id, status: expected_status }) =>
      ipc.decide({ request: { generation_id, person_id: person, decision, note, expected_status, good_part, minutes: null } }),
    );
  }

  /** Opens the reasons, or closes them and forgets what was chosen. */
  toggleReasons(): void {
    const open = !this.choosingReason;
    this.#forgetReasons();
    this.choosingReason = open;
  }

  /** Chooses one more reason without rejecting yet, or takes it out again. */
  addReason(reason: RejectionReason): void {
    this.reasons = this.reasons.includes(reason) ? this.reasons.filter((other) => other !== reason) : [...this.reasons, reason];
  }

  /** Rejects for the reasons chosen so far and this one; the one that says nothing by itself asks for a note first. */
  reject(person: PersonId, reason: RejectionReason | null): void {
    const reasons = reason === null || this.reasons.includes(reason) ? this.reasons : [...this.reasons, reason];
    this.choosingReason = false;
    this.reasons = reasons;
    if (reasons.includes('other')) this.writingNote = true;
    else if (reasons.length > 0) void this.decide(person, { kind: 'reject', reasons: [...reasons] });
  }

  /** The note was written that a reject for `other` needs. */
  rejectWithNote(person: PersonId, note: string): void {
    void this.decide(person, { kind: 'reject', reasons: [...this.reasons] }, note);
  }

  /** Puts the take aside for later, or lets it go that was put aside; the next one is on screen at once. */
  hold(person: PersonId): Promise<void> {
    const held = this.choice.list === 'held';
    return this.#do({ kind: held ? 'let_go' : 'hold' }, ({ generation_id }) =>
      held ? ipc.let_go({ generation_id }) : ipc.hold({ generation_id, person_id: person }),
    );
  }

  /** Judges from another list, or in another order. */
  async choose(choice: QueueChoice): Promise<void> {
    this.choice = choice;
    await this.open({ ...this.#subject });
  }

  /** Takes back what `undoes` names, or else this person's last decision; the take comes back on screen. */
  async undo(person: PersonId): Promise<void> {
    const { latest } = this.acts;
    const id = this.undoes;
    this.refusal = null;
    try {
      const back = await (latest ? this.acts.undoLatest(latest, person) : this.acts.undoOlder(id, person));
      if (!back) return;
      if (latest?.table === this.#subject) this.#lay(comeBack(this.sitting, { ...latest.take, status: back.status }, latest.index));
      else await this.#showAgain(back.id, back.status);
    } catch (thrown) {
      const problem = asProblem(thrown);
      this.refusal = id ? await inWords(problem, id, this.nameOf({ generation_id: id })) : problem;
    }
  }

  /** Fetches what is known of the takes on screen and their neighbours, and puts their pictures on the rack. */
  async prepare(): Promise<void> {
    await this.details.learnMissing(this.#near().map((take) => take.generation_id));
    const still = this.#near();
    this.details.keep(new Set([...still, this.acts.latest?.take].flatMap((take) => take?.generation_id ?? [])));
    this.rack.keep(still.flatMap((take) => this.racked(take) ?? []));
  }

  /** What is shown next lies ready: the neighbours in the queue, and the takes that compete with this one, a digit away. */
  #near(): Take[] {
    return [...new Set([...this.onScreen, ...neighbours(this.sitting, AHEAD), ...rivals(this.sitting)])];
  }

  /** A take as the rack wants it; null while there is none to play. */
  racked(take: Take): Racked | null {
    const detail = this.details.get(take.generation_id);
    const reel = detail ? playable(detail) : null;
    const clipKey = detail?.row.clip?.clip_key;
    if (!reel || !clipKey) return null;
    const media = this.#media();
    return { clipKey, addresses: { preview: media.preview(clipKey), index: media.previewIndex(clipKey) }, reel };
  }

  #forgetReasons(): void {
    this.choosingReason = this.writingNote = false;
    this.reasons = [];
  }

  #count(counts: QueueCounts): void {
    this.counts = counts;
    this.judgedCount = counts.judged;
  }

  /** Near the end of what is here, the next page of the list. */
  async #fetchMore(): Promise<void> {
    const subject = this.#subject;
    const last = this.sitting.takes.at(-1);
    if (this.#fetchingMore || !this.more || !last || !('scope' in subject) || this.place < this.sitting.takes.length - NEAR_THE_END) return;
    this.#fetchingMore = true;
    try {
      const page = await this.#fetch(subject, 0, last.generation_id);
      if (this.#subject !== subject) return;
      const known = new Set(this.sitting.takes.map((take) => take.generation_id));
      this.sitting = { ...this.sitting, takes: [...this.sitting.takes, ...page.takes.filter((take) => !known.has(take.generation_id))] };
      this.more = page.more;
    } catch (thrown) {
      // The list goes on all the same: the next step asks again.
      this.refusal = asProblem(thrown);
    } finally {
      this.#fetchingMore = false;
    }
  }

  #merge(fetched: Fetched): void {
    this.sitting = merged(this.sitting, this.acts.decidedAt(this.#subject), this.#stays, fetched);
    this.more ||= fetched.more;
    this.#count(fetched.counts);
  }

  #lay(sitting: Sitting, carried = false): void {
    if (sitting === this.sitting) return;
    // Looking at another side changes nothing of what is shown.
    if (sitting.slots !== this.sitting.slots) this.carried = carried;
    this.sitting = sitting;
    this.noteLoop = null;
    this.#forgetReasons();
    void this.prepare();
    void this.#fetchMore();
  }

  /** Does something to the take that is judged, and goes on at once; what could not be done comes back with its reason. */
  async #do(deed: Deed, send: (take: Take) => Promise<unknown>): Promise<void> {
    const take = this.take;
    if (!take) return;
    this.#forgetReasons();
    this.refusal = null;
    const act: Act = { take, deed, index: indexOf(this.sitting, take.generation_id), table: this.#subject };
    const done = this.acts.do(act, send);
    this.#lay(leave(this.sitting, take.generation_id));
    const problem = await done;
    if (!problem) return;
    this.refusal = problem;
    // Somebody else was first: it waits no longer.
    if (problem.code === 'status_conflict') void this.refresh();
    else if (act.table === this.#subject) this.#lay(comeBack(this.sitting, take, act.index));
    const worded = await inWords(problem, take.generation_id, this.nameOf(take));
    if (this.refusal === problem) this.refusal = worded;
  }

  /** A take that was decided on at another table, or before this sitting. */
  async #showAgain(id: GenerationId, status: Status): Promise<void> {
    if (this.choice.list === 'judged') this.#stays.add(id);
    this.sitting = restated(this.sitting, id, status);
    if ('scope' in this.#subject) this.#merge(await this.#fetch(this.#subject));
    await this.details.learn(id);
    this.bring(id);
  }

  /** The lists are longer and shorter before the library says so. */
  #countDeed(deed: Deed, by: 1 | -1): void {
    if (isDecision(deed)) this.judgedCount = Math.max(0, this.judgedCount + by);
    else {
      const moved = deed.kind === 'hold' ? by : -by;
      this.counts = { ...this.counts, held: this.counts.held + moved, pending: this.counts.pending - moved };
    }
  }

  async #fetch(subject: Subject, atLeast = 0, after: GenerationId | null = null): Promise<Fetched> {
    if ('scope' in subject) return fetchQueue(this.choice, subject.scope, atLeast, after);
    const details = await Promise.all(subject.generations.map((id) => this.details.ask(id)));
    return { takes: details.map(({ row }) => row), more: false, counts: { ...this.counts, judged: 0 } };
  }
}
