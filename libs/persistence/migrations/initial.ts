import { Migration } from '@mikro-orm/migrations';

/**
 * The first schema. PostgreSQL is the truth: personal content stands only in `*_sealed` columns (bytea, AES-256-GCM
 * under the request's own key) and in keyed blind indexes; everything else is ids, dates, enums and counts.
 */
export class Initial extends Migration {
  override readonly name = '2026-11-22-initial';

  override up(): void {
    this.addSql(TIME);
    this.addSql(ORGANISATION);
    this.addSql(REQUESTS);
    this.addSql(LEDGER);
    this.addSql(EFFECTS);
    this.addSql(PORTAL);
    this.addSql(STAFF);
  }
}

/** Every question of time in SQL goes through artikla.now(); only the demo and tests ever shift it. */
const TIME = `
create schema artikla;
create table artikla.time_shift (
  one boolean primary key default true check (one),
  shift interval not null default '0'
);
insert into artikla.time_shift default values;
create function artikla.now() returns timestamptz language sql stable parallel safe
  as 'select statement_timestamp() + (select shift from artikla.time_shift)';
`;

const ORGANISATION = `
create table controller (
  id uuid primary key,
  name text not null,
  country text not null,
  time_zone text not null,
  regime text not null,
  languages text[] not null,
  profile jsonb not null,
  sender text not null,
  record_of_processing jsonb not null,
  demo boolean not null default false
);
create table register (
  id text primary key,
  controller_id uuid not null references controller,
  position int not null,
  name jsonb not null,
  data_class text not null,
  capabilities text[] not null,
  activities text[] not null,
  connector text,
  definition jsonb not null,
  connection_sealed bytea
);
`;

const REQUESTS = `
create table subject_request (
  id uuid primary key,
  controller_id uuid not null references controller,
  reference text not null unique,
  version int not null,
  stage text not null,
  rights text[] not null,
  channel text not null,
  language text not null,
  received_on date not null,
  received_at timestamptz not null,
  due_on date,
  frozen_due_on date,
  internal_due_on date,
  paused_since date,
  next_action text not null,
  next_action_by text not null,
  next_action_on date,
  assignee uuid,
  frozen boolean not null,
  tasks_done int not null,
  tasks_total int not null,
  closed_on date,
  summary jsonb not null,
  secret_hash bytea not null,
  person_sealed bytea,
  email_index bytea,
  phone_index bytea,
  name_index bytea[] not null default '{}'
);
create index subject_request_next on subject_request (next_action_on, id) where closed_on is null;
create index subject_request_due on subject_request (due_on, id) where closed_on is null;
create index subject_request_received on subject_request (received_on, id) where closed_on is null;
create index subject_request_closed on subject_request (closed_on desc, id) where closed_on is not null;
create index subject_request_assignee on subject_request (assignee, next_action_on, id) where closed_on is null;
create index subject_request_whose_turn on subject_request (next_action_by, next_action_on, id) where closed_on is null;
create index subject_request_paused on subject_request (paused_since, id) where closed_on is null and paused_since is not null;
create index subject_request_email on subject_request (email_index) where email_index is not null;
create index subject_request_phone on subject_request (phone_index) where phone_index is not null;
create index subject_request_name on subject_request using gin (name_index);

-- Deleting this row is the erasure of the person: nothing sealed under it opens again.
create table request_key (
  request_id uuid primary key references subject_request,
  key_id smallint not null,
  wrapped bytea not null
);

create table message (
  id uuid primary key,
  request_id uuid references subject_request,
  effect_id text not null,
  part int not null default 0,
  letter text not null,
  language text not null,
  message_id text not null unique,
  content_sealed bytea not null,
  state text not null check (state in ('ready', 'sending', 'dot', 'accepted', 'bounced', 'unknown')),
  uncertain_since timestamptz,
  created_at timestamptz not null,
  accepted_at timestamptz,
  unique (effect_id, part)
);
create index message_request on message (request_id, created_at);

create table document (
  id uuid primary key,
  request_id uuid not null references subject_request,
  kind text not null check (kind in ('collected', 'recording', 'erasure_plan', 'erasure_receipt', 'package')),
  about text not null,
  name_sealed bytea not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  downloads int not null default 0,
  created_at timestamptz not null,
  unique (request_id, kind, about, storage_key)
);
`;

/** Append-only: nobody updates, deletes or truncates a ledger, not even by mistake. */
const LEDGER = `
create table ledger_entry (
  request_id uuid not null,
  seq int not null,
  position bigint generated always as identity unique,
  type text not null,
  at timestamptz not null,
  on_date date not null,
  actor text not null,
  data text not null,
  sealed bytea,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (request_id, seq)
);
create table checkpoint (
  position bigint primary key,
  at timestamptz not null,
  entries bigint not null,
  digest bytea not null,
  signature bytea not null
);
create function artikla.refuse_change() returns trigger language plpgsql
  as $$ begin raise exception 'the ledger is append-only'; end $$;
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
  for each statement execute function artikla.refuse_change();
create trigger checkpoint_append_only before update or delete or truncate on checkpoint
  for each statement execute function artikla.refuse_change();
`;

/** One row per effect, pending until its result is committed; the job in the queue is only a cursor to it. */
const EFFECTS = `
create table effect (
  id text primary key,
  request_id uuid references subject_request,
  kind text not null,
  queue text not null,
  data text not null,
  due_at timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'cancelled', 'dead')),
  lease_owner text,
  lease_until timestamptz,
  retry_at timestamptz,
  offered_until timestamptz,
  offers int not null default 0,
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  done_at timestamptz
);
create index effect_due on effect (due_at) where state = 'pending';
create index effect_dead on effect (request_id) where state = 'dead';
create index effect_request on effect (request_id) where state = 'pending';
`;

const PORTAL = `
create table identity_check (
  id uuid primary key,
  request_id uuid not null references subject_request,
  purpose text not null check (purpose in ('contact', 'challenge', 'answer')),
  about text,
  link_hash bytea not null unique,
  code_hash bytea,
  code_expires_at timestamptz,
  attempts int not null default 0,
  expires_at timestamptz not null,
  consumed_at timestamptz
);
create index identity_check_request on identity_check (request_id, purpose);
create table portal_draft (
  token_hash bytea primary key,
  content_sealed bytea not null,
  request_id uuid references subject_request,
  expires_at timestamptz not null
);
create table subject_session (
  token_hash bytea primary key,
  request_id uuid not null references subject_request,
  scope text not null,
  expires_at timestamptz not null
);
`;

const STAFF = `
create table staff_user (
  id uuid primary key,
  email text not null unique,
  name text not null,
  role text not null check (role in ('officer', 'approver', 'auditor', 'administrator')),
  language text not null,
  password_hash text,
  invite_hash bytea unique,
  invite_expires_at timestamptz,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create table staff_session (
  token_hash bytea primary key,
  user_id uuid not null references staff_user,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_session_user on staff_session (user_id);
`;
