import * as z from 'zod';
import { MOST_OPTIONS, MOST_VALUES, MOST_VARIANTS } from './options.ts';
import { MEDIA_KINDS } from './tables.ts';

const MOST_MONEY = 1_000_000_000_000;

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'needs a currency code of three capital letters');
export const Slug = z
  .string()
  .max(200)
  .regex(/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u, 'needs small letters, digits and single hyphens, like blue-mug');
export const Price = z.object({
  amount: z.int().min(0).max(MOST_MONEY).meta({ description: 'Integer minor units, e.g. cents' }),
  currency: Currency,
  compareAt: z.int().min(0).max(MOST_MONEY).nullish().meta({ description: 'The former price, shown struck through' }),
});
export type Price = z.output<typeof Price>;

export const WebAddress = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/[^\s/]+|\/(?!\/))\S*$/, 'needs an address that begins with http://, https:// or /');

const Name = z.string().trim().min(1).max(255);
const Line = z.string().trim().max(255);

export const OptionInput = z.object({
  name: Name,
  values: z
    .array(Name)
    .min(1)
    .max(MOST_VALUES)
    .refine((v) => new Set(v).size === v.length, 'has the same value twice'),
  was: Name.optional().meta({ description: 'The name before, when this option is renamed' }),
  renamed: z.record(Name, Name).optional().meta({ description: 'Renamed values: the new one -> the one before. Their variants are kept with everything they have' }),
});

export const Options = z
  .array(OptionInput)
  .max(MOST_OPTIONS)
  .refine((list) => new Set(list.map((o) => o.name)).size === list.length, 'has the same name twice');

const variantFields = {
  sku: Line,
  barcode: Line,
  weightGrams: z.int().min(0).max(100_000_000),
  requiresShipping: z.boolean(),
  taxable: z.boolean(),
  taxCode: Line,
  inventoryPolicy: z.enum(['deny', 'continue']).meta({ description: 'continue = may be sold below zero' }),
  trackInventory: z.boolean(),
};

/** The changeable fields of a variant, all optional. */
export const VariantFields = z.object(variantFields).partial();

export const VariantInput = VariantFields.extend({
  options: z.record(z.string(), z.string()).default({}),
  prices: z.array(Price).max(200).optional(),
});
export type VariantInput = z.output<typeof VariantInput>;

const Percent = z.int().min(0).max(100);
/** What must stay in view when a picture is cut to another shape: percent from the left and from the top. */
export const Focal = z.object({ x: Percent, y: Percent });

export const MediaInput = z.object({
  url: WebAddress,
  fileId: z.uuid().nullish(),
  alt: z.string().trim().max(512).default(''),
  width: z.int().min(1).max(50_000).nullish(),
  height: z.int().min(1).max(50_000).nullish(),
  focal: Focal.optional(),
  kind: z.enum(MEDIA_KINDS).optional().meta({ description: 'a video or 3D model is an uploaded file; the spin pictures of a product are one 360-degree view' }),
  posterUrl: WebAddress.nullish().meta({ description: 'a picture that stands there until a video or model is started' }),
  variantOptions: z.record(z.string(), z.string()).optional().meta({ description: 'The combination this picture shows' }),
});
export type MediaInput = z.output<typeof MediaInput>;

export const CustomFieldValues = z
  .record(z.string().max(64), z.union([z.string().max(5_000), z.number(), z.boolean(), z.null()]))
  .refine((fields) => Object.keys(fields).length <= 200, 'has more than 200 fields');
export type CustomFieldValues = z.output<typeof CustomFieldValues>;

export const ProductFields = z.object({
  title: Name,
  slug: Slug,
  descriptionHtml: z.string().max(500_000),
  brand: Line,
  productType: Line,
  status: z.enum(['draft', 'active', 'archived']),
  publishAt: z.iso.datetime({ offset: true }).nullable().meta({ description: 'An active product is shown from then on; null = at once' }),
  unpublishAt: z.iso.datetime({ offset: true }).nullable().meta({ description: 'It becomes a draft again then; null = never' }),
  seo: z.object({ title: z.string().trim().max(255).optional(), description: z.string().trim().max(1_000).optional() }),
  tags: z.array(Name).max(250),
  customFields: CustomFieldValues,
  categoryIds: z.array(z.uuid()).max(100),
  collectionIds: z.array(z.uuid()).max(100),
});
export type ProductFields = z.output<typeof ProductFields>;

export const NewProduct = ProductFields.partial().extend({
  title: Name,
  options: Options.default([]),
  variants: z.array(VariantInput).min(1).max(MOST_VARIANTS).optional().meta({ description: 'Left out: every combination of the options' }),
  prices: z.array(Price).max(200).default([]).meta({ description: 'Prices of every variant that names none itself' }),
  media: z.array(MediaInput).max(250).default([]),
});
export type NewProduct = z.output<typeof NewProduct>;
