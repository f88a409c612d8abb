// How the code reads, in numbers: short functions, short files, no `any`, no boolean parameters.
import type { Finding } from './finding.ts';
import { isNode, isTest, sourcesOf, walk } from './source.ts';
import type { Node, Source } from './source.ts';

const longestFunction = 60;
const longestFile = 400;

export function shape(root: string): Finding[] {
  return sourcesOf(root).flatMap((source) => [...longFile(source), ...longFunctions(source), ...anyTypes(source), ...booleanParameters(source)]);
}

export interface Figures {
  files: number;
  functions: number;
  function: { p50: number; p90: number; longest: number };
  file: { p50: number; p90: number; longest: number };
  testLinesPerSourceLine: number;
}

/** The figures that `npm run verify` prints; tests are counted apart. */
export function figures(root: string): Figures {
  const all = sourcesOf(root);
  const sources = all.filter((source) => !isTest(source.file));
  const functions = sources.flatMap((source) => functionsOf(source).map(({ lines }) => lines));
  const files = sources.map(({ lines }) => lines);
  return {
    files: files.length,
    functions: functions.length,
    function: spread(functions),
    file: spread(files),
    testLinesPerSourceLine: Number((sum(all.filter((s) => isTest(s.file)).map((s) => s.lines)) / Math.max(1, sum(files))).toFixed(2)),
  };
}

function longFile(source: Source): Finding[] {
  if (source.lines <= longestFile) return [];
  return [{ rule: 'shape', where: source.file, says: `has ${source.lines} lines; ${longestFile} is the most.` }];
}

function longFunctions(source: Source): Finding[] {
  return functionsOf(source)
    .filter(({ lines }) => lines > longestFunction)
    .map(({ line, lines }) => ({ rule: 'shape', where: `${source.file}:${line}`, says: `is a function of ${lines} lines; ${longestFunction} is the most.` }));
}

function functionsOf(source: Source): { line: number; lines: number }[] {
  const found: { line: number; lines: number }[] = [];
  walk(source.tree, (node, above) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) || !isNode(node['body'])) return;
    if (isGroupOfTests(above.at(-1))) return;
    const line = source.lineOf(node.start);
    const lines = source.lineOf(node.end) - line + 1;
    // A one-line arrow is an expression, not a function anybody reads as one.
    if (lines > 1 || node.type !== 'ArrowFunctionExpression') found.push({ line, lines });
  });
  return found;
}

function isGroupOfTests(above: Node | undefined): boolean {
  return above?.type === 'CallExpression' && isNode(above['callee']) && above['callee']['name'] === 'describe';
}

function anyTypes(source: Source): Finding[] {
  const found: Finding[] = [];
  walk(source.tree, (node) => {
    if (node.type === 'TSAnyKeyword') found.push({ rule: 'shape', where: `${source.file}:${source.lineOf(node.start)}`, says: 'says "any"; name the type, or use unknown.' });
  });
  return found;
}

function booleanParameters(source: Source): Finding[] {
  const found: Finding[] = [];
  walk(source.tree, (node) => {
    if (node.type !== 'FunctionDeclaration' || !Array.isArray(node['params'])) return;
    if (!node['params'].some(isBoolean)) return;
    found.push({ rule: 'shape', where: `${source.file}:${source.lineOf(node.start)}`, says: 'takes a boolean parameter; two functions, or a word, say more.' });
  });
  return found;
}

function isBoolean(parameter: unknown): boolean {
  if (!isNode(parameter)) return false;
  if (parameter.type === 'AssignmentPattern') {
    const fallback = parameter['right'];
    return (isNode(fallback) && typeof fallback['value'] === 'boolean') || isBoolean(parameter['left']);
  }
  const annotation = parameter.type === 'Identifier' ? parameter['typeAnnotation'] : undefined;
  return isNode(annotation) && isNode(annotation['typeAnnotation']) && annotation['typeAnnotation'].type === 'TSBooleanKeyword';
}

function spread(numbers: number[]): { p50: number; p90: number; longest: number } {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p90: at(0.9), longest: sorted.at(-1) ?? 0 };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
