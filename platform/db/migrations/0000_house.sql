-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
create or replace function current_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.workspace_id', true), '')::uuid;

-- UUIDv7 (RFC 9562): millisecond clock in the first 48 bits. PostgreSQL 18 has its own; 16 and 17 do without.
do $make$ begin
  if current_setting('server_version_num')::int >= 180000 then
    create or replace function new_id() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  else
    create or replace function new_id() returns uuid language sql volatile parallel safe as $$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $$;
  end if;
end $make$;

CREATE TABLE "account_mails" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
;
CREATE TABLE "api_tokens" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"start" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"made_by_id" text NOT NULL,
	"made_by_name" text NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_tokens_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "api_tokens_hash_unique" UNIQUE("hash")
);
;
CREATE TABLE "attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"until" timestamp with time zone NOT NULL
);
;
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
CREATE TABLE "cart_lines" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"cart_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"seen_price" bigint NOT NULL,
	"title" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_lines_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "cart_lines_quantity" CHECK (quantity between 1 and 9999)
);
;
CREATE TABLE "carts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"currency" char(3) NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"storefront_id" uuid,
	"customer_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"merged_into" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "carts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "carts_state" CHECK (state in ('open', 'ordered', 'merged'))
);
;
CREATE TABLE "categories" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"parent_id" uuid,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description_html" text DEFAULT '' NOT NULL,
	"image_url" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"path" uuid[] NOT NULL,
	CONSTRAINT "categories_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "checkouts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"cart_id" uuid NOT NULL,
	"storefront_id" uuid,
	"customer_id" uuid,
	"currency" char(3) NOT NULL,
	"lines" jsonb NOT NULL,
	"email" text,
	"shipping_address" jsonb,
	"billing_address" jsonb,
	"shipping_method_id" text,
	"note" text DEFAULT '' NOT NULL,
	"held_until" timestamp with time zone NOT NULL,
	"order_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checkouts_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "collections" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"description_html" text DEFAULT '' NOT NULL,
	"image_url" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"rules" jsonb,
	CONSTRAINT "collections_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credentials_provider" UNIQUE("provider_id","account_id")
);
;
CREATE TABLE "custom_field_definitions" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"key" text NOT NULL,
	"says" text NOT NULL,
	"type" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"filterable" boolean DEFAULT false NOT NULL,
	"applies_to" text[] DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "custom_field_definitions_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "customer_addresses" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"company" text,
	"line1" text NOT NULL,
	"line2" text,
	"city" text NOT NULL,
	"region" text,
	"postal_code" text NOT NULL,
	"country" char(2) NOT NULL,
	"phone" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_addresses_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "customer_links" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_links_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "customer_sessions" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_sessions_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "customers" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"phone" text,
	"password_hash" text,
	"email_verified_at" timestamp with time zone,
	"sessions_from" timestamp with time zone,
	"accepts_marketing" boolean DEFAULT false NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"orders_count" integer DEFAULT 0 NOT NULL,
	"total_spent" bigint DEFAULT 0 NOT NULL,
	"currency" char(3),
	"last_order_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_pk" PRIMARY KEY("workspace_id","id")
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
	"visibility" text DEFAULT 'public' NOT NULL,
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
CREATE TABLE "invitations" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
;
CREATE TABLE "listing_details" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"slug" text NOT NULL,
	"variant_ids" uuid[] NOT NULL,
	"detail" json NOT NULL,
	CONSTRAINT "listing_details_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "listing_totals" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"currency" char(3) NOT NULL,
	"scope" uuid NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "listing_totals_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "listings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"price_min" bigint NOT NULL,
	"available" boolean NOT NULL,
	"live_since" timestamp with time zone NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"category_ids" uuid[] NOT NULL,
	"collection_ids" uuid[] NOT NULL,
	"facets" text NOT NULL,
	"numbers" jsonb,
	"headline" "tsvector" NOT NULL,
	"search" "tsvector" NOT NULL,
	"words" text NOT NULL,
	"card" json NOT NULL,
	CONSTRAINT "listings_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "locations" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "locations_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "locations_default_active" CHECK (active or not is_default)
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
CREATE TABLE "manual_charges" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"key" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"token" text DEFAULT '' NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "manual_charges_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "media" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"variant_id" uuid,
	"file_id" uuid,
	"url" text NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"width" integer,
	"height" integer,
	"position" integer NOT NULL,
	CONSTRAINT "media_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "members" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "order_counters" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "order_counters_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "order_drafts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"email" text,
	"customer_name" text DEFAULT '' NOT NULL,
	"currency" char(3) NOT NULL,
	"lines" jsonb NOT NULL,
	"shipping_address" jsonb,
	"billing_address" jsonb,
	"shipping_method_id" text,
	"shipping_price" bigint,
	"discount" bigint DEFAULT 0 NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"order_id" uuid,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_drafts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "order_drafts_discount" CHECK (discount >= 0)
);
;
CREATE TABLE "order_fulfilments" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"tracking_number" text,
	"carrier" text,
	"lines" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_fulfilments_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "order_lines" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"sku" text,
	"title" text NOT NULL,
	"variant_title" text NOT NULL,
	"image_url" text,
	"requires_shipping" boolean NOT NULL,
	"quantity" integer NOT NULL,
	"fulfilled" integer DEFAULT 0 NOT NULL,
	"returned" integer DEFAULT 0 NOT NULL,
	"unit_price" bigint NOT NULL,
	"total" bigint NOT NULL,
	"tax" bigint NOT NULL,
	CONSTRAINT "order_lines_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "order_lines_sum" CHECK (total = unit_price * quantity),
	CONSTRAINT "order_lines_sent" CHECK (quantity > 0 and fulfilled between 0 and quantity and returned between 0 and fulfilled)
);
;
CREATE TABLE "order_timeline" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"says" text NOT NULL,
	"by_name" text NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_timeline_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "orders" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"number" integer NOT NULL,
	"source" text NOT NULL,
	"checkout_id" uuid,
	"cart_id" uuid,
	"storefront_id" uuid,
	"customer_id" uuid,
	"customer_name" text DEFAULT '' NOT NULL,
	"email" text NOT NULL,
	"currency" char(3) NOT NULL,
	"item_count" integer NOT NULL,
	"subtotal" bigint NOT NULL,
	"discount_total" bigint DEFAULT 0 NOT NULL,
	"shipping_total" bigint NOT NULL,
	"tax_total" bigint NOT NULL,
	"tax_inclusive" boolean NOT NULL,
	"tax_parts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"total" bigint NOT NULL,
	"captured_total" bigint DEFAULT 0 NOT NULL,
	"refunded_total" bigint DEFAULT 0 NOT NULL,
	"payment_state" text DEFAULT 'pending' NOT NULL,
	"fulfilment_state" text DEFAULT 'unfulfilled' NOT NULL,
	"return_state" text DEFAULT 'none' NOT NULL,
	"shipping_method_id" text,
	"shipping_method_name" text DEFAULT '' NOT NULL,
	"shipping_address" jsonb,
	"billing_address" jsonb,
	"note" text DEFAULT '' NOT NULL,
	"customer_counted" integer DEFAULT 0 NOT NULL,
	"customer_spent" bigint DEFAULT 0 NOT NULL,
	"link_version" integer DEFAULT 1 NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "orders_total" CHECK (total = subtotal - discount_total + shipping_total + case when tax_inclusive then 0 else tax_total end),
	CONSTRAINT "orders_amounts" CHECK (subtotal >= 0 and shipping_total >= 0 and tax_total >= 0 and discount_total >= 0 and total >= 0),
	CONSTRAINT "orders_refunds" CHECK (refunded_total between 0 and captured_total),
	CONSTRAINT "orders_payment_state" CHECK (payment_state in ('pending', 'authorized', 'paid', 'partially_refunded', 'refunded', 'failed', 'voided')),
	CONSTRAINT "orders_fulfilment_state" CHECK (fulfilment_state in ('unfulfilled', 'partial', 'fulfilled')),
	CONSTRAINT "orders_return_state" CHECK (return_state in ('none', 'requested', 'partial', 'returned'))
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
CREATE TABLE "payment_facts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"payment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"amount" bigint DEFAULT 0 NOT NULL,
	"key" text,
	"sentence" text DEFAULT '' NOT NULL,
	"heard_by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_facts_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "payment_steps" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"payment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"key" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"sentence" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_steps_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "payment_steps_amount" CHECK (amount >= 0)
);
;
CREATE TABLE "payments" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"amount" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"captured" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"capture" text DEFAULT 'now' NOT NULL,
	"key" text NOT NULL,
	"token" text NOT NULL,
	"provider_reference" text,
	"card_brand" text,
	"card_last4" char(4),
	"sentence" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "payments_amount" CHECK (amount >= 0 and captured >= 0 and refunded >= 0),
	CONSTRAINT "payments_state" CHECK (state in ('requested', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'partially_refunded', 'unknown'))
);
;
CREATE TABLE "prices" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"variant_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"amount" bigint NOT NULL,
	"compare_at" bigint,
	CONSTRAINT "prices_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "prices_amount" CHECK (amount >= 0 and compare_at >= 0)
);
;
CREATE TABLE "product_categories" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	CONSTRAINT "product_categories_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "product_collections" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "product_collections_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "product_former_slugs" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"slug" text NOT NULL,
	"product_id" uuid NOT NULL,
	CONSTRAINT "product_former_slugs_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "product_options" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"name" text NOT NULL,
	"values" text[] NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "product_options_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "products" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"description_html" text DEFAULT '' NOT NULL,
	"brand" text DEFAULT '' NOT NULL,
	"product_type" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"publish_at" timestamp with time zone,
	"live_since" timestamp with time zone,
	"seo_title" text DEFAULT '' NOT NULL,
	"seo_description" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"carried" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "products_status" CHECK (status in ('draft', 'active', 'archived'))
);
;
CREATE TABLE "rate_windows" (
	"key" text NOT NULL,
	"minute" bigint NOT NULL,
	"used" integer NOT NULL,
	"granted" integer NOT NULL,
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
CREATE TABLE "reservations" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"held_for" text NOT NULL,
	"variant_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"open" integer NOT NULL,
	"state" text DEFAULT 'held' NOT NULL,
	"ended" text DEFAULT '' NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reservations_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "reservations_open" CHECK (open between 0 and quantity),
	CONSTRAINT "reservations_state" CHECK (state in ('held', 'committed', 'released', 'shipped') and (open > 0) = (state in ('held', 'committed')))
);
;
CREATE TABLE "roles" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"capabilities" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roles_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
;
CREATE TABLE "shipping_methods" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"zone_id" uuid NOT NULL,
	"name" text NOT NULL,
	"says" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"currency" char(3) NOT NULL,
	"price" bigint DEFAULT 0 NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"free_over" bigint,
	"min_days" integer,
	"max_days" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "shipping_methods_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "shipping_methods_price" CHECK (price >= 0 and free_over >= 0),
	CONSTRAINT "shipping_methods_kind" CHECK (kind in ('flat', 'by_weight', 'by_price'))
);
;
CREATE TABLE "shipping_zones" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"places" text[] NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "shipping_zones_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "shipping_zones_places" CHECK (cardinality(places) > 0)
);
;
CREATE TABLE "stock_levels" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"variant_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"on_hand" integer DEFAULT 0 NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"incoming" integer DEFAULT 0 NOT NULL,
	"available" integer GENERATED ALWAYS AS (on_hand - reserved) STORED,
	"allow_oversell" boolean DEFAULT false NOT NULL,
	"low_at" integer DEFAULT 5 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_levels_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "stock_levels_reserved" CHECK (reserved >= 0),
	CONSTRAINT "stock_levels_incoming" CHECK (incoming >= 0),
	CONSTRAINT "stock_levels_oversold" CHECK (on_hand - reserved >= 0 or allow_oversell)
);
;
CREATE TABLE "stock_movements" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"variant_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"on_hand_change" integer DEFAULT 0 NOT NULL,
	"reserved_change" integer DEFAULT 0 NOT NULL,
	"incoming_change" integer DEFAULT 0 NOT NULL,
	"reason" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_movements_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "storefronts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"domain" text,
	"key_prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"key_sealed" text NOT NULL,
	"permissions" text[] NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"theme" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"currency" char(3) NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "storefronts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "storefronts_slug_unique" UNIQUE("slug"),
	CONSTRAINT "storefronts_domain_unique" UNIQUE("domain"),
	CONSTRAINT "storefronts_key_hash_unique" UNIQUE("key_hash")
);
;
CREATE TABLE "tax_rates" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"country" char(2) NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"code" text DEFAULT '' NOT NULL,
	"rate" integer NOT NULL,
	"on_shipping" boolean DEFAULT true NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "tax_rates_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "tax_rates_rate" CHECK (rate between 0 and 1000000)
);
;
CREATE TABLE "tax_registrations" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"country" char(2) NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	CONSTRAINT "tax_registrations_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "tax_settings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"prices_include_tax" boolean NOT NULL,
	CONSTRAINT "tax_settings_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "test_provider_charges" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"key" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"token" text NOT NULL,
	"facts" jsonb NOT NULL,
	"later_facts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"webhooks" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_provider_charges_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "user_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"active_workspace_id" uuid
);
;
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"superadmin" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
;
CREATE TABLE "variants" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"sku" text DEFAULT '' NOT NULL,
	"barcode" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"option_key" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"weight_grams" integer DEFAULT 0 NOT NULL,
	"requires_shipping" boolean DEFAULT true NOT NULL,
	"taxable" boolean DEFAULT true NOT NULL,
	"tax_code" text DEFAULT '' NOT NULL,
	"inventory_policy" text DEFAULT 'deny' NOT NULL,
	"track_inventory" boolean DEFAULT true NOT NULL,
	"carried" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "variants_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "variants_weight" CHECK (weight_grams >= 0),
	CONSTRAINT "variants_policy" CHECK (inventory_policy in ('deny', 'continue'))
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
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
;
CREATE TABLE "workspace_settings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"currency" char(3) DEFAULT 'USD' NOT NULL,
	"country" char(2) DEFAULT 'US' NOT NULL,
	"locale" text DEFAULT 'en-US' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"prices_include_tax" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_settings_pk" PRIMARY KEY("workspace_id","id")
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
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_workspace_id_cart_id_carts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","cart_id") REFERENCES "public"."carts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "categories" ADD CONSTRAINT "categories_workspace_id_parent_id_categories_workspace_id_id_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."categories"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "customer_sessions" ADD CONSTRAINT "customer_sessions_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "listing_details" ADD CONSTRAINT "listing_details_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "listings" ADD CONSTRAINT "listings_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "media" ADD CONSTRAINT "media_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "media" ADD CONSTRAINT "media_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "order_fulfilments" ADD CONSTRAINT "order_fulfilments_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "order_timeline" ADD CONSTRAINT "order_timeline_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "payment_facts" ADD CONSTRAINT "payment_facts_workspace_id_payment_id_payments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","payment_id") REFERENCES "public"."payments"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "payment_steps" ADD CONSTRAINT "payment_steps_workspace_id_payment_id_payments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","payment_id") REFERENCES "public"."payments"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "prices" ADD CONSTRAINT "prices_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_categories" ADD CONSTRAINT "product_categories_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_categories" ADD CONSTRAINT "product_categories_workspace_id_category_id_categories_workspace_id_id_fk" FOREIGN KEY ("workspace_id","category_id") REFERENCES "public"."categories"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_collections" ADD CONSTRAINT "product_collections_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_collections" ADD CONSTRAINT "product_collections_workspace_id_collection_id_collections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","collection_id") REFERENCES "public"."collections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_former_slugs" ADD CONSTRAINT "product_former_slugs_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_options" ADD CONSTRAINT "product_options_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_workspace_id_location_id_locations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","location_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "shipping_methods" ADD CONSTRAINT "shipping_methods_workspace_id_zone_id_shipping_zones_workspace_id_id_fk" FOREIGN KEY ("workspace_id","zone_id") REFERENCES "public"."shipping_zones"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_workspace_id_location_id_locations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","location_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_workspace_id_location_id_locations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","location_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "user_preferences" ADD CONSTRAINT "user_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "variants" ADD CONSTRAINT "variants_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "account_mails_once" ON "account_mails" USING btree ("once");
CREATE INDEX "account_mails_newest" ON "account_mails" USING btree ("created_at");
CREATE INDEX "api_tokens_newest" ON "api_tokens" USING btree ("workspace_id","created_at" DESC NULLS LAST);
CREATE INDEX "attempts_until" ON "attempts" USING btree ("until");
CREATE INDEX "audit_entries_newest" ON "audit_entries" USING btree ("workspace_id","at" DESC NULLS LAST,"id");
CREATE INDEX "audit_entries_record" ON "audit_entries" USING btree ("workspace_id","record_id","at" DESC NULLS LAST);
CREATE UNIQUE INDEX "cart_lines_once" ON "cart_lines" USING btree ("workspace_id","cart_id","variant_id");
CREATE INDEX "carts_of_customer" ON "carts" USING btree ("workspace_id","customer_id") WHERE customer_id is not null;
CREATE UNIQUE INDEX "categories_slug" ON "categories" USING btree ("workspace_id","slug");
CREATE INDEX "categories_children" ON "categories" USING btree ("workspace_id","parent_id","position");
CREATE UNIQUE INDEX "checkouts_of_cart" ON "checkouts" USING btree ("workspace_id","cart_id");
CREATE UNIQUE INDEX "collections_slug" ON "collections" USING btree ("workspace_id","slug");
CREATE INDEX "credentials_user" ON "credentials" USING btree ("user_id");
CREATE UNIQUE INDEX "custom_field_definitions_key" ON "custom_field_definitions" USING btree ("workspace_id","key");
CREATE INDEX "customer_addresses_of" ON "customer_addresses" USING btree ("workspace_id","customer_id");
CREATE UNIQUE INDEX "customer_links_token" ON "customer_links" USING btree ("workspace_id","token_hash");
CREATE INDEX "customer_links_of" ON "customer_links" USING btree ("workspace_id","customer_id");
CREATE UNIQUE INDEX "customer_sessions_token" ON "customer_sessions" USING btree ("workspace_id","token_hash");
CREATE INDEX "customer_sessions_of" ON "customer_sessions" USING btree ("workspace_id","customer_id");
CREATE INDEX "customer_sessions_end" ON "customer_sessions" USING btree ("expires_at");
CREATE UNIQUE INDEX "customers_email" ON "customers" USING btree ("workspace_id","email");
CREATE INDEX "customers_newest" ON "customers" USING btree ("workspace_id","created_at" DESC NULLS LAST,"id");
CREATE UNIQUE INDEX "files_key" ON "files" USING btree ("workspace_id","key");
CREATE INDEX "files_newest" ON "files" USING btree ("workspace_id","created_at");
CREATE UNIQUE INDEX "idempotency_keys_scope" ON "idempotency_keys" USING btree ("workspace_id","scope");
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("workspace_id","email") WHERE accepted_at is null;
CREATE UNIQUE INDEX "listing_details_once" ON "listing_details" USING btree ("workspace_id","product_id","currency");
CREATE UNIQUE INDEX "listing_details_slug" ON "listing_details" USING btree ("workspace_id","slug","currency");
CREATE UNIQUE INDEX "listing_totals_once" ON "listing_totals" USING btree ("workspace_id","currency","scope");
CREATE UNIQUE INDEX "listings_once" ON "listings" USING btree ("workspace_id","product_id","currency");
CREATE INDEX "listings_newest" ON "listings" USING btree ("workspace_id","currency","live_since","product_id");
CREATE INDEX "listings_cheapest" ON "listings" USING btree ("workspace_id","currency","price_min","product_id");
CREATE INDEX "listings_bestselling" ON "listings" USING btree ("workspace_id","currency","sold","product_id");
CREATE UNIQUE INDEX "locations_default" ON "locations" USING btree ("workspace_id") WHERE is_default;
CREATE UNIQUE INDEX "locations_name" ON "locations" USING btree ("workspace_id","name");
CREATE UNIQUE INDEX "mail_messages_once" ON "mail_messages" USING btree ("workspace_id","once");
CREATE INDEX "mail_messages_newest" ON "mail_messages" USING btree ("created_at");
CREATE UNIQUE INDEX "manual_charges_key" ON "manual_charges" USING btree ("workspace_id","key");
CREATE INDEX "media_of_product" ON "media" USING btree ("workspace_id","product_id","position");
CREATE INDEX "media_of_variant" ON "media" USING btree ("workspace_id","variant_id");
CREATE UNIQUE INDEX "members_once" ON "members" USING btree ("workspace_id","user_id");
CREATE INDEX "members_user" ON "members" USING btree ("user_id");
CREATE UNIQUE INDEX "order_counters_one" ON "order_counters" USING btree ("workspace_id");
CREATE INDEX "order_drafts_newest" ON "order_drafts" USING btree ("workspace_id","updated_at" DESC NULLS LAST,"id");
CREATE INDEX "order_fulfilments_of_order" ON "order_fulfilments" USING btree ("workspace_id","order_id","at");
CREATE INDEX "order_lines_of_order" ON "order_lines" USING btree ("workspace_id","order_id","position");
CREATE INDEX "order_timeline_of_order" ON "order_timeline" USING btree ("workspace_id","order_id","at","id");
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree ("workspace_id","number");
CREATE UNIQUE INDEX "orders_of_checkout" ON "orders" USING btree ("workspace_id","checkout_id") WHERE cancelled_at is null;
CREATE INDEX "orders_newest" ON "orders" USING btree ("workspace_id","placed_at" DESC NULLS LAST,"id");
CREATE INDEX "orders_payment" ON "orders" USING btree ("workspace_id","payment_state","placed_at" DESC NULLS LAST);
CREATE INDEX "orders_fulfilment" ON "orders" USING btree ("workspace_id","fulfilment_state","placed_at" DESC NULLS LAST);
CREATE INDEX "orders_return" ON "orders" USING btree ("workspace_id","return_state","placed_at" DESC NULLS LAST) WHERE return_state <> 'none';
CREATE INDEX "orders_of_customer" ON "orders" USING btree ("workspace_id","customer_id","placed_at" DESC NULLS LAST);
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("seq") WHERE relayed is null;
CREATE UNIQUE INDEX "outbox_order" ON "outbox" USING btree ("relayed") WHERE relayed is not null;
CREATE UNIQUE INDEX "payment_facts_once" ON "payment_facts" USING btree ("workspace_id","payment_id","kind","reference");
CREATE UNIQUE INDEX "payment_steps_key" ON "payment_steps" USING btree ("workspace_id","key");
CREATE UNIQUE INDEX "payment_steps_one_charge" ON "payment_steps" USING btree ("workspace_id","payment_id") WHERE kind = 'authorize';
CREATE INDEX "payment_steps_of_payment" ON "payment_steps" USING btree ("workspace_id","payment_id");
CREATE INDEX "payment_steps_due" ON "payment_steps" USING btree ("workspace_id","next_try") WHERE state in ('waiting', 'unknown');
CREATE UNIQUE INDEX "payments_key" ON "payments" USING btree ("workspace_id","key");
CREATE INDEX "payments_of_order" ON "payments" USING btree ("workspace_id","order_id");
CREATE INDEX "payments_newest" ON "payments" USING btree ("workspace_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
CREATE INDEX "payments_state" ON "payments" USING btree ("workspace_id","state");
CREATE UNIQUE INDEX "prices_of_variant" ON "prices" USING btree ("workspace_id","variant_id","currency");
CREATE UNIQUE INDEX "product_categories_once" ON "product_categories" USING btree ("workspace_id","product_id","category_id");
CREATE INDEX "product_categories_of" ON "product_categories" USING btree ("workspace_id","category_id");
CREATE UNIQUE INDEX "product_collections_once" ON "product_collections" USING btree ("workspace_id","product_id","collection_id");
CREATE INDEX "product_collections_of" ON "product_collections" USING btree ("workspace_id","collection_id","position");
CREATE UNIQUE INDEX "product_former_slugs_slug" ON "product_former_slugs" USING btree ("workspace_id","slug");
CREATE UNIQUE INDEX "product_options_name" ON "product_options" USING btree ("workspace_id","product_id","name");
CREATE UNIQUE INDEX "products_slug" ON "products" USING btree ("workspace_id","slug");
CREATE INDEX "products_changed" ON "products" USING btree ("workspace_id","updated_at" DESC NULLS LAST,"id" DESC NULLS FIRST);
CREATE INDEX "products_title" ON "products" USING btree ("workspace_id","title","id");
CREATE INDEX "products_due" ON "products" USING btree ("workspace_id","publish_at") WHERE live_since is null and status = 'active';
CREATE INDEX "rate_windows_minute" ON "rate_windows" USING btree ("minute");
CREATE UNIQUE INDEX "reaction_receipts_once" ON "reaction_receipts" USING btree ("workspace_id","reaction","event_id");
CREATE UNIQUE INDEX "reservations_once" ON "reservations" USING btree ("workspace_id","held_for","variant_id","location_id") WHERE open > 0;
CREATE INDEX "reservations_for" ON "reservations" USING btree ("workspace_id","held_for");
CREATE INDEX "reservations_of_variant" ON "reservations" USING btree ("workspace_id","variant_id") WHERE open > 0;
CREATE INDEX "reservations_due" ON "reservations" USING btree ("workspace_id","expires_at") WHERE state = 'held';
CREATE UNIQUE INDEX "roles_key" ON "roles" USING btree ("workspace_id","key");
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");
CREATE INDEX "sessions_end" ON "sessions" USING btree ("expires_at");
CREATE INDEX "shipping_methods_of_zone" ON "shipping_methods" USING btree ("workspace_id","zone_id","position");
CREATE UNIQUE INDEX "shipping_zones_name" ON "shipping_zones" USING btree ("workspace_id","name");
CREATE UNIQUE INDEX "stock_levels_key" ON "stock_levels" USING btree ("workspace_id","variant_id","location_id");
CREATE INDEX "stock_levels_available" ON "stock_levels" USING btree ("workspace_id","available","id");
CREATE INDEX "stock_levels_changed" ON "stock_levels" USING btree ("workspace_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);
CREATE INDEX "stock_levels_location" ON "stock_levels" USING btree ("workspace_id","location_id");
CREATE INDEX "stock_movements_newest" ON "stock_movements" USING btree ("workspace_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);
CREATE INDEX "stock_movements_of_variant" ON "stock_movements" USING btree ("workspace_id","variant_id","at" DESC NULLS LAST);
CREATE UNIQUE INDEX "tax_rates_key" ON "tax_rates" USING btree ("workspace_id","country","region","name","code");
CREATE UNIQUE INDEX "tax_registrations_key" ON "tax_registrations" USING btree ("workspace_id","country","region");
CREATE UNIQUE INDEX "tax_settings_one" ON "tax_settings" USING btree ("workspace_id");
CREATE UNIQUE INDEX "test_provider_charges_key" ON "test_provider_charges" USING btree ("workspace_id","key");
CREATE INDEX "test_provider_charges_due" ON "test_provider_charges" USING btree ("workspace_id","due_at") WHERE webhooks > 0;
CREATE UNIQUE INDEX "variants_combination" ON "variants" USING btree ("workspace_id","product_id","option_key");
CREATE INDEX "variants_of_product" ON "variants" USING btree ("workspace_id","product_id","position");
CREATE INDEX "variants_sku" ON "variants" USING btree ("workspace_id","sku");
CREATE INDEX "variants_barcode" ON "variants" USING btree ("workspace_id","barcode");
CREATE UNIQUE INDEX "vault_keys_version" ON "vault_keys" USING btree ("workspace_id","version");
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");
CREATE INDEX "verifications_end" ON "verifications" USING btree ("expires_at");
CREATE UNIQUE INDEX "workspace_settings_once" ON "workspace_settings" USING btree ("workspace_id");
grant select, insert, update, delete on "account_mails" to :platform;
alter table "api_tokens" add constraint "api_tokens_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "api_tokens" enable row level security;
alter table "api_tokens" force row level security;
create policy "api_tokens_tenant" on "api_tokens" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "api_tokens_platform" on "api_tokens" to :platform using (true) with check (true);
grant select, insert, update, delete on "api_tokens" to :app;
grant select, insert, update, delete on "api_tokens" to :platform;
grant select, insert, update, delete on "attempts" to :platform;
alter table "audit_entries" add constraint "audit_entries_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "audit_entries" enable row level security;
alter table "audit_entries" force row level security;
create policy "audit_entries_tenant" on "audit_entries" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "audit_entries_platform" on "audit_entries" to :platform using (true) with check (true);
grant select, insert on "audit_entries" to :app;
grant select, insert, update, delete on "audit_entries" to :platform;
alter table "cart_lines" add constraint "cart_lines_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "cart_lines" enable row level security;
alter table "cart_lines" force row level security;
create policy "cart_lines_tenant" on "cart_lines" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "cart_lines_platform" on "cart_lines" to :platform using (true) with check (true);
grant select, insert, update, delete on "cart_lines" to :app;
grant select, insert, update, delete on "cart_lines" to :platform;
alter table "carts" add constraint "carts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "carts" enable row level security;
alter table "carts" force row level security;
create policy "carts_tenant" on "carts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "carts_platform" on "carts" to :platform using (true) with check (true);
grant select, insert, update, delete on "carts" to :app;
grant select, insert, update, delete on "carts" to :platform;
alter table "categories" add constraint "categories_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "categories" enable row level security;
alter table "categories" force row level security;
create policy "categories_tenant" on "categories" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "categories_platform" on "categories" to :platform using (true) with check (true);
grant select, insert, update, delete on "categories" to :app;
grant select, insert, update, delete on "categories" to :platform;
alter table "checkouts" add constraint "checkouts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "checkouts" enable row level security;
alter table "checkouts" force row level security;
create policy "checkouts_tenant" on "checkouts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "checkouts_platform" on "checkouts" to :platform using (true) with check (true);
grant select, insert, update, delete on "checkouts" to :app;
grant select, insert, update, delete on "checkouts" to :platform;
alter table "collections" add constraint "collections_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "collections" enable row level security;
alter table "collections" force row level security;
create policy "collections_tenant" on "collections" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "collections_platform" on "collections" to :platform using (true) with check (true);
grant select, insert, update, delete on "collections" to :app;
grant select, insert, update, delete on "collections" to :platform;
grant select, insert, update, delete on "credentials" to :platform;
alter table "custom_field_definitions" add constraint "custom_field_definitions_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "custom_field_definitions" enable row level security;
alter table "custom_field_definitions" force row level security;
create policy "custom_field_definitions_tenant" on "custom_field_definitions" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "custom_field_definitions_platform" on "custom_field_definitions" to :platform using (true) with check (true);
grant select, insert, update, delete on "custom_field_definitions" to :app;
grant select, insert, update, delete on "custom_field_definitions" to :platform;
alter table "customer_addresses" add constraint "customer_addresses_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "customer_addresses" enable row level security;
alter table "customer_addresses" force row level security;
create policy "customer_addresses_tenant" on "customer_addresses" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "customer_addresses_platform" on "customer_addresses" to :platform using (true) with check (true);
grant select, insert, update, delete on "customer_addresses" to :app;
grant select, insert, update, delete on "customer_addresses" to :platform;
alter table "customer_links" add constraint "customer_links_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "customer_links" enable row level security;
alter table "customer_links" force row level security;
create policy "customer_links_tenant" on "customer_links" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "customer_links_platform" on "customer_links" to :platform using (true) with check (true);
grant select, insert, update, delete on "customer_links" to :app;
grant select, insert, update, delete on "customer_links" to :platform;
alter table "customer_sessions" add constraint "customer_sessions_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "customer_sessions" enable row level security;
alter table "customer_sessions" force row level security;
create policy "customer_sessions_tenant" on "customer_sessions" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "customer_sessions_platform" on "customer_sessions" to :platform using (true) with check (true);
grant select, insert, update, delete on "customer_sessions" to :app;
grant select, insert, update, delete on "customer_sessions" to :platform;
alter table "customers" add constraint "customers_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "customers" enable row level security;
alter table "customers" force row level security;
create policy "customers_tenant" on "customers" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "customers_platform" on "customers" to :platform using (true) with check (true);
grant select, insert, update, delete on "customers" to :app;
grant select, insert, update, delete on "customers" to :platform;
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
alter table "invitations" add constraint "invitations_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "invitations" enable row level security;
alter table "invitations" force row level security;
create policy "invitations_tenant" on "invitations" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "invitations_platform" on "invitations" to :platform using (true) with check (true);
grant select, insert, update, delete on "invitations" to :app;
grant select, insert, update, delete on "invitations" to :platform;
alter table "listing_details" add constraint "listing_details_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "listing_details" enable row level security;
alter table "listing_details" force row level security;
create policy "listing_details_tenant" on "listing_details" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "listing_details_platform" on "listing_details" to :platform using (true) with check (true);
grant select, insert, update, delete on "listing_details" to :app;
grant select, insert, update, delete on "listing_details" to :platform;
alter table "listing_totals" add constraint "listing_totals_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "listing_totals" enable row level security;
alter table "listing_totals" force row level security;
create policy "listing_totals_tenant" on "listing_totals" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "listing_totals_platform" on "listing_totals" to :platform using (true) with check (true);
grant select, insert, update, delete on "listing_totals" to :app;
grant select, insert, update, delete on "listing_totals" to :platform;
alter table "listings" add constraint "listings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "listings" enable row level security;
alter table "listings" force row level security;
create policy "listings_tenant" on "listings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "listings_platform" on "listings" to :platform using (true) with check (true);
grant select, insert, update, delete on "listings" to :app;
grant select, insert, update, delete on "listings" to :platform;
alter table "locations" add constraint "locations_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "locations" enable row level security;
alter table "locations" force row level security;
create policy "locations_tenant" on "locations" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "locations_platform" on "locations" to :platform using (true) with check (true);
grant select, insert, update, delete on "locations" to :app;
grant select, insert, update, delete on "locations" to :platform;
alter table "mail_messages" add constraint "mail_messages_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "mail_messages" enable row level security;
alter table "mail_messages" force row level security;
create policy "mail_messages_tenant" on "mail_messages" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "mail_messages_platform" on "mail_messages" to :platform using (true) with check (true);
grant select, insert, update, delete on "mail_messages" to :app;
grant select, insert, update, delete on "mail_messages" to :platform;
alter table "manual_charges" add constraint "manual_charges_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "manual_charges" enable row level security;
alter table "manual_charges" force row level security;
create policy "manual_charges_tenant" on "manual_charges" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "manual_charges_platform" on "manual_charges" to :platform using (true) with check (true);
grant select, insert, update, delete on "manual_charges" to :app;
grant select, insert, update, delete on "manual_charges" to :platform;
alter table "media" add constraint "media_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "media" enable row level security;
alter table "media" force row level security;
create policy "media_tenant" on "media" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "media_platform" on "media" to :platform using (true) with check (true);
grant select, insert, update, delete on "media" to :app;
grant select, insert, update, delete on "media" to :platform;
alter table "members" add constraint "members_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "members" enable row level security;
alter table "members" force row level security;
create policy "members_tenant" on "members" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "members_platform" on "members" to :platform using (true) with check (true);
grant select, insert, update, delete on "members" to :app;
grant select, insert, update, delete on "members" to :platform;
alter table "order_counters" add constraint "order_counters_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_counters" enable row level security;
alter table "order_counters" force row level security;
create policy "order_counters_tenant" on "order_counters" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_counters_platform" on "order_counters" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_counters" to :app;
grant select, insert, update, delete on "order_counters" to :platform;
alter table "order_drafts" add constraint "order_drafts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_drafts" enable row level security;
alter table "order_drafts" force row level security;
create policy "order_drafts_tenant" on "order_drafts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_drafts_platform" on "order_drafts" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_drafts" to :app;
grant select, insert, update, delete on "order_drafts" to :platform;
alter table "order_fulfilments" add constraint "order_fulfilments_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_fulfilments" enable row level security;
alter table "order_fulfilments" force row level security;
create policy "order_fulfilments_tenant" on "order_fulfilments" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_fulfilments_platform" on "order_fulfilments" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_fulfilments" to :app;
grant select, insert, update, delete on "order_fulfilments" to :platform;
alter table "order_lines" add constraint "order_lines_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_lines" enable row level security;
alter table "order_lines" force row level security;
create policy "order_lines_tenant" on "order_lines" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_lines_platform" on "order_lines" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_lines" to :app;
grant select, insert, update, delete on "order_lines" to :platform;
alter table "order_timeline" add constraint "order_timeline_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_timeline" enable row level security;
alter table "order_timeline" force row level security;
create policy "order_timeline_tenant" on "order_timeline" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_timeline_platform" on "order_timeline" to :platform using (true) with check (true);
grant select, insert on "order_timeline" to :app;
grant select, insert, update, delete on "order_timeline" to :platform;
alter table "orders" add constraint "orders_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "orders" enable row level security;
alter table "orders" force row level security;
create policy "orders_tenant" on "orders" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "orders_platform" on "orders" to :platform using (true) with check (true);
grant select, insert, update, delete on "orders" to :app;
grant select, insert, update, delete on "orders" to :platform;
alter table "outbox" add constraint "outbox_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "outbox" enable row level security;
alter table "outbox" force row level security;
create policy "outbox_tenant" on "outbox" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "outbox_platform" on "outbox" to :platform using (true) with check (true);
grant select, insert, update, delete on "outbox" to :app;
grant select, insert, update, delete on "outbox" to :platform;
alter table "payment_facts" add constraint "payment_facts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "payment_facts" enable row level security;
alter table "payment_facts" force row level security;
create policy "payment_facts_tenant" on "payment_facts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "payment_facts_platform" on "payment_facts" to :platform using (true) with check (true);
grant select, insert on "payment_facts" to :app;
grant select, insert, update, delete on "payment_facts" to :platform;
alter table "payment_steps" add constraint "payment_steps_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "payment_steps" enable row level security;
alter table "payment_steps" force row level security;
create policy "payment_steps_tenant" on "payment_steps" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "payment_steps_platform" on "payment_steps" to :platform using (true) with check (true);
grant select, insert, update, delete on "payment_steps" to :app;
grant select, insert, update, delete on "payment_steps" to :platform;
alter table "payments" add constraint "payments_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "payments" enable row level security;
alter table "payments" force row level security;
create policy "payments_tenant" on "payments" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "payments_platform" on "payments" to :platform using (true) with check (true);
grant select, insert, update, delete on "payments" to :app;
grant select, insert, update, delete on "payments" to :platform;
alter table "prices" add constraint "prices_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "prices" enable row level security;
alter table "prices" force row level security;
create policy "prices_tenant" on "prices" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "prices_platform" on "prices" to :platform using (true) with check (true);
grant select, insert, update, delete on "prices" to :app;
grant select, insert, update, delete on "prices" to :platform;
alter table "product_categories" add constraint "product_categories_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "product_categories" enable row level security;
alter table "product_categories" force row level security;
create policy "product_categories_tenant" on "product_categories" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "product_categories_platform" on "product_categories" to :platform using (true) with check (true);
grant select, insert, update, delete on "product_categories" to :app;
grant select, insert, update, delete on "product_categories" to :platform;
alter table "product_collections" add constraint "product_collections_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "product_collections" enable row level security;
alter table "product_collections" force row level security;
create policy "product_collections_tenant" on "product_collections" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "product_collections_platform" on "product_collections" to :platform using (true) with check (true);
grant select, insert, update, delete on "product_collections" to :app;
grant select, insert, update, delete on "product_collections" to :platform;
alter table "product_former_slugs" add constraint "product_former_slugs_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "product_former_slugs" enable row level security;
alter table "product_former_slugs" force row level security;
create policy "product_former_slugs_tenant" on "product_former_slugs" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "product_former_slugs_platform" on "product_former_slugs" to :platform using (true) with check (true);
grant select, insert, update, delete on "product_former_slugs" to :app;
grant select, insert, update, delete on "product_former_slugs" to :platform;
alter table "product_options" add constraint "product_options_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "product_options" enable row level security;
alter table "product_options" force row level security;
create policy "product_options_tenant" on "product_options" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "product_options_platform" on "product_options" to :platform using (true) with check (true);
grant select, insert, update, delete on "product_options" to :app;
grant select, insert, update, delete on "product_options" to :platform;
alter table "products" add constraint "products_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "products" enable row level security;
alter table "products" force row level security;
create policy "products_tenant" on "products" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "products_platform" on "products" to :platform using (true) with check (true);
grant select, insert, update, delete on "products" to :app;
grant select, insert, update, delete on "products" to :platform;
alter table "rate_windows" set unlogged;
grant select, insert, update, delete on "rate_windows" to :platform;
alter table "reaction_receipts" add constraint "reaction_receipts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "reaction_receipts" enable row level security;
alter table "reaction_receipts" force row level security;
create policy "reaction_receipts_tenant" on "reaction_receipts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "reaction_receipts_platform" on "reaction_receipts" to :platform using (true) with check (true);
grant select, insert, update, delete on "reaction_receipts" to :app;
grant select, insert, update, delete on "reaction_receipts" to :platform;
alter table "reservations" add constraint "reservations_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "reservations" enable row level security;
alter table "reservations" force row level security;
create policy "reservations_tenant" on "reservations" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "reservations_platform" on "reservations" to :platform using (true) with check (true);
grant select, insert, update, delete on "reservations" to :app;
grant select, insert, update, delete on "reservations" to :platform;
alter table "roles" add constraint "roles_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "roles" enable row level security;
alter table "roles" force row level security;
create policy "roles_tenant" on "roles" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "roles_platform" on "roles" to :platform using (true) with check (true);
grant select, insert, update, delete on "roles" to :app;
grant select, insert, update, delete on "roles" to :platform;
grant select, insert, update, delete on "sessions" to :platform;
alter table "shipping_methods" add constraint "shipping_methods_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "shipping_methods" enable row level security;
alter table "shipping_methods" force row level security;
create policy "shipping_methods_tenant" on "shipping_methods" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "shipping_methods_platform" on "shipping_methods" to :platform using (true) with check (true);
grant select, insert, update, delete on "shipping_methods" to :app;
grant select, insert, update, delete on "shipping_methods" to :platform;
alter table "shipping_zones" add constraint "shipping_zones_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "shipping_zones" enable row level security;
alter table "shipping_zones" force row level security;
create policy "shipping_zones_tenant" on "shipping_zones" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "shipping_zones_platform" on "shipping_zones" to :platform using (true) with check (true);
grant select, insert, update, delete on "shipping_zones" to :app;
grant select, insert, update, delete on "shipping_zones" to :platform;
alter table "stock_levels" add constraint "stock_levels_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_levels" enable row level security;
alter table "stock_levels" force row level security;
create policy "stock_levels_tenant" on "stock_levels" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_levels_platform" on "stock_levels" to :platform using (true) with check (true);
grant select, insert, update, delete on "stock_levels" to :app;
grant select, insert, update, delete on "stock_levels" to :platform;
alter table "stock_movements" add constraint "stock_movements_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "stock_movements" enable row level security;
alter table "stock_movements" force row level security;
create policy "stock_movements_tenant" on "stock_movements" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "stock_movements_platform" on "stock_movements" to :platform using (true) with check (true);
grant select, insert on "stock_movements" to :app;
grant select, insert, update, delete on "stock_movements" to :platform;
alter table "storefronts" add constraint "storefronts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "storefronts" enable row level security;
alter table "storefronts" force row level security;
create policy "storefronts_tenant" on "storefronts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "storefronts_platform" on "storefronts" to :platform using (true) with check (true);
grant select, insert, update, delete on "storefronts" to :app;
grant select, insert, update, delete on "storefronts" to :platform;
alter table "tax_rates" add constraint "tax_rates_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "tax_rates" enable row level security;
alter table "tax_rates" force row level security;
create policy "tax_rates_tenant" on "tax_rates" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "tax_rates_platform" on "tax_rates" to :platform using (true) with check (true);
grant select, insert, update, delete on "tax_rates" to :app;
grant select, insert, update, delete on "tax_rates" to :platform;
alter table "tax_registrations" add constraint "tax_registrations_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "tax_registrations" enable row level security;
alter table "tax_registrations" force row level security;
create policy "tax_registrations_tenant" on "tax_registrations" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "tax_registrations_platform" on "tax_registrations" to :platform using (true) with check (true);
grant select, insert, update, delete on "tax_registrations" to :app;
grant select, insert, update, delete on "tax_registrations" to :platform;
alter table "tax_settings" add constraint "tax_settings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "tax_settings" enable row level security;
alter table "tax_settings" force row level security;
create policy "tax_settings_tenant" on "tax_settings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "tax_settings_platform" on "tax_settings" to :platform using (true) with check (true);
grant select, insert, update, delete on "tax_settings" to :app;
grant select, insert, update, delete on "tax_settings" to :platform;
alter table "test_provider_charges" add constraint "test_provider_charges_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "test_provider_charges" enable row level security;
alter table "test_provider_charges" force row level security;
create policy "test_provider_charges_tenant" on "test_provider_charges" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "test_provider_charges_platform" on "test_provider_charges" to :platform using (true) with check (true);
grant select, insert, update, delete on "test_provider_charges" to :app;
grant select, insert, update, delete on "test_provider_charges" to :platform;
grant select, insert, update, delete on "user_preferences" to :platform;
grant select, insert, update, delete on "users" to :platform;
alter table "variants" add constraint "variants_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "variants" enable row level security;
alter table "variants" force row level security;
create policy "variants_tenant" on "variants" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "variants_platform" on "variants" to :platform using (true) with check (true);
grant select, insert, update, delete on "variants" to :app;
grant select, insert, update, delete on "variants" to :platform;
alter table "vault_keys" add constraint "vault_keys_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "vault_keys" enable row level security;
alter table "vault_keys" force row level security;
create policy "vault_keys_tenant" on "vault_keys" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "vault_keys_platform" on "vault_keys" to :platform using (true) with check (true);
grant select, insert, update, delete on "vault_keys" to :app;
grant select, insert, update, delete on "vault_keys" to :platform;
grant select, insert, update, delete on "verifications" to :platform;
alter table "workspace_settings" add constraint "workspace_settings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "workspace_settings" enable row level security;
alter table "workspace_settings" force row level security;
create policy "workspace_settings_tenant" on "workspace_settings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "workspace_settings_platform" on "workspace_settings" to :platform using (true) with check (true);
grant select, insert, update, delete on "workspace_settings" to :app;
grant select, insert, update, delete on "workspace_settings" to :platform;
grant select, insert, update, delete on "workspaces" to :platform;
alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy workspaces_tenant on workspaces for select to :app using (id = current_workspace());
create policy workspaces_platform on workspaces to :platform using (true) with check (true);
grant select on workspaces to :app;
grant usage on all sequences in schema public to :app, :platform;
