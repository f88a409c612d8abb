import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BENCH_DATA } from './database.ts';

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

export function profileFolder(scenario: string): string {
  const folder = path.join(BENCH_DATA, 'profiles', scenario);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The functions that took most of the processor themselves, as "share  name  file:line", idle time left out. */
export function busiest(folder: string, most = 25): string[] {
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  if (!file) return ['(no profile was written)'];
  const profile = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Profile;
  const names = new Map(profile.nodes.map(({ id, callFrame: f }) => [id, `${f.functionName || '(anonymous)'}  ${short(f.url)}${f.url ? `:${f.lineNumber + 1}` : ''}`]));
  const spent = new Map<string, number>();
  profile.samples.forEach((id, i) => {
    const name = names.get(id)!;
    if (!name.startsWith('(idle)') && !name.startsWith('(program)')) spent.set(name, (spent.get(name) ?? 0) + profile.timeDeltas[i]!);
  });
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent].toSorted((a, b) => b[1] - a[1]).slice(0, most).map(([name, time]) => `${((time / all) * 100).toFixed(1).padStart(5)} %  ${name}`);
}

function short(url: string): string {
  return url.replace('file://', '').replace(`${path.dirname(import.meta.dirname)}/`, '');
}
