-- description: COPY TO with delimiter, null text and header (A75)
-- expect: served
-- order: multiset

copy users (id, email, notes) to stdout with (delimiter '|', null 'nil');

copy users (id, email, name) to stdout with (header);

copy users (id, email, name) to stdout with (delimiter ',', header true);
