import { Migration } from '@mikro-orm/migrations';

/** By which rules and holidays running workers count a country: `since` tells which of two is the newer. */
export class RulesInUse extends Migration {
  override readonly name = '2026-11-26-rules-in-use';

  override up(): void {
    this.addSql(`
create table rules_in_use (
  rules text collate "C" primary key,
  since timestamptz not null,
  seen_at timestamptz not null
);
`);
  }
}
