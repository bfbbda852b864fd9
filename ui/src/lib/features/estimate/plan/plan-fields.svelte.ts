/** What a person types of a plan, and the plan it makes. Amounts stay text: what they mean is read by the core. */

import type { AttemptsSource, BriefForm, BriefId, PersonId, PilotView, PlanDraft, PlanMinutes, PlanModel, RateSource, SourceView } from '$lib/ipc';

/** Where a usable rate comes from, as a list offers it: a guess, or own attempts by what they are of. */
export type RateChoice = 'guess' | `${AttemptsSource['kind']}:${string}`;

/** How a list calls own attempts. */
export const choiceOf = ({ kind, id }: AttemptsSource): RateChoice => `${kind}:${id}`;

/** The attempts that a choice is of, where they are still there. */
export function chosenSource(choice: RateChoice, sources: SourceView[]): SourceView | undefined {
  return sources.find(({ source }) => choiceOf(source) === choice);
}

export interface ModelFields {
  key: number;
  name: string;
  generations: string;
  /** The catalogue is asked, or the person says a price. */
  pricing: 'catalogue' | 'per_generation' | 'per_second' | 'unknown';
  amount: string;
  provider: string;
  resolution: string;
  mode: string;
  audio: '' | 'on' | 'off';
  /** Only a price by base rate asks for these two. */
  framesPerSecond: string;
  variant: string;
  rate: RateChoice;
  guess: string;
  sureness: string;
}

export interface MinuteFields {
  minutes: string;
  person: PersonId | '';
  rate: string;
}

const none = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** `16` as `0.16`: percent without ever becoming a float. */
export function shareOfPercent(percent: string): string {
  const text = percent.trim().replace('%', '').trim();
  const match = /^(\d*)\.?(\d*)$/.exec(text);
  if (!match || text === '' || text === '.') return text;
  const whole = (match[1] ?? '').padStart(3, '0');
  const digits = `${whole.slice(0, -2)}.${whole.slice(-2)}${match[2] ?? ''}`;
  return digits.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '') || '0';
}

class PlanFields {
  #next = 1;
  /** The brief whose words stand in the fields. */
  #taken: BriefId | '' = '';
  /** The benchmark as a pilot said it: another pilot's takes its place, an own one stays. */
  #benchmarkOfPilot = '';
  brief = $state<BriefId | ''>('');
  seconds = $state('6');
  wanted = $state('10');
  models = $state<ModelFields[]>([]);
  review = $state<MinuteFields>({ minutes: '3', person: '', rate: '' });
  editing = $state<MinuteFields>({ minutes: '15', person: '', rate: '' });
  brand = $state<MinuteFields>({ minutes: '0', person: '', rate: '' });
  overheadOnce = $state('0');
  overheadEach = $state('0');
  grouped = $state(false);
  perRequest = $state('8');
  groupSaving = $state('30');
  reuse = $state(false);
  reuseSaving = $state('30');
  benchmark = $state('');

  constructor() {
    this.addModel();
  }

  addModel(): void {
    const before = this.models.at(-1);
    this.models.push({
      key: this.#next++,
      name: '',
      generations: before?.generations ?? '50',
      pricing: 'catalogue',
      amount: '',
      provider: '',
      resolution: before?.resolution ?? '1080p',
      mode: '',
      audio: '',
      framesPerSecond: before?.framesPerSecond ?? '',
      variant: before?.variant ?? '',
      rate: before?.rate ?? 'guess',
      guess: before?.guess ?? '16',
      sureness: before?.sureness ?? '10',
    });
  }

  removeModel(key: number): void {
    if (this.models.length > 1) this.models = this.models.filter((model) => model.key !== key);
  }

  /** Takes the pilot's target and benchmark where the person said nothing else. */
  begin(pilot: PilotView): void {
    if (this.benchmark === this.#benchmarkOfPilot) this.benchmark = this.#benchmarkOfPilot = pilot.benchmark ?? '';
    const [first] = this.models;
    if (first && pilot.target_generations !== null) first.generations = String(pilot.target_generations);
  }

  /**
   * Takes what a brief says of its clips: their length, their size, their frame rate, and, where the rate was still a guess, what own attempts for its
   * format came to. What it leaves open stays as it was typed; what is typed afterwards is not taken back.
   */
  takeBrief(id: BriefId, form: BriefForm, sources: SourceView[]): void {
    if (this.#taken === id) return;
    this.#taken = id;
    if (Number(form.duration_seconds) > 0) this.seconds = form.duration_seconds.trim();
    const ofFormat = chosenSource(`format:${form.format.trim()}`, sources);
    for (const model of this.models) {
      if (form.resolution.trim() !== '') model.resolution = form.resolution.trim();
      if (/^\d+$/.test(form.frame_rate.trim())) model.framesPerSecond = form.frame_rate.trim();
      if (ofFormat && model.rate === 'guess') model.rate = choiceOf(ofFormat.source);
    }
  }

  /** Plans for no brief, or for one whose words are still to be taken. */
  chooseBrief(id: BriefId | ''): void {
    this.brief = id;
    if (id === '') this.#taken = '';
  }

  /** Takes the minutes that own attempts took. */
  takeMinutes(source: SourceView): void {
    const { review_minutes, editing_minutes, brand_minutes } = source.seen;
    if (review_minutes !== null) this.review.minutes = review_minutes;
    if (editing_minutes !== null) this.editing.minutes = editing_minutes;
    if (brand_minutes !== null) this.brand.minutes = brand_minutes;
  }

  draft(sources: SourceView[]): PlanDraft {
    return {
      brief_id: this.brief === '' ? null : this.brief,
      models: this.models.map((model) => this.#model(model, sources)),
      seconds: none(this.seconds),
      review: minutes(this.review),
      editing: minutes(this.editing),
      brand_review: minutes(this.brand),
      overhead: {
        once: this.overheadOnce.trim(),
        per_generation: this.overheadEach.trim(),
        grouped: this.grouped ? { per_request: whole(this.perRequest), saving: shareOfPercent(this.groupSaving) } : null,
        template_reuse_saving: this.reuse ? shareOfPercent(this.reuseSaving) : null,
      },
      benchmark: none(this.benchmark),
      usable_wanted: none(this.wanted) === null ? null : whole(this.wanted),
    };
  }

  #model(model: ModelFields, sources: SourceView[]): PlanModel {
    return {
      name: model.name.trim() || 'the model',
      generations: whole(model.generations),
      price: priceOf(model, this.seconds),
      rate: rateOf(model, sources),
    };
  }
}

function whole(text: string): number {
  const value = Number(text.trim());
  return Number.isInteger(value) && value >= 0 && value <= 4_294_967_295 ? value : 0;
}

function minutes(fields: MinuteFields): PlanMinutes {
  return { minutes: fields.minutes.trim(), person_id: fields.person === '' ? null : fields.person, hourly_rate: none(fields.rate) };
}

function priceOf(model: ModelFields, seconds: string): PlanModel['price'] {
  if (model.pricing === 'per_generation' || model.pricing === 'per_second') {
    return none(model.amount) === null ? { kind: 'unknown' } : { kind: model.pricing, amount: model.amount.trim() };
  }
  if (model.pricing === 'unknown' || none(model.name) === null || none(seconds) === null) return { kind: 'unknown' };
  return {
    kind: 'catalogue',
    request: {
      provider: none(model.provider),
      model: model.name.trim(),
      resolution: none(model.resolution),
      audio: model.audio === '' ? null : model.audio === 'on',
      mode: none(model.mode),
      seconds: seconds.trim(),
      frames_per_second: whole(model.framesPerSecond) || null,
      variant: none(model.variant),
      images: 0,
      input_video_seconds: '0',
    },
  };
}

function rateOf(model: ModelFields, sources: SourceView[]): RateSource {
  const source = chosenSource(model.rate, sources)?.source;
  if (source) return { kind: 'history', source };
  return { kind: 'guess', rate: shareOfPercent(model.guess), as_sure_as: model.sureness.trim() };
}

/** One plan being made, kept while the app runs: what was typed is there again when the screen is. */
export const planFields = new PlanFields();
export type { PlanFields };
