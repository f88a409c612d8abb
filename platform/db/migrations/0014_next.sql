-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
CREATE TABLE "order_return_rules" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"window_days" integer,
	"says" text DEFAULT '' NOT NULL,
	CONSTRAINT "order_return_rules_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "order_return_rules_window" CHECK (window_days between 1 and 3650)
);
;
ALTER TABLE "payments" DROP CONSTRAINT "payments_state";
ALTER TABLE "payment_methods" ADD COLUMN "mark" text;
ALTER TABLE "payment_methods" ADD COLUMN "gone_at" timestamp with time zone;
ALTER TABLE "subscription_settings" ADD COLUMN "announce_days" integer DEFAULT 3 NOT NULL;
ALTER TABLE "subscriptions" ADD COLUMN "announced_for" timestamp with time zone;
CREATE UNIQUE INDEX "order_return_rules_one" ON "order_return_rules" USING btree ("workspace_id");
CREATE INDEX "order_returns_newest" ON "order_returns" USING btree ("workspace_id","created_at","id");
CREATE INDEX "order_returns_stage" ON "order_returns" USING btree ("workspace_id","stage","created_at");
CREATE INDEX "payment_methods_mark" ON "payment_methods" USING btree ("workspace_id","mark") WHERE mark is not null;
ALTER TABLE "payments" ADD CONSTRAINT "payments_state" CHECK (state in ('requested', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'partially_refunded', 'charged_back', 'kept', 'unknown'));
ALTER TABLE "subscription_settings" ADD CONSTRAINT "subscription_settings_announce" CHECK (announce_days between 0 and 30);
alter table "order_return_rules" add constraint "order_return_rules_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_return_rules" enable row level security;
alter table "order_return_rules" force row level security;
create policy "order_return_rules_tenant" on "order_return_rules" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_return_rules_platform" on "order_return_rules" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_return_rules" to :app;
grant select, insert, update, delete on "order_return_rules" to :platform;
grant usage on all sequences in schema public to :app, :platform;
