import { newId } from '#platform/ids.ts';
import type { Person } from '#platform/operations/account-operation.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';

interface Wanted {
  name: string;
  email: string;
  password: string;
}

/**
 * A person with a confirmed address, made by the installation itself: demo worlds, the first account of a new house. When
 * the address is known already, that person is given back with the password they have.
 */
export async function makePerson({ name, email, password }: Wanted): Promise<Person> {
  const { hashPassword } = await import('better-auth/crypto');
  const hash = await hashPassword(password);
  const address = email.trim().toLowerCase();
  const person = await platformTransaction('sign-in', async (q) => {
    const id = newId();
    const [made] = await q.sql`insert into users (id, name, email, email_verified) values (${id}, ${name}, ${address}, true)
      on conflict (email) do nothing returning id`;
    if (made) await q.sql`insert into credentials (user_id, account_id, provider_id, password) values (${id}, ${id}, 'credential', ${hash})`;
    const [row] = await q.sql<{ id: string; name: string }>`select id, name from users where email = ${address}`;
    return row!;
  });
  return { userId: person.id, name: person.name, email: address, requestId: newId() };
}
