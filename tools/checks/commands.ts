// The checks that other people's programs make, turned into findings like our own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

const projects = ['tsconfig.json', 'apps/admin/tsconfig.json', 'apps/storefront/tsconfig.json'];

/** The compiler, one project after the other: it uses all cores by itself, and what it learned is kept for the next run. */
export async function types(root: string): Promise<Finding[]> {
  const found: Finding[] = await pageTypes(root);
  for (const project of projects.filter((file) => existsSync(path.join(root, file)))) {
    const { output, code } = await run(root, 'typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', learned(project), '-p', project]);
    const told = findingsIn(output, 'types', /^(\S.*?)\((\d+),\d+\): error (.*)$/);
    found.push(...(code !== 0 && told.length === 0 ? [{ rule: 'types', where: project, says: output.trim() }] : told));
  }
  return unique(found);
}

const learned = (project: string): string => path.join('node_modules/.cache/types', `${project.replaceAll('/', '-')}.tsbuildinfo`);

/** The dashboard's pages import types that React Router derives from its list of routes. */
async function pageTypes(root: string): Promise<Finding[]> {
  if (!existsSync(path.join(root, 'apps/admin/react-router.config.ts'))) return [];
  const { code, output, errors } = await run(root, '@react-router/dev/bin.cjs', ['typegen', 'apps/admin']);
  return code === 0 ? [] : [{ rule: 'types', where: 'apps/admin/app/routes.ts', says: (output + errors).trim() }];
}

export async function lint(root: string): Promise<Finding[]> {
  const { output, code } = await run(root, 'oxlint/bin/oxlint', ['--quiet', '--format=unix', '.']);
  const told = findingsIn(output, 'lint', /^(\S.*?):(\d+):\d+: (.*)$/);
  return code !== 0 && told.length === 0 ? [{ rule: 'lint', where: '.oxlintrc.json', says: output.trim() }] : told;
}

type Named = { name: string; line?: number };

/** Files, exports and packages that nothing uses any more. */
export async function unused(root: string): Promise<Finding[]> {
  const { output, errors } = await run(root, 'knip/bin/knip.js', ['--reporter', 'json', '--no-progress']);
  const from = output.indexOf('{');
  if (from === -1) return [{ rule: 'unused', where: 'knip.json', says: (output + errors).trim() }];
  const { issues } = JSON.parse(output.slice(from)) as { issues: { file: string; [kind: string]: unknown }[] };
  return issues.flatMap((issue) => Object.entries(issue).flatMap(([kind, list]) => (Array.isArray(list) ? leftOver(issue.file, kind, list as Named[]) : [])));
}

function leftOver(file: string, kind: string, list: Named[]): Finding[] {
  return list.map(({ name, line }) => ({
    rule: 'unused',
    where: line ? `${file}:${line}` : file,
    says: unusedSays[kind]?.(name) ?? `${kind}: ${name}`,
  }));
}

const unusedSays: Record<string, (name: string) => string> = {
  files: () => 'is used by nothing.',
  exports: (name) => `exports ${name}, which nothing imports.`,
  dependencies: (name) => `lists the package ${name}, which nothing uses.`,
  devDependencies: (name) => `lists the package ${name}, which nothing uses.`,
  unlisted: (name) => `uses the package ${name}, which package.json does not list.`,
  unresolved: (name) => `imports ${name}, which does not exist.`,
};

function findingsIn(output: string, rule: string, line: RegExp): Finding[] {
  return output.split('\n').flatMap((text) => {
    const [, file, at, says] = line.exec(text) ?? [];
    return file && says ? [{ rule, where: `${file}:${at}`, says }] : [];
  });
}

// The three projects share files, and one mistake needs telling once.
function unique(found: Finding[]): Finding[] {
  return [...new Map(found.map((one) => [`${path.posix.normalize(one.where)} ${one.says}`, one])).values()];
}

function run(root: string, program: string, args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const file = path.join(import.meta.dirname, '../../node_modules', program);
  return new Promise((resolve) => {
    let output = '';
    let errors = '';
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text) => (output += String(text)));
    child.stderr.on('data', (text) => (errors += String(text)));
    child.on('close', (code) => resolve({ code: code ?? 1, output, errors }));
  });
}
