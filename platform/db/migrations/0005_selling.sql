-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
alter table "listings" drop column "search";
alter table "listings" drop column "words";
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
CREATE TABLE "alerts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"storefront_id" uuid NOT NULL,
	"customer_id" uuid,
	"email" text NOT NULL,
	"says" text NOT NULL,
	"product_id" uuid,
	"variant_id" uuid,
	"currency" char(3) NOT NULL,
	"price_then" bigint,
	"price_told" bigint,
	"query" jsonb,
	"seen" uuid[] DEFAULT '{}' NOT NULL,
	"look_at" timestamp with time zone,
	"mails" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone,
	"search_text" text GENERATED ALWAYS AS (text_to_search(says, email)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alerts_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "alerts_kind" CHECK (kind in ('restock', 'price', 'search')),
	CONSTRAINT "alerts_state" CHECK (state in ('waiting', 'told', 'ended'))
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
CREATE TABLE "dispute_answers" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"dispute_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"file_ids" uuid[] DEFAULT '{}' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try" timestamp with time zone DEFAULT now() NOT NULL,
	"sentence" text DEFAULT '' NOT NULL,
	"by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dispute_answers_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "dispute_answers_kind" CHECK (kind in ('evidence', 'accept')),
	CONSTRAINT "dispute_answers_state" CHECK (state in ('waiting', 'done', 'refused', 'unknown'))
);
;
CREATE TABLE "dispute_entries" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"dispute_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"says" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dispute_entries_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "dispute_rules" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"reasons" text[] DEFAULT '{}' NOT NULL,
	"up_to" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"only_unshipped" boolean DEFAULT true NOT NULL,
	"accepts_disputes" boolean DEFAULT false NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dispute_rules_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "dispute_rules_amount" CHECK (up_to > 0)
);
;
CREATE TABLE "disputes" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"order_number" integer NOT NULL,
	"customer_id" uuid,
	"payment_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"withdrawn" bigint DEFAULT 0 NOT NULL,
	"fee" bigint DEFAULT 0 NOT NULL,
	"respond_by" timestamp with time zone,
	"warned_days" integer,
	"evidence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"submitted_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"refunded_at" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"search_text" text GENERATED ALWAYS AS (text_to_search(order_number::text, reference)) STORED,
	CONSTRAINT "disputes_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "disputes_state" CHECK (state in ('inquiry', 'inquiry_answered', 'needs_response', 'under_review', 'won', 'lost', 'accepted', 'refunded', 'withdrawn')),
	CONSTRAINT "disputes_reason" CHECK (reason in ('fraudulent', 'not_received', 'not_as_described', 'duplicate', 'credit_not_processed', 'subscription_cancelled', 'unrecognized', 'other')),
	CONSTRAINT "disputes_amount" CHECK (amount >= 0 and withdrawn >= 0)
);
;
CREATE TABLE "external_transactions" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"source_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"amount" bigint NOT NULL,
	"fee" bigint DEFAULT 0 NOT NULL,
	"net" bigint GENERATED ALWAYS AS ((case when direction = 'in' then amount else -amount end) - fee) STORED NOT NULL,
	"currency" char(3) NOT NULL,
	"status" text DEFAULT 'booked' NOT NULL,
	"booked_at" timestamp with time zone NOT NULL,
	"value_on" date,
	"counterpart" text DEFAULT '' NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"keys" text[] DEFAULT '{}' NOT NULL,
	"raw" jsonb NOT NULL,
	"import_id" uuid,
	"match" text DEFAULT 'unexplained' NOT NULL,
	"payment_id" uuid,
	"search_text" text GENERATED ALWAYS AS (text_to_search(counterpart, reference, description, external_id)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "external_transactions_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "external_transactions_amount" CHECK (amount >= 0),
	CONSTRAINT "external_transactions_kind" CHECK (kind in ('payment', 'refund', 'dispute', 'fee', 'payout', 'transfer', 'conversion', 'adjustment', 'other')),
	CONSTRAINT "external_transactions_direction" CHECK (direction in ('in', 'out')),
	CONSTRAINT "external_transactions_status" CHECK (status in ('booked', 'pending', 'void')),
	CONSTRAINT "external_transactions_match" CHECK (match in ('matched', 'differs', 'unexplained'))
);
;
CREATE TABLE "fraud_checks" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"order_number" integer NOT NULL,
	"total" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text NOT NULL,
	"mail" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"network" text DEFAULT '' NOT NULL,
	"decided_by" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"placed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fraud_checks_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "fraud_checks_state" CHECK (state in ('passed', 'held', 'approved', 'rejected')),
	CONSTRAINT "fraud_checks_score" CHECK (score between 0 and 100)
);
;
CREATE TABLE "fraud_list" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fraud_list_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "fraud_list_kind" CHECK (kind in ('mail', 'domain', 'place')),
	CONSTRAINT "fraud_list_verdict" CHECK (verdict in ('blocked', 'trusted'))
);
;
CREATE TABLE "fraud_rules" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"rules" jsonb NOT NULL,
	"action" text NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fraud_rules_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "fraud_rules_action" CHECK (action in ('add', 'hold', 'allow')),
	CONSTRAINT "fraud_rules_points" CHECK (points between -100 and 100)
);
;
CREATE TABLE "fraud_settings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"hold_at" integer,
	CONSTRAINT "fraud_settings_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "fraud_settings_range" CHECK (hold_at between 1 and 100)
);
;
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
	"refreshing_until" timestamp with time zone,
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
CREATE TABLE "lately_sold" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"storefront_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"country" char(2),
	"sold_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lately_sold_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "listing_facet_values" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "listing_facet_values_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "listing_facet_values_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "listing_texts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"search" "tsvector" NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "listing_texts_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "listing_word_counts" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"through" timestamp with time zone NOT NULL,
	CONSTRAINT "listing_word_counts_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "listing_words" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"word" text NOT NULL,
	"stem" text NOT NULL,
	"listings" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "listing_words_pk" PRIMARY KEY("workspace_id","id")
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
CREATE TABLE "order_devices" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"told_fact" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_devices_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "payment_methods" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"token" text NOT NULL,
	"card_brand" text,
	"card_last4" char(4),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_methods_pk" PRIMARY KEY("workspace_id","id")
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
CREATE TABLE "product_heat" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"storefront_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"heat" double precision NOT NULL,
	CONSTRAINT "product_heat_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "product_ratings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	"sum" integer DEFAULT 0 NOT NULL,
	"one" integer DEFAULT 0 NOT NULL,
	"two" integer DEFAULT 0 NOT NULL,
	"three" integer DEFAULT 0 NOT NULL,
	"four" integer DEFAULT 0 NOT NULL,
	"five" integer DEFAULT 0 NOT NULL,
	"fit_small" integer DEFAULT 0 NOT NULL,
	"fit_true" integer DEFAULT 0 NOT NULL,
	"fit_large" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "product_ratings_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "product_ratings_count" CHECK (count = one + two + three + four + five),
	CONSTRAINT "product_ratings_sum" CHECK (sum = one + 2 * two + 3 * three + 4 * four + 5 * five)
);
;
CREATE TABLE "question_answers" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"question_id" uuid NOT NULL,
	"customer_id" uuid,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"votes" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_answers_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "question_answers_state" CHECK (state in ('waiting', 'published', 'refused'))
);
;
CREATE TABLE "question_votes" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"question_id" uuid NOT NULL,
	"answer_id" uuid,
	"customer_id" uuid NOT NULL,
	CONSTRAINT "question_votes_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "questions" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"storefront_id" uuid,
	"customer_id" uuid,
	"author" text NOT NULL,
	"email" text NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"refusal" text DEFAULT '' NOT NULL,
	"votes" integer DEFAULT 0 NOT NULL,
	"answers" integer DEFAULT 0 NOT NULL,
	"search_text" text GENERATED ALWAYS AS (text_to_search(text, author, email)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "questions_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "questions_state" CHECK (state in ('waiting', 'published', 'refused'))
);
;
CREATE TABLE "recommended_products" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"bought_together" uuid[] DEFAULT '{}' NOT NULL,
	"also_liked" uuid[] DEFAULT '{}' NOT NULL,
	"alike" uuid[] DEFAULT '{}' NOT NULL,
	"alike_at" timestamp with time zone,
	CONSTRAINT "recommended_products_pk" PRIMARY KEY("workspace_id","id")
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
CREATE TABLE "review_media" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"review_id" uuid,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_media_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "review_media_kind" CHECK (kind in ('photo', 'video'))
);
;
CREATE TABLE "review_settings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"publish" text DEFAULT 'moderate' NOT NULL,
	"who" text DEFAULT 'customers' NOT NULL,
	CONSTRAINT "review_settings_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "review_settings_publish" CHECK (publish in ('moderate', 'auto')),
	CONSTRAINT "review_settings_who" CHECK (who in ('customers', 'buyers'))
);
;
CREATE TABLE "review_votes" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"review_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"helpful" boolean NOT NULL,
	CONSTRAINT "review_votes_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "reviews" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"author" text NOT NULL,
	"stars" integer NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"fit" text,
	"bought" text DEFAULT '' NOT NULL,
	"verified" boolean NOT NULL,
	"state" text NOT NULL,
	"refusal" text DEFAULT '' NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"replied_at" timestamp with time zone,
	"helpful" integer DEFAULT 0 NOT NULL,
	"unhelpful" integer DEFAULT 0 NOT NULL,
	"photos" integer DEFAULT 0 NOT NULL,
	"videos" integer DEFAULT 0 NOT NULL,
	"search_text" text GENERATED ALWAYS AS (text_to_search(title, text, author)) STORED,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "reviews_stars" CHECK (stars between 1 and 5),
	CONSTRAINT "reviews_state" CHECK (state in ('waiting', 'published', 'refused')),
	CONSTRAINT "reviews_fit" CHECK (fit in ('small', 'true', 'large'))
);
;
CREATE TABLE "search_synonyms" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"word" text NOT NULL,
	"others" text[] NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_synonyms_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "search_synonyms_kind" CHECK (kind in ('both', 'one'))
);
;
CREATE TABLE "searches" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"storefront_id" uuid NOT NULL,
	"words" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"hits" integer NOT NULL,
	"clicks" integer DEFAULT 0 NOT NULL,
	"first_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "searches_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "searches_counts" CHECK (times > 0 and hits >= 0 and clicks >= 0)
);
;
CREATE TABLE "size_guide_uses" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"guide_id" uuid NOT NULL,
	"product_id" uuid,
	"category_id" uuid,
	CONSTRAINT "size_guide_uses_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "size_guide_uses_one" CHECK (product_id is null or category_id is null)
);
;
CREATE TABLE "size_guides" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"unit" text DEFAULT 'cm' NOT NULL,
	"measures" jsonb NOT NULL,
	"sizes" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "size_guides_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "size_guides_unit" CHECK (unit in ('cm', 'in'))
);
;
CREATE TABLE "statement_imports" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"source_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"lines" integer NOT NULL,
	"added" integer NOT NULL,
	"by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statement_imports_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "statement_sources" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"kind" text NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"currency" char(3),
	"cursor" jsonb,
	"mapping" jsonb,
	"last_read_at" timestamp with time zone,
	"last_error" text DEFAULT '' NOT NULL,
	"last_error_at" timestamp with time zone,
	"busy_by" uuid,
	"busy_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statement_sources_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "storefront_pages" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"storefront_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"html" text DEFAULT '' NOT NULL,
	"in_footer" boolean DEFAULT true NOT NULL,
	"published" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "storefront_pages_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "subscription_entries" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"subscription_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"says" text NOT NULL,
	"order_id" uuid,
	"by_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_entries_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "subscription_plans" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"per_piece" boolean DEFAULT false NOT NULL,
	"trial_days" integer DEFAULT 0 NOT NULL,
	"min_cycles" integer DEFAULT 0 NOT NULL,
	"off_basis_points" integer DEFAULT 0 NOT NULL,
	"prices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"product_ids" uuid[] DEFAULT '{}' NOT NULL,
	"variant_ids" uuid[] DEFAULT '{}' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"search_text" text GENERATED ALWAYS AS (text_to_search(name)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_plans_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "subscription_plans_unit" CHECK (unit in ('day', 'week', 'month', 'year')),
	CONSTRAINT "subscription_plans_numbers" CHECK (count >= 0 and trial_days >= 0 and min_cycles >= 0 and off_basis_points between 0 and 10000)
);
;
CREATE TABLE "subscription_renewals" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"subscription_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"order_id" uuid,
	"amount" bigint DEFAULT 0 NOT NULL,
	"credit" bigint DEFAULT 0 NOT NULL,
	"by_customer" boolean DEFAULT false NOT NULL,
	"sentence" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_renewals_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "subscription_renewals_state" CHECK (state in ('open', 'paid', 'failed', 'skipped')),
	CONSTRAINT "subscription_renewals_money" CHECK (amount >= 0 and credit >= 0)
);
;
CREATE TABLE "subscription_settings" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"retry_days" integer[] DEFAULT '{1,3,5,7}' NOT NULL,
	"afterwards" text DEFAULT 'cancelled' NOT NULL,
	CONSTRAINT "subscription_settings_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "subscription_settings_afterwards" CHECK (afterwards in ('cancelled', 'unpaid'))
);
;
CREATE TABLE "subscriptions" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"storefront_id" uuid,
	"customer_id" uuid,
	"customer_name" text DEFAULT '' NOT NULL,
	"email" text NOT NULL,
	"status" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"plan_name" text NOT NULL,
	"unit" text NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"lasts" integer,
	"min_cycles" integer DEFAULT 0 NOT NULL,
	"product_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"title" text NOT NULL,
	"variant_title" text DEFAULT '' NOT NULL,
	"quantity" integer DEFAULT 1 NOT NULL,
	"unit_price" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"anchor_at" timestamp with time zone NOT NULL,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"next_renewal_at" timestamp with time zone,
	"cycle" integer DEFAULT 0 NOT NULL,
	"period_start" timestamp with time zone NOT NULL,
	"period_paid" bigint DEFAULT 0 NOT NULL,
	"credit" bigint DEFAULT 0 NOT NULL,
	"method_id" uuid NOT NULL,
	"shipping_address" jsonb NOT NULL,
	"billing_address" jsonb,
	"shipping_method_id" text,
	"order_id" uuid NOT NULL,
	"order_line_id" uuid NOT NULL,
	"paused_until" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"failure" text DEFAULT '' NOT NULL,
	"ends" boolean DEFAULT false NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text DEFAULT '' NOT NULL,
	"search_text" text GENERATED ALWAYS AS (text_to_search(customer_name, email, title, plan_name)) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscriptions_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "subscriptions_status" CHECK (status in ('trialing', 'active', 'past_due', 'paused', 'unpaid', 'cancelled')),
	CONSTRAINT "subscriptions_unit" CHECK (unit in ('day', 'week', 'month', 'year')),
	CONSTRAINT "subscriptions_numbers" CHECK (count > 0 and quantity > 0 and coalesce(lasts > 0, true) and unit_price >= 0 and cycle >= 0 and times >= 0 and failures >= 0),
	CONSTRAINT "subscriptions_money" CHECK (credit >= 0 and period_paid >= 0)
);
;
CREATE TABLE "test_provider_disputes" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"reference" text NOT NULL,
	"charge_key" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"facts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"respond_by" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_provider_disputes_pk" PRIMARY KEY("workspace_id","id")
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
CREATE TABLE "viewed_products" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"viewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "viewed_products_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "warranty_cards" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"order_id" uuid NOT NULL,
	"order_line_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"variant_title" text DEFAULT '' NOT NULL,
	"months" integer NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"begins_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"search_text" text GENERATED ALWAYS AS (text_to_search(number, title, variant_title)) STORED,
	CONSTRAINT "warranty_cards_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "warranty_cards_period" CHECK (ends_at >= begins_at)
);
;
CREATE TABLE "warranty_rules" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"product_id" uuid NOT NULL,
	"months" integer NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "warranty_rules_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "warranty_rules_months" CHECK (months between 1 and 600)
);
;
CREATE TABLE "wishlist_items" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"wishlist_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"price_then" bigint,
	"currency" char(3) NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wishlist_items_pk" PRIMARY KEY("workspace_id","id")
);
;
CREATE TABLE "wishlists" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"storefront_id" uuid NOT NULL,
	"customer_id" uuid,
	"share_token" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wishlists_pk" PRIMARY KEY("workspace_id","id")
);
;
ALTER TABLE "orders" DROP CONSTRAINT "orders_payment_state";
ALTER TABLE "payments" DROP CONSTRAINT "payments_state";
ALTER TABLE "cart_lines" ADD COLUMN "plan_id" uuid;
ALTER TABLE "carts" ADD COLUMN "codes" text[] DEFAULT '{}' NOT NULL;
ALTER TABLE "checkouts" ADD COLUMN "codes" text[] DEFAULT '{}' NOT NULL;
ALTER TABLE "checkouts" ADD COLUMN "gift_card_ids" uuid[] DEFAULT '{}' NOT NULL;
ALTER TABLE "checkouts" ADD COLUMN "store_credit" boolean DEFAULT false NOT NULL;
ALTER TABLE "customer_links" ADD COLUMN "new_email" text;
ALTER TABLE "customers" ADD COLUMN "erase_at" timestamp with time zone;
ALTER TABLE "listings" ADD COLUMN "trend" real DEFAULT 0 NOT NULL;
ALTER TABLE "listings" ADD COLUMN "rating_average" smallint;
ALTER TABLE "listings" ADD COLUMN "rating_count" integer DEFAULT 0 NOT NULL;
ALTER TABLE "listings" ADD COLUMN "form" smallint DEFAULT 0 NOT NULL;
ALTER TABLE "mail_messages" ADD COLUMN "fate" text;
ALTER TABLE "mail_messages" ADD COLUMN "fate_detail" text DEFAULT '' NOT NULL;
ALTER TABLE "mail_messages" ADD COLUMN "fate_at" timestamp with time zone;
ALTER TABLE "media" ADD COLUMN "kind" text DEFAULT 'picture' NOT NULL;
ALTER TABLE "media" ADD COLUMN "poster_url" text;
ALTER TABLE "order_fulfilments" ADD COLUMN "out_for_delivery_at" timestamp with time zone;
ALTER TABLE "order_fulfilments" ADD COLUMN "delivered_at" timestamp with time zone;
ALTER TABLE "order_lines" ADD COLUMN "discount" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "order_lines" ADD COLUMN "kind" text DEFAULT 'goods' NOT NULL;
ALTER TABLE "order_lines" ADD COLUMN "components" jsonb;
ALTER TABLE "order_lines" ADD COLUMN "plan" jsonb;
ALTER TABLE "order_returns" ADD COLUMN "photos" jsonb DEFAULT '[]'::jsonb NOT NULL;
ALTER TABLE "orders" ADD COLUMN "discounts" jsonb DEFAULT '[]'::jsonb NOT NULL;
ALTER TABLE "orders" ADD COLUMN "disputed_total" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "orders" ADD COLUMN "held_at" timestamp with time zone;
ALTER TABLE "orders" ADD COLUMN "held_because" text DEFAULT '' NOT NULL;
ALTER TABLE "orders" ADD COLUMN "placed_from" text;
ALTER TABLE "payments" ADD COLUMN "disputed" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "payments" ADD COLUMN "dispute_fees" bigint DEFAULT 0 NOT NULL;
ALTER TABLE "payments" ADD COLUMN "return_to" text;
ALTER TABLE "payments" ADD COLUMN "continue_at" text;
ALTER TABLE "payments" ADD COLUMN "card_country" char(2);
ALTER TABLE "payments" ADD COLUMN "card_mark" text;
ALTER TABLE "products" ADD COLUMN "kind" text DEFAULT 'goods' NOT NULL;
ALTER TABLE "storefronts" ADD COLUMN "theme_draft" jsonb;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "bundle_components" ADD CONSTRAINT "bundle_components_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "bundle_components" ADD CONSTRAINT "bundle_components_workspace_id_component_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","component_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "discount_uses" ADD CONSTRAINT "discount_uses_workspace_id_discount_id_discounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","discount_id") REFERENCES "public"."discounts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "dispute_answers" ADD CONSTRAINT "dispute_answers_workspace_id_dispute_id_disputes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","dispute_id") REFERENCES "public"."disputes"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "dispute_entries" ADD CONSTRAINT "dispute_entries_workspace_id_dispute_id_disputes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","dispute_id") REFERENCES "public"."disputes"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "external_transactions" ADD CONSTRAINT "external_transactions_workspace_id_source_id_statement_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."statement_sources"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_workspace_id_connection_id_integration_connections_workspace_id_id_fk" FOREIGN KEY ("workspace_id","connection_id") REFERENCES "public"."integration_connections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "lately_sold" ADD CONSTRAINT "lately_sold_workspace_id_storefront_id_storefronts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","storefront_id") REFERENCES "public"."storefronts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "lately_sold" ADD CONSTRAINT "lately_sold_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "lately_sold" ADD CONSTRAINT "lately_sold_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "listing_texts" ADD CONSTRAINT "listing_texts_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "offer_showings" ADD CONSTRAINT "offer_showings_workspace_id_offer_id_offers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","offer_id") REFERENCES "public"."offers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "order_devices" ADD CONSTRAINT "order_devices_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_heat" ADD CONSTRAINT "product_heat_workspace_id_storefront_id_storefronts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","storefront_id") REFERENCES "public"."storefronts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_heat" ADD CONSTRAINT "product_heat_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_ratings" ADD CONSTRAINT "product_ratings_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_workspace_id_question_id_questions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","question_id") REFERENCES "public"."questions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_workspace_id_question_id_questions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","question_id") REFERENCES "public"."questions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_workspace_id_answer_id_question_answers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","answer_id") REFERENCES "public"."question_answers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "questions" ADD CONSTRAINT "questions_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "questions" ADD CONSTRAINT "questions_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "recommended_products" ADD CONSTRAINT "recommended_products_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "review_media" ADD CONSTRAINT "review_media_workspace_id_review_id_reviews_workspace_id_id_fk" FOREIGN KEY ("workspace_id","review_id") REFERENCES "public"."reviews"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "review_media" ADD CONSTRAINT "review_media_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_workspace_id_review_id_reviews_workspace_id_id_fk" FOREIGN KEY ("workspace_id","review_id") REFERENCES "public"."reviews"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "size_guide_uses" ADD CONSTRAINT "size_guide_uses_workspace_id_guide_id_size_guides_workspace_id_id_fk" FOREIGN KEY ("workspace_id","guide_id") REFERENCES "public"."size_guides"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "size_guide_uses" ADD CONSTRAINT "size_guide_uses_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "size_guide_uses" ADD CONSTRAINT "size_guide_uses_workspace_id_category_id_categories_workspace_id_id_fk" FOREIGN KEY ("workspace_id","category_id") REFERENCES "public"."categories"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "statement_imports" ADD CONSTRAINT "statement_imports_workspace_id_source_id_statement_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."statement_sources"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "storefront_pages" ADD CONSTRAINT "storefront_pages_workspace_id_storefront_id_storefronts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","storefront_id") REFERENCES "public"."storefronts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "subscription_entries" ADD CONSTRAINT "subscription_entries_workspace_id_subscription_id_subscriptions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","subscription_id") REFERENCES "public"."subscriptions"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "subscription_renewals" ADD CONSTRAINT "subscription_renewals_workspace_id_subscription_id_subscriptions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","subscription_id") REFERENCES "public"."subscriptions"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "value_entries" ADD CONSTRAINT "value_entries_workspace_id_account_id_value_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."value_accounts"("workspace_id","id") ON DELETE restrict ON UPDATE no action;
ALTER TABLE "viewed_products" ADD CONSTRAINT "viewed_products_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "viewed_products" ADD CONSTRAINT "viewed_products_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "warranty_rules" ADD CONSTRAINT "warranty_rules_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_workspace_id_wishlist_id_wishlists_workspace_id_id_fk" FOREIGN KEY ("workspace_id","wishlist_id") REFERENCES "public"."wishlists"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "wishlists" ADD CONSTRAINT "wishlists_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "abandoned_carts_once" ON "abandoned_carts" USING btree ("workspace_id","cart_id");
CREATE INDEX "abandoned_carts_newest" ON "abandoned_carts" USING btree ("workspace_id","found_at","id");
CREATE INDEX "abandoned_carts_of_order" ON "abandoned_carts" USING btree ("workspace_id","order_id");
CREATE UNIQUE INDEX "alerts_restock_once" ON "alerts" USING btree ("workspace_id","storefront_id","variant_id","email") WHERE kind = 'restock' and state = 'waiting';
CREATE UNIQUE INDEX "alerts_price_once" ON "alerts" USING btree ("workspace_id","storefront_id","product_id","email") WHERE kind = 'price' and state = 'waiting';
CREATE INDEX "alerts_line" ON "alerts" USING btree ("workspace_id","variant_id","created_at","id") WHERE kind = 'restock';
CREATE INDEX "alerts_look" ON "alerts" USING btree ("workspace_id","look_at") WHERE kind = 'search' and state = 'waiting';
CREATE INDEX "alerts_newest" ON "alerts" USING btree ("workspace_id","created_at","id");
CREATE INDEX "alerts_of_customer" ON "alerts" USING btree ("workspace_id","customer_id");
CREATE UNIQUE INDEX "bundle_components_once" ON "bundle_components" USING btree ("workspace_id","variant_id","component_id");
CREATE INDEX "bundle_components_of" ON "bundle_components" USING btree ("workspace_id","component_id");
CREATE UNIQUE INDEX "discount_uses_once" ON "discount_uses" USING btree ("workspace_id","discount_id","order_id");
CREATE INDEX "discount_uses_of_order" ON "discount_uses" USING btree ("workspace_id","order_id");
CREATE INDEX "discount_uses_by" ON "discount_uses" USING btree ("workspace_id","email","discount_id");
CREATE UNIQUE INDEX "discounts_code" ON "discounts" USING btree ("workspace_id","code") WHERE code is not null;
CREATE INDEX "discounts_newest" ON "discounts" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "dispute_answers_key" ON "dispute_answers" USING btree ("workspace_id","key");
CREATE UNIQUE INDEX "dispute_answers_one_open" ON "dispute_answers" USING btree ("workspace_id","dispute_id") WHERE state in ('waiting', 'unknown');
CREATE INDEX "dispute_answers_due" ON "dispute_answers" USING btree ("workspace_id","next_try") WHERE state in ('waiting', 'unknown');
CREATE INDEX "dispute_entries_of" ON "dispute_entries" USING btree ("workspace_id","dispute_id","at","id");
CREATE INDEX "dispute_rules_newest" ON "dispute_rules" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "disputes_reference" ON "disputes" USING btree ("workspace_id","provider","reference");
CREATE INDEX "disputes_of_order" ON "disputes" USING btree ("workspace_id","order_id");
CREATE INDEX "disputes_newest" ON "disputes" USING btree ("workspace_id","opened_at","id");
CREATE INDEX "disputes_due" ON "disputes" USING btree ("workspace_id","respond_by") WHERE closed_at is null;
CREATE UNIQUE INDEX "external_transactions_once" ON "external_transactions" USING btree ("workspace_id","source_id","external_id");
CREATE INDEX "external_transactions_newest" ON "external_transactions" USING btree ("workspace_id","booked_at","id");
CREATE INDEX "external_transactions_unexplained" ON "external_transactions" USING btree ("workspace_id","source_id") WHERE match = 'unexplained' and cardinality(keys) > 0;
CREATE INDEX "external_transactions_of_import" ON "external_transactions" USING btree ("workspace_id","import_id") WHERE import_id is not null;
CREATE UNIQUE INDEX "fraud_checks_order" ON "fraud_checks" USING btree ("workspace_id","order_id");
CREATE INDEX "fraud_checks_newest" ON "fraud_checks" USING btree ("workspace_id","placed_at","id");
CREATE INDEX "fraud_checks_mail" ON "fraud_checks" USING btree ("workspace_id","mail","placed_at") WHERE mail <> '';
CREATE INDEX "fraud_checks_place" ON "fraud_checks" USING btree ("workspace_id","place","placed_at") WHERE place <> '';
CREATE INDEX "fraud_checks_network" ON "fraud_checks" USING btree ("workspace_id","network","placed_at") WHERE network <> '';
CREATE INDEX "fraud_checks_held" ON "fraud_checks" USING btree ("workspace_id","placed_at") WHERE state = 'held';
CREATE UNIQUE INDEX "fraud_list_value" ON "fraud_list" USING btree ("workspace_id","kind","value");
CREATE INDEX "fraud_list_newest" ON "fraud_list" USING btree ("workspace_id","created_at","id");
CREATE INDEX "fraud_rules_newest" ON "fraud_rules" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "fraud_settings_one" ON "fraud_settings" USING btree ("workspace_id");
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
CREATE UNIQUE INDEX "lately_sold_once" ON "lately_sold" USING btree ("workspace_id","order_id","product_id");
CREATE INDEX "lately_sold_of_product" ON "lately_sold" USING btree ("workspace_id","storefront_id","product_id","sold_at");
CREATE INDEX "lately_sold_at" ON "lately_sold" USING btree ("workspace_id","storefront_id","sold_at");
CREATE UNIQUE INDEX "listing_facet_values_once" ON "listing_facet_values" USING btree ("workspace_id","key","value");
CREATE UNIQUE INDEX "listing_facet_values_number" ON "listing_facet_values" USING btree ("workspace_id","number");
CREATE UNIQUE INDEX "listing_texts_once" ON "listing_texts" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "listing_word_counts_one" ON "listing_word_counts" USING btree ("workspace_id");
CREATE UNIQUE INDEX "listing_words_once" ON "listing_words" USING btree ("workspace_id","word");
CREATE INDEX "listing_words_stem" ON "listing_words" USING btree ("workspace_id","stem");
CREATE UNIQUE INDEX "mail_suppressions_once" ON "mail_suppressions" USING btree ("workspace_id","address");
CREATE INDEX "mail_suppressions_newest" ON "mail_suppressions" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "notification_channel_choices_once" ON "notification_channel_choices" USING btree ("workspace_id","kind","channel");
CREATE UNIQUE INDEX "notification_channel_messages_once" ON "notification_channel_messages" USING btree ("workspace_id","fact_id","kind","channel");
CREATE INDEX "notification_channel_messages_due" ON "notification_channel_messages" USING btree ("workspace_id","due_at") WHERE state in ('waiting', 'sending');
CREATE INDEX "notification_channel_messages_newest" ON "notification_channel_messages" USING btree ("workspace_id","channel","created_at");
CREATE UNIQUE INDEX "offer_showings_once" ON "offer_showings" USING btree ("workspace_id","offer_id","beside_id");
CREATE INDEX "offers_newest" ON "offers" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "order_devices_once" ON "order_devices" USING btree ("workspace_id","order_id","endpoint");
CREATE INDEX "payment_methods_of_order" ON "payment_methods" USING btree ("workspace_id","order_id","created_at");
CREATE UNIQUE INDEX "payment_remote_charges_key" ON "payment_remote_charges" USING btree ("workspace_id","provider","key");
CREATE INDEX "payment_remote_charges_id" ON "payment_remote_charges" USING btree ("workspace_id","provider","remote_id");
CREATE UNIQUE INDEX "product_heat_once" ON "product_heat" USING btree ("workspace_id","storefront_id","product_id");
CREATE INDEX "product_heat_hottest" ON "product_heat" USING btree ("workspace_id","storefront_id","heat");
CREATE UNIQUE INDEX "product_ratings_once" ON "product_ratings" USING btree ("workspace_id","product_id");
CREATE INDEX "question_answers_of" ON "question_answers" USING btree ("workspace_id","question_id","created_at");
CREATE UNIQUE INDEX "question_answers_once" ON "question_answers" USING btree ("workspace_id","question_id","customer_id") WHERE customer_id is not null;
CREATE INDEX "question_answers_of_customer" ON "question_answers" USING btree ("workspace_id","customer_id");
CREATE UNIQUE INDEX "question_votes_once" ON "question_votes" USING btree ("workspace_id","question_id","customer_id") WHERE answer_id is null;
CREATE UNIQUE INDEX "question_votes_once_an_answer" ON "question_votes" USING btree ("workspace_id","answer_id","customer_id") WHERE answer_id is not null;
CREATE INDEX "question_votes_of_customer" ON "question_votes" USING btree ("workspace_id","customer_id");
CREATE INDEX "questions_of_product" ON "questions" USING btree ("workspace_id","product_id","state");
CREATE INDEX "questions_newest" ON "questions" USING btree ("workspace_id","created_at","id");
CREATE INDEX "questions_of_customer" ON "questions" USING btree ("workspace_id","customer_id");
CREATE UNIQUE INDEX "recommended_products_once" ON "recommended_products" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "recovery_opt_outs_once" ON "recovery_opt_outs" USING btree ("workspace_id","email");
CREATE UNIQUE INDEX "recovery_settings_one" ON "recovery_settings" USING btree ("workspace_id");
CREATE UNIQUE INDEX "review_media_file" ON "review_media" USING btree ("workspace_id","file_id");
CREATE INDEX "review_media_of" ON "review_media" USING btree ("workspace_id","review_id","position");
CREATE INDEX "review_media_of_customer" ON "review_media" USING btree ("workspace_id","customer_id","created_at");
CREATE UNIQUE INDEX "review_settings_one" ON "review_settings" USING btree ("workspace_id");
CREATE UNIQUE INDEX "review_votes_once" ON "review_votes" USING btree ("workspace_id","review_id","customer_id");
CREATE INDEX "review_votes_of_customer" ON "review_votes" USING btree ("workspace_id","customer_id");
CREATE UNIQUE INDEX "reviews_once" ON "reviews" USING btree ("workspace_id","product_id","customer_id");
CREATE INDEX "reviews_of_customer" ON "reviews" USING btree ("workspace_id","customer_id");
CREATE INDEX "reviews_newest" ON "reviews" USING btree ("workspace_id","created_at","id");
CREATE INDEX "reviews_waiting" ON "reviews" USING btree ("workspace_id","state","created_at");
CREATE UNIQUE INDEX "search_synonyms_word" ON "search_synonyms" USING btree ("workspace_id","kind","word");
CREATE UNIQUE INDEX "searches_once" ON "searches" USING btree ("workspace_id","storefront_id","words");
CREATE INDEX "searches_top" ON "searches" USING btree ("workspace_id","times","id");
CREATE INDEX "searches_last" ON "searches" USING btree ("workspace_id","last_at","id");
CREATE UNIQUE INDEX "size_guide_uses_product" ON "size_guide_uses" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "size_guide_uses_category" ON "size_guide_uses" USING btree ("workspace_id","category_id");
CREATE INDEX "size_guide_uses_of" ON "size_guide_uses" USING btree ("workspace_id","guide_id");
CREATE UNIQUE INDEX "size_guides_name" ON "size_guides" USING btree ("workspace_id","name");
CREATE INDEX "statement_imports_newest" ON "statement_imports" USING btree ("workspace_id","created_at","id");
CREATE INDEX "statement_imports_of_source" ON "statement_imports" USING btree ("workspace_id","source_id");
CREATE UNIQUE INDEX "statement_sources_once" ON "statement_sources" USING btree ("workspace_id","kind","account");
CREATE INDEX "statement_sources_newest" ON "statement_sources" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "storefront_pages_slug" ON "storefront_pages" USING btree ("workspace_id","storefront_id","slug");
CREATE INDEX "subscription_entries_of" ON "subscription_entries" USING btree ("workspace_id","subscription_id","at","id");
CREATE INDEX "subscription_plans_newest" ON "subscription_plans" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "subscription_renewals_try" ON "subscription_renewals" USING btree ("workspace_id","subscription_id","cycle","attempt");
CREATE UNIQUE INDEX "subscription_renewals_once" ON "subscription_renewals" USING btree ("workspace_id","subscription_id","cycle") WHERE state in ('open', 'paid', 'skipped');
CREATE UNIQUE INDEX "subscription_renewals_of_order" ON "subscription_renewals" USING btree ("workspace_id","order_id") WHERE order_id is not null;
CREATE UNIQUE INDEX "subscription_settings_one" ON "subscription_settings" USING btree ("workspace_id");
CREATE UNIQUE INDEX "subscriptions_of_line" ON "subscriptions" USING btree ("workspace_id","order_line_id");
CREATE INDEX "subscriptions_newest" ON "subscriptions" USING btree ("workspace_id","created_at","id");
CREATE INDEX "subscriptions_of_customer" ON "subscriptions" USING btree ("workspace_id","customer_id");
CREATE INDEX "subscriptions_of_order" ON "subscriptions" USING btree ("workspace_id","order_id");
CREATE INDEX "subscriptions_due" ON "subscriptions" USING btree ("workspace_id","next_renewal_at") WHERE status in ('trialing', 'active');
CREATE INDEX "subscriptions_retried" ON "subscriptions" USING btree ("workspace_id","retry_at") WHERE status = 'past_due';
CREATE INDEX "subscriptions_paused" ON "subscriptions" USING btree ("workspace_id","paused_until") WHERE status = 'paused';
CREATE UNIQUE INDEX "test_provider_disputes_reference" ON "test_provider_disputes" USING btree ("workspace_id","reference");
CREATE INDEX "test_provider_disputes_due" ON "test_provider_disputes" USING btree ("workspace_id","due_at") WHERE due_at is not null;
CREATE UNIQUE INDEX "value_accounts_code" ON "value_accounts" USING btree ("workspace_id","code_hash") WHERE code_hash is not null;
CREATE UNIQUE INDEX "value_accounts_of_customer" ON "value_accounts" USING btree ("workspace_id","customer_id","currency") WHERE kind = 'store_credit';
CREATE UNIQUE INDEX "value_accounts_sold" ON "value_accounts" USING btree ("workspace_id","order_line_id","unit") WHERE order_line_id is not null;
CREATE INDEX "value_accounts_of_order" ON "value_accounts" USING btree ("workspace_id","order_id");
CREATE INDEX "value_accounts_newest" ON "value_accounts" USING btree ("workspace_id","created_at","id");
CREATE UNIQUE INDEX "value_entries_key" ON "value_entries" USING btree ("workspace_id","key");
CREATE INDEX "value_entries_of" ON "value_entries" USING btree ("workspace_id","account_id","at");
CREATE INDEX "value_entries_of_order" ON "value_entries" USING btree ("workspace_id","order_id");
CREATE UNIQUE INDEX "viewed_products_once" ON "viewed_products" USING btree ("workspace_id","customer_id","product_id");
CREATE UNIQUE INDEX "warranty_cards_line" ON "warranty_cards" USING btree ("workspace_id","order_line_id");
CREATE UNIQUE INDEX "warranty_cards_number" ON "warranty_cards" USING btree ("workspace_id","number");
CREATE INDEX "warranty_cards_order" ON "warranty_cards" USING btree ("workspace_id","order_id");
CREATE INDEX "warranty_cards_newest" ON "warranty_cards" USING btree ("workspace_id","begins_at","id");
CREATE UNIQUE INDEX "warranty_rules_once" ON "warranty_rules" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "wishlist_items_once" ON "wishlist_items" USING btree ("workspace_id","wishlist_id","product_id");
CREATE INDEX "wishlist_items_product" ON "wishlist_items" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "wishlists_of_customer" ON "wishlists" USING btree ("workspace_id","customer_id","storefront_id") WHERE customer_id is not null;
CREATE UNIQUE INDEX "wishlists_shared" ON "wishlists" USING btree ("workspace_id","share_token") WHERE share_token is not null;
CREATE INDEX "customers_to_erase" ON "customers" USING btree ("erase_at") WHERE erase_at is not null;
CREATE INDEX "listings_trending" ON "listings" USING btree ("workspace_id","currency","trend","product_id");
CREATE INDEX "listings_reviewed" ON "listings" USING btree ("workspace_id","currency","rating_count","product_id");
CREATE INDEX "listings_old_form" ON "listings" USING btree ("workspace_id","product_id") WHERE form <> 1;
CREATE INDEX "orders_held" ON "orders" USING btree ("workspace_id","held_at") WHERE held_at is not null;
CREATE INDEX "payment_facts_reference" ON "payment_facts" USING btree ("workspace_id","reference");
CREATE INDEX "payments_card" ON "payments" USING btree ("workspace_id","card_mark","created_at") WHERE card_mark is not null;
ALTER TABLE "media" ADD CONSTRAINT "media_kind" CHECK (kind in ('picture', 'video', 'model', 'spin'));
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_discount" CHECK (discount between 0 and total);
ALTER TABLE "orders" ADD CONSTRAINT "orders_payment_state" CHECK (payment_state in ('pending', 'authorized', 'paid', 'partially_refunded', 'refunded', 'charged_back', 'failed', 'voided'));
ALTER TABLE "payments" ADD CONSTRAINT "payments_state" CHECK (state in ('requested', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'partially_refunded', 'charged_back', 'unknown'));
ALTER TABLE "products" ADD CONSTRAINT "products_kind" CHECK (kind in ('goods', 'gift_card'));
alter table "abandoned_carts" add constraint "abandoned_carts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "abandoned_carts" enable row level security;
alter table "abandoned_carts" force row level security;
create policy "abandoned_carts_tenant" on "abandoned_carts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "abandoned_carts_platform" on "abandoned_carts" to :platform using (true) with check (true);
grant select, insert, update, delete on "abandoned_carts" to :app;
grant select, insert, update, delete on "abandoned_carts" to :platform;
alter table "alerts" add constraint "alerts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "alerts" enable row level security;
alter table "alerts" force row level security;
create policy "alerts_tenant" on "alerts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "alerts_platform" on "alerts" to :platform using (true) with check (true);
grant select, insert, update, delete on "alerts" to :app;
grant select, insert, update, delete on "alerts" to :platform;
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
alter table "dispute_answers" add constraint "dispute_answers_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "dispute_answers" enable row level security;
alter table "dispute_answers" force row level security;
create policy "dispute_answers_tenant" on "dispute_answers" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "dispute_answers_platform" on "dispute_answers" to :platform using (true) with check (true);
grant select, insert, update, delete on "dispute_answers" to :app;
grant select, insert, update, delete on "dispute_answers" to :platform;
alter table "dispute_entries" add constraint "dispute_entries_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "dispute_entries" enable row level security;
alter table "dispute_entries" force row level security;
create policy "dispute_entries_tenant" on "dispute_entries" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "dispute_entries_platform" on "dispute_entries" to :platform using (true) with check (true);
grant select, insert on "dispute_entries" to :app;
grant select, insert, update, delete on "dispute_entries" to :platform;
alter table "dispute_rules" add constraint "dispute_rules_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "dispute_rules" enable row level security;
alter table "dispute_rules" force row level security;
create policy "dispute_rules_tenant" on "dispute_rules" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "dispute_rules_platform" on "dispute_rules" to :platform using (true) with check (true);
grant select, insert, update, delete on "dispute_rules" to :app;
grant select, insert, update, delete on "dispute_rules" to :platform;
alter table "disputes" add constraint "disputes_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "disputes" enable row level security;
alter table "disputes" force row level security;
create policy "disputes_tenant" on "disputes" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "disputes_platform" on "disputes" to :platform using (true) with check (true);
grant select, insert, update, delete on "disputes" to :app;
grant select, insert, update, delete on "disputes" to :platform;
alter table "external_transactions" add constraint "external_transactions_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "external_transactions" enable row level security;
alter table "external_transactions" force row level security;
create policy "external_transactions_tenant" on "external_transactions" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "external_transactions_platform" on "external_transactions" to :platform using (true) with check (true);
grant select, insert, update, delete on "external_transactions" to :app;
grant select, insert, update, delete on "external_transactions" to :platform;
alter table "fraud_checks" add constraint "fraud_checks_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "fraud_checks" enable row level security;
alter table "fraud_checks" force row level security;
create policy "fraud_checks_tenant" on "fraud_checks" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "fraud_checks_platform" on "fraud_checks" to :platform using (true) with check (true);
grant select, insert, update, delete on "fraud_checks" to :app;
grant select, insert, update, delete on "fraud_checks" to :platform;
alter table "fraud_list" add constraint "fraud_list_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "fraud_list" enable row level security;
alter table "fraud_list" force row level security;
create policy "fraud_list_tenant" on "fraud_list" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "fraud_list_platform" on "fraud_list" to :platform using (true) with check (true);
grant select, insert, update, delete on "fraud_list" to :app;
grant select, insert, update, delete on "fraud_list" to :platform;
alter table "fraud_rules" add constraint "fraud_rules_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "fraud_rules" enable row level security;
alter table "fraud_rules" force row level security;
create policy "fraud_rules_tenant" on "fraud_rules" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "fraud_rules_platform" on "fraud_rules" to :platform using (true) with check (true);
grant select, insert, update, delete on "fraud_rules" to :app;
grant select, insert, update, delete on "fraud_rules" to :platform;
alter table "fraud_settings" add constraint "fraud_settings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "fraud_settings" enable row level security;
alter table "fraud_settings" force row level security;
create policy "fraud_settings_tenant" on "fraud_settings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "fraud_settings_platform" on "fraud_settings" to :platform using (true) with check (true);
grant select, insert, update, delete on "fraud_settings" to :app;
grant select, insert, update, delete on "fraud_settings" to :platform;
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
alter table "lately_sold" add constraint "lately_sold_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "lately_sold" enable row level security;
alter table "lately_sold" force row level security;
create policy "lately_sold_tenant" on "lately_sold" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "lately_sold_platform" on "lately_sold" to :platform using (true) with check (true);
grant select, insert, update, delete on "lately_sold" to :app;
grant select, insert, update, delete on "lately_sold" to :platform;
alter table "listing_facet_values" add constraint "listing_facet_values_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "listing_facet_values" enable row level security;
alter table "listing_facet_values" force row level security;
create policy "listing_facet_values_tenant" on "listing_facet_values" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "listing_facet_values_platform" on "listing_facet_values" to :platform using (true) with check (true);
grant select, insert, update, delete on "listing_facet_values" to :app;
grant select, insert, update, delete on "listing_facet_values" to :platform;
alter table "listing_texts" add constraint "listing_texts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "listing_texts" enable row level security;
alter table "listing_texts" force row level security;
create policy "listing_texts_tenant" on "listing_texts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "listing_texts_platform" on "listing_texts" to :platform using (true) with check (true);
grant select, insert, update, delete on "listing_texts" to :app;
grant select, insert, update, delete on "listing_texts" to :platform;
alter table "listing_word_counts" add constraint "listing_word_counts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "listing_word_counts" enable row level security;
alter table "listing_word_counts" force row level security;
create policy "listing_word_counts_tenant" on "listing_word_counts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "listing_word_counts_platform" on "listing_word_counts" to :platform using (true) with check (true);
grant select, insert, update, delete on "listing_word_counts" to :app;
grant select, insert, update, delete on "listing_word_counts" to :platform;
alter table "listing_words" add constraint "listing_words_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "listing_words" enable row level security;
alter table "listing_words" force row level security;
create policy "listing_words_tenant" on "listing_words" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "listing_words_platform" on "listing_words" to :platform using (true) with check (true);
grant select, insert, update, delete on "listing_words" to :app;
grant select, insert, update, delete on "listing_words" to :platform;
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
alter table "order_devices" add constraint "order_devices_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_devices" enable row level security;
alter table "order_devices" force row level security;
create policy "order_devices_tenant" on "order_devices" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_devices_platform" on "order_devices" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_devices" to :app;
grant select, insert, update, delete on "order_devices" to :platform;
alter table "payment_methods" add constraint "payment_methods_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "payment_methods" enable row level security;
alter table "payment_methods" force row level security;
create policy "payment_methods_tenant" on "payment_methods" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "payment_methods_platform" on "payment_methods" to :platform using (true) with check (true);
grant select, insert, update, delete on "payment_methods" to :app;
grant select, insert, update, delete on "payment_methods" to :platform;
alter table "payment_remote_charges" add constraint "payment_remote_charges_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "payment_remote_charges" enable row level security;
alter table "payment_remote_charges" force row level security;
create policy "payment_remote_charges_tenant" on "payment_remote_charges" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "payment_remote_charges_platform" on "payment_remote_charges" to :platform using (true) with check (true);
grant select, insert, update, delete on "payment_remote_charges" to :app;
grant select, insert, update, delete on "payment_remote_charges" to :platform;
grant select, insert, update, delete on "platform_fees" to :platform;
alter table "product_heat" add constraint "product_heat_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "product_heat" enable row level security;
alter table "product_heat" force row level security;
create policy "product_heat_tenant" on "product_heat" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "product_heat_platform" on "product_heat" to :platform using (true) with check (true);
grant select, insert, update, delete on "product_heat" to :app;
grant select, insert, update, delete on "product_heat" to :platform;
alter table "product_ratings" add constraint "product_ratings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "product_ratings" enable row level security;
alter table "product_ratings" force row level security;
create policy "product_ratings_tenant" on "product_ratings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "product_ratings_platform" on "product_ratings" to :platform using (true) with check (true);
grant select, insert, update, delete on "product_ratings" to :app;
grant select, insert, update, delete on "product_ratings" to :platform;
alter table "question_answers" add constraint "question_answers_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "question_answers" enable row level security;
alter table "question_answers" force row level security;
create policy "question_answers_tenant" on "question_answers" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "question_answers_platform" on "question_answers" to :platform using (true) with check (true);
grant select, insert, update, delete on "question_answers" to :app;
grant select, insert, update, delete on "question_answers" to :platform;
alter table "question_votes" add constraint "question_votes_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "question_votes" enable row level security;
alter table "question_votes" force row level security;
create policy "question_votes_tenant" on "question_votes" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "question_votes_platform" on "question_votes" to :platform using (true) with check (true);
grant select, insert, update, delete on "question_votes" to :app;
grant select, insert, update, delete on "question_votes" to :platform;
alter table "questions" add constraint "questions_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "questions" enable row level security;
alter table "questions" force row level security;
create policy "questions_tenant" on "questions" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "questions_platform" on "questions" to :platform using (true) with check (true);
grant select, insert, update, delete on "questions" to :app;
grant select, insert, update, delete on "questions" to :platform;
alter table "recommended_products" add constraint "recommended_products_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "recommended_products" enable row level security;
alter table "recommended_products" force row level security;
create policy "recommended_products_tenant" on "recommended_products" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "recommended_products_platform" on "recommended_products" to :platform using (true) with check (true);
grant select, insert, update, delete on "recommended_products" to :app;
grant select, insert, update, delete on "recommended_products" to :platform;
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
alter table "review_media" add constraint "review_media_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "review_media" enable row level security;
alter table "review_media" force row level security;
create policy "review_media_tenant" on "review_media" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "review_media_platform" on "review_media" to :platform using (true) with check (true);
grant select, insert, update, delete on "review_media" to :app;
grant select, insert, update, delete on "review_media" to :platform;
alter table "review_settings" add constraint "review_settings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "review_settings" enable row level security;
alter table "review_settings" force row level security;
create policy "review_settings_tenant" on "review_settings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "review_settings_platform" on "review_settings" to :platform using (true) with check (true);
grant select, insert, update, delete on "review_settings" to :app;
grant select, insert, update, delete on "review_settings" to :platform;
alter table "review_votes" add constraint "review_votes_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "review_votes" enable row level security;
alter table "review_votes" force row level security;
create policy "review_votes_tenant" on "review_votes" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "review_votes_platform" on "review_votes" to :platform using (true) with check (true);
grant select, insert, update, delete on "review_votes" to :app;
grant select, insert, update, delete on "review_votes" to :platform;
alter table "reviews" add constraint "reviews_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "reviews" enable row level security;
alter table "reviews" force row level security;
create policy "reviews_tenant" on "reviews" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "reviews_platform" on "reviews" to :platform using (true) with check (true);
grant select, insert, update, delete on "reviews" to :app;
grant select, insert, update, delete on "reviews" to :platform;
alter table "search_synonyms" add constraint "search_synonyms_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "search_synonyms" enable row level security;
alter table "search_synonyms" force row level security;
create policy "search_synonyms_tenant" on "search_synonyms" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "search_synonyms_platform" on "search_synonyms" to :platform using (true) with check (true);
grant select, insert, update, delete on "search_synonyms" to :app;
grant select, insert, update, delete on "search_synonyms" to :platform;
alter table "searches" add constraint "searches_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "searches" enable row level security;
alter table "searches" force row level security;
create policy "searches_tenant" on "searches" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "searches_platform" on "searches" to :platform using (true) with check (true);
grant select, insert, update, delete on "searches" to :app;
grant select, insert, update, delete on "searches" to :platform;
alter table "size_guide_uses" add constraint "size_guide_uses_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "size_guide_uses" enable row level security;
alter table "size_guide_uses" force row level security;
create policy "size_guide_uses_tenant" on "size_guide_uses" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "size_guide_uses_platform" on "size_guide_uses" to :platform using (true) with check (true);
grant select, insert, update, delete on "size_guide_uses" to :app;
grant select, insert, update, delete on "size_guide_uses" to :platform;
alter table "size_guides" add constraint "size_guides_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "size_guides" enable row level security;
alter table "size_guides" force row level security;
create policy "size_guides_tenant" on "size_guides" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "size_guides_platform" on "size_guides" to :platform using (true) with check (true);
grant select, insert, update, delete on "size_guides" to :app;
grant select, insert, update, delete on "size_guides" to :platform;
alter table "statement_imports" add constraint "statement_imports_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "statement_imports" enable row level security;
alter table "statement_imports" force row level security;
create policy "statement_imports_tenant" on "statement_imports" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "statement_imports_platform" on "statement_imports" to :platform using (true) with check (true);
grant select, insert, update, delete on "statement_imports" to :app;
grant select, insert, update, delete on "statement_imports" to :platform;
alter table "statement_sources" add constraint "statement_sources_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "statement_sources" enable row level security;
alter table "statement_sources" force row level security;
create policy "statement_sources_tenant" on "statement_sources" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "statement_sources_platform" on "statement_sources" to :platform using (true) with check (true);
grant select, insert, update, delete on "statement_sources" to :app;
grant select, insert, update, delete on "statement_sources" to :platform;
alter table "storefront_pages" add constraint "storefront_pages_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "storefront_pages" enable row level security;
alter table "storefront_pages" force row level security;
create policy "storefront_pages_tenant" on "storefront_pages" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "storefront_pages_platform" on "storefront_pages" to :platform using (true) with check (true);
grant select, insert, update, delete on "storefront_pages" to :app;
grant select, insert, update, delete on "storefront_pages" to :platform;
alter table "subscription_entries" add constraint "subscription_entries_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "subscription_entries" enable row level security;
alter table "subscription_entries" force row level security;
create policy "subscription_entries_tenant" on "subscription_entries" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "subscription_entries_platform" on "subscription_entries" to :platform using (true) with check (true);
grant select, insert on "subscription_entries" to :app;
grant select, insert, update, delete on "subscription_entries" to :platform;
alter table "subscription_plans" add constraint "subscription_plans_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "subscription_plans" enable row level security;
alter table "subscription_plans" force row level security;
create policy "subscription_plans_tenant" on "subscription_plans" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "subscription_plans_platform" on "subscription_plans" to :platform using (true) with check (true);
grant select, insert, update, delete on "subscription_plans" to :app;
grant select, insert, update, delete on "subscription_plans" to :platform;
alter table "subscription_renewals" add constraint "subscription_renewals_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "subscription_renewals" enable row level security;
alter table "subscription_renewals" force row level security;
create policy "subscription_renewals_tenant" on "subscription_renewals" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "subscription_renewals_platform" on "subscription_renewals" to :platform using (true) with check (true);
grant select, insert, update, delete on "subscription_renewals" to :app;
grant select, insert, update, delete on "subscription_renewals" to :platform;
alter table "subscription_settings" add constraint "subscription_settings_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "subscription_settings" enable row level security;
alter table "subscription_settings" force row level security;
create policy "subscription_settings_tenant" on "subscription_settings" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "subscription_settings_platform" on "subscription_settings" to :platform using (true) with check (true);
grant select, insert, update, delete on "subscription_settings" to :app;
grant select, insert, update, delete on "subscription_settings" to :platform;
alter table "subscriptions" add constraint "subscriptions_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "subscriptions" enable row level security;
alter table "subscriptions" force row level security;
create policy "subscriptions_tenant" on "subscriptions" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "subscriptions_platform" on "subscriptions" to :platform using (true) with check (true);
grant select, insert, update, delete on "subscriptions" to :app;
grant select, insert, update, delete on "subscriptions" to :platform;
alter table "test_provider_disputes" add constraint "test_provider_disputes_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "test_provider_disputes" enable row level security;
alter table "test_provider_disputes" force row level security;
create policy "test_provider_disputes_tenant" on "test_provider_disputes" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "test_provider_disputes_platform" on "test_provider_disputes" to :platform using (true) with check (true);
grant select, insert, update, delete on "test_provider_disputes" to :app;
grant select, insert, update, delete on "test_provider_disputes" to :platform;
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
grant select, insert, update, delete on "vendor_apps" to :platform;
alter table "viewed_products" add constraint "viewed_products_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "viewed_products" enable row level security;
alter table "viewed_products" force row level security;
create policy "viewed_products_tenant" on "viewed_products" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "viewed_products_platform" on "viewed_products" to :platform using (true) with check (true);
grant select, insert, update, delete on "viewed_products" to :app;
grant select, insert, update, delete on "viewed_products" to :platform;
alter table "warranty_cards" add constraint "warranty_cards_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "warranty_cards" enable row level security;
alter table "warranty_cards" force row level security;
create policy "warranty_cards_tenant" on "warranty_cards" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "warranty_cards_platform" on "warranty_cards" to :platform using (true) with check (true);
grant select, insert, update, delete on "warranty_cards" to :app;
grant select, insert, update, delete on "warranty_cards" to :platform;
alter table "warranty_rules" add constraint "warranty_rules_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "warranty_rules" enable row level security;
alter table "warranty_rules" force row level security;
create policy "warranty_rules_tenant" on "warranty_rules" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "warranty_rules_platform" on "warranty_rules" to :platform using (true) with check (true);
grant select, insert, update, delete on "warranty_rules" to :app;
grant select, insert, update, delete on "warranty_rules" to :platform;
alter table "wishlist_items" add constraint "wishlist_items_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "wishlist_items" enable row level security;
alter table "wishlist_items" force row level security;
create policy "wishlist_items_tenant" on "wishlist_items" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "wishlist_items_platform" on "wishlist_items" to :platform using (true) with check (true);
grant select, insert, update, delete on "wishlist_items" to :app;
grant select, insert, update, delete on "wishlist_items" to :platform;
alter table "wishlists" add constraint "wishlists_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "wishlists" enable row level security;
alter table "wishlists" force row level security;
create policy "wishlists_tenant" on "wishlists" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "wishlists_platform" on "wishlists" to :platform using (true) with check (true);
grant select, insert, update, delete on "wishlists" to :app;
grant select, insert, update, delete on "wishlists" to :platform;
drop policy if exists "abandoned_carts_scope" on "abandoned_carts";
create policy "abandoned_carts_scope" on "abandoned_carts" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "alerts_scope" on "alerts";
create policy "alerts_scope" on "alerts" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "discount_uses_scope" on "discount_uses";
create policy "discount_uses_scope" on "discount_uses" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "discount_uses".workspace_id and s.id = "discount_uses"."order_id"));
drop policy if exists "dispute_answers_scope" on "dispute_answers";
create policy "dispute_answers_scope" on "dispute_answers" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "disputes" s where s.workspace_id = "dispute_answers".workspace_id and s.id = "dispute_answers"."dispute_id"));
drop policy if exists "dispute_entries_scope" on "dispute_entries";
create policy "dispute_entries_scope" on "dispute_entries" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "disputes" s where s.workspace_id = "dispute_entries".workspace_id and s.id = "dispute_entries"."dispute_id"));
drop policy if exists "disputes_scope" on "disputes";
create policy "disputes_scope" on "disputes" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "disputes".workspace_id and s.id = "disputes"."order_id"));
drop policy if exists "fraud_checks_scope" on "fraud_checks";
create policy "fraud_checks_scope" on "fraud_checks" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "fraud_checks".workspace_id and s.id = "fraud_checks"."order_id"));
drop policy if exists "lately_sold_scope" on "lately_sold";
create policy "lately_sold_scope" on "lately_sold" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "order_devices_scope" on "order_devices";
create policy "order_devices_scope" on "order_devices" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "order_devices".workspace_id and s.id = "order_devices"."order_id"));
drop policy if exists "payment_methods_scope" on "payment_methods";
create policy "payment_methods_scope" on "payment_methods" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "payment_methods".workspace_id and s.id = "payment_methods"."order_id"));
drop policy if exists "product_heat_scope" on "product_heat";
create policy "product_heat_scope" on "product_heat" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "question_answers_scope" on "question_answers";
create policy "question_answers_scope" on "question_answers" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "questions" s where s.workspace_id = "question_answers".workspace_id and s.id = "question_answers"."question_id"));
drop policy if exists "questions_scope" on "questions";
create policy "questions_scope" on "questions" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "searches_scope" on "searches";
create policy "searches_scope" on "searches" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "storefront_pages_scope" on "storefront_pages";
create policy "storefront_pages_scope" on "storefront_pages" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "subscription_entries_scope" on "subscription_entries";
create policy "subscription_entries_scope" on "subscription_entries" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "subscriptions" s where s.workspace_id = "subscription_entries".workspace_id and s.id = "subscription_entries"."subscription_id"));
drop policy if exists "subscription_renewals_scope" on "subscription_renewals";
create policy "subscription_renewals_scope" on "subscription_renewals" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "subscriptions" s where s.workspace_id = "subscription_renewals".workspace_id and s.id = "subscription_renewals"."subscription_id"));
drop policy if exists "subscriptions_scope" on "subscriptions";
create policy "subscriptions_scope" on "subscriptions" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "warranty_cards_scope" on "warranty_cards";
create policy "warranty_cards_scope" on "warranty_cards" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "warranty_cards".workspace_id and s.id = "warranty_cards"."order_id"));
drop policy if exists "wishlist_items_scope" on "wishlist_items";
create policy "wishlist_items_scope" on "wishlist_items" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "wishlists" s where s.workspace_id = "wishlist_items".workspace_id and s.id = "wishlist_items"."wishlist_id"));
drop policy if exists "wishlists_scope" on "wishlists";
create policy "wishlists_scope" on "wishlists" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
grant usage on all sequences in schema public to :app, :platform;
