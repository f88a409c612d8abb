-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
ALTER TABLE "payments" DROP CONSTRAINT "payments_state";
ALTER TABLE "payment_methods" ADD COLUMN "mark" text;
ALTER TABLE "payment_methods" ADD COLUMN "gone_at" timestamp with time zone;
ALTER TABLE "subscription_settings" ADD COLUMN "announce_days" integer DEFAULT 3 NOT NULL;
ALTER TABLE "subscriptions" ADD COLUMN "announced_for" timestamp with time zone;
CREATE INDEX "payment_methods_mark" ON "payment_methods" USING btree ("workspace_id","mark") WHERE mark is not null;
ALTER TABLE "payments" ADD CONSTRAINT "payments_state" CHECK (state in ('requested', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'partially_refunded', 'charged_back', 'kept', 'unknown'));
ALTER TABLE "subscription_settings" ADD CONSTRAINT "subscription_settings_announce" CHECK (announce_days between 0 and 30);
grant usage on all sequences in schema public to :app, :platform;
