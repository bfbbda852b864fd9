/** What the page can ask of the shell. The real client and the mock both answer exactly this. */

import type {
  Appearance,
  BriefView,
  ClipDetail,
  ClipFacets,
  ClipFilter,
  ClipPage,
  ClipSelection,
  ClipSort,
  DecisionRequest,
  DecisionResult,
  DoctorView,
  GenerationId,
  IngestOptions,
  IngestReport,
  LibrarySummary,
  LogImportReport,
  LogPreview,
  PersonId,
  PersonView,
  PilotId,
  PilotView,
  Progress,
  ReportView,
  ReviewQueue,
  Role,
  Scope,
  StartView,
} from './types';

/** Hears how far long work is. */
export type OnProgress = (progress: Progress) => void;

/** Which column each field of the log record is read from. */
export type LogMapping = LogPreview['mapping'];

export type LogFormat = 'jsonl' | 'csv';

export interface Commands {
  start(): Promise<StartView>;
  /** Asks for the folder itself; null when the person chose none. */
  create_library(args: { name: string; currency: string }): Promise<LibrarySummary | null>;
  open_library(): Promise<LibrarySummary | null>;
  open_recent(args: { key: string }): Promise<LibrarySummary>;
  create_sample(args: { job_key: string }, progress: OnProgress): Promise<LibrarySummary>;
  close_library(): Promise<void>;
  /** The backup's file, or null when the person chose none. */
  backup(): Promise<string | null>;
  doctor(args: { fix: boolean }): Promise<DoctorView>;
  set_appearance(args: { appearance: Appearance }): Promise<void>;
  choose_person(args: { person_id: PersonId }): Promise<LibrarySummary>;

  people(): Promise<PersonView[]>;
  add_person(args: { name: string; role: Role; hourly_rate: string | null }): Promise<PersonView>;
  update_person(args: {
    id: PersonId;
    name: string;
    role: Role;
    hourly_rate: string | null;
    active: boolean;
  }): Promise<PersonView>;

  pilots(): Promise<PilotView[]>;
  pilot(args: { id: PilotId }): Promise<PilotView>;
  create_pilot(args: {
    name: string;
    format: string;
    channel: string;
    target_generations: number | null;
    benchmark: string | null;
  }): Promise<PilotView>;
  briefs(): Promise<BriefView[]>;
  report(args: { scope: Scope }): Promise<ReportView>;

  clip_page(args: { filter: ClipFilter; sort: ClipSort; offset: number; limit: number }): Promise<ClipPage>;
  clip_facets(args: { filter: ClipFilter }): Promise<ClipFacets>;
  clip_detail(args: { generation_id: GenerationId }): Promise<ClipDetail>;
  show_file(args: { generation_id: GenerationId }): Promise<void>;

  choose_clips(): Promise<ClipSelection | null>;
  dropped_clips(): Promise<ClipSelection | null>;
  ingest(
    args: { selection_key: string; options: IngestOptions; job_key: string },
    progress: OnProgress,
  ): Promise<IngestReport>;
  cancel(args: { job_key: string }): Promise<void>;

  choose_log(): Promise<LogPreview | null>;
  preview_log(args: { selection_key: string; mapping: LogMapping }): Promise<LogPreview>;
  import_log(
    args: { selection_key: string; mapping: LogMapping; skip_bad: boolean; update: boolean; job_key: string },
    progress: OnProgress,
  ): Promise<LogImportReport>;
  /** The written file, or null when the person chose none. */
  export_log(args: { scope: Scope; format: LogFormat }): Promise<string | null>;

  review_queue(args: { scope: Scope }): Promise<ReviewQueue>;
  decide(args: { request: DecisionRequest }): Promise<DecisionResult>;
  undo(args: { person_id: PersonId }): Promise<DecisionResult>;
  add_review_time(args: { generation_id: GenerationId; person_id: PersonId; microseconds: number }): Promise<void>;
}

/** What the shell says unasked. */
export interface Events {
  /** Something in the library is different now: fetch again what shows it. */
  'library-changed': LibraryChange;
  /** Files or folders were dropped on the window. */
  'clips-dropped': ClipSelection;
  /** A menu item was chosen; the payload is the command's id. */
  'menu-command': string;
}

/** What changed; `clip_key` names one clip's derived pictures. */
export interface LibraryChange {
  what: string;
  clip_key?: string;
}

/** Where a clip's pictures are served from. */
export interface MediaAddresses {
  poster(clipKey: string): string;
  strip(clipKey: string): string;
  preview(clipKey: string): string;
  /** The exact frame in full resolution. */
  frame(clipKey: string, index: number, format?: 'jpeg' | 'png'): string;
}

export interface Ipc extends Commands {
  media(base: string): MediaAddresses;
  /** Listens until the returned function is called. */
  on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}
