-- Only hand-made products carry an English name: the index over it need not hold the others.
drop index product_name_en_part;
create index product_name_en_part on product using gin (name_en gin_trgm_ops) where name_en is not null;
