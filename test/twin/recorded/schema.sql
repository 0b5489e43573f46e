-- The tables that the recorded libraries work on. Both twins get them plain and filled; one is then sealed in place.
create table users (
  id serial primary key,
  email varchar(40) collate "C" not null unique,
  name varchar(80) not null,
  phone varchar(20),
  birthday date,
  balance numeric(12,2),
  notes jsonb,
  active boolean,
  role text not null default 'reader',
  logins int not null default 0,
  created_at timestamptz not null default '2024-01-02 03:04:05+00'
);

create table orders (
  id serial primary key,
  user_id int not null references users (id) on delete cascade,
  number text not null unique,
  status text not null default 'new',
  total numeric(12,2),
  address text,
  placed date not null default '2024-05-06'
);
create index orders_user on orders (user_id);
