-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
CREATE TABLE "billing_keepings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"purpose" text NOT NULL,
	"tier" text,
	"interval" text,
	"price" bigint,
	"trial_days" integer DEFAULT 0 NOT NULL,
	"currency" char(3) NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"seller_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"return_to" text NOT NULL,
	"continue_at" text,
	"token_sealed" text,
	"mark" text,
	"card_brand" text,
	"card_last4" char(4),
	"sentence" text DEFAULT '' NOT NULL,
	"gone_at" timestamp with time zone,
	"let_go_at" timestamp with time zone,
	"asks" integer DEFAULT 0 NOT NULL,
	"next_try" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_keepings_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "billing_keepings_state" CHECK (state in ('asked', 'kept', 'left')),
	CONSTRAINT "billing_keepings_purpose" CHECK (purpose in ('card', 'start')),
	CONSTRAINT "billing_keepings_interval" CHECK (interval in ('month', 'year')),
	CONSTRAINT "billing_keepings_plan" CHECK ((purpose = 'start') = (tier is not null) and (tier is null) = (interval is null) and (tier is null) = (price is null))
);
;
CREATE TABLE "order_return_rules" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"window_days" integer,
	"says" text DEFAULT '' NOT NULL,
	CONSTRAINT "order_return_rules_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "order_return_rules_window" CHECK (window_days between 1 and 3650)
);
;
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
ALTER TABLE "payments" DROP CONSTRAINT "payments_state";
ALTER TABLE "billing_charges" ADD COLUMN "kept_id" uuid;
ALTER TABLE "payment_methods" ADD COLUMN "mark" text;
ALTER TABLE "payment_methods" ADD COLUMN "gone_at" timestamp with time zone;
ALTER TABLE "subscription_settings" ADD COLUMN "announce_days" integer DEFAULT 3 NOT NULL;
ALTER TABLE "subscriptions" ADD COLUMN "announced_for" timestamp with time zone;
ALTER TABLE "workspace_billing" ADD COLUMN "kept_id" uuid;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_seller_id" uuid;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_provider" text;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_id" text;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_more" integer DEFAULT 0 NOT NULL;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_page_at" timestamp with time zone;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_look_at" timestamp with time zone;
ALTER TABLE "workspace_billing" ADD COLUMN "outside_looks" integer DEFAULT 0 NOT NULL;
CREATE UNIQUE INDEX "billing_keepings_key" ON "billing_keepings" USING btree ("workspace_id","key");
CREATE INDEX "billing_keepings_newest" ON "billing_keepings" USING btree ("workspace_id","created_at","id");
CREATE INDEX "billing_keepings_of_key" ON "billing_keepings" USING btree ("key");
CREATE INDEX "billing_keepings_mark" ON "billing_keepings" USING btree ("mark") WHERE mark is not null;
CREATE INDEX "billing_keepings_open" ON "billing_keepings" USING btree ("next_try") WHERE state = 'asked';
CREATE INDEX "billing_keepings_let_go" ON "billing_keepings" USING btree ("let_go_at") WHERE let_go_at is not null;
CREATE UNIQUE INDEX "order_return_rules_one" ON "order_return_rules" USING btree ("workspace_id");
CREATE UNIQUE INDEX "tier_products_sold" ON "tier_products" USING btree ("seller_id","provider","tier","interval","currency") WHERE for_sale;
CREATE INDEX "order_returns_newest" ON "order_returns" USING btree ("workspace_id","created_at","id");
CREATE INDEX "order_returns_stage" ON "order_returns" USING btree ("workspace_id","stage","created_at");
CREATE INDEX "payment_methods_mark" ON "payment_methods" USING btree ("workspace_id","mark") WHERE mark is not null;
CREATE INDEX "workspace_billing_looks" ON "workspace_billing" USING btree ("outside_look_at") WHERE outside_look_at is not null;
CREATE INDEX "workspace_billing_outside" ON "workspace_billing" USING btree ("outside_id") WHERE outside_id is not null;
ALTER TABLE "payments" ADD CONSTRAINT "payments_state" CHECK (state in ('requested', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'partially_refunded', 'charged_back', 'kept', 'unknown'));
ALTER TABLE "subscription_settings" ADD CONSTRAINT "subscription_settings_announce" CHECK (announce_days between 0 and 30);
ALTER TABLE "workspace_billing" ADD CONSTRAINT "workspace_billing_outside" CHECK ((outside_seller_id is null) = (outside_provider is null) and (outside_id is null or outside_provider is not null));
alter table "billing_keepings" add constraint "billing_keepings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "billing_keepings" enable row level security;
alter table "billing_keepings" force row level security;
create policy "billing_keepings_tenant" on "billing_keepings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "billing_keepings_platform" on "billing_keepings" to :platform using (true) with check (true);
grant select, insert, update, delete on "billing_keepings" to :app;
grant select, insert, update, delete on "billing_keepings" to :platform;
alter table "order_return_rules" add constraint "order_return_rules_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_return_rules" enable row level security;
alter table "order_return_rules" force row level security;
create policy "order_return_rules_tenant" on "order_return_rules" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_return_rules_platform" on "order_return_rules" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_return_rules" to :app;
grant select, insert, update, delete on "order_return_rules" to :platform;
grant select, insert, update, delete on "tier_products" to :platform;
grant usage on all sequences in schema public to :app, :platform;
