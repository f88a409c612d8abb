export interface Category {
  id: string;
  parentId: string | null;
  name: string;
  position: number;
  productCount: number;
}

/** The categories as a tree is read: each parent directly followed by what lies below it. */
export function inTreeOrder(categories: readonly Category[], parentId: string | null = null, depth = 0): { category: Category; depth: number }[] {
  const here = categories.filter((category) => category.parentId === parentId).toSorted((a, b) => a.position - b.position);
  return here.flatMap((category) => [{ category, depth }, ...inTreeOrder(categories, category.id, depth + 1)]);
}

/** The category itself and everything below it. */
export function below(categories: readonly Category[], id: string): string[] {
  return [id, ...categories.filter((category) => category.parentId === id).flatMap((child) => below(categories, child.id))];
}
