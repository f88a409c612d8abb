import * as z from 'zod';

const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'should be a colour, like #1d4ed8');

/** A place in the shop ("/products"), another website or a mail address. Anything that could run is no link. */
const Link = z.string().trim().max(500).regex(/^(\/(?!\/)|https?:\/\/|mailto:)\S*$/, 'should be a place in the shop like /products, or an address that begins with https://');
const PictureAddress = z.string().trim().max(500).regex(/^(\/files\/|https?:\/\/)\S+$/, 'should be the address of a picture');

/** Letters every device has, so no page waits for a font. */
export const FONTS = ['sans', 'serif', 'rounded', 'humanist', 'geometric', 'grotesque', 'old-style', 'slab', 'typewriter'] as const;
export const RADII = ['none', 'small', 'medium', 'large'] as const;
export const SCHEMES = ['auto', 'light', 'dark'] as const;
export const SECTION_KINDS = ['hero', 'categories', 'collection', 'bestselling', 'newest', 'hot', 'recently-sold', 'recently-viewed', 'text', 'promises'] as const;

/** A part of the home page. Which fields count depends on its kind; what is left empty the shop words itself. */
export const Section = z.object({
  id: z.string().min(1).max(40).regex(/^[\w-]+$/),
  kind: z.enum(SECTION_KINDS),
  title: z.string().trim().max(120).optional(),
  text: z.string().trim().max(1_200).optional(),
  imageUrl: PictureAddress.optional(),
  imageAlt: z.string().trim().max(200).optional(),
  side: z.enum(['left', 'right']).optional().meta({ description: 'where the picture of a text stands' }),
  button: z.string().trim().max(40).optional(),
  link: Link.optional(),
  collection: z.string().trim().max(200).optional().meta({ description: 'id or short name of the collection shown' }),
  promises: z.array(z.object({ title: z.string().trim().min(1).max(60), text: z.string().trim().max(160) })).max(4).optional(),
  hidden: z.boolean().optional(),
});
export type Section = z.infer<typeof Section>;

const FooterLink = z.object({ label: z.string().trim().min(1).max(60), link: Link });

/** How a storefront looks. Everything may be left out. */
export const Theme = z.object({
  accent: Colour.optional(),
  background: Colour.optional(),
  text: Colour.optional(),
  logoUrl: PictureAddress.optional(),
  iconUrl: PictureAddress.optional().meta({ description: 'a square picture, for the icon of the installed shop' }),
  font: z.enum(FONTS).optional(),
  headingFont: z.enum(FONTS).optional(),
  radius: z.enum(RADII).optional(),
  scheme: z.enum(SCHEMES).optional().meta({ description: 'auto follows the device; a background of its own makes one scheme for all' }),
  headline: z.string().max(120).optional(),
  intro: z.string().max(600).optional(),
  /** Shown above everything: "Free delivery this week". */
  announcement: z.string().trim().max(160).optional(),
  sections: z.array(Section).max(20).optional(),
  footerLinks: z.array(FooterLink).max(12).optional(),
  footerNote: z.string().trim().max(300).optional(),
});
export type Theme = z.infer<typeof Theme>;
