import { Injectable } from '@nestjs/common';
import { ConnectorError } from '#connectors/connector-error';
import { ConnectorDirectory } from '#connectors/directory';
import { RequestContent } from '#persistence/request-content';
import {
  trustedEmail,
  type LocatedCandidate,
  type LocatedPeople,
  type PersonalDetails,
} from '#domain/request/personal';
import { EffectFailure } from '#queue/effect-failure';
import type { Candidate } from '#connectors/connector';
import type { ClaimedIdentifier } from '#connectors/identifier';
import type { SubjectRequest } from '#domain/request/state';
import type { EffectHandler, EffectResult } from '#queue/effect-handler';
import type { ClaimedEffect } from '#queue/effect-rows';

const claimedBy = ({ name, email, phone, customerNumber }: PersonalDetails): ClaimedIdentifier[] => {
  const claims = { name, email, phone, customer_number: customerNumber };
  return Object.entries(claims).flatMap(([kind, value]) =>
    value === null ? [] : [{ kind: kind as ClaimedIdentifier['kind'], value, status: 'claimed' as const }],
  );
};

/** What names one person among many; a phone or a name may be shared, so it counts only where nothing stronger does. */
const STRONG: readonly ClaimedIdentifier['kind'][] = ['email', 'customer_number'];

interface Found extends Candidate {
  readonly register: string;
}

/** One person may stand in several registers under the same number. */
const distinct = (found: readonly Found[]): Found[] => [...new Map(found.map((one) => [one.id, one])).values()];

const mostLikely = (found: readonly Found[]): Found[] => {
  const strong = found.filter(({ matchedBy }) => matchedBy.some((kind) => STRONG.includes(kind)));
  return strong.length === 0 ? distinct(found) : distinct(strong);
};

/**
 * Looks in the registers for somebody who matches what was claimed: an id and the contacts on file, nothing more. It
 * runs in the worker, where nobody outside can tell by answer or by time whether a person is known (law 3).
 */
@Injectable()
export class LocatePerson implements EffectHandler<'locate-person'> {
  readonly kind = 'locate-person';

  constructor(
    private readonly connectors: ConnectorDirectory,
    private readonly content: RequestContent,
  ) {}

  async run({ requestId }: ClaimedEffect, { receivedOn }: SubjectRequest): Promise<EffectResult> {
    const sealer = await this.content.sealer(requestId);
    const claims = claimedBy(await this.content.person(requestId, sealer));
    const candidates = mostLikely(await this.#search(claims)).map(({ register, id, contacts }): LocatedCandidate => ({
      register,
      person: id,
      contacts,
    }));
    const only = candidates.length === 1 ? candidates[0] : undefined;
    const located: LocatedPeople = { candidates, chosen: only === undefined ? null : 0 };
    return {
      command: {
        type: 'recordLocation',
        location: only === undefined ? (candidates.length === 0 ? 'none' : 'several') : 'one',
        candidates: candidates.length,
        reachable: only !== undefined && trustedEmail(only, receivedOn) !== null,
      },
      content: located,
    };
  }

  async #search(claims: readonly ClaimedIdentifier[]): Promise<Found[]> {
    const connectors = await this.connectors.all();
    try {
      const found = await Promise.all(
        connectors
          .filter(({ register }) => register.capabilities.includes('collect'))
          .map(async (connector) =>
            (await connector.locate(claims)).map((one) => ({ ...one, register: connector.register.id })),
          ),
      );
      return found.flat();
    } catch (error) {
      if (error instanceof ConnectorError) throw new EffectFailure(error.code, error.retry);
      throw error;
    }
  }
}
