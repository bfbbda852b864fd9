/** The Prompts screen: which template and version is looked at, what is typed of it, and how it reads. */

import { asProblem, ipc, type BriefId, type Problem, type TemplateId, type TemplateVersionView, type TemplateView } from '$lib/ipc';

export class PromptsView {
  templates = $state.raw<TemplateView[]>();
  problem = $state.raw<Problem>();
  templateId = $state<TemplateId>();
  number = $state<number>();
  /** What is typed of the chosen version. */
  body = $state('');
  unkept = $state.raw<Problem>();
  brief = $state<BriefId | ''>('');

  template: TemplateView | undefined = $derived(this.templates?.find((one) => one.id === this.templateId) ?? this.templates?.[0]);
  version: TemplateVersionView | undefined = $derived(
    this.template?.versions.find((one) => one.number === this.number) ?? this.template?.versions[0],
  );

  #kept = '';
  #shown = '';
  #running: Promise<void> | undefined;

  constructor(template: TemplateId | undefined, brief: BriefId | undefined) {
    this.templateId = template;
    this.brief = brief ?? '';
  }

  async load(): Promise<void> {
    try {
      this.#take(await ipc.templates());
      this.problem = undefined;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  async choose(template: TemplateId, number?: number): Promise<void> {
    await this.keep();
    this.templateId = template;
    this.number = number;
    this.#showBody();
  }

  /** A template that changed, and the version of it to look at. */
  put(changed: TemplateView, number?: number): void {
    const others = (this.templates ?? []).filter((one) => one.id !== changed.id);
    this.templateId = changed.id;
    if (number !== undefined) this.number = number;
    this.#take([...others, changed].sort((a, b) => a.name.localeCompare(b.name)));
  }

  /** Keeps what is typed by now, as long as the version may still be written. */
  keep(): Promise<void> {
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #drain(): Promise<void> {
    const [template, version] = [this.template, this.version];
    if (!template || !version || version.settled) return;
    try {
      while (this.body !== this.#kept) {
        const body = this.body;
        await ipc.write_template({ template_id: template.id, number: version.number, body });
        this.#kept = body;
        this.unkept = undefined;
        this.templates = this.templates?.map((one) =>
          one.id === template.id ? { ...one, versions: one.versions.map((other) => (other.number === version.number ? { ...other, body } : other)) } : one,
        );
      }
    } catch (thrown) {
      this.unkept = asProblem(thrown);
    }
  }

  #take(templates: TemplateView[]): void {
    const typing = this.body !== this.#kept;
    this.templates = templates;
    if (!typing) this.#showBody();
  }

  #showBody(): void {
    const key = `${this.template?.id ?? ''}@${this.version?.number ?? ''}`;
    const body = this.version?.body ?? '';
    if (key === this.#shown && body === this.#kept) return;
    this.#shown = key;
    this.body = body;
    this.#kept = body;
    this.unkept = undefined;
  }
}
