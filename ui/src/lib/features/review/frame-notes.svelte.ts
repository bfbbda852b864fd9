/** The notes on the clip that is judged: reading, writing, drawing, jumping from one to the next. */

import { asProblem, ipc, type FrameRange, type GenerationId, type NoteCategory, type NoteText, type NoteView, type PersonId, type Point, type Problem, type Stroke } from '$lib/ipc';
import { untrack } from 'svelte';
import { NoteDrafts } from './note-drafts.svelte';
import { TOOLS, type Tool } from './strokes';

/** What notes need of the room: the moment on screen, and the transport. */
export interface Table {
  /** The take that is judged, and which version of its clip is on screen. */
  readonly subject: { readonly generation: GenerationId; readonly clipKey: string } | null;
  /** The painted frame of it. */
  readonly frame: number | null;
  /** The part between in and out. */
  readonly range: FrameRange | null;
  readonly playing: boolean;
  pause(): void;
  play(): void;
  showFrame(frame: number): void;
  loop(range: FrameRange | null): void;
}

export class FrameNotes {
  /** Notes on every version of the clip, the latest version first. */
  all = $state.raw<readonly NoteView[]>([]);
  /** A note is being written. */
  writing = $state(false);
  /** The note that is being changed; null for a new one. */
  changing = $state.raw<NoteView | null>(null);
  /** The frames the note is about. */
  range = $state.raw<FrameRange>({ first: 0, last: 0 });
  body = $state('');
  category = $state<NoteCategory | null>(null);
  strokes = $state.raw<readonly Stroke[]>([]);
  /** What the pointer draws with; null leaves it to the picture. */
  tool = $state<Tool | null>(null);
  /** Where words go into the picture, once they are typed. */
  words = $state.raw<Point | null>(null);
  /** And those words, as far as they are typed. */
  lettering = $state('');
  /** Somebody wants to type: the field takes the focus. Whoever draws, or comes past an unsent note, keeps the keys. */
  wantsWords = $state(false);
  /** The note was begun before, and left unsent. */
  unsent = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** The note whose range is looped. */
  looped = $state.raw<NoteView | null>(null);
  /** Begun and not sent, on any clip. */
  readonly drafts = new NoteDrafts();
  readonly #table: Table;
  #goOn = false;
  #of: GenerationId | null = null;
  /** Whose notes are here. */
  #read: GenerationId | null = null;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Those on the version that is on screen, in the order of their frames. */
  here: readonly NoteView[] = $derived.by(() => this.all.filter((note) => note.clip_key === this.#table.subject?.clipKey));
  /** Those of the version before that are not on this one yet. */
  before: readonly NoteView[] = $derived.by(() => {
    const version = this.all[0]?.version;
    const carried = new Set(this.here.map((note) => note.carried_from));
    const former = this.all.filter((note) => note.clip_key !== this.#table.subject?.clipKey && !carried.has(note.key));
    return version === undefined ? [] : former.filter((note) => note.version === Math.max(...former.map((other) => other.version)));
  });

  /** The clips that are not judged now and have an unsent note. */
  elsewhere: readonly GenerationId[] = $derived.by(() => {
    const here = this.#table.subject?.generation;
    return this.drafts.all.map((draft) => draft.generation_id).filter((id) => id !== here);
  });

  /** Somebody sits down, or somebody else; what they left unsent comes back. */
  async sit(person: PersonId | null): Promise<void> {
    await this.drafts.load(person);
    this.#resume();
  }

  /** Another take is judged, or the same one anew. What was being written stays with its take, and is there again when that comes back. */
  async load(generation: GenerationId | null): Promise<void> {
    if (this.#of !== generation) {
      this.leave();
      this.all = [];
      this.looped = null;
    }
    this.#of = generation;
    if (generation === null) return;
    try {
      const all = await ipc.notes({ generation_id: generation });
      if (this.#of === generation) this.all = all;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    if (this.#of !== generation) return;
    this.#read = generation;
    this.#resume();
  }

  /** Keeps what is being written, as far as it goes. Call it whenever something of it changed. */
  keep(): void {
    if (!this.writing || this.#of === null) return;
    const text = this.#text();
    const before = this.changing?.text;
    const says = before ? !same(before, text) : text.body !== '' || text.strokes.length > 0;
    const draft = { generation_id: this.#of, changes: this.changing?.key ?? null, text };
    untrack(() => {
      if (says) this.drafts.keep(draft);
      else this.drafts.drop(draft.generation_id);
    });
  }

  /** The clip goes, or the person does: what is being written is kept, words in the picture included. */
  leave(): void {
    this.write();
    this.keep();
    this.drafts.save();
    this.#forget();
  }

  /** Begins a note at the frame on screen, or on the part between in and out; the picture stands still meanwhile. */
  open(): void {
    if (this.writing || !this.#table.subject) return;
    this.#goOn = this.#table.playing;
    this.#table.pause();
    const frame = this.#table.frame ?? 0;
    this.range = this.#table.range ?? { first: frame, last: frame };
    this.changing = null;
    this.problem = null;
    this.writing = true;
  }

  /** The same, to type: where a note is being written already its field takes the focus. */
  openToType(): void {
    this.open();
    this.wantsWords = this.writing;
  }

  /** Opens an own note to change it. */
  change(note: NoteView): void {
    this.#goOn = false;
    this.jumpTo(note);
    this.#begin(note.text, note);
    this.wantsWords = true;
  }

  draw(stroke: Stroke): void {
    this.strokes = [...this.strokes, stroke];
  }

  takeStrokeBack(): void {
    this.strokes = this.strokes.slice(0, -1);
  }

  /** Words are to stand here in the picture; they are typed in the note's bar. */
  placeWords(at: Point): void {
    this.words = at;
  }

  /** The words are typed. */
  write(): void {
    const text = this.lettering.trim();
    if (this.words && text) this.draw({ kind: 'text', at: this.words, text });
    this.words = null;
    this.lettering = '';
  }

  /** Pen, arrow, box, words, none. */
  nextTool(): void {
    const at = this.tool ? TOOLS.indexOf(this.tool) : -1;
    this.tool = TOOLS[at + 1] ?? null;
  }

  /** Keeps the note; the picture goes on if it was moving. */
  async send(person: PersonId): Promise<void> {
    const { subject } = this.#table;
    if (!subject) return;
    const text = this.#text();
    try {
      if (this.changing) await ipc.edit_note({ key: this.changing.key, person_id: person, text });
      else await ipc.add_note({ request: { generation_id: subject.generation, clip_key: subject.clipKey, person_id: person, text } });
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return;
    }
    this.close();
    await this.load(subject.generation);
  }

  /** Leaves the note as it was; the picture goes on if it was moving. */
  close(): void {
    const goOn = this.#goOn;
    if (this.#of !== null) this.drafts.drop(this.#of);
    this.#forget();
    if (goOn) this.#table.play();
  }

  async remove(note: NoteView, person: PersonId): Promise<void> {
    try {
      await ipc.delete_note({ key: note.key, person_id: person });
      await this.load(note.generation_id);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  async carryOver(person: PersonId): Promise<void> {
    const { subject } = this.#table;
    if (!subject) return;
    try {
      this.all = await ipc.carry_notes_over({ generation_id: subject.generation, person_id: person });
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  jumpTo(note: NoteView): void {
    this.#table.showFrame(note.text.range.first);
  }

  /** To the next note behind the frame on screen, or the one before it; round at the ends. */
  jump(direction: 1 | -1): void {
    const frame = this.#table.frame ?? 0;
    const found =
      direction === 1
        ? (this.here.find((note) => note.text.range.first > frame) ?? this.here[0])
        : (this.here.findLast((note) => note.text.range.first < frame) ?? this.here.at(-1));
    if (found) this.jumpTo(found);
  }

  /** Plays only the frames of a note, round and round; again lets go. */
  loop(note: NoteView): void {
    const on = this.looped?.key !== note.key;
    this.looped = on ? note : null;
    this.#table.loop(on ? note.text.range : null);
  }

  /** What is drawn on a frame: by its notes, and by the hand that draws now. */
  strokesAt(frame: number | null): readonly Stroke[] {
    if (frame === null) return this.strokes;
    const kept = this.here.filter((note) => note.key !== this.changing?.key && note.text.range.first <= frame && frame <= note.text.range.last);
    return [...kept.flatMap((note) => note.text.strokes), ...this.strokes];
  }

  /** What was left unsent on this clip is there again, at its frames. */
  #resume(): void {
    const draft = this.#of === null || this.#of !== this.#read || this.writing ? undefined : this.drafts.of(this.#of);
    if (!draft) return;
    this.#begin(draft.text, this.all.find((note) => note.key === draft.changes) ?? null);
    this.unsent = true;
  }

  #begin(text: NoteText, changing: NoteView | null): void {
    this.changing = changing;
    this.range = text.range;
    this.body = text.body;
    this.category = text.category;
    this.strokes = text.strokes;
    this.unsent = false;
    this.writing = true;
  }

  #text(): NoteText {
    return { range: { ...this.range }, category: this.category, body: this.body.trim(), strokes: [...this.strokes] };
  }

  #forget(): void {
    this.writing = false;
    this.changing = null;
    this.body = '';
    this.category = null;
    this.strokes = [];
    this.tool = null;
    this.words = null;
    this.lettering = '';
    this.wantsWords = false;
    this.unsent = false;
    this.problem = null;
    this.#goOn = false;
  }
}

function same(one: NoteText, other: NoteText): boolean {
  const told = ({ range, category, body, strokes }: NoteText) => JSON.stringify([range.first, range.last, category, body, strokes]);
  return told(one) === told(other);
}
