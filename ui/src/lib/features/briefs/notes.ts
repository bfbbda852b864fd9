/** What is said beside a field: what does not read first, else what is worth a second look. */

import type { BriefCheck, BriefForm } from '$lib/ipc';

/** The fields of the form that hold a text. */
export type TextField = { [Field in keyof BriefForm]: BriefForm[Field] extends string ? (string extends BriefForm[Field] ? Field : never) : never }[keyof BriefForm];

/** The fields of the form that hold a list of texts. */
export type ListField = 'must_include' | 'must_avoid' | 'brand_do' | 'brand_dont';

export type Notes = Pick<BriefCheck, 'problems' | 'remarks'>;

export function notesOf(notes: Notes, field: string): { error: string | undefined; remark: string | undefined } {
  return {
    error: notes.problems.find((note) => note.field === field)?.words,
    remark: notes.remarks.find((note) => note.field === field)?.words,
  };
}
