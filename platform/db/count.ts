/** Counts statements of the whole process, for tests and benchmarks that hold a statement budget. */
let statements = 0;

export function countStatements(n: number): void {
  statements += n;
}

export function statementsSoFar(): number {
  return statements;
}
