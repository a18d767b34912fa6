-- The systems of the demo company: what a small solar and electricity company has, one schema per system.

CREATE SCHEMA customer_register;

CREATE TABLE customer_register.customers (
  id                integer PRIMARY KEY,
  customer_number   text NOT NULL UNIQUE,
  given_name        text NOT NULL,
  family_name       text NOT NULL,
  language          text NOT NULL,
  street_address    text,
  postal_code       text,
  city              text,
  address_protected boolean,
  email             text,
  email_since       date,
  phone             text,
  phone_since       date,
  customer_since    date NOT NULL
);
CREATE INDEX ON customer_register.customers (lower(btrim(email)));
CREATE INDEX ON customer_register.customers (regexp_replace(phone, '[^0-9+]', '', 'g'));

CREATE TABLE customer_register.contracts (
  id             integer PRIMARY KEY,
  customer_id    integer NOT NULL REFERENCES customer_register.customers,
  contract_number text NOT NULL UNIQUE,
  product        text NOT NULL,
  site_address   text,
  metering_point text,
  signed_on      date NOT NULL,
  ended_on       date
);
CREATE INDEX ON customer_register.contracts (customer_id);

CREATE TABLE customer_register.invoices (
  id             integer PRIMARY KEY,
  contract_id    integer NOT NULL REFERENCES customer_register.contracts,
  invoice_number text NOT NULL UNIQUE,
  issued_on      date NOT NULL,
  due_on         date NOT NULL,
  amount_eur     numeric(10, 2) NOT NULL,
  payer_name     text NOT NULL,
  payer_address  text,
  paid_on        date
);
CREATE INDEX ON customer_register.invoices (contract_id);

CREATE SCHEMA telephony;

CREATE TABLE telephony.calls (
  id              integer PRIMARY KEY,
  customer_number text,
  phone           text NOT NULL,
  direction       text NOT NULL,
  started_at      timestamptz NOT NULL,
  seconds         integer NOT NULL,
  subject         text NOT NULL,
  notes           text,
  recording       bytea
);
CREATE INDEX ON telephony.calls (customer_number);

CREATE SCHEMA marketing;

CREATE TABLE marketing.consents (
  id              integer PRIMARY KEY,
  customer_number text,
  channel         text NOT NULL CHECK (channel IN ('email', 'phone')),
  contact         text NOT NULL,
  consented       boolean NOT NULL,
  source          text NOT NULL,
  given_on        date NOT NULL,
  withdrawn_on    date
);
CREATE INDEX ON marketing.consents (customer_number);

CREATE TABLE marketing.suppressions (
  channel   text NOT NULL CHECK (channel IN ('email', 'phone')),
  contact   text NOT NULL,
  banned_on date NOT NULL,
  PRIMARY KEY (channel, contact)
);
