-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
CREATE TABLE "abandoned_carts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"cart_id" uuid NOT NULL,
	"storefront_id" uuid,
	"customer_id" uuid,
	"email" text NOT NULL,
	"currency" char(3) NOT NULL,
	"value" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"left_at" timestamp with time zone NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mailed_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"order_id" uuid,
	"recovered_value" bigint DEFAULT 0 NOT NULL,
	"recovered_at" timestamp with time zone,
	"search_text" text GENERATED ALWAYS AS (text_to_search(email)) STORED,
	CONSTRAINT "abandoned_carts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "abandoned_carts_value" CHECK (value >= 0 and recovered_value >= 0)
);
;
CREATE TABLE "bundle_components" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"variant_id" uuid NOT NULL,
	"component_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "bundle_components_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "bundle_components_units" CHECK (quantity between 1 and 1000 and variant_id <> component_id)
);
;
CREATE TABLE "discount_uses" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"discount_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"customer_id" uuid,
	"email" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "discount_uses_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "discount_uses_amount" CHECK (amount >= 0)
);
;
CREATE TABLE "discounts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"title" text NOT NULL,
	"code" text,
	"kind" text NOT NULL,
	"terms" jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"max_uses" integer,
	"max_per_customer" integer,
	"used" integer DEFAULT 0 NOT NULL,
	"search_text" text GENERATED ALWAYS AS (text_to_search(title, coalesce(code, ''))) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "discounts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "discounts_kind" CHECK (kind in ('percentage', 'fixed', 'buy_x_get_y', 'free_shipping')),
	CONSTRAINT "discounts_used" CHECK (used >= 0 and (max_uses is null or used <= max_uses))
);
;
CREATE TABLE "offer_showings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"offer_id" uuid NOT NULL,
	"beside_id" uuid NOT NULL,
	"place" text NOT NULL,
	"shown_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_at" timestamp with time zone,
	CONSTRAINT "offer_showings_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "offer_showings_place" CHECK (place in ('cart', 'order'))
);
;
CREATE TABLE "offers" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"title" text NOT NULL,
	"trigger" jsonb NOT NULL,
	"product_id" uuid NOT NULL,
	"places" text[] DEFAULT '{cart}' NOT NULL,
	"percent" integer,
	"discount_id" uuid,
	"active" boolean DEFAULT true NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"search_text" text GENERATED ALWAYS AS (text_to_search(title)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offers_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "offers_percent" CHECK (percent between 1 and 10000)
);
;
CREATE TABLE "recovery_opt_outs" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"email" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recovery_opt_outs_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "recovery_settings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"enabled" boolean DEFAULT false NOT NULL,
	"delay_hours" integer DEFAULT 4 NOT NULL,
	"code" text DEFAULT '' NOT NULL,
	CONSTRAINT "recovery_settings_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "recovery_settings_delay" CHECK (delay_hours between 1 and 168)
);
;
CREATE TABLE "value_accounts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"currency" char(3) NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	"code_hash" text,
	"last4" char(4),
	"customer_id" uuid,
	"email" text DEFAULT '' NOT NULL,
	"expires_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	"order_id" uuid,
	"order_line_id" uuid,
	"unit" integer,
	"search_text" text GENERATED ALWAYS AS (text_to_search(coalesce(last4, ''), email, note)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "value_accounts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "value_accounts_kind" CHECK (kind in ('gift_card', 'store_credit')),
	CONSTRAINT "value_accounts_balance" CHECK (balance >= 0),
	CONSTRAINT "value_accounts_owner" CHECK (kind = 'gift_card' or customer_id is not null)
);
;
CREATE TABLE "value_entries" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"order_id" uuid,
	"key" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "value_entries_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "value_entries_kind" CHECK (kind in ('issued', 'spent', 'returned', 'adjusted')),
	CONSTRAINT "value_entries_balance" CHECK (balance >= 0)
);
;
ALTER TABLE "carts" ADD COLUMN "codes" text[] DEFAULT '{}' NOT NULL;
ALTER TABLE "checkouts" ADD COLUMN "codes" text[] DEFAULT '{}' NOT NULL;
ALTER TABLE "checkouts" ADD COLUMN "gift_card_ids" uuid[] DEFAULT '{}' NOT NULL;
ALTER TABLE "checkouts" ADD COLUMN "store_credit" boolean DEFAULT false NOT NULL;
ALTER TABLE "order_lines" ADD COLUMN "discount" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "order_lines" ADD COLUMN "kind" text DEFAULT 'goods' NOT NULL;
ALTER TABLE "order_lines" ADD COLUMN "components" jsonb;
ALTER TABLE "orders" ADD COLUMN "discounts" jsonb DEFAULT '[]'::jsonb NOT NULL;
ALTER TABLE "products" ADD COLUMN "kind" text DEFAULT 'goods' NOT NULL;
ALTER TABLE "bundle_components" ADD CONSTRAINT "bundle_components_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "bundle_components" ADD CONSTRAINT "bundle_components_workspace_id_component_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","component_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "discount_uses" ADD CONSTRAINT "discount_uses_workspace_id_discount_id_discounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","discount_id") REFERENCES "public"."discounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "offer_showings" ADD CONSTRAINT "offer_showings_workspace_id_offer_id_offers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","offer_id") REFERENCES "public"."offers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "value_entries" ADD CONSTRAINT "value_entries_workspace_id_account_id_value_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."value_accounts"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
CREATE UNIQUE INDEX "abandoned_carts_once" ON "abandoned_carts" USING btree ("workspace_id","cart_id");
CREATE INDEX "abandoned_carts_newest" ON "abandoned_carts" USING btree ("workspace_id","found_at","id");
CREATE INDEX "abandoned_carts_of_order" ON "abandoned_carts" USING btree ("workspace_id","order_id");
CREATE UNIQUE INDEX "bundle_components_once" ON "bundle_components" USING btree ("workspace_id","variant_id","component_id");
CREATE INDEX "bundle_components_of" ON "bundle_components" USING btree ("workspace_id","component_id");
CREATE UNIQUE INDEX "discount_uses_once" ON "discount_uses" USING btree ("workspace_id","discount_id","order_id");
CREATE INDEX "discount_uses_of_order" ON "discount_uses" USING btree ("workspace_id","order_id");
CREATE INDEX "discount_uses_by" ON "discount_uses" USING btree ("workspace_id","email","discount_id");
CREATE UNIQUE INDEX "discounts_code" ON "discounts" USING btree ("workspace_id","code") WHERE code is not null;
CREATE INDEX "discounts_newest" ON "discounts" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "offer_showings_once" ON "offer_showings" USING btree ("workspace_id","offer_id","beside_id");
CREATE INDEX "offers_newest" ON "offers" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "recovery_opt_outs_once" ON "recovery_opt_outs" USING btree ("workspace_id","email");
CREATE UNIQUE INDEX "recovery_settings_one" ON "recovery_settings" USING btree ("workspace_id");
CREATE UNIQUE INDEX "value_accounts_code" ON "value_accounts" USING btree ("workspace_id","code_hash") WHERE code_hash is not null;
CREATE UNIQUE INDEX "value_accounts_of_customer" ON "value_accounts" USING btree ("workspace_id","customer_id","currency") WHERE kind = 'store_credit';
CREATE UNIQUE INDEX "value_accounts_sold" ON "value_accounts" USING btree ("workspace_id","order_line_id","unit") WHERE order_line_id is not null;
CREATE INDEX "value_accounts_of_order" ON "value_accounts" USING btree ("workspace_id","order_id");
CREATE INDEX "value_accounts_newest" ON "value_accounts" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "value_entries_key" ON "value_entries" USING btree ("workspace_id","key");
CREATE INDEX "value_entries_of" ON "value_entries" USING btree ("workspace_id","account_id","at");
CREATE INDEX "value_entries_of_order" ON "value_entries" USING btree ("workspace_id","order_id");
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_discount" CHECK (discount between 0 and total);
ALTER TABLE "products" ADD CONSTRAINT "products_kind" CHECK (kind in ('goods', 'gift_card'));
alter table "abandoned_carts" add constraint "abandoned_carts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "abandoned_carts" enable row level security;
alter table "abandoned_carts" force row level security;
create policy "abandoned_carts_tenant" on "abandoned_carts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "abandoned_carts_platform" on "abandoned_carts" to :platform using (true) with check (true);
grant select, insert, update, delete on "abandoned_carts" to :app;
grant select, insert, update, delete on "abandoned_carts" to :platform;
alter table "bundle_components" add constraint "bundle_components_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "bundle_components" enable row level security;
alter table "bundle_components" force row level security;
create policy "bundle_components_tenant" on "bundle_components" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "bundle_components_platform" on "bundle_components" to :platform using (true) with check (true);
grant select, insert, update, delete on "bundle_components" to :app;
grant select, insert, update, delete on "bundle_components" to :platform;
alter table "discount_uses" add constraint "discount_uses_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "discount_uses" enable row level security;
alter table "discount_uses" force row level security;
create policy "discount_uses_tenant" on "discount_uses" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "discount_uses_platform" on "discount_uses" to :platform using (true) with check (true);
grant select, insert, update, delete on "discount_uses" to :app;
grant select, insert, update, delete on "discount_uses" to :platform;
alter table "discounts" add constraint "discounts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "discounts" enable row level security;
alter table "discounts" force row level security;
create policy "discounts_tenant" on "discounts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "discounts_platform" on "discounts" to :platform using (true) with check (true);
grant select, insert, update, delete on "discounts" to :app;
grant select, insert, update, delete on "discounts" to :platform;
alter table "offer_showings" add constraint "offer_showings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "offer_showings" enable row level security;
alter table "offer_showings" force row level security;
create policy "offer_showings_tenant" on "offer_showings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "offer_showings_platform" on "offer_showings" to :platform using (true) with check (true);
grant select, insert, update, delete on "offer_showings" to :app;
grant select, insert, update, delete on "offer_showings" to :platform;
alter table "offers" add constraint "offers_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "offers" enable row level security;
alter table "offers" force row level security;
create policy "offers_tenant" on "offers" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "offers_platform" on "offers" to :platform using (true) with check (true);
grant select, insert, update, delete on "offers" to :app;
grant select, insert, update, delete on "offers" to :platform;
alter table "recovery_opt_outs" add constraint "recovery_opt_outs_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "recovery_opt_outs" enable row level security;
alter table "recovery_opt_outs" force row level security;
create policy "recovery_opt_outs_tenant" on "recovery_opt_outs" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "recovery_opt_outs_platform" on "recovery_opt_outs" to :platform using (true) with check (true);
grant select, insert, update, delete on "recovery_opt_outs" to :app;
grant select, insert, update, delete on "recovery_opt_outs" to :platform;
alter table "recovery_settings" add constraint "recovery_settings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "recovery_settings" enable row level security;
alter table "recovery_settings" force row level security;
create policy "recovery_settings_tenant" on "recovery_settings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "recovery_settings_platform" on "recovery_settings" to :platform using (true) with check (true);
grant select, insert, update, delete on "recovery_settings" to :app;
grant select, insert, update, delete on "recovery_settings" to :platform;
alter table "value_accounts" add constraint "value_accounts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "value_accounts" enable row level security;
alter table "value_accounts" force row level security;
create policy "value_accounts_tenant" on "value_accounts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "value_accounts_platform" on "value_accounts" to :platform using (true) with check (true);
grant select, insert, update, delete on "value_accounts" to :app;
grant select, insert, update, delete on "value_accounts" to :platform;
alter table "value_entries" add constraint "value_entries_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "value_entries" enable row level security;
alter table "value_entries" force row level security;
create policy "value_entries_tenant" on "value_entries" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "value_entries_platform" on "value_entries" to :platform using (true) with check (true);
grant select, insert on "value_entries" to :app;
grant select, insert, update, delete on "value_entries" to :platform;
drop policy if exists "abandoned_carts_scope" on "abandoned_carts";
create policy "abandoned_carts_scope" on "abandoned_carts" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
grant usage on all sequences in schema public to :app, :platform;
