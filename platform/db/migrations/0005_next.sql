-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
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
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_variant_id_variants_workspace_id_id_fk" FOREIGN KEY ("workspace_id","variant_id") REFERENCES "public"."variants"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_ratings" ADD CONSTRAINT "product_ratings_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_workspace_id_question_id_questions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","question_id") REFERENCES "public"."questions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_workspace_id_question_id_questions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","question_id") REFERENCES "public"."questions"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_workspace_id_answer_id_question_answers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","answer_id") REFERENCES "public"."question_answers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "question_votes" ADD CONSTRAINT "question_votes_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "questions" ADD CONSTRAINT "questions_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "questions" ADD CONSTRAINT "questions_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "review_media" ADD CONSTRAINT "review_media_workspace_id_review_id_reviews_workspace_id_id_fk" FOREIGN KEY ("workspace_id","review_id") REFERENCES "public"."reviews"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "review_media" ADD CONSTRAINT "review_media_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_workspace_id_review_id_reviews_workspace_id_id_fk" FOREIGN KEY ("workspace_id","review_id") REFERENCES "public"."reviews"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "size_guide_uses" ADD CONSTRAINT "size_guide_uses_workspace_id_guide_id_size_guides_workspace_id_id_fk" FOREIGN KEY ("workspace_id","guide_id") REFERENCES "public"."size_guides"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "size_guide_uses" ADD CONSTRAINT "size_guide_uses_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "size_guide_uses" ADD CONSTRAINT "size_guide_uses_workspace_id_category_id_categories_workspace_id_id_fk" FOREIGN KEY ("workspace_id","category_id") REFERENCES "public"."categories"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "warranty_rules" ADD CONSTRAINT "warranty_rules_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_workspace_id_wishlist_id_wishlists_workspace_id_id_fk" FOREIGN KEY ("workspace_id","wishlist_id") REFERENCES "public"."wishlists"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "wishlists" ADD CONSTRAINT "wishlists_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "alerts_restock_once" ON "alerts" USING btree ("workspace_id","storefront_id","variant_id","email") WHERE kind = 'restock' and state = 'waiting';
CREATE UNIQUE INDEX "alerts_price_once" ON "alerts" USING btree ("workspace_id","storefront_id","product_id","email") WHERE kind = 'price' and state = 'waiting';
CREATE INDEX "alerts_line" ON "alerts" USING btree ("workspace_id","variant_id","created_at","id") WHERE kind = 'restock';
CREATE INDEX "alerts_look" ON "alerts" USING btree ("workspace_id","look_at") WHERE kind = 'search' and state = 'waiting';
CREATE INDEX "alerts_newest" ON "alerts" USING btree ("workspace_id","created_at","id");
CREATE INDEX "alerts_of_customer" ON "alerts" USING btree ("workspace_id","customer_id");
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
CREATE UNIQUE INDEX "size_guide_uses_product" ON "size_guide_uses" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "size_guide_uses_category" ON "size_guide_uses" USING btree ("workspace_id","category_id");
CREATE INDEX "size_guide_uses_of" ON "size_guide_uses" USING btree ("workspace_id","guide_id");
CREATE UNIQUE INDEX "size_guides_name" ON "size_guides" USING btree ("workspace_id","name");
CREATE UNIQUE INDEX "warranty_cards_line" ON "warranty_cards" USING btree ("workspace_id","order_line_id");
CREATE UNIQUE INDEX "warranty_cards_number" ON "warranty_cards" USING btree ("workspace_id","number");
CREATE INDEX "warranty_cards_order" ON "warranty_cards" USING btree ("workspace_id","order_id");
CREATE INDEX "warranty_cards_newest" ON "warranty_cards" USING btree ("workspace_id","begins_at","id");
CREATE UNIQUE INDEX "warranty_rules_once" ON "warranty_rules" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "wishlist_items_once" ON "wishlist_items" USING btree ("workspace_id","wishlist_id","product_id");
CREATE INDEX "wishlist_items_product" ON "wishlist_items" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "wishlists_of_customer" ON "wishlists" USING btree ("workspace_id","customer_id","storefront_id") WHERE customer_id is not null;
CREATE UNIQUE INDEX "wishlists_shared" ON "wishlists" USING btree ("workspace_id","share_token") WHERE share_token is not null;
alter table "alerts" add constraint "alerts_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "alerts" enable row level security;
alter table "alerts" force row level security;
create policy "alerts_tenant" on "alerts" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "alerts_platform" on "alerts" to :platform using (true) with check (true);
grant select, insert, update, delete on "alerts" to :app;
grant select, insert, update, delete on "alerts" to :platform;
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
drop policy if exists "alerts_scope" on "alerts";
create policy "alerts_scope" on "alerts" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "question_answers_scope" on "question_answers";
create policy "question_answers_scope" on "question_answers" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "questions" s where s.workspace_id = "question_answers".workspace_id and s.id = "question_answers"."question_id"));
drop policy if exists "questions_scope" on "questions";
create policy "questions_scope" on "questions" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "warranty_cards_scope" on "warranty_cards";
create policy "warranty_cards_scope" on "warranty_cards" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "warranty_cards".workspace_id and s.id = "warranty_cards"."order_id"));
drop policy if exists "wishlist_items_scope" on "wishlist_items";
create policy "wishlist_items_scope" on "wishlist_items" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "wishlists" s where s.workspace_id = "wishlist_items".workspace_id and s.id = "wishlist_items"."wishlist_id"));
drop policy if exists "wishlists_scope" on "wishlists";
create policy "wishlists_scope" on "wishlists" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
grant usage on all sequences in schema public to :app, :platform;
