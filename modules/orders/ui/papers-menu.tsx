import { Printer } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Paper {
  name: string;
  pdf: string;
}

interface Props {
  orderIds: readonly string[];
  credited: boolean;
  mayPrint: boolean;
}

/** What can be printed; each comes as one PDF, also for many orders. */
export function PapersMenu({ orderIds, credited, mayPrint }: Props) {
  const print = useOperation<Paper>('invoices.print', { onDone: save });
  const run = (kind: string) => void print.run({ kind, orderIds });
  if (!mayPrint) return null;
  return (
    <Menu trigger={<Button pending={print.pending} icon={<Printer aria-hidden className="size-4" />}>Print</Button>}>
      <MenuItem onSelect={() => run('invoice')}>Invoice</MenuItem>
      <MenuItem onSelect={() => run('packing-slip')}>Packing slip</MenuItem>
      {credited && <MenuItem onSelect={() => run('credit-note')}>Credit notes</MenuItem>}
    </Menu>
  );
}

function save({ name, pdf }: Paper): void {
  const bytes = Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
