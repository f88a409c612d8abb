export function staleTargets(root: string): string[];
export function buildProgram(name: string): string;
export function sourceFolders(root: string, name: string): string[];
export function fingerprint(root: string, name: string): string;
export function markBuilt(root: string, name: string, print: string): void;
