import type { Category } from './api.ts';
import type { Crumb } from './seo.ts';

/** The way from the top category down to this one. A circle in the data ends after ten steps. */
export function categoryTrail(id: string, categories: Category[], depth = 0): Crumb[] {
  const here = categories.find((each) => each.id === id);
  if (!here) return [];
  const above = here.parentId && depth < 10 ? categoryTrail(here.parentId, categories, depth + 1) : [];
  return [...above, { name: here.name, path: `/categories/${here.slug}` }];
}
