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
CREATE TABLE "conversation_messages" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"side" text NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"pictures" uuid[] DEFAULT '{}' NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_messages_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "conversation_messages_side" CHECK (side in ('shopper', 'shop')),
	CONSTRAINT "conversation_messages_text" CHECK (char_length(text) between 1 and 5000),
	CONSTRAINT "conversation_messages_pictures" CHECK (cardinality(pictures) <= 4)
);
;
CREATE TABLE "conversations" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"storefront_id" uuid,
	"customer_id" uuid,
	"order_id" uuid,
	"order_number" integer,
	"name" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"subject" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"last_side" text NOT NULL,
	"last_message_at" timestamp with time zone NOT NULL,
	"shop_read_at" timestamp with time zone,
	"shopper_read_at" timestamp with time zone,
	"search_text" text GENERATED ALWAYS AS (text_to_search(subject, name, email)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "conversations_state" CHECK (state in ('open', 'closed')),
	CONSTRAINT "conversations_last_side" CHECK (last_side in ('shopper', 'shop'))
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
CREATE TABLE "prepared_answers" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prepared_answers_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "prepared_answers_text" CHECK (char_length(text) between 1 and 5000)
);
;
CREATE TABLE "task_routes" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"people" uuid[] DEFAULT '{}' NOT NULL,
	"last_person" uuid,
	"due_hours" integer,
	"escalate_hours" integer DEFAULT 24 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"priority" text,
	"wait_hours" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_routes_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "task_routes_due" CHECK (due_hours between 1 and 8760),
	CONSTRAINT "task_routes_escalate" CHECK (escalate_hours between 1 and 720),
	CONSTRAINT "task_routes_priority" CHECK (priority in ('low', 'normal', 'high', 'urgent')),
	CONSTRAINT "task_routes_wait" CHECK (wait_hours between 0 and 720)
);
;
CREATE TABLE "task_summaries" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "task_summaries_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "tasks" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"due_at" timestamp with time zone,
	"assignee_id" uuid,
	"storefront_id" uuid,
	"related_type" text,
	"related_id" uuid,
	"related_label" text DEFAULT '' NOT NULL,
	"related_link" text DEFAULT '' NOT NULL,
	"source_key" text,
	"next_reminder" text,
	"next_reminder_at" timestamp with time zone,
	"created_by" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_by" text DEFAULT '' NOT NULL,
	"finished_at" timestamp with time zone,
	"search_text" text GENERATED ALWAYS AS (text_to_search(title, related_label)) STORED,
	CONSTRAINT "tasks_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "tasks_state" CHECK (state in ('open', 'done', 'dropped')),
	CONSTRAINT "tasks_priority" CHECK (priority in ('low', 'normal', 'high', 'urgent')),
	CONSTRAINT "tasks_reminder" CHECK (next_reminder in ('soon', 'overdue', 'escalated') and (next_reminder is null) = (next_reminder_at is null)),
	CONSTRAINT "tasks_finished" CHECK ((state = 'open') = (finished_at is null)),
	CONSTRAINT "tasks_related" CHECK ((related_type is null) = (related_id is null))
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
ALTER TABLE "conversation_messages" ADD CONSTRAINT "conversation_messages_workspace_id_conversation_id_conversations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","conversation_id") REFERENCES "public"."conversations"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "billing_keepings_key" ON "billing_keepings" USING btree ("workspace_id","key");
CREATE INDEX "billing_keepings_newest" ON "billing_keepings" USING btree ("workspace_id","created_at","id");
CREATE INDEX "billing_keepings_of_key" ON "billing_keepings" USING btree ("key");
CREATE INDEX "billing_keepings_mark" ON "billing_keepings" USING btree ("mark") WHERE mark is not null;
CREATE INDEX "billing_keepings_open" ON "billing_keepings" USING btree ("next_try") WHERE state = 'asked';
CREATE INDEX "billing_keepings_let_go" ON "billing_keepings" USING btree ("let_go_at") WHERE let_go_at is not null;
CREATE INDEX "conversation_messages_of" ON "conversation_messages" USING btree ("workspace_id","conversation_id","written_at","id");
CREATE UNIQUE INDEX "conversations_of_order" ON "conversations" USING btree ("workspace_id","order_id") WHERE order_id is not null;
CREATE INDEX "conversations_newest" ON "conversations" USING btree ("workspace_id","last_message_at","id");
CREATE INDEX "conversations_unanswered" ON "conversations" USING btree ("workspace_id","last_message_at") WHERE state = 'open' and last_side = 'shopper';
CREATE INDEX "conversations_of_customer" ON "conversations" USING btree ("workspace_id","customer_id","last_message_at");
CREATE UNIQUE INDEX "order_return_rules_one" ON "order_return_rules" USING btree ("workspace_id");
CREATE UNIQUE INDEX "prepared_answers_name" ON "prepared_answers" USING btree ("workspace_id","name");
CREATE UNIQUE INDEX "task_routes_kind" ON "task_routes" USING btree ("workspace_id","kind");
CREATE INDEX "task_routes_newest" ON "task_routes" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "task_summaries_once" ON "task_summaries" USING btree ("workspace_id","user_id","day");
CREATE UNIQUE INDEX "tasks_source" ON "tasks" USING btree ("workspace_id","source_key") WHERE source_key is not null;
CREATE INDEX "tasks_newest" ON "tasks" USING btree ("workspace_id","created_at","id");
CREATE INDEX "tasks_due" ON "tasks" USING btree ("workspace_id","due_at","id") WHERE state = 'open';
CREATE INDEX "tasks_of" ON "tasks" USING btree ("workspace_id","assignee_id","due_at") WHERE state = 'open';
CREATE INDEX "tasks_about" ON "tasks" USING btree ("workspace_id","related_id") WHERE related_id is not null;
CREATE INDEX "tasks_reminders" ON "tasks" USING btree ("workspace_id","next_reminder_at") WHERE next_reminder_at is not null;
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
alter table "conversation_messages" add constraint "conversation_messages_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "conversation_messages" enable row level security;
alter table "conversation_messages" force row level security;
create policy "conversation_messages_tenant" on "conversation_messages" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "conversation_messages_platform" on "conversation_messages" to :platform using (true) with check (true);
grant select, insert, update, delete on "conversation_messages" to :app;
grant select, insert, update, delete on "conversation_messages" to :platform;
alter table "conversations" add constraint "conversations_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "conversations" enable row level security;
alter table "conversations" force row level security;
create policy "conversations_tenant" on "conversations" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "conversations_platform" on "conversations" to :platform using (true) with check (true);
grant select, insert, update, delete on "conversations" to :app;
grant select, insert, update, delete on "conversations" to :platform;
alter table "order_return_rules" add constraint "order_return_rules_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_return_rules" enable row level security;
alter table "order_return_rules" force row level security;
create policy "order_return_rules_tenant" on "order_return_rules" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_return_rules_platform" on "order_return_rules" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_return_rules" to :app;
grant select, insert, update, delete on "order_return_rules" to :platform;
alter table "prepared_answers" add constraint "prepared_answers_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "prepared_answers" enable row level security;
alter table "prepared_answers" force row level security;
create policy "prepared_answers_tenant" on "prepared_answers" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "prepared_answers_platform" on "prepared_answers" to :platform using (true) with check (true);
grant select, insert, update, delete on "prepared_answers" to :app;
grant select, insert, update, delete on "prepared_answers" to :platform;
alter table "task_routes" add constraint "task_routes_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "task_routes" enable row level security;
alter table "task_routes" force row level security;
create policy "task_routes_tenant" on "task_routes" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "task_routes_platform" on "task_routes" to :platform using (true) with check (true);
grant select, insert, update, delete on "task_routes" to :app;
grant select, insert, update, delete on "task_routes" to :platform;
alter table "task_summaries" add constraint "task_summaries_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "task_summaries" enable row level security;
alter table "task_summaries" force row level security;
create policy "task_summaries_tenant" on "task_summaries" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "task_summaries_platform" on "task_summaries" to :platform using (true) with check (true);
grant select, insert, update, delete on "task_summaries" to :app;
grant select, insert, update, delete on "task_summaries" to :platform;
alter table "tasks" add constraint "tasks_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "tasks" enable row level security;
alter table "tasks" force row level security;
create policy "tasks_tenant" on "tasks" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "tasks_platform" on "tasks" to :platform using (true) with check (true);
grant select, insert, update, delete on "tasks" to :app;
grant select, insert, update, delete on "tasks" to :platform;
grant select, insert, update, delete on "tier_products" to :platform;
drop policy if exists "conversation_messages_scope" on "conversation_messages";
create policy "conversation_messages_scope" on "conversation_messages" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "conversations" s where s.workspace_id = "conversation_messages".workspace_id and s.id = "conversation_messages"."conversation_id"));
drop policy if exists "conversations_scope" on "conversations";
create policy "conversations_scope" on "conversations" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "tasks_scope" on "tasks";
create policy "tasks_scope" on "tasks" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
grant usage on all sequences in schema public to :app, :platform;
