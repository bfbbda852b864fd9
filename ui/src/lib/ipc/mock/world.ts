/** What the mock library holds. */

import type {
  AskedFor,
  BriefView,
  ClipVersionView,
  CompareState,
  FrameRange,
  HistoryRow,
  LibrarySummary,
  NamedPromptView,
  NoteDraft,
  NoteView,
  PairRequest,
  PersonView,
  PilotSettings,
  PilotView,
  PlanView,
  Problem,
  ReviewSettings,
  StandardView,
  StartView,
  Status,
  VerifyView,
} from '../types';
import { makeBriefs, type MockBrief } from './briefs';
import { BRIEFS, manyGenerations, workedPilot, type MockGeneration } from './generations';
import { decisionOf } from './decision';
import { makePrices, type MockPrices } from './prices';
import { makeTemplates, type MockTemplates } from './prompts';
import { makeDashboard, type MockDashboard } from './dashboard';
import { reportOf } from './report';
import { makeDesk, type MockDesk } from './sign-off';

export interface MockOptions {
  /** Start at the first screen instead of in the sample library. */
  closed?: boolean;
  /** Generations instead of the 50 of the sample pilot. */
  generations?: number;
  /** No pilots, clips, briefs: a library just made. */
  empty?: boolean;
}

/** A pilot as it was said; its view follows. */
export interface MockPilot {
  id: string;
  settings: PilotSettings;
  maker_may_sign: boolean;
}

export interface World {
  start: StartView;
  /** The library of the start is open, or cannot be. */
  begun: Promise<void>;
  /** What the page has not been told yet. */
  problems: Problem[];
  /** What a later start asked for. */
  askedFor: AskedFor | null;
  people: PersonView[];
  pilots: MockPilot[];
  /** What each pilot was held against, the latest first. */
  standards: Map<string, StandardView[]>;
  generations: MockGeneration[];
  /** Plans by pilot, latest first. */
  plans: Map<string, PlanView[]>;
  /** Versions that were added to a generation's clip, oldest first. */
  versions: Map<string, ClipVersionView[]>;
  /** The history, latest first, where a test brings its own; else it follows from the generations. */
  moves: HistoryRow[] | null;
  /** What a look for tampering finds. */
  verified: VerifyView;
  /** Briefs as they are written. */
  briefs: Map<string, MockBrief>;
  templates: MockTemplates;
  /** Prompts that logs name. */
  namedPrompts: NamedPromptView[];
  /** Which pilot each brief belongs to. */
  briefPilots: Map<string, string | null>;
  /** How takes were last compared, by brief. */
  compared: Map<string, CompareState>;
  /** What was said of pairs. */
  pairs: PairRequest[];
  /** Clips whose preview is still being made. */
  inPreparation: number;
  /** Frames that were seen, by clip. */
  seen: Map<string, FrameRange[]>;
  notes: NoteView[];
  /** Begun and not sent, by person. */
  noteDrafts: Map<string, NoteDraft[]>;
  reviewSettings: ReviewSettings;
  /** What was answered and signed. */
  desk: MockDesk;
  prices: MockPrices;
  /** Overhead, advice put aside, and when advice is given. */
  dashboard: MockDashboard;
}

const PEOPLE: PersonView[] = [
  { id: 'pe_0001', name: 'Maya Lindqvist', role: 'creative_director', hourly_rate: '60', active: true, has_passphrase: false },
  { id: 'pe_0002', name: 'Tom Okafor', role: 'producer', hourly_rate: '60', active: true, has_passphrase: false },
  { id: 'pe_0003', name: 'Ines Duarte', role: 'brand_reviewer', hourly_rate: null, active: true, has_passphrase: false },
];

export function librarySummary(name: string, generations: number): LibrarySummary {
  return {
    name,
    folder: `/home/maya/Circletake/${name}`,
    currency: 'USD',
    is_sample: true,
    held_by: null,
    read_only: false,
    current_person: PEOPLE[0] ?? null,
    generations,
  };
}

export function makeWorld(options: MockOptions): World {
  const generations = options.empty
    ? []
    : options.generations
      ? manyGenerations(options.generations)
      : workedPilot('pl_0001');
  return {
    compared: new Map(),
    pairs: [],
    people: PEOPLE.map((person) => ({ ...person })),
    pilots: options.empty
      ? []
      : [
          {
            id: 'pl_0001',
            maker_may_sign: false,
            settings: {
              name: 'Lake house, autumn reels',
              format: 'social_broll',
              channel: 'instagram_reel',
              target_generations: 50,
              shortest_seconds: '5',
              longest_seconds: '8',
              models: ['sketch-1', 'hero-2'],
              templates: [],
              benchmark: '120',
              benchmark_what: null,
              benchmark_source: 'Invoices of last quarter',
              budget: '500',
              quality_bar: [{ kind: 'usable_rate_at_least', rate: '0.1' }, { kind: 'no_open_rights_rejections' }],
              preset: 'two_week',
            },
          },
          {
            id: 'pl_0002',
            maker_may_sign: false,
            settings: {
              name: 'Hook variants, winter sale',
              format: 'ad_hook',
              channel: 'tiktok',
              target_generations: 40,
              shortest_seconds: null,
              longest_seconds: null,
              models: [],
              templates: [],
              benchmark: null,
              benchmark_what: null,
              benchmark_source: null,
              budget: null,
              quality_bar: [],
              preset: null,
            },
          },
        ],
    standards: new Map(),
    generations,
    inPreparation: 0,
    versions: new Map(),
    moves: null,
    verified: { intact: true, files: generations.length, moves: 3 * generations.length, rows: 9 * generations.length, as_found: null, tampering: [] },
    seen: new Map(),
    notes: [],
    noteDrafts: new Map(),
    reviewSettings: { idle_seconds: 20, picture_memory_mib: 1024 },
    desk: makeDesk(),
    prices: makePrices(),
    briefs: makeBriefs(options.empty ?? false),
    templates: makeTemplates({ generations }),
    namedPrompts: [],
    dashboard: makeDashboard(),
    briefPilots: new Map(options.empty ? [] : BRIEFS.map((id) => [id, 'pl_0001'])),
    plans: new Map(),
    start: {
      version: '0.1.0',
      platform: 'linux',
      media_base: 'http://127.0.0.1:0/mock',
      opening: null,
      problem: null,
      make_sample: false,
      library: options.closed ? null : librarySummary('Sample pilot', generations.length),
      recent: [
        {
          key: 'recent-1',
          name: 'Sample pilot',
          folder: '/home/maya/Circletake/Sample pilot',
          opened_at: '2026-11-19T16:20:00Z',
          reachable: true,
        },
        {
          key: 'recent-2',
          name: 'Nordlys Coffee, spring',
          folder: '/media/maya/T7/Nordlys spring',
          opened_at: '2026-10-02T08:05:00Z',
          reachable: false,
        },
      ],
      appearance: 'dark',
      keys: {},
    },
    begun: Promise.resolve(),
    problems: [],
    askedFor: null,
  };
}

/** 180 + 120 minutes at $60 an hour. */
const HOURLY_RATE = 60;

export function reportFor(world: World, keep: (generation: MockGeneration) => boolean) {
  return reportOf(world.generations.filter(keep), HOURLY_RATE);
}

export function pilotView(world: World, { id, settings, maker_may_sign }: MockPilot): PilotView {
  const { name, format, channel, target_generations, benchmark, budget } = settings;
  const report = reportFor(world, (one) => one.pilotId === id);
  const { verdict, readiness } = decisionOf(settings, report);
  return { id, name, format, channel, target_generations, benchmark, budget, maker_may_sign, report, verdict: { verdict, says: readiness } };
}

const USABLE: Status[] = ['approved_to_publish', 'scheduled', 'published'];

const GOALS: Record<string, string> = {
  bf_2025_001: 'Morning coffee on the lake house terrace',
  bf_2025_002: 'Rain on the window, blanket and book',
  bf_2025_003: 'Boat landing at dusk, lanterns lit',
};

export function briefViews(world: World): BriefView[] {
  return [...world.briefPilots].map(([id, pilot]) => {
    const own = world.generations.filter(({ row }) => row.brief_id === id);
    return {
      id,
      pilot_id: pilot,
      goal: world.briefs.get(id)?.revisions[0]?.form.goal ?? GOALS[id] ?? '',
      format: 'social_broll',
      channel: 'instagram_reel',
      generations: own.length,
      pending: own.filter(({ row }) => row.status === 'review_pending').length,
      usable: own.filter(({ row }) => USABLE.includes(row.status)).length,
    };
  });
}
