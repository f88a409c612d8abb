// The server half of every page: whose workspace is open, and the questions a loader may ask in it. Never reaches a browser.
import { createContext, data, type RouterContextProvider } from 'react-router';
import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { keptLayout } from './table/layout-cookie.ts';
import { EVERYTHING, questionOf, readAddress, saysSomething, type Address, type BuiltInView, type Layout, type Listing, type Match, type SavedView, type Views } from './table/question.ts';

/** The open workspace and its caller; the dashboard's shell sets it before any loader runs. */
export const deskContext = createContext<Context>();

export interface LoaderArgs {
  context: Readonly<RouterContextProvider>;
  request: Request;
}

/** Asks a view by name in the open workspace. A refusal becomes the page's error with its sentence. */
export async function ask<T>({ context }: Pick<LoaderArgs, 'context'>, view: string, input: object = {}): Promise<T> {
  return heard(() => registry.view(view).call(context.get(deskContext), input)) as Promise<T>;
}

/** Like `ask`, but undefined when the reader may not see it or it does not exist: for the parts of a page, not the page. */
export async function askIfAllowed<T>(args: Pick<LoaderArgs, 'context'>, view: string, input: object = {}): Promise<T | undefined> {
  const ctx = args.context.get(deskContext);
  const found = registry.views().find((each) => each.name === view);
  if (!found || !ctx.can(found.needs)) return undefined;
  return ask<T>(args, view, input);
}

interface ListOptions {
  /** Filters of the page itself, which the address cannot change. */
  fixed?: Record<string, string>;
  /** Values to choose from where the view itself cannot know them, like the names of locations. */
  values?: Record<string, readonly string[]>;
  /** Views the page brings along. */
  views?: readonly BuiltInView[];
  /** Key of the one of them it opens with unless the reader has chosen otherwise. */
  opensWith?: string | undefined;
  /** What the page would do to many rows. */
  bulk?: readonly { operation: string }[];
}

/** Asks a list view what the table's address and the open view say. */
export async function askList<Row>(args: LoaderArgs, view: string, { fixed = {}, values = {}, views: builtIn = [], opensWith, bulk = [] }: ListOptions = {}): Promise<Listing<Row>> {
  const { path } = registry.view(view).route;
  const columns = columnsOf(view, fixed, values);
  const address = readAddress(new URL(args.request.url).searchParams, columns);
  const views = await viewsOf(args, view, address, { builtIn, opensWith });
  const { question: base, layout } = openView(views);
  const question = questionOf(address, base);
  const { filter, ...rest } = question;
  const page = await ask<Pick<Listing<Row>, 'data' | 'nextCursor' | 'total'>>(args, view, { ...rest, filter: { ...filter, ...fixed } });
  const kept = keptLayout(args.request.headers.get('cookie'), view);
  const may = mayRun(args, 'bulk.start', ...bulk.map((each) => each.operation));
  return { ...page, view, path, columns, question, base, fixed, views, layout: kept?.view === views.open ? kept.layout : layout, may };
}

function columnsOf(view: string, fixed: Record<string, string>, values: Record<string, readonly string[]>): Listing<unknown>['columns'] {
  const declared = Object.entries(registry.view(view).columns ?? {});
  return Object.fromEntries(declared.map(([key, { filter, ...facts }]) => [key, { ...facts, ...(values[key] && { values: values[key] }), ...(filter && !(key in fixed) && { filter }) }]));
}

/** The views of a table for this reader. Their own choice opens the table, else the page's, unless the address asks for something itself. */
async function viewsOf(args: LoaderArgs, list: string, address: Address, { builtIn, opensWith = null }: { builtIn: readonly BuiltInView[]; opensWith?: string | null | undefined }): Promise<Views> {
  const kept = await askIfAllowed<{ data: SavedView[]; defaultView: string | null }>(args, 'views.list', { list });
  const saved = kept?.data ?? [];
  const known = (view: string | null | undefined) => (view && (saved.some((each) => each.id === view) || builtIn.some((each) => each.key === view)) ? view : null);
  const standard = kept?.defaultView === EVERYTHING ? null : (known(kept?.defaultView) ?? known(opensWith));
  const open = address.view === null && !saysSomething(address) ? standard : known(address.view);
  const can = (capability: string) => args.context.get(deskContext).can(capability);
  return { builtIn, saved, standard, usual: known(opensWith), open, maySave: mayRun(args, 'views.save')['views.save'] === true, mayShare: can('views:write') };
}

function openView({ open, saved, builtIn }: Views): { question: Match; layout: Layout } {
  const view = saved.find((each) => each.id === open) ?? builtIn.find((each) => each.key === open);
  return { question: view?.question ?? { filter: {} }, layout: view?.layout ?? {} };
}

/** May the caller run this operation? Buttons that would only be refused are not shown. */
export function mayRun({ context }: Pick<LoaderArgs, 'context'>, ...operations: string[]): Record<string, boolean> {
  const ctx = context.get(deskContext);
  const known = new Map(registry.operations().map((operation) => [operation.name, operation.needs]));
  return Object.fromEntries(operations.map((name) => [name, known.has(name) && ctx.can(known.get(name)!)]));
}

/** What each operation does, in words: for pages that show operations by name. */
export function operationWords(): Record<string, string> {
  return Object.fromEntries(registry.operations().map((operation) => [operation.name, operation.says]));
}

interface RefusalLike {
  details?: Record<string, unknown>;
  name: string;
  code: string;
  sentence: string;
  status: number;
}

async function heard<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw data({ sentence: error.sentence, code: error.code }, { status: error.status });
  }
}

export function isRefusal(error: unknown): error is RefusalLike {
  return error instanceof Error && error.name === 'Refusal' && 'sentence' in error;
}
