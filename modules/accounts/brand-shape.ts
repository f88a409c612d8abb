import * as z from 'zod';

const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'should be a colour, like #1d4ed8');

/** How a workspace looks to its own people and in its mails. Everything may be left out. */
export const Brand = z.object({
  logoUrl: z.string().max(500).regex(/^(https:\/\/|\/files\/)\S+$/, 'should be a picture of this workspace').optional(),
  iconUrl: z.string().max(500).regex(/^(https:\/\/|\/files\/)\S+$/, 'should be a picture of this workspace').optional(),
  /** Of buttons in mails and of the workspace's mark. */
  accent: Colour.optional(),
  /** Stands on the accent. */
  onAccent: Colour.optional(),
  /** Who mails to customers are from. */
  senderName: z.string().trim().max(80).optional(),
  replyTo: z.email().max(254).optional(),
});
export type Brand = z.infer<typeof Brand>;
