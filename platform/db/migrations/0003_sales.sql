-- Which days have to be counted again: written in the transaction that changed the order, so that a reader who sees the change
-- sees the note as well. What a payment or a parcel changes is no figure of a day and leaves no note.

create or replace function note_sold_order() returns trigger language plpgsql as $$
begin
  insert into sales_changes (workspace_id, placed_at) values (new.workspace_id, new.placed_at);
  if tg_op = 'UPDATE' and new.placed_at <> old.placed_at then
    insert into sales_changes (workspace_id, placed_at) values (old.workspace_id, old.placed_at);
  end if;
  return null;
end $$;

create or replace function note_sold_line() returns trigger language plpgsql as $$
begin
  insert into sales_changes (workspace_id, placed_at)
  select o.workspace_id, o.placed_at from orders o where o.workspace_id = old.workspace_id and o.id = old.order_id;
  return null;
end $$;

create or replace trigger orders_sold after insert on orders for each row execute function note_sold_order();

create or replace trigger orders_sold_otherwise after update on orders for each row
  when ((new.placed_at, new.total, new.refunded_total, new.item_count, new.currency, new.storefront_id, new.cancelled_at is null,
         new.payment_state in ('partially_refunded', 'refunded'))
    is distinct from (old.placed_at, old.total, old.refunded_total, old.item_count, old.currency, old.storefront_id, old.cancelled_at is null,
         old.payment_state in ('partially_refunded', 'refunded')))
  execute function note_sold_order();

create or replace trigger order_lines_sold_otherwise after update on order_lines for each row
  when ((new.product_id, new.quantity, new.total) is distinct from (old.product_id, old.quantity, old.total))
  execute function note_sold_line();

create or replace trigger order_lines_taken_out after delete on order_lines for each row execute function note_sold_line();
