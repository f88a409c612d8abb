import { Boxes, FolderTree, History, House, KeyRound, Package, Settings, ShoppingBag, Store, Users, UsersRound, type LucideIcon } from 'lucide-react';
import type { NavItem } from './navigation.ts';

const icons: Record<NavItem['icon'], LucideIcon> = {
  home: House,
  orders: ShoppingBag,
  products: Package,
  categories: FolderTree,
  inventory: Boxes,
  customers: Users,
  storefronts: Store,
  people: UsersRound,
  tokens: KeyRound,
  audit: History,
  settings: Settings,
};

export function NavIcon({ icon }: { icon: NavItem['icon'] }) {
  const Icon = icons[icon];
  return <Icon aria-hidden className="size-4 shrink-0" />;
}
