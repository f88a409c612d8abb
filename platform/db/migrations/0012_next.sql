-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
ALTER TABLE "listing_word_counts" ADD COLUMN "language" text DEFAULT 'english' NOT NULL;
ALTER TABLE "recommended_products" ADD COLUMN "together_lifts" real[] DEFAULT '{}' NOT NULL;
ALTER TABLE "recommended_products" ADD COLUMN "baskets" integer DEFAULT 0 NOT NULL;
ALTER TABLE "recommended_products" ADD COLUMN "expected" real DEFAULT 0 NOT NULL;
grant usage on all sequences in schema public to :app, :platform;
