import { askApi } from '#ui/ask-api.ts';

/** Saves everything kept of one customer as a file; false when it could not be had. */
export async function saveCustomerData(workspaceId: string, customer: { id: string; email: string }): Promise<boolean> {
  const data = await askApi<object>(`/customers/${customer.id}/export`, workspaceId);
  if (!data) return false;
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `${customer.email.replaceAll(/[^\w.@-]/g, '_')}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return true;
}
