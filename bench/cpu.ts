import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second; over some seconds of load that is exact enough. */
const TICK_MILLIS = 10;

interface Times {
  parent: number;
  own: number;
  /** Of children that have ended. */
  ended: number;
}

function timesOf(pid: number): Times | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in brackets may hold spaces; the fields after it do not.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    return { parent: fields[1]!, own: (fields[11]! + fields[12]!) * TICK_MILLIS, ended: (fields[13]! + fields[14]!) * TICK_MILLIS };
  } catch {
    return undefined;
  }
}

/** Processor time of a process and all its children so far, ms; ended ones included. */
export function cpuOf(pid: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => ({ pid: Number(name), times: timesOf(Number(name)) }));
  const mine = all.filter((each) => each.times && (each.pid === pid || each.times.parent === pid));
  return mine.reduce((sum, { times }) => sum + times!.own + times!.ended, 0);
}

/** Memory a process holds now, MiB. */
export function residentOf(pid: number): number {
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return Math.round((Number(kib) / 1_024) * 10) / 10;
}
