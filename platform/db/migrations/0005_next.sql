-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
CREATE TABLE "inbound_messages" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"message_id" text NOT NULL,
	"event" text DEFAULT '' NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"repeats" integer DEFAULT 0 NOT NULL,
	"last_error" text DEFAULT '' NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "inbound_messages_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "integration_connections" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"vendor" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"account_id" text,
	"state" text DEFAULT 'connected' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secrets_sealed" text,
	"expires_at" timestamp with time zone,
	"last_verified_at" timestamp with time zone,
	"last_error" text DEFAULT '' NOT NULL,
	"last_error_at" timestamp with time zone,
	"refused_messages" integer DEFAULT 0 NOT NULL,
	"last_refusal" text DEFAULT '' NOT NULL,
	"last_refusal_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "integration_connections_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "integration_handshakes" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"vendor" text NOT NULL,
	"user_id" uuid NOT NULL,
	"state_hash" text NOT NULL,
	"verifier_sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "integration_handshakes_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "mail_suppressions" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"address" text NOT NULL,
	"reason" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_suppressions_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "notification_channel_choices" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	CONSTRAINT "notification_channel_choices_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "notification_channel_messages" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"fact_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"link" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_channel_messages_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "payment_remote_charges" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"provider" text NOT NULL,
	"key" text NOT NULL,
	"request" jsonb NOT NULL,
	"remote_id" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_remote_charges_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "platform_fees" (
	"scope" text NOT NULL,
	"target" text NOT NULL,
	"basis_points" integer NOT NULL,
	CONSTRAINT "platform_fees_pk" PRIMARY KEY("scope","target"),
	CONSTRAINT "platform_fees_range" CHECK (basis_points between 0 and 3000)
);
;
CREATE TABLE "vendor_apps" (
	"vendor" text PRIMARY KEY NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secrets_sealed" text NOT NULL,
	"last_verified_at" timestamp with time zone,
	"last_error" text DEFAULT '' NOT NULL,
	"last_error_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
;
ALTER TABLE "mail_messages" ADD COLUMN "fate" text;
ALTER TABLE "mail_messages" ADD COLUMN "fate_detail" text DEFAULT '' NOT NULL;
ALTER TABLE "mail_messages" ADD COLUMN "fate_at" timestamp with time zone;
ALTER TABLE "payments" ADD COLUMN "return_to" text;
ALTER TABLE "payments" ADD COLUMN "continue_at" text;
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_workspace_id_connection_id_integration_connections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","connection_id") REFERENCES "public"."integration_connections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "inbound_messages_once" ON "inbound_messages" USING btree ("workspace_id","connection_id","message_id");
CREATE INDEX "inbound_messages_newest" ON "inbound_messages" USING btree ("workspace_id","received_at","id");
CREATE INDEX "inbound_messages_of_connection" ON "inbound_messages" USING btree ("workspace_id","connection_id","received_at");
CREATE INDEX "inbound_messages_open" ON "inbound_messages" USING btree ("workspace_id","connection_id","state") WHERE state in ('waiting', 'failed');
CREATE UNIQUE INDEX "integration_connections_once" ON "integration_connections" USING btree ("workspace_id","vendor");
CREATE INDEX "integration_connections_id" ON "integration_connections" USING btree ("id");
CREATE INDEX "integration_connections_account" ON "integration_connections" USING btree ("vendor","account_id") WHERE account_id is not null;
CREATE INDEX "integration_connections_expiry" ON "integration_connections" USING btree ("workspace_id","expires_at") WHERE expires_at is not null;
CREATE UNIQUE INDEX "integration_handshakes_state" ON "integration_handshakes" USING btree ("workspace_id","state_hash");
CREATE INDEX "integration_handshakes_age" ON "integration_handshakes" USING btree ("workspace_id","expires_at");
CREATE UNIQUE INDEX "mail_suppressions_once" ON "mail_suppressions" USING btree ("workspace_id","address");
CREATE INDEX "mail_suppressions_newest" ON "mail_suppressions" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "notification_channel_choices_once" ON "notification_channel_choices" USING btree ("workspace_id","kind","channel");
CREATE UNIQUE INDEX "notification_channel_messages_once" ON "notification_channel_messages" USING btree ("workspace_id","fact_id","kind","channel");
CREATE INDEX "notification_channel_messages_due" ON "notification_channel_messages" USING btree ("workspace_id","due_at") WHERE state in ('waiting', 'sending');
CREATE INDEX "notification_channel_messages_newest" ON "notification_channel_messages" USING btree ("workspace_id","channel","created_at");
CREATE UNIQUE INDEX "payment_remote_charges_key" ON "payment_remote_charges" USING btree ("workspace_id","provider","key");
CREATE INDEX "payment_remote_charges_id" ON "payment_remote_charges" USING btree ("workspace_id","provider","remote_id");
alter table "inbound_messages" add constraint "inbound_messages_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "inbound_messages" enable row level security;
alter table "inbound_messages" force row level security;
create policy "inbound_messages_tenant" on "inbound_messages" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "inbound_messages_platform" on "inbound_messages" to :platform using (true) with check (true);
grant select, insert, update, delete on "inbound_messages" to :app;
grant select, insert, update, delete on "inbound_messages" to :platform;
alter table "integration_connections" add constraint "integration_connections_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "integration_connections" enable row level security;
alter table "integration_connections" force row level security;
create policy "integration_connections_tenant" on "integration_connections" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "integration_connections_platform" on "integration_connections" to :platform using (true) with check (true);
grant select, insert, update, delete on "integration_connections" to :app;
grant select, insert, update, delete on "integration_connections" to :platform;
alter table "integration_handshakes" add constraint "integration_handshakes_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "integration_handshakes" enable row level security;
alter table "integration_handshakes" force row level security;
create policy "integration_handshakes_tenant" on "integration_handshakes" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "integration_handshakes_platform" on "integration_handshakes" to :platform using (true) with check (true);
grant select, insert, update, delete on "integration_handshakes" to :app;
grant select, insert, update, delete on "integration_handshakes" to :platform;
alter table "mail_suppressions" add constraint "mail_suppressions_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "mail_suppressions" enable row level security;
alter table "mail_suppressions" force row level security;
create policy "mail_suppressions_tenant" on "mail_suppressions" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "mail_suppressions_platform" on "mail_suppressions" to :platform using (true) with check (true);
grant select, insert, update, delete on "mail_suppressions" to :app;
grant select, insert, update, delete on "mail_suppressions" to :platform;
alter table "notification_channel_choices" add constraint "notification_channel_choices_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "notification_channel_choices" enable row level security;
alter table "notification_channel_choices" force row level security;
create policy "notification_channel_choices_tenant" on "notification_channel_choices" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "notification_channel_choices_platform" on "notification_channel_choices" to :platform using (true) with check (true);
grant select, insert, update, delete on "notification_channel_choices" to :app;
grant select, insert, update, delete on "notification_channel_choices" to :platform;
alter table "notification_channel_messages" add constraint "notification_channel_messages_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "notification_channel_messages" enable row level security;
alter table "notification_channel_messages" force row level security;
create policy "notification_channel_messages_tenant" on "notification_channel_messages" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "notification_channel_messages_platform" on "notification_channel_messages" to :platform using (true) with check (true);
grant select, insert, update, delete on "notification_channel_messages" to :app;
grant select, insert, update, delete on "notification_channel_messages" to :platform;
alter table "payment_remote_charges" add constraint "payment_remote_charges_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "payment_remote_charges" enable row level security;
alter table "payment_remote_charges" force row level security;
create policy "payment_remote_charges_tenant" on "payment_remote_charges" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "payment_remote_charges_platform" on "payment_remote_charges" to :platform using (true) with check (true);
grant select, insert, update, delete on "payment_remote_charges" to :app;
grant select, insert, update, delete on "payment_remote_charges" to :platform;
grant select, insert, update, delete on "platform_fees" to :platform;
grant select, insert, update, delete on "vendor_apps" to :platform;
grant usage on all sequences in schema public to :app, :platform;
