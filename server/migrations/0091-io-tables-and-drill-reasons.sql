-- Input-output tables as they were imported: what firms of a sector use per yuan of output. A whole table is one row; the last one counts.
create table io_table (
  -- of sectors, coefficients, source and day: the same one is imported once
  digest text primary key,
  source text not null,
  as_of date not null,
  imported_at timestamptz not null,
  -- {sectors: [{key, name, prefixes}], coefficients: [[from, to, coefficient]], products: {product: GB/T 4754 code}}
  content jsonb not null
);

-- why the assumptions of the drill were changed; null: what the installation began with
alter table drill_rules add column reason text;
