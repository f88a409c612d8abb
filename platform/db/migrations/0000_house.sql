-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
create or replace function current_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.workspace_id', true), '')::uuid;

-- UUIDv7 (RFC 9562): millisecond clock in the first 48 bits. PostgreSQL 18 has its own; 16 and 17 do without.
create or replace function new_id() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

CREATE TABLE "audit_entries" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"operation" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"record" text,
	"record_id" text,
	"input" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"address" text,
	CONSTRAINT "audit_entries_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "files" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"key" text NOT NULL,
	"alt" text,
	"checksum" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "idempotency_keys" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"scope" text NOT NULL,
	"request_hash" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "mail_messages" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"once" text NOT NULL,
	"sender" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"attempted_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_messages_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "outbox" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"seq" bigserial NOT NULL,
	"event" text NOT NULL,
	"about" text NOT NULL,
	"data" jsonb NOT NULL,
	"actor" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	"relayed" bigint,
	CONSTRAINT "outbox_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "rate_windows" (
	"key" text NOT NULL,
	"minute" bigint NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "rate_windows_key_minute_pk" PRIMARY KEY("key","minute")
);
;
CREATE TABLE "reaction_receipts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"reaction" text NOT NULL,
	"event_id" uuid NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reaction_receipts_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "vault_keys" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"version" integer NOT NULL,
	"master_key_id" text NOT NULL,
	"wrapped" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vault_keys_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"tier" text DEFAULT 'free' NOT NULL,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug")
);
;
CREATE INDEX "audit_entries_newest" ON "audit_entries" USING btree ("workspace_id","at" DESC NULLS LAST,"id");
CREATE INDEX "audit_entries_record" ON "audit_entries" USING btree ("workspace_id","record_id","at" DESC NULLS LAST);
CREATE UNIQUE INDEX "files_key" ON "files" USING btree ("workspace_id","key");
CREATE INDEX "files_newest" ON "files" USING btree ("workspace_id","created_at");
CREATE UNIQUE INDEX "idempotency_keys_scope" ON "idempotency_keys" USING btree ("workspace_id","scope");
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");
CREATE UNIQUE INDEX "mail_messages_once" ON "mail_messages" USING btree ("workspace_id","once");
CREATE INDEX "mail_messages_newest" ON "mail_messages" USING btree ("created_at");
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("seq") WHERE relayed is null;
CREATE UNIQUE INDEX "outbox_relayed" ON "outbox" USING btree ("workspace_id","relayed") WHERE relayed is not null;
CREATE INDEX "outbox_order" ON "outbox" USING btree ("relayed") WHERE relayed is not null;
CREATE INDEX "outbox_about" ON "outbox" USING btree ("workspace_id","about","seq");
CREATE INDEX "rate_windows_minute" ON "rate_windows" USING btree ("minute");
CREATE UNIQUE INDEX "reaction_receipts_once" ON "reaction_receipts" USING btree ("workspace_id","reaction","event_id");
CREATE UNIQUE INDEX "vault_keys_version" ON "vault_keys" USING btree ("workspace_id","version");
alter table "audit_entries" add constraint "audit_entries_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "audit_entries" enable row level security;
alter table "audit_entries" force row level security;
create policy "audit_entries_tenant" on "audit_entries" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "audit_entries_platform" on "audit_entries" to :platform using (true) with check (true);
grant select, insert on "audit_entries" to :app;
grant select, insert, update, delete on "audit_entries" to :platform;
alter table "files" add constraint "files_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "files" enable row level security;
alter table "files" force row level security;
create policy "files_tenant" on "files" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "files_platform" on "files" to :platform using (true) with check (true);
grant select, insert, update, delete on "files" to :app;
grant select, insert, update, delete on "files" to :platform;
alter table "idempotency_keys" add constraint "idempotency_keys_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "idempotency_keys" enable row level security;
alter table "idempotency_keys" force row level security;
create policy "idempotency_keys_tenant" on "idempotency_keys" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "idempotency_keys_platform" on "idempotency_keys" to :platform using (true) with check (true);
grant select, insert, update, delete on "idempotency_keys" to :app;
grant select, insert, update, delete on "idempotency_keys" to :platform;
alter table "mail_messages" add constraint "mail_messages_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "mail_messages" enable row level security;
alter table "mail_messages" force row level security;
create policy "mail_messages_tenant" on "mail_messages" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "mail_messages_platform" on "mail_messages" to :platform using (true) with check (true);
grant select, insert, update, delete on "mail_messages" to :app;
grant select, insert, update, delete on "mail_messages" to :platform;
alter table "outbox" add constraint "outbox_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "outbox" enable row level security;
alter table "outbox" force row level security;
create policy "outbox_tenant" on "outbox" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "outbox_platform" on "outbox" to :platform using (true) with check (true);
grant select, insert, update, delete on "outbox" to :app;
grant select, insert, update, delete on "outbox" to :platform;
alter table "rate_windows" set unlogged;
grant select, insert, update, delete on "rate_windows" to :platform;
alter table "reaction_receipts" add constraint "reaction_receipts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "reaction_receipts" enable row level security;
alter table "reaction_receipts" force row level security;
create policy "reaction_receipts_tenant" on "reaction_receipts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "reaction_receipts_platform" on "reaction_receipts" to :platform using (true) with check (true);
grant select, insert, update, delete on "reaction_receipts" to :app;
grant select, insert, update, delete on "reaction_receipts" to :platform;
alter table "vault_keys" add constraint "vault_keys_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "vault_keys" enable row level security;
alter table "vault_keys" force row level security;
create policy "vault_keys_tenant" on "vault_keys" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "vault_keys_platform" on "vault_keys" to :platform using (true) with check (true);
grant select, insert, update, delete on "vault_keys" to :app;
grant select, insert, update, delete on "vault_keys" to :platform;
grant select, insert, update, delete on "workspaces" to :platform;
alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy workspaces_tenant on workspaces for select to :app using (id = current_workspace());
create policy workspaces_platform on workspaces to :platform using (true) with check (true);
grant select on workspaces to :app;
grant usage on all sequences in schema public to :app, :platform;
