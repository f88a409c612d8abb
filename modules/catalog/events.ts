import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const aboutProduct = z.object({ productId: z.uuid(), title: z.string(), slug: z.string(), version: z.int() });

export const productCreated = event({
  name: 'product.created',
  says: 'A product was created',
  data: aboutProduct,
  about: 'productId',
  live: { channel: 'products', as: 'product:created' },
});

export const productUpdated = event({
  name: 'product.updated',
  says: 'A product was changed',
  data: aboutProduct,
  about: 'productId',
  live: { channel: 'products', as: 'product:updated' },
});

export const productDeleted = event({
  name: 'product.deleted',
  says: 'A product was deleted',
  data: aboutProduct,
  about: 'productId',
  live: { channel: 'products', as: 'product:deleted' },
});

export const categoryChanged = event({
  name: 'category.changed',
  says: 'The category tree was changed',
  data: z.object({ categoryId: z.uuid() }),
  about: 'categoryId',
  live: { channel: 'products', as: 'category:updated' },
});

export const collectionChanged = event({
  name: 'collection.changed',
  says: 'A collection was changed',
  data: z.object({ collectionId: z.uuid() }),
  about: 'collectionId',
  live: { channel: 'products', as: 'collection:updated' },
});

export const customFieldsChanged = event({
  name: 'custom-field.changed',
  says: 'The custom fields of products were changed',
  data: z.object({ definitionId: z.uuid() }),
  about: 'definitionId',
});
