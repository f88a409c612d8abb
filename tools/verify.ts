// `npm run verify`: everything that can be known without a database, in seconds. Each finding names the file to open.
import path from 'node:path';
import { circles } from './checks/circles.ts';
import { lint, types, unused } from './checks/commands.ts';
import type { Finding, Rule } from './checks/finding.ts';
import { doors, floors, nothingOverlooked, screensApart, strangers } from './checks/floors.ts';
import { lockedPackages } from './checks/packages.ts';
import { papers } from './checks/papers.ts';
import { databaseDriver, environment, platformDoor } from './checks/reach.ts';
import { figures, shape } from './checks/shape.ts';
import { declaredUses } from './checks/uses.ts';
import { collisions, declarations, listedTables, migrationInStep, tenantTables } from './policy.ts';

interface Step {
  name: string;
  rules: Rule[];
}

const steps: Step[] = [
  { name: 'types', rules: [types] },
  { name: 'lint', rules: [lint] },
  { name: 'house', rules: [nothingOverlooked, floors, doors, screensApart, strangers, circles, declaredUses] },
  { name: 'reach', rules: [environment, databaseDriver, platformDoor] },
  { name: 'shape', rules: [shape] },
  { name: 'policy', rules: [tenantTables, listedTables, migrationInStep, declarations, collisions] },
  { name: 'packages', rules: [lockedPackages] },
  { name: 'papers', rules: [papers] },
  { name: 'unused', rules: [unused] },
];

async function verify(root: string, wanted: string[]): Promise<number> {
  const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (wanted.length > 0 && chosen.length < wanted.length) {
    console.error(`The checks are: ${steps.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  let failed = 0;
  for (const step of chosen) failed += (await told(step, root)) ? 1 : 0;
  if (chosen.some(({ name }) => name === 'shape')) tellFigures(root);
  console.log(`${chosen.length - failed} checks passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Runs one step and prints what it found; true when something was. */
async function told(step: Step, root: string): Promise<boolean> {
  const began = performance.now();
  const found = (await Promise.all(step.rules.map((rule) => tried(rule, root)))).flat();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${found.length === 0 ? '✓' : '✗'} ${step.name.padEnd(9)} ${seconds} s${found.length === 0 ? '' : `  ${found.length} to mend`}`);
  for (const { where, says } of found) console.log(`    ${where}  ${says}`);
  return found.length > 0;
}

// A rule that breaks (a module that cannot even be loaded) must not hide what the others have to say.
async function tried(rule: Rule, root: string): Promise<Finding[]> {
  try {
    return await rule(root);
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ rule: rule.name, where: rule.name, says: `could not look: ${said.split('\n').slice(0, 4).join(' ')}` }];
  }
}

function tellFigures(root: string): void {
  const seen = figures(root);
  const { function: fn, file } = seen;
  console.log(`${seen.files} files, ${seen.functions} functions. Lines per function: p50 ${fn.p50}, p90 ${fn.p90}, longest ${fn.longest}.`);
  console.log(`Lines per file: p50 ${file.p50}, p90 ${file.p90}, longest ${file.longest}. Test lines per source line: ${seen.testLinesPerSourceLine}.`);
}

if (import.meta.main) process.exit(await verify(path.dirname(import.meta.dirname), process.argv.slice(2)));
