import { BadRequestException } from '@nestjs/common';
import { DefinitionError, parseRegisters } from '#connectors/sql-connector/definition';
import type { RegisterSettings } from '#contracts/settings-registers';
import type { Localised } from '#domain/language';
import type { DataClass } from '#domain/law/identity';
import type { TaskKind } from '#domain/law/rights';
import type { Register } from '#persistence/entities/register';

/** A register without its secret, as its versions keep it. */
export type RegisterContent = Omit<RegisterSettings, 'connection'>;

/** What a row of `register` holds besides. */
interface RegisterFacts {
  readonly name: Localised;
  readonly dataClass: DataClass;
  readonly capabilities: readonly TaskKind[];
}

export const contentOf = ({
  name,
  dataClass,
  activities,
  connector,
  definition,
  retiredAt,
}: Register): RegisterContent => ({
  name,
  dataClass,
  activities,
  kind: connector === 'sql' ? 'sql' : 'manual',
  definition: connector === 'sql' ? (definition as Record<string, unknown>) : null,
  retired: retiredAt !== null,
});

const wrong = (path: string, message: string): BadRequestException =>
  new BadRequestException({ code: 'invalid-input', errors: [{ path, message }] });

/** Reads a definition that describes this one register. Throws 400 with the sentence about its first fault. */
export const definitionOf = (id: string, definition: unknown) => {
  try {
    const [only, ...others] = parseRegisters(definition);
    if (only === undefined || others.length > 0) throw new DefinitionError('The file must describe one register.');
    if (only.id !== id) throw new DefinitionError(`The file describes ${only.id}, not ${id}.`);
    return only;
  } catch (error) {
    throw error instanceof DefinitionError ? wrong('definition', error.message) : error;
  }
};

/** A definition says by itself what its register is; of any other, people say it and do the work. */
export const factsOf = (id: string, { kind, definition, name, dataClass }: RegisterContent): RegisterFacts => {
  if (kind === 'manual') return { name, dataClass, capabilities: [] };
  const described = definitionOf(id, definition);
  return { name: described.name, dataClass: described.dataClass, capabilities: described.capabilities };
};
