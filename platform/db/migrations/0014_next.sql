-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
CREATE TABLE "tier_products" (
	"seller_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"tier" text NOT NULL,
	"interval" text NOT NULL,
	"price" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"for_sale" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tier_products_pk" PRIMARY KEY("seller_id","provider","product_id"),
	CONSTRAINT "tier_products_interval" CHECK (interval in ('month', 'year')),
	CONSTRAINT "tier_products_price" CHECK (price >= 0)
);
;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_seller_id" uuid;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_provider" text;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_id" text;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_more" integer DEFAULT 0 NOT NULL;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_page_at" timestamp with time zone;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_look_at" timestamp with time zone;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_looks" integer DEFAULT 0 NOT NULL;
CREATE UNIQUE INDEX "tier_products_sold" ON "tier_products" USING btree ("seller_id","provider","tier","interval","currency") WHERE for_sale;
CREATE INDEX "workspace_billing_looks" ON "workspace_billing" USING btree ("outside_look_at") WHERE outside_look_at is not null;
CREATE INDEX "workspace_billing_outside" ON "workspace_billing" USING btree ("outside_id") WHERE outside_id is not null;
ALTER TABLE "workspace_billing" ADD CONSTRAINT "workspace_billing_outside" CHECK ((outside_seller_id is null) = (outside_provider is null) and (outside_id is null or outside_provider is not null));
grant select, insert, update, delete on "tier_products" to :platform;
grant usage on all sequences in schema public to :app, :platform;
