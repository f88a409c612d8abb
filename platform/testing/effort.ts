/**
 * What each piece of work costs the processor at its cheapest, in milliseconds: all are done in turn, several times over. Unlike
 * time by the clock it says the same on a busy machine. Whatever else this process does meanwhile is counted as well.
 */
export async function leastEffort(rounds: number, works: readonly ((round: number) => Promise<unknown>)[]): Promise<number[]> {
  const least = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [which, work] of works.entries()) {
      const before = process.cpuUsage();
      await work(round);
      const { user, system } = process.cpuUsage(before);
      least[which] = Math.min(least[which]!, (user + system) / 1_000);
    }
  }
  return least;
}
