import * as z from 'zod';

/** How a parcel is followed. Only addresses that a browser may open are taken. */
export const Tracking = z.object({
  trackingNumber: z.string().trim().max(100).optional(),
  carrier: z.string().trim().max(100).optional(),
  trackingUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'should be an address that begins with https://' }).max(500)]).optional(),
});
export type TrackingGiven = z.output<typeof Tracking>;
