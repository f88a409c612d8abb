-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
ALTER TABLE "payment_methods" ALTER COLUMN "token" SET DEFAULT '';
ALTER TABLE "listing_word_counts" ADD COLUMN "language" text DEFAULT 'english' NOT NULL;
ALTER TABLE "payment_methods" ADD COLUMN "token_sealed" text;
ALTER TABLE "payment_methods" ADD COLUMN "waiting" boolean DEFAULT false NOT NULL;
ALTER TABLE "payment_methods" ADD COLUMN "forgotten_at" timestamp with time zone;
ALTER TABLE "payment_remote_charges" ADD COLUMN "secret_sealed" text;
ALTER TABLE "payments" ADD COLUMN "method_id" uuid;
ALTER TABLE "payments" ADD COLUMN "usage" text;
ALTER TABLE "recommended_products" ADD COLUMN "together_lifts" real[] DEFAULT '{}' NOT NULL;
ALTER TABLE "recommended_products" ADD COLUMN "baskets" integer DEFAULT 0 NOT NULL;
ALTER TABLE "recommended_products" ADD COLUMN "expected" real DEFAULT 0 NOT NULL;
grant usage on all sequences in schema public to :app, :platform;
