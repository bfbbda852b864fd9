/** Pilots as the mock keeps them, and what each was held against. */

import type { Ipc } from '../contract';
import type { PilotSettings, Problem } from '../types';
import { decisionOf } from './decision';
import { pilotView, reportFor, type World } from './world';

type PilotCommands = Pick<Ipc, 'pilots' | 'pilot' | 'create_pilot' | 'pilot_settings' | 'set_pilot_settings' | 'pilot_decision'>;

const noPilot = (id: string): Problem => ({ code: 'not_found', message: `There is no pilot ${id}.`, hint: 'Go back to Pilots.' });

function keepStandard(world: World, id: string, settings: PilotSettings, by: string | null): void {
  const { benchmark, benchmark_what, benchmark_source } = settings;
  const quality_bar = settings.quality_bar.map(({ kind }) => kind.replaceAll('_', ' '));
  const set_by = world.people.find((person) => person.id === by)?.name ?? null;
  const standard = { benchmark, benchmark_what, benchmark_source, quality_bar, set_by, set_at: '2026-11-20T09:00:00Z' };
  const before = world.standards.get(id) ?? [];
  const [latest] = before;
  if (latest?.benchmark === benchmark && String(latest.quality_bar) === String(quality_bar)) return;
  world.standards.set(id, [standard, ...before]);
}

export function pilotCommands(world: World, changed: (what: 'pilots') => void): PilotCommands {
  return {
    pilots: () => Promise.resolve(world.pilots.map((pilot) => pilotView(world, pilot))),
    pilot: ({ id }) => {
      const pilot = world.pilots.find((other) => other.id === id);
      return pilot ? Promise.resolve(pilotView(world, pilot)) : Promise.reject(noPilot(id));
    },
    create_pilot: ({ settings }) => {
      const pilot = { id: `pl_${String(world.pilots.length + 1).padStart(4, '0')}`, settings, maker_may_sign: false };
      world.pilots = [...world.pilots, pilot];
      keepStandard(world, pilot.id, settings, null);
      changed('pilots');
      return Promise.resolve(pilotView(world, pilot));
    },
    pilot_settings: ({ id }) => {
      const pilot = world.pilots.find((other) => other.id === id);
      return pilot ? Promise.resolve({ settings: pilot.settings, standards: world.standards.get(id) ?? [] }) : Promise.reject(noPilot(id));
    },
    set_pilot_settings: ({ id, settings, person_id }) => {
      const pilot = world.pilots.find((other) => other.id === id);
      if (!pilot) return Promise.reject(noPilot(id));
      pilot.settings = settings;
      keepStandard(world, id, settings, person_id);
      changed('pilots');
      return Promise.resolve(pilotView(world, pilot));
    },
    pilot_decision: ({ id }) => {
      const pilot = world.pilots.find((other) => other.id === id);
      return pilot
        ? Promise.resolve(decisionOf(pilot.settings, reportFor(world, (one) => one.pilotId === id)))
        : Promise.reject(noPilot(id));
    },
  };
}
