-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
ALTER TABLE "customer_links" ADD COLUMN "new_email" text;
ALTER TABLE "customers" ADD COLUMN "erase_at" timestamp with time zone;
ALTER TABLE "media" ADD COLUMN "kind" text DEFAULT 'picture' NOT NULL;
ALTER TABLE "media" ADD COLUMN "poster_url" text;
ALTER TABLE "order_fulfilments" ADD COLUMN "out_for_delivery_at" timestamp with time zone;
ALTER TABLE "order_fulfilments" ADD COLUMN "delivered_at" timestamp with time zone;
ALTER TABLE "order_returns" ADD COLUMN "photos" jsonb DEFAULT '[]'::jsonb NOT NULL;
CREATE INDEX "customers_to_erase" ON "customers" USING btree ("erase_at") WHERE erase_at is not null;
ALTER TABLE "media" ADD CONSTRAINT "media_kind" CHECK (kind in ('picture', 'video', 'model', 'spin'));
grant usage on all sequences in schema public to :app, :platform;
