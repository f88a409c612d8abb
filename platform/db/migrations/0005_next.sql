-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
alter table "listings" drop column "search";
alter table "listings" drop column "words";
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
ALTER TABLE "listings" ADD COLUMN "trend" real DEFAULT 0 NOT NULL;
ALTER TABLE "listings" ADD COLUMN "rating_average" smallint;
ALTER TABLE "listings" ADD COLUMN "rating_count" integer DEFAULT 0 NOT NULL;
ALTER TABLE "listings" ADD COLUMN "form" smallint DEFAULT 0 NOT NULL;
ALTER TABLE "listing_texts" ADD CONSTRAINT "listing_texts_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "recommended_products" ADD CONSTRAINT "recommended_products_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "listing_facet_values_once" ON "listing_facet_values" USING btree ("workspace_id","key","value");
CREATE UNIQUE INDEX "listing_facet_values_number" ON "listing_facet_values" USING btree ("workspace_id","number");
CREATE UNIQUE INDEX "listing_texts_once" ON "listing_texts" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "listing_word_counts_one" ON "listing_word_counts" USING btree ("workspace_id");
CREATE UNIQUE INDEX "listing_words_once" ON "listing_words" USING btree ("workspace_id","word");
CREATE INDEX "listing_words_stem" ON "listing_words" USING btree ("workspace_id","stem");
CREATE UNIQUE INDEX "recommended_products_once" ON "recommended_products" USING btree ("workspace_id","product_id");
CREATE UNIQUE INDEX "search_synonyms_word" ON "search_synonyms" USING btree ("workspace_id","kind","word");
CREATE UNIQUE INDEX "searches_once" ON "searches" USING btree ("workspace_id","storefront_id","words");
CREATE INDEX "searches_top" ON "searches" USING btree ("workspace_id","times","id");
CREATE INDEX "searches_last" ON "searches" USING btree ("workspace_id","last_at","id");
CREATE INDEX "listings_trending" ON "listings" USING btree ("workspace_id","currency","trend","product_id");
CREATE INDEX "listings_reviewed" ON "listings" USING btree ("workspace_id","currency","rating_count","product_id");
CREATE INDEX "listings_old_form" ON "listings" USING btree ("workspace_id","product_id") WHERE form <> 1;
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
alter table "recommended_products" add constraint "recommended_products_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "recommended_products" enable row level security;
alter table "recommended_products" force row level security;
create policy "recommended_products_tenant" on "recommended_products" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "recommended_products_platform" on "recommended_products" to :platform using (true) with check (true);
grant select, insert, update, delete on "recommended_products" to :app;
grant select, insert, update, delete on "recommended_products" to :platform;
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
drop policy if exists "searches_scope" on "searches";
create policy "searches_scope" on "searches" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
grant usage on all sequences in schema public to :app, :platform;
