/** The mock's log file: a spreadsheet with other column names, other status words and two bad rows. */

import type { ChosenColumns } from '../contract';
import type { LogPreview } from '../types';

const FIELDS = [
  'id', 'brief_id', 'prompt_id', 'prompt_version', 'model', 'duration_seconds', 'credits_used', 'generation_cost_usd',
  'asset_url', 'status', 'rejection_reason', 'review_minutes', 'editing_minutes', 'published', 'created_at', 'error_message',
];

const RECOGNISED: Record<string, string> = {
  id: 'ID',
  brief_id: 'Brief',
  model: 'Model',
  duration_seconds: 'Length (s)',
  generation_cost_usd: 'Cost (USD)',
  asset_url: 'Link',
  status: 'State',
  rejection_reason: 'Why',
  review_minutes: 'Review time',
  created_at: 'Date',
};

const COLUMNS = [...Object.values(RECOGNISED), 'Shot by', 'Comment'];

const WORDS = [
  { word: 'rejected', status: 'rejected_accuracy, rejected_quality', count: 24 },
  { word: 'approved', status: 'approved_for_edit', count: 9 },
  { word: 'on hold', status: null, count: 3 },
  { word: 'failed', status: 'generation_failed', count: 2 },
];

export function logPreview(chosen: ChosenColumns = {}): LogPreview {
  return {
    selection_key: 'log-1',
    file_name: 'autumn takes - export.csv',
    format: 'csv',
    columns: COLUMNS,
    mapping: Object.fromEntries(FIELDS.map((field) => [field, (field in chosen ? chosen[field] : RECOGNISED[field]) ?? null])),
    status_words: WORDS.map((word) => ({ ...word, status: chosen[`status:${word.word}`] ?? word.status })),
    first_rows: [
      ['gen_00101', 'bf_2025_004', 'kling-2.6-pro', '6', '0.84', 'clips/0101.mp4', 'approved', '', '3.5', '2026-11-02T09:14:00Z', 'Jo', ''],
      ['gen_00102', 'bf_2025_004', 'kling-2.6-pro', '6', '0.84', 'clips/0102.mp4', 'rejected', 'artifact_or_distortion', '2', '2026-11-02T09:15:00Z', 'Jo', 'hands'],
      ['gen_00103', 'bf_2025_004', 'veo-3.1-fast', '8', '1.20', 'https://cdn.example/0103.mp4', 'failed', '', '', '2026-11-02T09:31:00Z', 'Ali', ''],
    ],
    rows: 38,
    outcome: {
      clips_linked: 0,
      clips_failed: [],
      imported: 34,
      unchanged: 0,
      updated: 0,
      conflicts: [{ id: 'gen_00042', line: 19, fields: ['model', 'review_minutes'] }],
      bad: [
        { line: 12, field: 'generation_cost_usd', value: 'approx. 1', message: 'A plain number such as 0.84 was expected.' },
        { line: 27, field: 'created_at', value: '31/11/2026', message: 'A date such as 2026-11-30T14:05:00Z was expected.' },
        { line: 30, field: 'status', value: 'on hold', message: 'This status word is not known; say what it means or leave the row out.' },
      ].filter(({ value }) => !chosen[`status:${value}`]),
    },
  };
}
