-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
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
CREATE TABLE "product_heat" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"storefront_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"heat" double precision NOT NULL,
	CONSTRAINT "product_heat_pk" PRIMARY KEY("workspace_id","id")
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
CREATE TABLE "viewed_products" (
	"workspace_id" uuid DEFAULT current_workspace() NOT NULL,
	"id" uuid DEFAULT new_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"viewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "viewed_products_pk" PRIMARY KEY("workspace_id","id")
);
;
ALTER TABLE "storefronts" ADD COLUMN "theme_draft" jsonb;
ALTER TABLE "lately_sold" ADD CONSTRAINT "lately_sold_workspace_id_storefront_id_storefronts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","storefront_id") REFERENCES "public"."storefronts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "lately_sold" ADD CONSTRAINT "lately_sold_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "lately_sold" ADD CONSTRAINT "lately_sold_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "order_devices" ADD CONSTRAINT "order_devices_workspace_id_order_id_orders_workspace_id_id_fk" FOREIGN KEY ("workspace_id","order_id") REFERENCES "public"."orders"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_heat" ADD CONSTRAINT "product_heat_workspace_id_storefront_id_storefronts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","storefront_id") REFERENCES "public"."storefronts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "product_heat" ADD CONSTRAINT "product_heat_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "storefront_pages" ADD CONSTRAINT "storefront_pages_workspace_id_storefront_id_storefronts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","storefront_id") REFERENCES "public"."storefronts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "viewed_products" ADD CONSTRAINT "viewed_products_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "viewed_products" ADD CONSTRAINT "viewed_products_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;
CREATE UNIQUE INDEX "lately_sold_once" ON "lately_sold" USING btree ("workspace_id","order_id","product_id");
CREATE INDEX "lately_sold_of_product" ON "lately_sold" USING btree ("workspace_id","storefront_id","product_id","sold_at");
CREATE INDEX "lately_sold_at" ON "lately_sold" USING btree ("workspace_id","storefront_id","sold_at");
CREATE UNIQUE INDEX "order_devices_once" ON "order_devices" USING btree ("workspace_id","order_id","endpoint");
CREATE UNIQUE INDEX "product_heat_once" ON "product_heat" USING btree ("workspace_id","storefront_id","product_id");
CREATE INDEX "product_heat_hottest" ON "product_heat" USING btree ("workspace_id","storefront_id","heat");
CREATE UNIQUE INDEX "storefront_pages_slug" ON "storefront_pages" USING btree ("workspace_id","storefront_id","slug");
CREATE UNIQUE INDEX "viewed_products_once" ON "viewed_products" USING btree ("workspace_id","customer_id","product_id");
alter table "lately_sold" add constraint "lately_sold_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "lately_sold" enable row level security;
alter table "lately_sold" force row level security;
create policy "lately_sold_tenant" on "lately_sold" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "lately_sold_platform" on "lately_sold" to :platform using (true) with check (true);
grant select, insert, update, delete on "lately_sold" to :app;
grant select, insert, update, delete on "lately_sold" to :platform;
alter table "order_devices" add constraint "order_devices_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "order_devices" enable row level security;
alter table "order_devices" force row level security;
create policy "order_devices_tenant" on "order_devices" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "order_devices_platform" on "order_devices" to :platform using (true) with check (true);
grant select, insert, update, delete on "order_devices" to :app;
grant select, insert, update, delete on "order_devices" to :platform;
alter table "product_heat" add constraint "product_heat_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "product_heat" enable row level security;
alter table "product_heat" force row level security;
create policy "product_heat_tenant" on "product_heat" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "product_heat_platform" on "product_heat" to :platform using (true) with check (true);
grant select, insert, update, delete on "product_heat" to :app;
grant select, insert, update, delete on "product_heat" to :platform;
alter table "storefront_pages" add constraint "storefront_pages_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "storefront_pages" enable row level security;
alter table "storefront_pages" force row level security;
create policy "storefront_pages_tenant" on "storefront_pages" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "storefront_pages_platform" on "storefront_pages" to :platform using (true) with check (true);
grant select, insert, update, delete on "storefront_pages" to :app;
grant select, insert, update, delete on "storefront_pages" to :platform;
alter table "viewed_products" add constraint "viewed_products_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;
alter table "viewed_products" enable row level security;
alter table "viewed_products" force row level security;
create policy "viewed_products_tenant" on "viewed_products" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
create policy "viewed_products_platform" on "viewed_products" to :platform using (true) with check (true);
grant select, insert, update, delete on "viewed_products" to :app;
grant select, insert, update, delete on "viewed_products" to :platform;
drop policy if exists "lately_sold_scope" on "lately_sold";
create policy "lately_sold_scope" on "lately_sold" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "order_devices_scope" on "order_devices";
create policy "order_devices_scope" on "order_devices" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or exists (select 1 from "orders" s where s.workspace_id = "order_devices".workspace_id and s.id = "order_devices"."order_id"));
drop policy if exists "product_heat_scope" on "product_heat";
create policy "product_heat_scope" on "product_heat" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
drop policy if exists "storefront_pages_scope" on "storefront_pages";
create policy "storefront_pages_scope" on "storefront_pages" as restrictive to :app using ((select left(coalesce(current_setting('app.storefronts', true), ''), 1)) <> '{' or "storefront_id" = any ((select nullif(current_setting('app.storefronts', true), ''))::uuid[]));
grant usage on all sequences in schema public to :app, :platform;
