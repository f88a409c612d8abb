-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
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
drop policy if exists "question_answers_scope" on "question_answers";
create policy "question_answers_scope" on "question_answers" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "questions" s where s.workspace_id = "question_answers".workspace_id and s.id = "question_answers"."question_id"));
drop policy if exists "questions_scope" on "questions";
create policy "questions_scope" on "questions" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
grant usage on all sequences in schema public to :app, :platform;
