-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
drop table "tax_settings";
CREATE TABLE "account_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"request_hash" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_keys_scope_unique" UNIQUE("scope")
);
;
CREATE TABLE "bulk_rows" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"run_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"sentence" text,
	CONSTRAINT "bulk_rows_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "bulk_rows_states" CHECK (state in ('waiting', 'done', 'failed', 'skipped'))
);
;
CREATE TABLE "bulk_runs" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"list" text NOT NULL,
	"operation" text NOT NULL,
	"says" text NOT NULL,
	"input" jsonb NOT NULL,
	"question" jsonb NOT NULL,
	"actor" jsonb NOT NULL,
	"actor_name" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bulk_runs_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "bulk_runs_state" CHECK (state in ('waiting', 'running', 'done', 'cancelled'))
);
;
CREATE TABLE "customer_group_members" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"group_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_group_members_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "customer_groups" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_groups_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "customer_merges" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"email" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_merges_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "customer_notes" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"says" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_notes_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "default_views" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"list" text NOT NULL,
	"owner_id" text NOT NULL,
	"view" text NOT NULL,
	CONSTRAINT "default_views_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "feature_flags" (
	"flag" text NOT NULL,
	"scope" text NOT NULL,
	"target" text NOT NULL,
	"state" boolean NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feature_flags_pk" PRIMARY KEY("flag","scope","target")
);
;
CREATE TABLE "file_usage" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"files" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "file_usage_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "impersonations" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"session_id" uuid NOT NULL,
	"superadmin_id" uuid NOT NULL,
	"member_session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
;
CREATE TABLE "invoice_counters" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "invoice_counters_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "invoice_sellers" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"company" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"tax_number" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"footer" text DEFAULT '' NOT NULL,
	"paper" text DEFAULT 'auto' NOT NULL,
	CONSTRAINT "invoice_sellers_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "invoices" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"invoice_id" uuid,
	"credit_id" uuid,
	"currency" char(3) NOT NULL,
	"total" bigint NOT NULL,
	"document" jsonb NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invoices_kind" CHECK (kind in ('invoice', 'credit_note'))
);
;
CREATE TABLE "limit_warnings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"meter" text NOT NULL,
	"period" text NOT NULL,
	"share" smallint NOT NULL,
	"used" bigint NOT NULL,
	"most" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "limit_warnings_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "mail_settings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"sender_name" text DEFAULT '' NOT NULL,
	"sender_address" text DEFAULT '' NOT NULL,
	"carrier" text DEFAULT 'installation' NOT NULL,
	"account" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secret" text,
	"works_since" timestamp with time zone,
	"sentence" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_settings_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "notification_choices" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"bell" boolean NOT NULL,
	"push" boolean NOT NULL,
	"mail" boolean NOT NULL,
	CONSTRAINT "notification_choices_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "notification_deliveries" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"notification_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"medium" text NOT NULL,
	"device_id" uuid,
	"due_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"batch" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"last_error" text,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_deliveries_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "notification_habits" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"time_zone" text NOT NULL,
	"quiet_from" text,
	"quiet_to" text,
	"digest" text NOT NULL,
	"daily_at" text NOT NULL,
	CONSTRAINT "notification_habits_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "notifications" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"urgency" text NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"link" text NOT NULL,
	"fact_id" uuid NOT NULL,
	"in_bell" boolean NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"snoozed_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notifications_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "order_credits" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"lines" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"shipping" bigint DEFAULT 0 NOT NULL,
	"amount" bigint NOT NULL,
	"tax" bigint DEFAULT 0 NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_credits_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "order_credits_amount" CHECK (amount >= 0 and shipping >= 0 and tax >= 0)
);
;
CREATE TABLE "order_return_lines" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"return_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"restocked" integer DEFAULT 0 NOT NULL,
	"damaged" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "order_return_lines_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "order_return_lines_units" CHECK (quantity > 0 and restocked >= 0 and damaged >= 0 and restocked + damaged <= quantity)
);
;
CREATE TABLE "order_returns" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"stage" text NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"label_url" text,
	"outcome" text DEFAULT '' NOT NULL,
	"by_customer" boolean DEFAULT false NOT NULL,
	"exchange" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"credited" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "order_returns_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "order_returns_stage" CHECK (stage in ('requested', 'approved', 'declined', 'received', 'cancelled'))
);
;
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passkeys_credential_id_unique" UNIQUE("credential_id")
);
;
CREATE TABLE "push_devices" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"session_id" uuid,
	"name" text NOT NULL,
	"last_sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "push_devices_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "push_keys" (
	"id" integer PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"master_key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
;
CREATE TABLE "sales_changes" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sales_changes_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "sales_day_products" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"storefront_id" uuid,
	"product_id" uuid NOT NULL,
	"title" text NOT NULL,
	"image_url" text,
	"units" integer NOT NULL,
	"sales" bigint NOT NULL,
	CONSTRAINT "sales_day_products_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "sales_day_products_once" UNIQUE NULLS NOT DISTINCT("workspace_id","day","currency","storefront_id","product_id")
);
;
CREATE TABLE "sales_days" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"day" date NOT NULL,
	"currency" char(3) NOT NULL,
	"storefront_id" uuid,
	"orders" integer NOT NULL,
	"units" integer NOT NULL,
	"sales" bigint NOT NULL,
	"refunded_orders" integer NOT NULL,
	"refunds" bigint NOT NULL,
	CONSTRAINT "sales_days_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "sales_days_once" UNIQUE NULLS NOT DISTINCT("workspace_id","day","currency","storefront_id")
);
;
CREATE TABLE "sales_month_products" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"month" date NOT NULL,
	"currency" char(3) NOT NULL,
	"storefront_id" uuid,
	"product_id" uuid NOT NULL,
	"units" integer NOT NULL,
	"sales" bigint NOT NULL,
	CONSTRAINT "sales_month_products_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "sales_month_products_once" UNIQUE NULLS NOT DISTINCT("workspace_id","month","currency","storefront_id","product_id")
);
;
CREATE TABLE "sales_state" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"time_zone" text DEFAULT '' NOT NULL,
	"counted_at" timestamp with time zone,
	"months_through" date,
	CONSTRAINT "sales_state_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "saved_views" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" text NOT NULL,
	"question" jsonb NOT NULL,
	"layout" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "saved_views_scope" CHECK (scope in ('mine', 'team'))
);
;
CREATE TABLE "second_factors" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "second_factors_user_id_unique" UNIQUE("user_id")
);
;
CREATE TABLE "sidebar_arrangements" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"arrangement" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"dismissed" text[] DEFAULT '{}' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sidebar_arrangements_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "sidebar_defaults" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"preset" text DEFAULT 'full' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sidebar_defaults_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "stock_alerts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"variant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"available" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_alerts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "stock_alerts_kind" CHECK (kind in ('low', 'out', 'back', 'running_out'))
);
;
CREATE TABLE "stock_count_lines" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"count_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"counted" integer,
	"expected" integer,
	"counted_by" text,
	"counted_at" timestamp with time zone,
	CONSTRAINT "stock_count_lines_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "stock_count_lines_both" CHECK ((counted is null) = (expected is null) and counted >= 0)
);
;
CREATE TABLE "stock_counts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"number" integer NOT NULL,
	"location_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"blind" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	CONSTRAINT "stock_counts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "stock_counts_state" CHECK (state in ('open', 'submitted', 'approved', 'cancelled'))
);
;
CREATE TABLE "stock_outlooks" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"variant_id" uuid NOT NULL,
	"sold" integer NOT NULL,
	"cover" integer,
	"running_out" boolean DEFAULT false NOT NULL,
	"counted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_outlooks_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "stock_paper_numbers" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "stock_paper_numbers_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "stock_transfer_lines" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "stock_transfer_lines_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "stock_transfer_lines_sums" CHECK (quantity > 0 and received >= 0 and missing >= 0 and received + missing <= quantity)
);
;
CREATE TABLE "stock_transfers" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"number" integer NOT NULL,
	"from_location_id" uuid NOT NULL,
	"to_location_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	CONSTRAINT "stock_transfers_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "stock_transfers_places" CHECK (from_location_id <> to_location_id),
	CONSTRAINT "stock_transfers_state" CHECK (state in ('draft', 'sent', 'received', 'cancelled'))
);
;
CREATE TABLE "superadmin_entries" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"operation" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"about" text NOT NULL,
	"workspace_id" uuid,
	"user_id" uuid,
	"reason" text,
	"before" jsonb,
	"after" jsonb,
	"request_id" text NOT NULL,
	"address" text
);
;
CREATE TABLE "tier_settings" (
	"tier" text PRIMARY KEY NOT NULL,
	"limits" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
;
CREATE TABLE "usage_days" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"day" date NOT NULL,
	"meter" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "usage_days_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "webhook_attempts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"delivery_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"millis" integer NOT NULL,
	"status" integer,
	"answer" text DEFAULT '' NOT NULL,
	"error" text DEFAULT '' NOT NULL,
	CONSTRAINT "webhook_attempts_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "webhook_deliveries" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"message_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt" timestamp with time zone,
	"last_status" integer,
	"last_error" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "webhook_endpoints" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"url" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"events" text[] NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"secret_sealed" text NOT NULL,
	"old_secret_sealed" text,
	"old_until" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp with time zone,
	"rest_until" timestamp with time zone,
	"last_delivered_at" timestamp with time zone,
	"last_error" text DEFAULT '' NOT NULL,
	"last_error_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_endpoints_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "webhook_messages" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"fact_id" uuid,
	"event" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_messages_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "workspace_exports" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_id" text NOT NULL,
	"key" text,
	"bytes" bigint,
	"counts" jsonb,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_exports_pk" PRIMARY KEY("workspace_id","id")
);
;
DROP INDEX "api_tokens_newest";
DROP INDEX "audit_entries_newest";
DROP INDEX "audit_entries_record";
DROP INDEX "customers_newest";
DROP INDEX "order_drafts_newest";
DROP INDEX "orders_newest";
DROP INDEX "orders_payment";
DROP INDEX "orders_fulfilment";
DROP INDEX "orders_return";
DROP INDEX "orders_of_customer";
DROP INDEX "payments_newest";
DROP INDEX "products_changed";
DROP INDEX "reservations_of_variant";
DROP INDEX "stock_levels_available";
DROP INDEX "stock_levels_changed";
DROP INDEX "stock_movements_newest";
DROP INDEX "stock_movements_of_variant";
ALTER TABLE "account_mails" ADD COLUMN "headers" jsonb;
ALTER TABLE "account_mails" ADD COLUMN "via" text;
ALTER TABLE "account_mails" ADD COLUMN "confidential" boolean DEFAULT false NOT NULL;
ALTER TABLE "account_mails" ADD COLUMN "next_attempt_at" timestamp with time zone;
ALTER TABLE "api_tokens" ADD COLUMN "storefronts" uuid[];
ALTER TABLE "api_tokens" ADD COLUMN "locations" uuid[];
ALTER TABLE "audit_entries" ADD COLUMN "search_text" text GENERATED ALWAYS AS (text_to_search(operation, actor_name, record, record_id, request_id)) STORED;
ALTER TABLE "customers" ADD COLUMN "search_text" text GENERATED ALWAYS AS (text_to_search(name, email, phone)) STORED;
ALTER TABLE "invitations" ADD COLUMN "storefronts" uuid[];
ALTER TABLE "invitations" ADD COLUMN "locations" uuid[];
ALTER TABLE "mail_messages" ADD COLUMN "headers" jsonb;
ALTER TABLE "mail_messages" ADD COLUMN "via" text;
ALTER TABLE "mail_messages" ADD COLUMN "confidential" boolean DEFAULT false NOT NULL;
ALTER TABLE "mail_messages" ADD COLUMN "next_attempt_at" timestamp with time zone;
ALTER TABLE "mail_messages" ADD COLUMN "about" uuid;
ALTER TABLE "mail_messages" ADD COLUMN "search_text" text GENERATED ALWAYS AS (text_to_search(subject, recipient)) STORED;
ALTER TABLE "media" ADD COLUMN "focal_x" integer DEFAULT 50 NOT NULL;
ALTER TABLE "media" ADD COLUMN "focal_y" integer DEFAULT 50 NOT NULL;
ALTER TABLE "members" ADD COLUMN "storefronts" uuid[];
ALTER TABLE "members" ADD COLUMN "locations" uuid[];
ALTER TABLE "members" ADD COLUMN "suspended_at" timestamp with time zone;
ALTER TABLE "members" ADD COLUMN "last_seen_at" timestamp with time zone;
ALTER TABLE "order_drafts" ADD COLUMN "search_text" text GENERATED ALWAYS AS (text_to_search(customer_name, email)) STORED;
ALTER TABLE "order_fulfilments" ADD COLUMN "tracking_url" text;
ALTER TABLE "order_fulfilments" ADD COLUMN "location_id" uuid;
ALTER TABLE "order_fulfilments" ADD COLUMN "taken" jsonb DEFAULT '[]'::jsonb NOT NULL;
ALTER TABLE "order_fulfilments" ADD COLUMN "cancelled_at" timestamp with time zone;
ALTER TABLE "order_lines" ADD COLUMN "removed" integer DEFAULT 0 NOT NULL;
ALTER TABLE "order_lines" ADD COLUMN "credited" integer DEFAULT 0 NOT NULL;
ALTER TABLE "order_lines" ADD COLUMN "credited_amount" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "order_timeline" ADD COLUMN "details" jsonb;
ALTER TABLE "orders" ADD COLUMN "credited_total" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "orders" ADD COLUMN "money_kept" boolean DEFAULT false NOT NULL;
ALTER TABLE "orders" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;
ALTER TABLE "orders" ADD COLUMN "search_text" text GENERATED ALWAYS AS (text_to_search(number::text, customer_name, email, tags_text(tags))) STORED;
ALTER TABLE "orders" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
ALTER TABLE "products" ADD COLUMN "unpublish_at" timestamp with time zone;
ALTER TABLE "products" ADD COLUMN "skus" text DEFAULT '' NOT NULL;
ALTER TABLE "products" ADD COLUMN "price_from" bigint;
ALTER TABLE "products" ADD COLUMN "price_currency" char(3);
ALTER TABLE "products" ADD COLUMN "search_text" text GENERATED ALWAYS AS (text_to_search(title, slug, brand, skus, tags_text(tags))) STORED;
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp with time zone;
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" timestamp with time zone;
ALTER TABLE "stock_levels" ADD COLUMN "cover_at" integer DEFAULT 14 NOT NULL;
ALTER TABLE "stock_levels" ADD COLUMN "tracked" boolean DEFAULT true NOT NULL;
ALTER TABLE "stock_movements" ADD COLUMN "search_text" text GENERATED ALWAYS AS (text_to_search(reference, note, actor)) STORED;
ALTER TABLE "storefronts" ADD COLUMN "secret_prefix" text;
ALTER TABLE "storefronts" ADD COLUMN "secret_hash" text;
ALTER TABLE "storefronts" ADD COLUMN "secret_sealed" text;
ALTER TABLE "storefronts" ADD COLUMN "needs_secret" boolean DEFAULT false NOT NULL;
ALTER TABLE "users" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;
ALTER TABLE "users" ADD COLUMN "disabled_at" timestamp with time zone;
ALTER TABLE "variants" ADD COLUMN "product_title" text DEFAULT '' NOT NULL;
ALTER TABLE "variants" ADD COLUMN "search_text" text GENERATED ALWAYS AS (text_to_search(product_title, title, sku, barcode)) STORED;
ALTER TABLE "workspace_settings" ADD COLUMN "require_second_factor" boolean DEFAULT false NOT NULL;
ALTER TABLE "workspace_settings" ADD COLUMN "brand" jsonb DEFAULT '{}'::jsonb NOT NULL;
ALTER TABLE "workspaces" ADD COLUMN "delete_after" timestamp with time zone;
ALTER TABLE "workspaces" ADD COLUMN "deletion_asked_by" text;
ALTER TABLE "workspaces" ADD COLUMN "suspended_reason" text;
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_workspace_id_run_id_bulk_runs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","run_id") REFERENCES "public"."bulk_runs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "customer_group_members" ADD CONSTRAINT "customer_group_members_workspace_id_group_id_customer_groups_workspace_id_id_fk" FOREIGN KEY ("workspace_id","group_id") REFERENCES "public"."customer_groups"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "customer_group_members" ADD CONSTRAINT "customer_group_members_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "impersonations" ADD CONSTRAINT "impersonations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_workspace_id_notification_id_notifications_workspace_id_id_fk" FOREIGN KEY ("workspace_id","notification_id") REFERENCES "public"."notifications"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_workspace_id_device_id_push_devices_workspace_id_id_fk" FOREIGN KEY ("workspace_id","device_id") REFERENCES "public"."push_devices"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "order_credits" ADD CONSTRAINT "order_credits_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "order_return_lines" ADD CONSTRAINT "order_return_lines_workspace_id_return_id_order_returns_workspace_id_id_fk" FOREIGN KEY ("workspace_id","return_id") REFERENCES "public"."order_returns"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "order_returns" ADD CONSTRAINT "order_returns_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "push_devices" ADD CONSTRAINT "push_devices_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "stock_count_lines" ADD CONSTRAINT "stock_count_lines_workspace_id_count_id_stock_counts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","count_id") REFERENCES "public"."stock_counts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "stock_count_lines" ADD CONSTRAINT "stock_count_lines_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "stock_counts" ADD CONSTRAINT "stock_counts_workspace_id_location_id_locations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","location_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "stock_outlooks" ADD CONSTRAINT "stock_outlooks_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "stock_transfer_lines" ADD CONSTRAINT "stock_transfer_lines_workspace_id_transfer_id_stock_transfers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","transfer_id") REFERENCES "public"."stock_transfers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "stock_transfer_lines" ADD CONSTRAINT "stock_transfer_lines_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_workspace_id_from_location_id_locations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","from_location_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_workspace_id_to_location_id_locations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","to_location_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_workspace_id_delivery_id_webhook_deliveries_workspace_id_id_fk" FOREIGN KEY ("workspace_id","delivery_id") REFERENCES "public"."webhook_deliveries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_workspace_id_message_id_webhook_messages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","message_id") REFERENCES "public"."webhook_messages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_workspace_id_endpoint_id_webhook_endpoints_workspace_id_id_fk" FOREIGN KEY ("workspace_id","endpoint_id") REFERENCES "public"."webhook_endpoints"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "account_keys_age" ON "account_keys" USING btree ("created_at");
CREATE UNIQUE INDEX "bulk_rows_once" ON "bulk_rows" USING btree ("workspace_id","run_id","record_id");
CREATE INDEX "bulk_rows_state" ON "bulk_rows" USING btree ("workspace_id","run_id","state","record_id");
CREATE INDEX "bulk_runs_newest" ON "bulk_runs" USING btree ("workspace_id","created_at","id");
CREATE INDEX "bulk_runs_open" ON "bulk_runs" USING btree ("workspace_id","lease_until") WHERE ended_at is null;
CREATE UNIQUE INDEX "customer_group_members_once" ON "customer_group_members" USING btree ("workspace_id","group_id","customer_id");
CREATE INDEX "customer_group_members_of" ON "customer_group_members" USING btree ("workspace_id","customer_id");
CREATE UNIQUE INDEX "customer_groups_name" ON "customer_groups" USING btree ("workspace_id","name");
CREATE UNIQUE INDEX "customer_merges_from" ON "customer_merges" USING btree ("workspace_id","from_id");
CREATE INDEX "customer_merges_into" ON "customer_merges" USING btree ("workspace_id","into_id");
CREATE INDEX "customer_notes_of" ON "customer_notes" USING btree ("workspace_id","customer_id","at");
CREATE UNIQUE INDEX "default_views_one" ON "default_views" USING btree ("workspace_id","owner_id","list");
CREATE UNIQUE INDEX "file_usage_once" ON "file_usage" USING btree ("workspace_id");
CREATE INDEX "impersonations_session" ON "impersonations" USING btree ("session_id","started_at" DESC NULLS LAST);
CREATE UNIQUE INDEX "invoice_counters_kind" ON "invoice_counters" USING btree ("workspace_id","kind");
CREATE UNIQUE INDEX "invoice_sellers_one" ON "invoice_sellers" USING btree ("workspace_id");
CREATE UNIQUE INDEX "invoices_number" ON "invoices" USING btree ("workspace_id","kind","number");
CREATE UNIQUE INDEX "invoices_of_credit" ON "invoices" USING btree ("workspace_id","credit_id") WHERE credit_id is not null;
CREATE INDEX "invoices_of_order" ON "invoices" USING btree ("workspace_id","order_id","issued_at");
CREATE UNIQUE INDEX "limit_warnings_once" ON "limit_warnings" USING btree ("workspace_id","period","meter","share");
CREATE UNIQUE INDEX "mail_settings_once" ON "mail_settings" USING btree ("workspace_id");
CREATE UNIQUE INDEX "notification_choices_once" ON "notification_choices" USING btree ("workspace_id","user_id","kind");
CREATE INDEX "notification_deliveries_due" ON "notification_deliveries" USING btree ("workspace_id","due_at") WHERE state in ('waiting', 'sending');
CREATE INDEX "notification_deliveries_notification" ON "notification_deliveries" USING btree ("workspace_id","notification_id");
CREATE INDEX "notification_deliveries_device" ON "notification_deliveries" USING btree ("workspace_id","device_id");
CREATE UNIQUE INDEX "notification_habits_once" ON "notification_habits" USING btree ("workspace_id","user_id");
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("workspace_id","fact_id","kind","user_id");
CREATE INDEX "notifications_shown" ON "notifications" USING btree ("workspace_id","user_id","shown_at" DESC NULLS LAST,"id" DESC NULLS LAST);
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("workspace_id","user_id","kind") WHERE read_at is null and archived_at is null;
CREATE INDEX "notifications_snoozed" ON "notifications" USING btree ("workspace_id","snoozed_until") WHERE snoozed_until is not null;
CREATE INDEX "order_credits_of_order" ON "order_credits" USING btree ("workspace_id","order_id","at");
CREATE UNIQUE INDEX "order_return_lines_once" ON "order_return_lines" USING btree ("workspace_id","return_id","line_id");
CREATE UNIQUE INDEX "order_returns_number" ON "order_returns" USING btree ("workspace_id","order_id","number");
CREATE INDEX "passkeys_user" ON "passkeys" USING btree ("user_id");
CREATE UNIQUE INDEX "push_devices_once" ON "push_devices" USING btree ("workspace_id","endpoint");
CREATE INDEX "push_devices_user" ON "push_devices" USING btree ("workspace_id","user_id");
CREATE INDEX "push_devices_session" ON "push_devices" USING btree ("session_id");
CREATE INDEX "sales_day_products_of" ON "sales_day_products" USING btree ("workspace_id","product_id","day" DESC NULLS LAST);
CREATE UNIQUE INDEX "sales_state_one" ON "sales_state" USING btree ("workspace_id");
CREATE INDEX "saved_views_of" ON "saved_views" USING btree ("workspace_id","list","owner_id");
CREATE UNIQUE INDEX "sidebar_arrangements_once" ON "sidebar_arrangements" USING btree ("workspace_id","user_id");
CREATE UNIQUE INDEX "sidebar_defaults_once" ON "sidebar_defaults" USING btree ("workspace_id");
CREATE INDEX "stock_alerts_newest" ON "stock_alerts" USING btree ("workspace_id","at","id");
CREATE UNIQUE INDEX "stock_count_lines_once" ON "stock_count_lines" USING btree ("workspace_id","count_id","variant_id");
CREATE UNIQUE INDEX "stock_counts_number" ON "stock_counts" USING btree ("workspace_id","number");
CREATE INDEX "stock_counts_newest" ON "stock_counts" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "stock_outlooks_once" ON "stock_outlooks" USING btree ("workspace_id","variant_id");
CREATE UNIQUE INDEX "stock_paper_numbers_kind" ON "stock_paper_numbers" USING btree ("workspace_id","kind");
CREATE UNIQUE INDEX "stock_transfer_lines_once" ON "stock_transfer_lines" USING btree ("workspace_id","transfer_id","variant_id");
CREATE UNIQUE INDEX "stock_transfers_number" ON "stock_transfers" USING btree ("workspace_id","number");
CREATE INDEX "stock_transfers_newest" ON "stock_transfers" USING btree ("workspace_id","created_at","id");
CREATE INDEX "superadmin_entries_newest" ON "superadmin_entries" USING btree ("at" DESC NULLS LAST,"id");
CREATE UNIQUE INDEX "usage_days_once" ON "usage_days" USING btree ("workspace_id","day","meter");
CREATE INDEX "webhook_attempts_of_delivery" ON "webhook_attempts" USING btree ("workspace_id","delivery_id","at");
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries" USING btree ("workspace_id","message_id","endpoint_id");
CREATE INDEX "webhook_deliveries_of_endpoint" ON "webhook_deliveries" USING btree ("workspace_id","endpoint_id","created_at","id");
CREATE INDEX "webhook_deliveries_open" ON "webhook_deliveries" USING btree ("workspace_id","endpoint_id","state") WHERE state <> 'delivered';
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("next_attempt") WHERE state = 'waiting';
CREATE INDEX "webhook_endpoints_newest" ON "webhook_endpoints" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "webhook_messages_once" ON "webhook_messages" USING btree ("workspace_id","fact_id");
CREATE INDEX "webhook_messages_age" ON "webhook_messages" USING btree ("workspace_id","at");
CREATE INDEX "workspace_exports_newest" ON "workspace_exports" USING btree ("workspace_id","created_at","id");
CREATE INDEX "account_mails_waiting" ON "account_mails" USING btree ("next_attempt_at") WHERE state in ('waiting', 'sending');
CREATE INDEX "customers_name" ON "customers" USING btree ("workspace_id","name","id");
CREATE INDEX "customers_orders" ON "customers" USING btree ("workspace_id","orders_count","id");
CREATE INDEX "customers_spent" ON "customers" USING btree ("workspace_id","total_spent","id");
CREATE INDEX "customers_last_order" ON "customers" USING btree ("workspace_id","last_order_at" NULLS FIRST,"id");
CREATE INDEX "mail_messages_about" ON "mail_messages" USING btree ("workspace_id","about","created_at") WHERE about is not null;
CREATE INDEX "mail_messages_waiting" ON "mail_messages" USING btree ("next_attempt_at") WHERE state in ('waiting', 'sending');
CREATE INDEX "mail_messages_list" ON "mail_messages" USING btree ("workspace_id","created_at","id");
CREATE INDEX "orders_by_total" ON "orders" USING btree ("workspace_id","total","id");
CREATE INDEX "products_created" ON "products" USING btree ("workspace_id","created_at","id");
CREATE INDEX "products_brand" ON "products" USING btree ("workspace_id","brand","id");
CREATE INDEX "products_type" ON "products" USING btree ("workspace_id","product_type","id");
CREATE INDEX "products_status" ON "products" USING btree ("workspace_id","status","id");
CREATE INDEX "products_price" ON "products" USING btree ("workspace_id","price_from" NULLS FIRST,"id");
CREATE INDEX "products_ending" ON "products" USING btree ("workspace_id","unpublish_at") WHERE status = 'active' and unpublish_at is not null;
CREATE INDEX "variants_product_title" ON "variants" USING btree ("workspace_id","product_title");
CREATE INDEX "api_tokens_newest" ON "api_tokens" USING btree ("workspace_id","created_at");
CREATE INDEX "audit_entries_newest" ON "audit_entries" USING btree ("workspace_id","at","id");
CREATE INDEX "audit_entries_record" ON "audit_entries" USING btree ("workspace_id","record_id","at");
CREATE INDEX "customers_newest" ON "customers" USING btree ("workspace_id","created_at","id");
CREATE INDEX "order_drafts_newest" ON "order_drafts" USING btree ("workspace_id","updated_at","id");
CREATE INDEX "orders_newest" ON "orders" USING btree ("workspace_id","placed_at","id");
CREATE INDEX "orders_payment" ON "orders" USING btree ("workspace_id","payment_state","placed_at");
CREATE INDEX "orders_fulfilment" ON "orders" USING btree ("workspace_id","fulfilment_state","placed_at");
CREATE INDEX "orders_return" ON "orders" USING btree ("workspace_id","return_state","placed_at") WHERE return_state <> 'none';
CREATE INDEX "orders_of_customer" ON "orders" USING btree ("workspace_id","customer_id","placed_at");
CREATE INDEX "payments_newest" ON "payments" USING btree ("workspace_id","created_at","id");
CREATE INDEX "products_changed" ON "products" USING btree ("workspace_id","updated_at","id");
CREATE INDEX "reservations_of_variant" ON "reservations" USING btree ("workspace_id","variant_id");
CREATE INDEX "stock_levels_available" ON "stock_levels" USING btree ("workspace_id","available" NULLS FIRST,"id");
CREATE INDEX "stock_levels_changed" ON "stock_levels" USING btree ("workspace_id","updated_at","id");
CREATE INDEX "stock_movements_newest" ON "stock_movements" USING btree ("workspace_id","at","id");
CREATE INDEX "stock_movements_of_variant" ON "stock_movements" USING btree ("workspace_id","variant_id","at");
ALTER TABLE "media" ADD CONSTRAINT "media_focal" CHECK (focal_x between 0 and 100 and focal_y between 0 and 100);
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_removed" CHECK (removed >= 0 and fulfilled + removed <= quantity);
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_credited" CHECK (credited between 0 and quantity and credited_amount >= 0);
ALTER TABLE "orders" ADD CONSTRAINT "orders_credits" CHECK (credited_total >= 0);
grant select, insert, update, delete on "account_keys" to :platform;
alter table "bulk_rows" add constraint "bulk_rows_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "bulk_rows" enable row level security;
alter table "bulk_rows" force row level security;
create policy "bulk_rows_tenant" on "bulk_rows" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "bulk_rows_platform" on "bulk_rows" to :platform using (true) with check (true);
grant select, insert, update, delete on "bulk_rows" to :app;
grant select, insert, update, delete on "bulk_rows" to :platform;
alter table "bulk_runs" add constraint "bulk_runs_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "bulk_runs" enable row level security;
alter table "bulk_runs" force row level security;
create policy "bulk_runs_tenant" on "bulk_runs" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "bulk_runs_platform" on "bulk_runs" to :platform using (true) with check (true);
grant select, insert, update, delete on "bulk_runs" to :app;
grant select, insert, update, delete on "bulk_runs" to :platform;
alter table "customer_group_members" add constraint "customer_group_members_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "customer_group_members" enable row level security;
alter table "customer_group_members" force row level security;
create policy "customer_group_members_tenant" on "customer_group_members" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "customer_group_members_platform" on "customer_group_members" to :platform using (true) with check (true);
grant select, insert, update, delete on "customer_group_members" to :app;
grant select, insert, update, delete on "customer_group_members" to :platform;
alter table "customer_groups" add constraint "customer_groups_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "customer_groups" enable row level security;
alter table "customer_groups" force row level security;
create policy "customer_groups_tenant" on "customer_groups" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "customer_groups_platform" on "customer_groups" to :platform using (true) with check (true);
grant select, insert, update, delete on "customer_groups" to :app;
grant select, insert, update, delete on "customer_groups" to :platform;
alter table "customer_merges" add constraint "customer_merges_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "customer_merges" enable row level security;
alter table "customer_merges" force row level security;
create policy "customer_merges_tenant" on "customer_merges" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "customer_merges_platform" on "customer_merges" to :platform using (true) with check (true);
grant select, insert, update, delete on "customer_merges" to :app;
grant select, insert, update, delete on "customer_merges" to :platform;
alter table "customer_notes" add constraint "customer_notes_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "customer_notes" enable row level security;
alter table "customer_notes" force row level security;
create policy "customer_notes_tenant" on "customer_notes" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "customer_notes_platform" on "customer_notes" to :platform using (true) with check (true);
grant select, insert, update, delete on "customer_notes" to :app;
grant select, insert, update, delete on "customer_notes" to :platform;
alter table "default_views" add constraint "default_views_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "default_views" enable row level security;
alter table "default_views" force row level security;
create policy "default_views_tenant" on "default_views" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "default_views_platform" on "default_views" to :platform using (true) with check (true);
grant select, insert, update, delete on "default_views" to :app;
grant select, insert, update, delete on "default_views" to :platform;
grant select, insert, update, delete on "feature_flags" to :platform;
alter table "file_usage" add constraint "file_usage_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "file_usage" enable row level security;
alter table "file_usage" force row level security;
create policy "file_usage_tenant" on "file_usage" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "file_usage_platform" on "file_usage" to :platform using (true) with check (true);
grant select, insert, update, delete on "file_usage" to :app;
grant select, insert, update, delete on "file_usage" to :platform;
grant select, insert, update, delete on "impersonations" to :platform;
alter table "invoice_counters" add constraint "invoice_counters_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "invoice_counters" enable row level security;
alter table "invoice_counters" force row level security;
create policy "invoice_counters_tenant" on "invoice_counters" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "invoice_counters_platform" on "invoice_counters" to :platform using (true) with check (true);
grant select, insert, update, delete on "invoice_counters" to :app;
grant select, insert, update, delete on "invoice_counters" to :platform;
alter table "invoice_sellers" add constraint "invoice_sellers_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "invoice_sellers" enable row level security;
alter table "invoice_sellers" force row level security;
create policy "invoice_sellers_tenant" on "invoice_sellers" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "invoice_sellers_platform" on "invoice_sellers" to :platform using (true) with check (true);
grant select, insert, update, delete on "invoice_sellers" to :app;
grant select, insert, update, delete on "invoice_sellers" to :platform;
alter table "invoices" add constraint "invoices_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "invoices" enable row level security;
alter table "invoices" force row level security;
create policy "invoices_tenant" on "invoices" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "invoices_platform" on "invoices" to :platform using (true) with check (true);
grant select, insert on "invoices" to :app;
grant select, insert, update, delete on "invoices" to :platform;
alter table "limit_warnings" add constraint "limit_warnings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "limit_warnings" enable row level security;
alter table "limit_warnings" force row level security;
create policy "limit_warnings_tenant" on "limit_warnings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "limit_warnings_platform" on "limit_warnings" to :platform using (true) with check (true);
grant select, insert, update, delete on "limit_warnings" to :app;
grant select, insert, update, delete on "limit_warnings" to :platform;
alter table "mail_settings" add constraint "mail_settings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "mail_settings" enable row level security;
alter table "mail_settings" force row level security;
create policy "mail_settings_tenant" on "mail_settings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "mail_settings_platform" on "mail_settings" to :platform using (true) with check (true);
grant select, insert, update, delete on "mail_settings" to :app;
grant select, insert, update, delete on "mail_settings" to :platform;
alter table "notification_choices" add constraint "notification_choices_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "notification_choices" enable row level security;
alter table "notification_choices" force row level security;
create policy "notification_choices_tenant" on "notification_choices" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "notification_choices_platform" on "notification_choices" to :platform using (true) with check (true);
grant select, insert, update, delete on "notification_choices" to :app;
grant select, insert, update, delete on "notification_choices" to :platform;
alter table "notification_deliveries" add constraint "notification_deliveries_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "notification_deliveries" enable row level security;
alter table "notification_deliveries" force row level security;
create policy "notification_deliveries_tenant" on "notification_deliveries" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "notification_deliveries_platform" on "notification_deliveries" to :platform using (true) with check (true);
grant select, insert, update, delete on "notification_deliveries" to :app;
grant select, insert, update, delete on "notification_deliveries" to :platform;
alter table "notification_habits" add constraint "notification_habits_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "notification_habits" enable row level security;
alter table "notification_habits" force row level security;
create policy "notification_habits_tenant" on "notification_habits" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "notification_habits_platform" on "notification_habits" to :platform using (true) with check (true);
grant select, insert, update, delete on "notification_habits" to :app;
grant select, insert, update, delete on "notification_habits" to :platform;
alter table "notifications" add constraint "notifications_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "notifications" enable row level security;
alter table "notifications" force row level security;
create policy "notifications_tenant" on "notifications" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "notifications_platform" on "notifications" to :platform using (true) with check (true);
grant select, insert, update, delete on "notifications" to :app;
grant select, insert, update, delete on "notifications" to :platform;
alter table "order_credits" add constraint "order_credits_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_credits" enable row level security;
alter table "order_credits" force row level security;
create policy "order_credits_tenant" on "order_credits" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_credits_platform" on "order_credits" to :platform using (true) with check (true);
grant select, insert on "order_credits" to :app;
grant select, insert, update, delete on "order_credits" to :platform;
alter table "order_return_lines" add constraint "order_return_lines_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_return_lines" enable row level security;
alter table "order_return_lines" force row level security;
create policy "order_return_lines_tenant" on "order_return_lines" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_return_lines_platform" on "order_return_lines" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_return_lines" to :app;
grant select, insert, update, delete on "order_return_lines" to :platform;
alter table "order_returns" add constraint "order_returns_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_returns" enable row level security;
alter table "order_returns" force row level security;
create policy "order_returns_tenant" on "order_returns" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_returns_platform" on "order_returns" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_returns" to :app;
grant select, insert, update, delete on "order_returns" to :platform;
grant select, insert, update, delete on "passkeys" to :platform;
alter table "push_devices" add constraint "push_devices_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "push_devices" enable row level security;
alter table "push_devices" force row level security;
create policy "push_devices_tenant" on "push_devices" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "push_devices_platform" on "push_devices" to :platform using (true) with check (true);
grant select, insert, update, delete on "push_devices" to :app;
grant select, insert, update, delete on "push_devices" to :platform;
grant select, insert, update, delete on "push_keys" to :platform;
alter table "sales_changes" add constraint "sales_changes_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "sales_changes" enable row level security;
alter table "sales_changes" force row level security;
create policy "sales_changes_tenant" on "sales_changes" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "sales_changes_platform" on "sales_changes" to :platform using (true) with check (true);
grant select, insert, update, delete on "sales_changes" to :app;
grant select, insert, update, delete on "sales_changes" to :platform;
alter table "sales_day_products" add constraint "sales_day_products_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "sales_day_products" enable row level security;
alter table "sales_day_products" force row level security;
create policy "sales_day_products_tenant" on "sales_day_products" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "sales_day_products_platform" on "sales_day_products" to :platform using (true) with check (true);
grant select, insert, update, delete on "sales_day_products" to :app;
grant select, insert, update, delete on "sales_day_products" to :platform;
alter table "sales_days" add constraint "sales_days_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "sales_days" enable row level security;
alter table "sales_days" force row level security;
create policy "sales_days_tenant" on "sales_days" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "sales_days_platform" on "sales_days" to :platform using (true) with check (true);
grant select, insert, update, delete on "sales_days" to :app;
grant select, insert, update, delete on "sales_days" to :platform;
alter table "sales_month_products" add constraint "sales_month_products_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "sales_month_products" enable row level security;
alter table "sales_month_products" force row level security;
create policy "sales_month_products_tenant" on "sales_month_products" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "sales_month_products_platform" on "sales_month_products" to :platform using (true) with check (true);
grant select, insert, update, delete on "sales_month_products" to :app;
grant select, insert, update, delete on "sales_month_products" to :platform;
alter table "sales_state" add constraint "sales_state_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "sales_state" enable row level security;
alter table "sales_state" force row level security;
create policy "sales_state_tenant" on "sales_state" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "sales_state_platform" on "sales_state" to :platform using (true) with check (true);
grant select, insert, update, delete on "sales_state" to :app;
grant select, insert, update, delete on "sales_state" to :platform;
alter table "saved_views" add constraint "saved_views_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "saved_views" enable row level security;
alter table "saved_views" force row level security;
create policy "saved_views_tenant" on "saved_views" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "saved_views_platform" on "saved_views" to :platform using (true) with check (true);
grant select, insert, update, delete on "saved_views" to :app;
grant select, insert, update, delete on "saved_views" to :platform;
grant select, insert, update, delete on "second_factors" to :platform;
alter table "sidebar_arrangements" add constraint "sidebar_arrangements_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "sidebar_arrangements" enable row level security;
alter table "sidebar_arrangements" force row level security;
create policy "sidebar_arrangements_tenant" on "sidebar_arrangements" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "sidebar_arrangements_platform" on "sidebar_arrangements" to :platform using (true) with check (true);
grant select, insert, update, delete on "sidebar_arrangements" to :app;
grant select, insert, update, delete on "sidebar_arrangements" to :platform;
alter table "sidebar_defaults" add constraint "sidebar_defaults_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "sidebar_defaults" enable row level security;
alter table "sidebar_defaults" force row level security;
create policy "sidebar_defaults_tenant" on "sidebar_defaults" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "sidebar_defaults_platform" on "sidebar_defaults" to :platform using (true) with check (true);
grant select, insert, update, delete on "sidebar_defaults" to :app;
grant select, insert, update, delete on "sidebar_defaults" to :platform;
alter table "stock_alerts" add constraint "stock_alerts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_alerts" enable row level security;
alter table "stock_alerts" force row level security;
create policy "stock_alerts_tenant" on "stock_alerts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_alerts_platform" on "stock_alerts" to :platform using (true) with check (true);
grant select, insert on "stock_alerts" to :app;
grant select, insert, update, delete on "stock_alerts" to :platform;
alter table "stock_count_lines" add constraint "stock_count_lines_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_count_lines" enable row level security;
alter table "stock_count_lines" force row level security;
create policy "stock_count_lines_tenant" on "stock_count_lines" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_count_lines_platform" on "stock_count_lines" to :platform using (true) with check (true);
grant select, insert, update, delete on "stock_count_lines" to :app;
grant select, insert, update, delete on "stock_count_lines" to :platform;
alter table "stock_counts" add constraint "stock_counts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_counts" enable row level security;
alter table "stock_counts" force row level security;
create policy "stock_counts_tenant" on "stock_counts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_counts_platform" on "stock_counts" to :platform using (true) with check (true);
grant select, insert, update, delete on "stock_counts" to :app;
grant select, insert, update, delete on "stock_counts" to :platform;
alter table "stock_outlooks" add constraint "stock_outlooks_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_outlooks" enable row level security;
alter table "stock_outlooks" force row level security;
create policy "stock_outlooks_tenant" on "stock_outlooks" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_outlooks_platform" on "stock_outlooks" to :platform using (true) with check (true);
grant select, insert, update, delete on "stock_outlooks" to :app;
grant select, insert, update, delete on "stock_outlooks" to :platform;
alter table "stock_paper_numbers" add constraint "stock_paper_numbers_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_paper_numbers" enable row level security;
alter table "stock_paper_numbers" force row level security;
create policy "stock_paper_numbers_tenant" on "stock_paper_numbers" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_paper_numbers_platform" on "stock_paper_numbers" to :platform using (true) with check (true);
grant select, insert, update, delete on "stock_paper_numbers" to :app;
grant select, insert, update, delete on "stock_paper_numbers" to :platform;
alter table "stock_transfer_lines" add constraint "stock_transfer_lines_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_transfer_lines" enable row level security;
alter table "stock_transfer_lines" force row level security;
create policy "stock_transfer_lines_tenant" on "stock_transfer_lines" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_transfer_lines_platform" on "stock_transfer_lines" to :platform using (true) with check (true);
grant select, insert, update, delete on "stock_transfer_lines" to :app;
grant select, insert, update, delete on "stock_transfer_lines" to :platform;
alter table "stock_transfers" add constraint "stock_transfers_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_transfers" enable row level security;
alter table "stock_transfers" force row level security;
create policy "stock_transfers_tenant" on "stock_transfers" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_transfers_platform" on "stock_transfers" to :platform using (true) with check (true);
grant select, insert, update, delete on "stock_transfers" to :app;
grant select, insert, update, delete on "stock_transfers" to :platform;
grant select, insert, update, delete on "superadmin_entries" to :platform;
grant select, insert, update, delete on "tier_settings" to :platform;
alter table "usage_days" add constraint "usage_days_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "usage_days" enable row level security;
alter table "usage_days" force row level security;
create policy "usage_days_tenant" on "usage_days" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "usage_days_platform" on "usage_days" to :platform using (true) with check (true);
grant select, insert, update, delete on "usage_days" to :app;
grant select, insert, update, delete on "usage_days" to :platform;
alter table "webhook_attempts" add constraint "webhook_attempts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "webhook_attempts" enable row level security;
alter table "webhook_attempts" force row level security;
create policy "webhook_attempts_tenant" on "webhook_attempts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "webhook_attempts_platform" on "webhook_attempts" to :platform using (true) with check (true);
grant select, insert on "webhook_attempts" to :app;
grant select, insert, update, delete on "webhook_attempts" to :platform;
alter table "webhook_deliveries" add constraint "webhook_deliveries_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "webhook_deliveries" enable row level security;
alter table "webhook_deliveries" force row level security;
create policy "webhook_deliveries_tenant" on "webhook_deliveries" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "webhook_deliveries_platform" on "webhook_deliveries" to :platform using (true) with check (true);
grant select, insert, update, delete on "webhook_deliveries" to :app;
grant select, insert, update, delete on "webhook_deliveries" to :platform;
alter table "webhook_endpoints" add constraint "webhook_endpoints_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "webhook_endpoints" enable row level security;
alter table "webhook_endpoints" force row level security;
create policy "webhook_endpoints_tenant" on "webhook_endpoints" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "webhook_endpoints_platform" on "webhook_endpoints" to :platform using (true) with check (true);
grant select, insert, update, delete on "webhook_endpoints" to :app;
grant select, insert, update, delete on "webhook_endpoints" to :platform;
alter table "webhook_messages" add constraint "webhook_messages_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "webhook_messages" enable row level security;
alter table "webhook_messages" force row level security;
create policy "webhook_messages_tenant" on "webhook_messages" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "webhook_messages_platform" on "webhook_messages" to :platform using (true) with check (true);
grant select, insert, update, delete on "webhook_messages" to :app;
grant select, insert, update, delete on "webhook_messages" to :platform;
alter table "workspace_exports" add constraint "workspace_exports_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "workspace_exports" enable row level security;
alter table "workspace_exports" force row level security;
create policy "workspace_exports_tenant" on "workspace_exports" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "workspace_exports_platform" on "workspace_exports" to :platform using (true) with check (true);
grant select, insert, update, delete on "workspace_exports" to :app;
grant select, insert, update, delete on "workspace_exports" to :platform;
drop policy if exists "carts_scope" on "carts";
create policy "carts_scope" on "carts" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "checkouts_scope" on "checkouts";
create policy "checkouts_scope" on "checkouts" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "invoices_scope" on "invoices";
create policy "invoices_scope" on "invoices" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "invoices".workspace_id and s.id = "invoices"."order_id"));
drop policy if exists "locations_scope" on "locations";
create policy "locations_scope" on "locations" as restrictive to :app using ((select left(coalesce(current_setting('app.locations', true), ''), 1)) <> '{' or "id" = any ((select nullif(current_setting('app.locations', true), ''))::uuid[]));
drop policy if exists "order_credits_scope" on "order_credits";
create policy "order_credits_scope" on "order_credits" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "order_credits".workspace_id and s.id = "order_credits"."order_id"));
drop policy if exists "order_fulfilments_scope" on "order_fulfilments";
create policy "order_fulfilments_scope" on "order_fulfilments" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "order_fulfilments".workspace_id and s.id = "order_fulfilments"."order_id"));
drop policy if exists "order_lines_scope" on "order_lines";
create policy "order_lines_scope" on "order_lines" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "order_lines".workspace_id and s.id = "order_lines"."order_id"));
drop policy if exists "order_return_lines_scope" on "order_return_lines";
create policy "order_return_lines_scope" on "order_return_lines" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "order_returns" s where s.workspace_id = "order_return_lines".workspace_id and s.id = "order_return_lines"."return_id"));
drop policy if exists "order_returns_scope" on "order_returns";
create policy "order_returns_scope" on "order_returns" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "order_returns".workspace_id and s.id = "order_returns"."order_id"));
drop policy if exists "order_timeline_scope" on "order_timeline";
create policy "order_timeline_scope" on "order_timeline" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "order_timeline".workspace_id and s.id = "order_timeline"."order_id"));
drop policy if exists "orders_scope" on "orders";
create policy "orders_scope" on "orders" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "payments_scope" on "payments";
create policy "payments_scope" on "payments" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "payments".workspace_id and s.id = "payments"."order_id"));
drop policy if exists "reservations_scope" on "reservations";
create policy "reservations_scope" on "reservations" as restrictive to :app using ((select left(coalesce(current_setting('app.locations', true), ''), 1)) <> '{' or "location_id" = any ((select nullif(current_setting('app.locations', true), ''))::uuid[]));
drop policy if exists "sales_day_products_scope" on "sales_day_products";
create policy "sales_day_products_scope" on "sales_day_products" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "sales_days_scope" on "sales_days";
create policy "sales_days_scope" on "sales_days" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "sales_month_products_scope" on "sales_month_products";
create policy "sales_month_products_scope" on "sales_month_products" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "stock_counts_scope" on "stock_counts";
create policy "stock_counts_scope" on "stock_counts" as restrictive to :app using ((select left(coalesce(current_setting('app.locations', true), ''), 1)) <> '{' or "location_id" = any ((select nullif(current_setting('app.locations', true), ''))::uuid[]));
drop policy if exists "stock_levels_scope" on "stock_levels";
create policy "stock_levels_scope" on "stock_levels" as restrictive to :app using ((select left(coalesce(current_setting('app.locations', true), ''), 1)) <> '{' or "location_id" = any ((select nullif(current_setting('app.locations', true), ''))::uuid[]));
drop policy if exists "stock_movements_scope" on "stock_movements";
create policy "stock_movements_scope" on "stock_movements" as restrictive to :app using ((select left(coalesce(current_setting('app.locations', true), ''), 1)) <> '{' or "location_id" = any ((select nullif(current_setting('app.locations', true), ''))::uuid[]));
drop policy if exists "storefronts_scope" on "storefronts";
create policy "storefronts_scope" on "storefronts" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
grant usage on all sequences in schema public to :app, :platform;
