import type { Problem } from './types';

/** Every failure as a problem with words and a next step, whatever was thrown. */
export function asProblem(thrown: unknown): Problem {
  if (isProblem(thrown)) return thrown;
  return {
    code: 'unexpected',
    message: `Something unexpected happened: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    hint: 'Try again. If it happens twice, close and open the library; everything decided so far is saved.',
  };
}

function isProblem(thrown: unknown): thrown is Problem {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    'message' in thrown &&
    'hint' in thrown &&
    typeof thrown.message === 'string'
  );
}
