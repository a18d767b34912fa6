import { Injectable, Logger, PreconditionFailedException } from '@nestjs/common';
import { Database, type SqlSession } from '#persistence/database';
import { listSettingVersions, writeSettingVersion, type SettingVersion } from '#persistence/setting-versions';

const CHANGES_SHOWN = 20;

interface Change<Content extends object> {
  readonly controllerId: string;
  /** Such as `organisation` or `register/billing`. */
  readonly part: string;
  readonly seen: number;
  readonly before: Content;
  readonly after: Content;
  readonly staffId: string;
  /** Brings what holds now to the new version, in the same transaction. */
  readonly apply: (session: SqlSession) => Promise<unknown>;
}

interface VersionedPart<Content> {
  readonly version: number;
  readonly content: Content;
  readonly changes: SettingVersion<Content>[];
}

/** The parts of the settings that keep every version of themselves. To undo is to write an earlier one once more. */
@Injectable()
export class SettingParts {
  readonly #logger = new Logger(SettingParts.name);

  constructor(private readonly database: Database) {}

  /** A part as it holds now, with its last changes. */
  async page<Content>(controllerId: string, part: string, content: Content): Promise<VersionedPart<Content>> {
    const changes = await listSettingVersions<Content>(this.database, controllerId, part, CHANGES_SHOWN);
    return { version: changes[0]?.version ?? 0, content, changes };
  }

  /** Throws 412 `version-outdated` when somebody else has changed the part since `seen`. */
  async change<Content extends object>({ apply, ...change }: Change<Content>): Promise<void> {
    await this.database.transaction(async (session) => {
      if (!(await writeSettingVersion(session, change))) {
        throw new PreconditionFailedException({ code: 'version-outdated' });
      }
      await apply(session);
    });
    this.#logger.log(`${change.staffId} made version ${change.seen + 1} of ${change.part}`);
  }
}
