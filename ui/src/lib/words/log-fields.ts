/** The fields of the log record in the order of the form, as people call them. */
const logFieldLabel: Record<string, string> = {
  id: 'Generation',
  brief_id: 'Brief',
  prompt_id: 'Prompt',
  prompt_version: 'Prompt version',
  model: 'Model',
  duration_seconds: 'Length in seconds',
  credits_used: 'Credits used',
  generation_cost_usd: 'Generation cost',
  asset_url: 'Clip file or address',
  status: 'Status',
  rejection_reason: 'Rejection reason',
  review_minutes: 'Review minutes',
  editing_minutes: 'Editing minutes',
  published: 'Published',
  created_at: 'Created at',
  error_message: 'Error message',
};

export function fieldLabel(field: string): string {
  return logFieldLabel[field] ?? field;
}
