/** The notes on the clip that is judged: reading, writing, drawing, jumping from one to the next. */

import { asProblem, ipc, type FrameRange, type GenerationId, type NoteCategory, type NoteView, type PersonId, type Point, type Problem, type Stroke } from '$lib/ipc';
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
  /** Words that go into the picture, once they are typed. */
  words = $state.raw<Point | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The note whose range is looped. */
  looped = $state.raw<NoteView | null>(null);
  readonly #table: Table;
  #goOn = false;
  #of: GenerationId | null = null;

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

  /** Another take is judged: what was being written about the last one is dropped with it only when it was empty. */
  async load(generation: GenerationId | null): Promise<void> {
    if (this.#of !== generation) {
      this.all = [];
      this.looped = null;
      this.#forget();
    }
    this.#of = generation;
    if (generation === null) return;
    try {
      const all = await ipc.notes({ generation_id: generation });
      if (this.#of === generation) this.all = all;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
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

  /** Opens an own note to change it. */
  change(note: NoteView): void {
    this.#goOn = false;
    this.jumpTo(note);
    this.changing = note;
    this.range = note.text.range;
    this.body = note.text.body;
    this.category = note.text.category;
    this.strokes = note.text.strokes;
    this.writing = true;
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
  write(text: string): void {
    if (this.words && text.trim()) this.draw({ kind: 'text', at: this.words, text: text.trim() });
    this.words = null;
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
    const text = { range: { ...this.range }, category: this.category, body: this.body.trim(), strokes: [...this.strokes] };
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

  #forget(): void {
    this.writing = false;
    this.changing = null;
    this.body = '';
    this.category = null;
    this.strokes = [];
    this.tool = null;
    this.words = null;
    this.problem = null;
    this.#goOn = false;
  }
}
