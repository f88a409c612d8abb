-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
CREATE TABLE "billing_charges" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"seller_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"token" text NOT NULL,
	"card_brand" text,
	"card_last4" char(4),
	"amount" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"by_hand" boolean DEFAULT false NOT NULL,
	"asks" integer DEFAULT 0 NOT NULL,
	"next_try" timestamp with time zone NOT NULL,
	"sentence" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_charges_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "billing_charges_state" CHECK (state in ('asked', 'paid', 'declined')),
	CONSTRAINT "billing_charges_amount" CHECK (amount >= 0)
);
;
CREATE TABLE "billing_invoices" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"number" integer,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"cycle" integer NOT NULL,
	"tier" text NOT NULL,
	"interval" text NOT NULL,
	"currency" char(3) NOT NULL,
	"price" bigint NOT NULL,
	"credit" bigint DEFAULT 0 NOT NULL,
	"credit_left" bigint DEFAULT 0 NOT NULL,
	"amount" bigint NOT NULL,
	"anchor_at" timestamp with time zone NOT NULL,
	"times" integer NOT NULL,
	"period_start" timestamp with time zone NOT NULL,
	"period_end" timestamp with time zone NOT NULL,
	"card_last4" char(4),
	"sentence" text DEFAULT '' NOT NULL,
	"paid_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_invoices_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "billing_invoices_state" CHECK (state in ('open', 'paid', 'declined', 'given_up')),
	CONSTRAINT "billing_invoices_kind" CHECK (kind in ('start', 'renewal', 'upgrade')),
	CONSTRAINT "billing_invoices_interval" CHECK (interval in ('month', 'year')),
	CONSTRAINT "billing_invoices_money" CHECK (price >= 0 and credit >= 0 and credit_left >= 0 and amount = price - credit),
	CONSTRAINT "billing_invoices_numbered" CHECK ((state = 'paid') = (number is not null))
);
;
CREATE TABLE "billing_settings" (
	"one" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"seller_id" uuid,
	"provider" text DEFAULT '' NOT NULL,
	"trial_days" integer DEFAULT 0 NOT NULL,
	"retry_days" integer[] DEFAULT '{1,3,7}' NOT NULL,
	"grace_days" integer DEFAULT 14 NOT NULL,
	CONSTRAINT "billing_settings_one" CHECK (one = 1),
	CONSTRAINT "billing_settings_days" CHECK (trial_days between 0 and 90 and grace_days between 1 and 27)
);
;
CREATE TABLE "tier_prices" (
	"tier" text NOT NULL,
	"currency" char(3) NOT NULL,
	"month" bigint,
	"year" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tier_prices_pk" PRIMARY KEY("tier","currency"),
	CONSTRAINT "tier_prices_amounts" CHECK (coalesce(month > 0, true) and coalesce(year > 0, true))
);
;
CREATE TABLE "workspace_billing" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"status" text NOT NULL,
	"tier" text NOT NULL,
	"interval" text NOT NULL,
	"currency" char(3) NOT NULL,
	"price" bigint NOT NULL,
	"anchor_at" timestamp with time zone NOT NULL,
	"times" integer NOT NULL,
	"period_start" timestamp with time zone NOT NULL,
	"period_end" timestamp with time zone NOT NULL,
	"period_paid" bigint DEFAULT 0 NOT NULL,
	"cycle" integer DEFAULT 0 NOT NULL,
	"credit" bigint DEFAULT 0 NOT NULL,
	"next_tier" text,
	"next_interval" text,
	"next_price" bigint,
	"ends" boolean DEFAULT false NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"grace_ends_at" timestamp with time zone,
	"failure" text DEFAULT '' NOT NULL,
	"trial_used_at" timestamp with time zone,
	"seller_id" uuid,
	"provider" text,
	"token" text,
	"card_brand" text,
	"card_last4" char(4),
	"applied_tier" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_billing_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "workspace_billing_status" CHECK (status in ('none', 'trialing', 'active', 'past_due', 'ended')),
	CONSTRAINT "workspace_billing_interval" CHECK (interval in ('month', 'year') and coalesce(next_interval in ('month', 'year'), true)),
	CONSTRAINT "workspace_billing_next" CHECK ((next_tier is null) = (next_interval is null) and (next_tier is null) = (next_price is null)),
	CONSTRAINT "workspace_billing_money" CHECK (price >= 0 and period_paid >= 0 and credit >= 0 and cycle >= 0 and failures >= 0)
);
;
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
ALTER TABLE "billing_charges" ADD CONSTRAINT "billing_charges_workspace_id_invoice_id_billing_invoices_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."billing_invoices"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
CREATE UNIQUE INDEX "billing_charges_key" ON "billing_charges" USING btree ("workspace_id","key");
CREATE UNIQUE INDEX "billing_charges_try" ON "billing_charges" USING btree ("workspace_id","invoice_id","attempt");
CREATE INDEX "billing_charges_of_key" ON "billing_charges" USING btree ("key");
CREATE UNIQUE INDEX "billing_charges_once" ON "billing_charges" USING btree ("workspace_id","invoice_id") WHERE state in ('asked', 'paid');
CREATE INDEX "billing_charges_open" ON "billing_charges" USING btree ("next_try") WHERE state = 'asked';
CREATE UNIQUE INDEX "billing_invoices_open" ON "billing_invoices" USING btree ("workspace_id") WHERE state = 'open';
CREATE UNIQUE INDEX "billing_invoices_cycle" ON "billing_invoices" USING btree ("workspace_id","cycle") WHERE state in ('open', 'paid');
CREATE UNIQUE INDEX "billing_invoices_number" ON "billing_invoices" USING btree ("workspace_id","number") WHERE number is not null;
CREATE INDEX "billing_invoices_newest" ON "billing_invoices" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "workspace_billing_one" ON "workspace_billing" USING btree ("workspace_id");
CREATE INDEX "workspace_billing_due" ON "workspace_billing" USING btree ("period_end") WHERE status in ('trialing', 'active');
CREATE INDEX "workspace_billing_late" ON "workspace_billing" USING btree ("retry_at") WHERE status = 'past_due';
alter table "billing_charges" add constraint "billing_charges_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "billing_charges" enable row level security;
alter table "billing_charges" force row level security;
create policy "billing_charges_tenant" on "billing_charges" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "billing_charges_platform" on "billing_charges" to :platform using (true) with check (true);
grant select, insert, update, delete on "billing_charges" to :app;
grant select, insert, update, delete on "billing_charges" to :platform;
alter table "billing_invoices" add constraint "billing_invoices_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "billing_invoices" enable row level security;
alter table "billing_invoices" force row level security;
create policy "billing_invoices_tenant" on "billing_invoices" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "billing_invoices_platform" on "billing_invoices" to :platform using (true) with check (true);
grant select, insert, update, delete on "billing_invoices" to :app;
grant select, insert, update, delete on "billing_invoices" to :platform;
grant select, insert, update, delete on "billing_settings" to :platform;
grant select, insert, update, delete on "tier_prices" to :platform;
alter table "workspace_billing" add constraint "workspace_billing_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "workspace_billing" enable row level security;
alter table "workspace_billing" force row level security;
create policy "workspace_billing_tenant" on "workspace_billing" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "workspace_billing_platform" on "workspace_billing" to :platform using (true) with check (true);
grant select, insert, update, delete on "workspace_billing" to :app;
grant select, insert, update, delete on "workspace_billing" to :platform;
grant usage on all sequences in schema public to :app, :platform;
