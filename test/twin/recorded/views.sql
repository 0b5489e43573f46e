grant select, insert, update, delete on all tables in schema public to app;
grant usage on all sequences in schema public to app;

-- Puts every table back to its first rows.
create schema twin;
create table twin.users as table public.users;
create table twin.orders as table public.orders;

create procedure twin.reset() language plpgsql as $$
begin
  delete from public.orders;
  delete from public.users;
  insert into public.users select * from twin.users;
  insert into public.orders select * from twin.orders;
  perform setval('public.users_id_seq', 5);
  perform setval('public.orders_id_seq', 6);
end $$;
