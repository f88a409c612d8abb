// Answers imports whose answer needs no search, so that no start pays for one.
// Node asks for the package of every file it loads, to learn the file's format. For drizzle-orm that means parsing 180 KB of
// package.json hundreds of times: more than a second and some seventy megabytes. Our own imports spell out the whole path.
import * as modules from 'node:module';

const root = new URL('../', import.meta.url).href;
const installed = `${root}node_modules/`;
/** Where a package's name leads to from our own files; they all stand above the same node_modules. */
const packages = new Map();

// An older Node, started by something below us, knows no such hooks and searches.
modules.registerHooks?.({
  resolve(specifier, context, next) {
    const from = context.parentURL;
    if (!from || !context.conditions.includes('import')) return next(specifier, context);
    if (from.startsWith(root) && !from.startsWith(installed)) return ofOurs(specifier, context, next);
    const drizzles = specifier.startsWith('.') && specifier.endsWith('.js') && from.includes('/node_modules/drizzle-orm/');
    return drizzles ? { url: new URL(specifier, from).href, format: 'module', shortCircuit: true } : next(specifier, context);
  },
});

function ofOurs(specifier, context, next) {
  if (specifier.endsWith('.ts') && !specifier.startsWith('file:')) {
    const url = specifier.startsWith('#') ? root + specifier.slice(1) : new URL(specifier, context.parentURL).href;
    return { url, format: 'module-typescript', shortCircuit: true };
  }
  if (/^[.#/]|:/.test(specifier)) return next(specifier, context);
  let found = packages.get(specifier);
  if (!found) packages.set(specifier, (found = { ...next(specifier, context), shortCircuit: true }));
  return found;
}
