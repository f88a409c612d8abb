import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { navigation, type NavItem } from './navigation.ts';

/** The pages of the navigation this person may open. */
export function pagesFor(ctx: Context): NavItem['to'][] {
  const needs = new Map(registry.views().map((view) => [view.name, view.needs]));
  const open = (item: NavItem) => !item.view || (needs.has(item.view) && ctx.can(needs.get(item.view)!));
  return navigation.flatMap((group) => group.items).filter(open).map((item) => item.to);
}
