-- description: client_encoding other than UTF8 (B24)
-- expect: refused

-- refused: 0A000 client_encoding
set client_encoding = 'latin1';

select 1;
